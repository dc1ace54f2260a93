/** Where a reader has been, oldest first, and what lies ahead after going back, nearest first. */
export interface Trail<Spot> {
  behind: readonly Spot[];
  ahead: readonly Spot[];
}

/** More steps than anybody goes back. */
const longest = 50;

export const noTrail: Trail<never> = { behind: [], ahead: [] };

/** Leaving a spot for a new one: it lies behind, and nothing lies ahead any more. */
export function leave<Spot>({ behind }: Trail<Spot>, spot: Spot): Trail<Spot> {
  return { behind: [...behind, spot].slice(-longest), ahead: [] };
}

/** The spot to go to and the trail after it; null where there is none. `from` is where the reader is. */
export function step<Spot>(
  { behind, ahead }: Trail<Spot>,
  to: 'back' | 'forward',
  from: Spot,
): { spot: Spot; trail: Trail<Spot> } | null {
  const [spot] = to === 'back' ? behind.slice(-1) : ahead;
  if (spot === undefined) return null;
  const trail =
    to === 'back'
      ? { behind: behind.slice(0, -1), ahead: [from, ...ahead] }
      : { behind: [...behind, from], ahead: ahead.slice(1) };
  return { spot, trail };
}
