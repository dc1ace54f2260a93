import type { Leading, Measure, Typeface } from '../../core/guide/look';

/** Each choice of how the text is set, by the name that people see. */
export const measureNames: readonly { value: Measure; label: string }[] = [
  { value: 'narrow', label: 'Narrow' },
  { value: 'usual', label: 'Usual' },
  { value: 'wide', label: 'Wide' },
];
export const leadingNames: readonly { value: Leading; label: string }[] = [
  { value: 'close', label: 'Close' },
  { value: 'usual', label: 'Usual' },
  { value: 'open', label: 'Open' },
  { value: 'widest', label: 'Widest' },
];
export const typefaceNames: readonly { value: Typeface; label: string }[] = [
  { value: 'serif', label: 'Serif' },
  { value: 'sans', label: 'Sans' },
];
