import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach } from 'vitest';
import { logActivity, openStore, tempFolder, testClock } from './rig';
import { runCli } from '../../../electron/cli/run';

/** A CCS with a cycle, two claims, one certificate. */
async function makeLibrary(data: string): Promise<void> {
  mkdirSync(data);
  const { store } = await openStore(data);
  await store.dispatch({
    type: 'holding.add',
    credential: 'ccs',
    earnedOn: '2024-06-01',
    note: '',
    cycle: {
      ...{ start: '2025-01-01', end: '2026-12-31' },
      ...{ openingUnits: 0, openingMarked: {}, note: '' },
    },
  });
  const claim = {
    ...{ body: 'ahima', units: 150, state: 'earned', marks: {}, holdings: [], cycleId: null },
  };
  await store.dispatch(logActivity('=SUM(A1), "quoted"', { claims: [claim] }));
  await store.dispatch(logActivity('Facility training'));
  const put = await store.putEvidence(Buffer.from('A certificate'), 'proof.txt');
  const [activityId = ''] = Object.keys(store.library.activities);
  if (put.ok) await store.dispatch({ type: 'evidence.attach', activityId, ...put.value });
  await store.backUp('asked');
  await store.close();
}

/** A folder for each test with a library in `data`, and the command line that is run in it. */
export function cliOnLibrary() {
  let folder = '';
  beforeEach(async () => {
    folder = tempFolder();
    await makeLibrary(join(folder, 'data'));
  });

  async function cli(...args: string[]) {
    let out = '';
    let err = '';
    const code = await runCli(args, {
      ...{ platform: 'linux' as const, env: {}, home: folder, workingFolder: folder },
      clock: testClock('2026-11-22T12:00:00.000Z'),
      out: (text) => void (out += text),
      err: (text) => void (err += text),
    });
    return { code, out, err };
  }
  return {
    cli,
    read: (...args: string[]) => cli(...args, '--data', 'data'),
    folder: () => folder,
    data: () => join(folder, 'data'),
  };
}
