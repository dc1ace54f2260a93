// Apart from the schema, so that the window's first screen can show an amount without loading zod.

import { failed, ok, type Result } from '../result';
import { factWords } from './words';

/** Whole US cents. The most that is accepted is a million dollars, which no program costs. */
export const mostCents = 100_000_000;

/**
 * What a user typed as an amount in dollars, in whole cents: `1,234.50`, `$1,234.50`, `1234.5` and `.50` are
 * understood. Commas stand between thousands or not at all; three decimals are refused rather than rounded.
 *
 * Problem: bad-money, for anything but an amount from nothing to the most that is possible.
 */
export function parseMoney(text: string): Result<number> {
  const typed = text.trim();
  const parts = /^\$?\s?(?<whole>\d{1,3}(?:,\d{3})+|\d{0,9})(?:\.(?<decimals>\d{0,2}))?$/.exec(
    typed,
  )?.groups;
  const whole = (parts?.['whole'] ?? '').replaceAll(',', '');
  const decimals = parts?.['decimals'] ?? '';
  const cents = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  if (!parts || whole + decimals === '' || cents > mostCents) {
    const shown = typed.length > 60 ? `${typed.slice(0, 60)}…` : typed;
    return failed('bad-money', { text: shown, most: formatMoney(mostCents) });
  }
  return ok(cents);
}

/** Cents as people write dollars: two decimals or none, `$1,234.50` and `$1,200`, never `$1,200.00` or `$1,234.5`. */
export function formatMoney(cents: number): string {
  const size = Math.abs(cents);
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const rest = size % 100;
  return `${cents < 0 ? '-' : ''}$${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

/** A total of which some parts may be unknown: `$2,345`, `at least $2,345`, or `not known`. */
export function totalInWords(cents: number, unknownParts: number): string {
  if (unknownParts === 0) return formatMoney(cents);
  return cents === 0 ? factWords.notKnown : `at least ${formatMoney(cents)}`;
}

/** The same in one line beside a drawing: `$2,345 known, 3 parts not known`. */
export function knownInWords(cents: number, unknownParts: number): string {
  if (unknownParts === 0) return `${formatMoney(cents)}, every part known`;
  const unknown = `${partsInWords(unknownParts)} ${factWords.notKnown}`;
  return cents === 0 ? `Nothing known, ${unknown}` : `${formatMoney(cents)} known, ${unknown}`;
}

/** Parts of a cost, counted: `1 part`, `3 parts`. */
export function partsInWords(count: number): string {
  return `${count} ${count === 1 ? 'part' : 'parts'}`;
}
