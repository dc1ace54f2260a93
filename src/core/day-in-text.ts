import { parseDay } from './parse-day';

const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
/** What may be a day in running text; whether it is one is for parseDay to say. */
const candidates = new RegExp(
  [
    '\\b\\d{4}-\\d{1,2}-\\d{1,2}\\b',
    // Part of a version or of a dosage is none: 1/2/3.4.
    '(?<![\\d/.])\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d{2})(?![\\d/])',
    `\\b${month}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?(?!\\d)`,
    `\\b\\d{1,2}(?:st|nd|rd|th)? ${month}\\.?(?:,? \\d{4})?(?![\\d\\p{L}])`,
  ].join('|'),
  'gu',
);

/**
 * The first day named in a text that is not over, or null: `October 1` is the next one there is, a day of a
 * year that has passed is left out. What is counted from today, such as “in 3 weeks”, is no day of a text,
 * which nobody wrote today.
 */
export function comingDayIn(
  text: string,
  reading: { today: string; monthFirst: boolean },
): string | null {
  for (const [candidate] of text.replace(/\s+/g, ' ').matchAll(candidates)) {
    const day = parseDay(candidate, { ...reading, prefers: 'coming' });
    if (day.ok && day.value >= reading.today) return day.value;
  }
  return null;
}
