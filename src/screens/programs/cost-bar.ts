import { scaleLinear } from 'd3-scale';
import type { TotalCost } from '../../core/programs/cost';
import { formatMoney, knownInWords } from '../../core/programs/money';
import { factWords } from '../../core/programs/words';

/** One part of a bar, in percent of the drawing's width. */
export interface Segment {
  id: string;
  x: number;
  width: number;
  name: string;
}

export interface CostDrawing {
  segments: Segment[];
  /** Where the open end begins; null when every part is known. */
  openAt: number | null;
  openWidth: number;
  /** The drawing for those who do not see it. */
  said: string;
}

/** Kept free at the end of the scale, so that the dearest program has room for an open end too. */
const openWidth = 14;

/** The known parts of a cost as a bar, on the scale on which the dearest of all programs takes the whole width. */
export function costDrawing({ known, unknown, cents }: TotalCost, most: number): CostDrawing {
  const scale = scaleLinear([0, Math.max(most, 1)], [0, 100 - openWidth]);
  let before = 0;
  const segments = known.flatMap(({ fact, cents: part }): Segment[] => {
    if (part === 0) return [];
    const x = scale(before);
    before += part;
    const name = `${fact.name}, ${formatMoney(part)}`;
    return [{ id: fact.id, x, width: scale(before) - x, name }];
  });
  const included = known.filter(({ isIncluded }) => isIncluded).map(({ fact }) => fact.name);
  const said = [
    knownInWords(cents, unknown.length),
    segments.map(({ name }) => name).join('; '),
    included.length > 0 ? `${factWords.included}: ${included.join(', ')}` : '',
    unknown.length > 0
      ? `${factWords.notKnown}: ${unknown.map(({ name }) => name).join(', ')}`
      : '',
  ];
  return {
    segments,
    openAt: unknown.length > 0 ? scale(before) : null,
    openWidth,
    said: `Total cost: ${said.filter(Boolean).join('. ')}.`,
  };
}
