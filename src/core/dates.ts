import { Temporal } from 'temporal-polyfill';

/** Whether the text is a real calendar day written `YYYY-MM-DD` (2026-02-29 is not). */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
