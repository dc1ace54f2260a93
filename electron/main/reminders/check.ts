import type { Clock } from '../clock';
import type { DataPlace } from '../data-place';
import { DeviceKeeper } from '../device-keeper';
import type { FurtherStart, FurtherStarts } from '../further-starts';
import type { TellBug } from '../funnel';
import type { Log } from '../log';
import { lookAtLibrary } from '../storage/store';
import { Planner, type NoticeService } from './planner';

/** A disk or a service that hangs is not waited for longer: the next check will come. */
const longest = 30_000;

export interface CheckNeeds {
  place: Pick<DataPlace, 'find'>;
  notifier: NoticeService;
  clock: Clock;
  log: Log;
  tellBug: TellBug;
  starts: FurtherStarts;
}

/** What a check came to: the program may end, or is wanted as such by somebody who has started it since. */
export type Checked = { exitCode: 0 | 1; wanted: FurtherStart | null };

/** Tells what is due, as the running program would, and notes it where that one will look. */
export async function checkReminders({ starts, ...needs }: CheckNeeds): Promise<Checked> {
  const { opened, wanted } = heedStarts(starts);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<1>((resolve) => {
    timer = setTimeout(() => {
      needs.log.warn(`the check takes longer than ${longest} ms`);
      resolve(1);
    }, longest);
  });
  const told = tellDue(needs, opened).catch((error: unknown): 1 => {
    needs.tellBug(error, 'check');
    return 1;
  });
  const exitCode = await Promise.race([told, late]);
  clearTimeout(timer);
  // Those that come now are for the program that this one becomes.
  starts.hold();
  return { exitCode, wanted: wanted() };
}

/** Who starts the program while it checks: one by hand, who waits for the window, or one at login, who does not. */
function heedStarts(starts: FurtherStarts) {
  let wanted: FurtherStart | null = null;
  const opened = new Promise<void>((resolve) => {
    starts.heed((start) => {
      const { isCheck, isHidden } = start.flags;
      if (isCheck) return;
      if (wanted === null || wanted.flags.isHidden) wanted = start;
      if (!isHidden) resolve();
    });
  });
  return { opened, wanted: () => wanted };
}

/** Until all is told, or somebody opens the program: no window waits because a service takes its time. */
async function tellDue(
  { place, notifier, clock, log, tellBug }: Omit<CheckNeeds, 'starts'>,
  opened: Promise<void>,
) {
  const { folder } = await place.find();
  const looked = await lookAtLibrary({ folder, clock, log });
  if (!looked.ok) {
    // Nobody is there to be told: it shows at the next start. Who has the library open tells by itself.
    log.info('check', { library: looked.problem.code });
    return 0 as const;
  }
  const { library, device, close } = looked.value;
  try {
    const keeper = new DeviceKeeper({ clock, log, profile: null });
    await keeper.take(device);
    const store = { isSample: library.isSample, library, isAnothers: () => Promise.resolve(false) };
    const planner = new Planner({
      ...{ clock, log, tellBug, notifier },
      session: { store, device: keeper },
    });
    planner.look();
    await Promise.race([planner.settled(), opened]);
    // What is left is the program's to tell.
    await planner.stop();
    log.info('check', { library: 'open' });
  } finally {
    await close();
  }
  return 0 as const;
}
