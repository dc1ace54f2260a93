import { failed, ok, type Result } from './result';

/** The most units or hours at once: 200.00, which no activity and no cycle exceeds. */
export const mostUnits = 20_000;

/**
 * What a user typed as CEUs or hours, in whole hundredths: `1.5`, `1,5` and `.5` are understood. Three
 * decimals are refused rather than rounded, also because `1,000` may mean a thousand.
 *
 * Problem: bad-units, for anything but a number from 0 to the most that is possible at once.
 */
export function parseUnits(text: string): Result<number> {
  const typed = text.trim();
  const parts = /^(?<whole>\d{0,6})(?:[.,](?<decimals>\d{0,2}))?$/.exec(typed)?.groups;
  const whole = parts?.['whole'] ?? '';
  const decimals = parts?.['decimals'] ?? '';
  const hundredths = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  if (!parts || whole + decimals === '' || hundredths > mostUnits) {
    const shown = typed.length > 60 ? `${typed.slice(0, 60)}…` : typed;
    return failed('bad-units', { text: shown, most: formatUnits(mostUnits) });
  }
  return ok(hundredths);
}

/** Hundredths as people write them, without needless zeros: 150 is `1.5`, 2000 is `20`. */
export function formatUnits(hundredths: number): string {
  const size = Math.abs(hundredths);
  const whole = Math.floor(size / 100);
  const decimals = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${hundredths < 0 ? '-' : ''}${whole}${decimals && `.${decimals}`}`;
}

/** Hundredths as a count of units in a sentence: 100 is `1 unit`, 150 is `1.5 units`. */
export function unitsInWords(hundredths: number): string {
  return `${formatUnits(hundredths)} ${hundredths === 100 ? 'unit' : 'units'}`;
}
