import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { Api, Broadcast, CalendarFile } from '../../src/core/ipc';
import { failed, ok, type Result } from '../../src/core/result';
import type { Clock } from './clock';
import { chooseWhereToSave } from './dialogs';
import type { TellBug } from './funnel';
import type { Log } from './log';
import { momentOf } from './moment';
import type { Session } from './session';
import {
  calendarBytes,
  calendarFileName,
  choicesAt,
  keepCalendar,
  removeCalendar,
  type CalendarPlace,
  type Wanted,
} from './storage/calendar-export';
import { writeCalendarChoices } from './storage/calendar-choices';
import { causeOf, diskOf } from './storage/disk';
import { writeDurably } from './storage/durable-file';
import { StorageFailure } from './storage/failure';
import { Queue } from './queue';
import type { LibraryStore } from './storage/types';

interface Needs {
  session: Session;
  clock: Clock;
  log: Log;
  tellBug: TellBug;
  send: (message: Broadcast) => void;
  owner: () => BrowserWindow | null;
}

type Changes = Parameters<Api['changeCalendarFile']>[0];

/** Writes dates for other calendars: where the user says, and the file in the data folder if they want one kept. */
export class CalendarKeeper {
  readonly #needs: Needs;
  /** One at a time: each reads what was told of an event, and notes it anew. */
  readonly #queue = new Queue();
  #isFailing = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** What the kept file is, where it would lie, and what goes into it. */
  async state(): Promise<CalendarFile> {
    const store = await this.#needs.session.settled();
    if (store === null) return { isKept: false, parts: [], path: '', canKeep: false };
    const { isKept, parts } = await choicesAt(this.#placeOf(store), this.#needs.clock.now());
    const canKeep = !store.isSample && store.write.canWrite;
    return { isKept, parts, path: join(store.folder, calendarFileName), canKeep };
  }

  change(changes: Changes): Promise<Result<CalendarFile>> {
    return this.#needs.session.withOwnStore((store) =>
      this.#queue.run(async () => {
        if (!store.write.canWrite) return { ok: false, problem: store.write.problem };
        const place = this.#placeOf(store);
        try {
          const choices = await choicesAt(place, this.#needs.clock.now());
          const next = { ...choices, ...changes };
          await writeCalendarChoices(place.disk, place.folder, next);
          if (next.isKept) await keepCalendar(place, this.#asked(store));
          else if (choices.isKept) await removeCalendar(place);
          return ok(await this.state());
        } catch (error) {
          return failed('calendar-not-kept', { cause: toldCause(error) });
        }
      }),
    );
  }

  /** Asks where to keep the dates and writes them there; false when the user thought better of it. */
  async save(what: Wanted, name: string): Promise<Result<boolean>> {
    return this.#needs.session.withStore(async (store) => {
      const filter = { name: 'Calendar', extensions: ['ics'] };
      const words = { title: 'Export dates', name, filter };
      const path = await chooseWhereToSave(this.#needs.owner(), words);
      if (path === null) return ok(false);
      return this.#queue.run(async () => {
        const place = this.#placeOf(store);
        try {
          const bytes = await calendarBytes(place, { ...this.#asked(store), what });
          if (bytes === null) return failed('not-there', { what: 'date' });
          await writeDurably(place.disk, path, bytes);
          return ok(true);
        } catch (error) {
          return failed('file-not-written', { cause: toldCause(error) });
        }
      });
    });
  }

  /** Called after changes and when the day changes. */
  heed(store: LibraryStore | null): void {
    if (store === null || store.isSample || !store.write.canWrite) return;
    this.#last = this.#queue
      .run(() => this.#keep(store))
      .catch((error: unknown) => this.#needs.tellBug(error, 'calendar file'));
  }

  /** The last change is in the file, once what runs is over. */
  async settled(): Promise<void> {
    this.heed(this.#needs.session.store);
    await this.#last;
  }

  async #keep(store: LibraryStore): Promise<void> {
    const { clock, log, send, session } = this.#needs;
    if (session.store !== store || !store.write.canWrite) return;
    const place = this.#placeOf(store);
    try {
      const { isKept } = await choicesAt(place, clock.now());
      if (!isKept) return;
      const done = await keepCalendar(place, this.#asked(store));
      if (done === 'written') log.info('calendar file written');
      this.#isFailing = false;
    } catch (error) {
      // Said once; each change after it tries again.
      if (this.#isFailing) return;
      this.#isFailing = true;
      const about = { cause: toldCause(error) };
      send({ kind: 'problem', problem: { code: 'calendar-not-kept', about } });
    }
  }

  #asked({ library }: LibraryStore) {
    return { library, ...momentOf(this.#needs.clock) };
  }

  #placeOf({ folder, write }: LibraryStore): CalendarPlace {
    return { disk: diskOf({}), folder, canWrite: write.canWrite, log: this.#needs.log };
  }
}

function toldCause(error: unknown): string {
  const told = error instanceof StorageFailure ? error.problem.about?.['cause'] : undefined;
  return told ?? causeOf(error);
}
