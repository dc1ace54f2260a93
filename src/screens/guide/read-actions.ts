import type { Action } from '../../state/actions.svelte';
import type { ReadAloud } from '../../state/read-aloud.svelte';

interface Ways {
  /** Begins where the reader is, or pauses, or goes on. */
  start: () => void;
  step: (by: 1 | -1) => void;
  stop: () => void;
}

/** What can be done about being read to. */
export function readActions(reader: ReadAloud, { start, step, stop }: Ways): Action[] {
  const words = 'guide voice listen speak speech sound audio';
  return [
    {
      id: 'guide.read-aloud',
      name: 'Read aloud, pause, go on',
      group: 'View',
      keys: ['Mod+Shift+L'],
      words,
      run: start,
    },
    {
      id: 'guide.next-sentence',
      name: 'Next sentence to read aloud',
      group: 'View',
      keys: ['Alt+PageDown'],
      words,
      isAvailable: () => reader.isOn && !reader.isLast,
      run: () => step(1),
    },
    {
      id: 'guide.previous-sentence',
      name: 'Previous sentence to read aloud',
      group: 'View',
      keys: ['Alt+PageUp'],
      words,
      isAvailable: () => reader.isOn && !reader.isFirst,
      run: () => step(-1),
    },
    {
      id: 'guide.stop-reading',
      name: 'Stop reading aloud',
      group: 'View',
      words,
      isAvailable: () => reader.isOn,
      run: stop,
    },
  ];
}
