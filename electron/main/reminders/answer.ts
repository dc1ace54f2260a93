import type { Broadcast } from '../../../src/core/ipc';
import type { Clock } from '../clock';
import type { Session } from '../session';
import { momentOf } from '../moment';
import { commandOfAction, type NoticeAction } from './actions';

interface Needs {
  clock: Clock;
  session: Pick<Session, 'withOwnStore'>;
  /** Opens the window at a screen. */
  open: (screen: string) => void;
  send: (message: Broadcast) => void;
}

/** Does what a button of a notice says, as the list would; what cannot be done is said at its place. */
export function makeNoticeAnswer({ clock, session, open, send }: Needs) {
  return async (action: NoticeAction, screen: string): Promise<void> => {
    const done = await session.withOwnStore((store) => {
      const { at } = store.library.settings.reminders;
      return store.dispatch(commandOfAction(action, momentOf(clock), at));
    });
    if (done.ok) return;
    open(screen);
    send({ kind: 'problem', problem: done.problem });
  };
}
