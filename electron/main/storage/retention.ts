import type { BackupInfo } from '../../../src/core/ipc';

const newest = 10;
const days = 14;
const months = 12;
const aDay = 86_400_000;

type Kept = Pick<BackupInfo, 'name' | 'at' | 'records'>;

/**
 * The names to keep: the newest ten, the newest of each of the last 14 days and of each of the last twelve
 * months. And the newest big one whatever its age: if a library shrinks by mistake and is backed up small
 * day after day, the last state worth having must not be rotated away.
 */
export function keptBackups(backups: readonly Kept[], now: string): Set<string> {
  const sorted = [...backups].sort((one, other) => (one.at < other.at ? 1 : -1));
  const kept = new Set(sorted.slice(0, newest).map(({ name }) => name));
  const since = new Date(Date.parse(now) - days * aDay).toISOString();
  const sinceMonth = new Date(now);
  // The first of the month, since a month counted back from the 31st may not have that day.
  sinceMonth.setUTCDate(1);
  sinceMonth.setUTCMonth(sinceMonth.getUTCMonth() - months);
  const firstMonth = sinceMonth.toISOString().slice(0, 7);
  const seen = new Set<string>();
  for (const { name, at } of sorted) {
    const day = at.slice(0, 10);
    const month = at.slice(0, 7);
    if (at > since && !seen.has(day)) kept.add(name);
    if (month > firstMonth && !seen.has(month)) kept.add(name);
    seen.add(day).add(month);
  }
  const most = sorted.reduce((max, { records }) => Math.max(max, records), 0);
  const big = sorted.find(({ records }) => records * 2 >= most);
  if (big) kept.add(big.name);
  return kept;
}
