import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { bundled, start } from './support/processes';
import { openStore, tempFolder, testClock } from './support/rig';

/*
 * kill -9 at every step between what is due and its notice: the list has it once, and it is shown at least once
 * and at most once more.
 */

const now = '2026-11-24T15:00:00.000Z';
let teller: string;
let entered: string;

beforeAll(async () => {
  teller = await bundled('teller');
  entered = join(tempFolder(), 'data');
  const { store } = await openStore(entered, { clock: testClock('2026-11-22T15:00:00.000Z') });
  const date = { type: 'deadline.add', note: '', repeat: null } as const;
  await store.dispatch({ ...date, title: 'AAPC dues', date: '2026-11-25', leads: [1] });
  await store.close();
}, 60_000);

/** What one run says, from its start to its end. */
async function said(folder: string, diesAt: number): Promise<string[]> {
  const child = start(teller, folder, now, String(diesAt));
  const lines: string[] = [];
  for (let line = await child.next(); line !== null; line = await child.next()) lines.push(line);
  return lines;
}

const all = (lines: string[], what: string) => lines.filter((line) => line.startsWith(`${what} `));

it(
  'is told at least once and at most once more, wherever it dies',
  { timeout: 60_000 },
  async () => {
    const deaths: number[] = [];
    const repeats: number[] = [];
    const one = async (diesAt: number): Promise<boolean> => {
      const folder = join(tempFolder(), 'data');
      cpSync(entered, folder, { recursive: true });
      const first = await said(folder, diesAt);
      const hasDied = !first.includes('ended');
      // The next start, and the one after it.
      const after = await said(folder, 0);
      expect(after.at(-1)).toBe('ended');
      expect(all([...first, ...after], 'bug')).toEqual([]);
      const listed = all(after, 'listed').map((line) => line.replace(/^listed own:.*?\|/, ''));
      expect(listed, `step ${diesAt}`).toEqual(['2026-11-25|1', '2026-11-25|1']);
      const shown = [...all(first, 'shown'), ...all(after, 'shown')];
      expect(new Set(shown)).toEqual(new Set(['shown AAPC dues tomorrow']));
      const allowed = hasDied ? 2 : 1;
      expect(shown.length, `step ${diesAt}`).toBeLessThanOrEqual(allowed);
      if (hasDied) deaths.push(diesAt);
      if (shown.length === 2) repeats.push(diesAt);
      return hasDied;
    };
    // Two at a time, until a run reaches its end before its step comes.
    for (let diesAt = 1; ; diesAt += 2) {
      const died = await Promise.all([one(diesAt), one(diesAt + 1)]);
      if (died.includes(false)) break;
    }
    // Each step of two writes and one notice, and some of them after it was seen.
    expect(deaths.length).toBeGreaterThan(15);
    expect(repeats.length).toBeGreaterThan(3);
    expect(repeats.length).toBeLessThan(deaths.length);
  },
);
