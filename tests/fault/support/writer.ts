import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { reference } from '../../../src/core/reference';
import { systemClock } from '../../../electron/main/clock';
import { systemTimers } from '../../../electron/main/storage/disk';
import { openLibrary } from '../../../electron/main/storage/store';

/*
 * A program that logs activities as fast as it can and says each title once it is answered, until it is
 * killed. Snapshots come at once and backups often, so that the kill also meets these.
 */

const [, , folder = '', runName = ''] = process.argv;
const opened = await openLibrary({
  ...{ folder, clock: systemClock(), newId: randomUUID, reference: reference() },
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  expectsLibrary: false,
  timers: {
    ...systemTimers,
    after(_, run) {
      const timer = setImmediate(run);
      return () => clearImmediate(timer);
    },
  },
});
if (opened.kind !== 'open') {
  writeSync(1, `recovery ${opened.problem.code}\n`);
  process.exit(1);
}
const { store } = opened;
writeSync(1, `${store.write.canWrite ? 'open' : 'read-only'}\n`);
for (let index = 0; ; index++) {
  const title = `${runName}-${index}`;
  const answer = await store.dispatch({
    ...{ type: 'activity.log', title, completedOn: '2026-10-01', hours: 100 },
    ...{ sponsor: '', indexNumber: '', note: 'n'.repeat(index % 50), claims: [] },
  });
  if (!answer.ok) break;
  writeSync(1, `${title}\n`);
  if (index % 40 === 39) await store.backUp('asked');
  if (index % 3 === 2) await new Promise((resolve) => setImmediate(resolve));
}
