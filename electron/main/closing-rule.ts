import { wayToClose, type ClosingRule } from './closing';
import type { Clock } from './clock';
import type { DeviceKeeper } from './device-keeper';
import { momentOf } from './moment';
import { untoldWithin } from './reminders/untold';
import { wasTold } from './reminders/notices';
import type { SystemTimer } from './reminders/timer/timer';
import type { LibraryStore } from './storage/types';

/** Farther off, a person opens the program again anyway. */
const daysAhead = 7;

interface Needs {
  clock: Clock;
  session: {
    readonly store: Pick<LibraryStore, 'isSample' | 'library'> | null;
    readonly device: Pick<DeviceKeeper, 'current' | 'change'>;
  };
  tray: { readonly isThere: boolean; probe(): Promise<void> };
  timer: Pick<SystemTimer, 'read'>;
}

/** The user's own wish to be told, the tray as it is at that moment, and what this machine has told already. */
export function makeClosingRule({ clock, session, tray, timer }: Needs): ClosingRule {
  const { device } = session;
  return {
    isInForce() {
      const { store } = session;
      return store?.isSample === false && store.library.settings.isToldWhenClosed === true;
    },
    async way() {
      // A desktop's tray can have gone since it was looked for.
      await tray.probe();
      return wayToClose({
        hasTray: tray.isThere,
        hasTimer: !tray.isThere && (await timer.read()) === 'on',
        wasTold: (into) => device.current.toldOfClosing.includes(into),
        untold: () => {
          const library = session.store?.library;
          if (library === undefined) return [];
          const isTold = wasTold(device.current.notices);
          return untoldWithin(daysAhead, library, momentOf(clock), isTold);
        },
      });
    },
    noteTold(into) {
      const { toldOfClosing } = device.current;
      if (toldOfClosing.includes(into)) return;
      void device.change({ toldOfClosing: [...toldOfClosing, into] });
    },
  };
}
