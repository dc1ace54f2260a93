import { fold } from '../guide/words';
import type { LedgerRow } from './ledger';
import type { ClaimState } from './schema';

/** What a ledger is narrowed to. Each part that is set leaves out more. */
export interface LedgerFilter {
  /** Every word of it is found in title, sponsor, index number or note. */
  text: string;
  /** A row stays if one of its claims has the state; null for any. */
  state: ClaimState | null;
  sponsor: string | null;
  isUnanswered: boolean;
  hasNoCertificate: boolean;
}

export const noFilter: LedgerFilter = {
  text: '',
  state: null,
  sponsor: null,
  isUnanswered: false,
  hasNoCertificate: false,
};

export function isFiltering({ text, ...others }: LedgerFilter): boolean {
  return (
    text.trim() !== '' || Object.values(others).some((part) => part !== null && part !== false)
  );
}

/** The rows that stay, in their order. `questionsOf` says how many questions of a row are not answered. */
export function filterRows(
  rows: readonly LedgerRow[],
  filter: LedgerFilter,
  questionsOf: (row: LedgerRow) => number,
): LedgerRow[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const { activity, claims, evidence } = row;
    if (filter.state !== null && !claims.some(({ state }) => state === filter.state)) return false;
    if (filter.sponsor !== null && activity.sponsor !== filter.sponsor) return false;
    if (filter.hasNoCertificate && evidence.length > 0) return false;
    if (words.length > 0) {
      const { title, sponsor, indexNumber, note } = activity;
      const text = fold([title, sponsor, indexNumber, note].join('\n'));
      if (!words.every((word) => text.includes(word))) return false;
    }
    return !filter.isUnanswered || questionsOf(row) > 0;
  });
}
