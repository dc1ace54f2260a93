import type { Broadcast, Opening, RecoveryChoice } from '../../src/core/ipc';
import { emptyLibrary } from '../../src/core/library/defaults';
import { reference } from '../../src/core/reference';
import { failed, ok, type Problem, type Result } from '../../src/core/result';
import type { Today } from '../../src/core/today';
import { announce } from './announce';
import type { Clock } from './clock';
import { DataPlace } from './data-place';
import { DeviceKeeper } from './device-keeper';
import type { TellBug } from './funnel';
import { Listeners } from './listeners';
import type { Log } from './log';
import { openSafely } from './open-safely';
import { openedOpening, recoveryOpening } from './opening';
import { Queue } from './queue';
import { openLibrary, recoverLibrary } from './storage/store';
import type { LibraryStore, Opened, RecoveryNeeded, StoreOptions } from './storage/types';
import { TodayMaker } from './today-maker';

interface Needs {
  profile: string;
  sampleFolder: string;
  /** The data folder named on the command line. */
  data: string | null;
  clock: Clock;
  newId: () => string;
  log: Log;
  tellBug: TellBug;
  send: (message: Broadcast) => void;
  chooseFolder: (words: { title: string; button: string }) => Promise<string | null>;
  quit: () => void;
}

type Now =
  { kind: 'open'; store: LibraryStore; notices: Problem[] } | (RecoveryNeeded & { folder: string });

/** Which library is open: the user's own, the sample, or none because it needs the user's word first. */
export class Session {
  readonly device: DeviceKeeper;
  #needs: Needs;
  #place: DataPlace;
  #today: TodayMaker;
  #now: Now | null = null;
  /** One library is opened or closed at a time, and every question waits until that is over. */
  #turns = new Queue();
  #listeners: Listeners<LibraryStore | null>;
  #isEnded = false;
  #hasBegun = false;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#place = new DataPlace(needs.profile, needs.data);
    this.#today = new TodayMaker(needs.clock);
    this.device = new DeviceKeeper(needs);
    this.#listeners = new Listeners(needs.log);
  }

  /** The library that is open now, null while there is none. */
  get store(): LibraryStore | null {
    return this.#now?.kind === 'open' ? this.#now.store : null;
  }

  /** The folder of the library that is open, or that needs the user's word. */
  get folder(): string {
    if (this.#now === null) return '';
    return this.#now.kind === 'open' ? this.#now.store.folder : this.#now.folder;
  }

  /** Something of the library changed, or another one was opened. */
  onLibrary(listen: (store: LibraryStore | null) => void): void {
    this.#listeners.add(listen);
  }

  /** Reads what the window needs before it is made. */
  async peekDevice(): Promise<void> {
    await this.device.peek((await this.#place.find()).folder);
  }

  /** What is due once a day: the backup, the purge of the trash. */
  async daily(): Promise<void> {
    const store = await this.settled();
    if (store === null || store.isSample) return;
    const done = await store.daily();
    if (!done.ok) this.#needs.send({ kind: 'problem', problem: done.problem });
  }

  start(isSample: boolean): Promise<unknown> {
    return isSample ? this.openSample() : this.#turns.run(() => this.#openUsers());
  }

  /** The open library once nothing is being opened any more; null in recovery. */
  async settled(): Promise<LibraryStore | null> {
    await this.#turns.settled();
    return this.store;
  }

  /** Runs `use` on the open library, or answers why there is none. */
  async withStore<T>(use: (store: LibraryStore) => Promise<Result<T>>): Promise<Result<T>> {
    const store = await this.settled();
    if (store !== null) return use(store);
    if (this.#now?.kind === 'recovery') return { ok: false, problem: this.#now.problem };
    return failed('library-unreadable', { cause: 'the program is closing' });
  }

  /** The same, refused in the sample, which has nothing worth keeping. */
  withOwnStore<T>(use: (store: LibraryStore) => Promise<Result<T>>): Promise<Result<T>> {
    return this.withStore((store) =>
      store.isSample ? Promise.resolve(failed('sample-only')) : use(store),
    );
  }

  async today(): Promise<Today> {
    const store = await this.settled();
    const { clock } = this.#needs;
    return this.#today.make(store?.library ?? emptyLibrary('none', clock.now()));
  }

  async opening(): Promise<Opening> {
    const store = await this.settled();
    const device = this.device.current;
    if (store !== null) {
      const today = this.#today.take(store);
      return openedOpening(store, { device, today, notices: this.#takeNotices() });
    }
    if (this.#now?.kind !== 'recovery') throw new Error('no library');
    return recoveryOpening(this.#now, { device, now: this.#needs.clock.now() });
  }

  openSample(): Promise<Result<null>> {
    return this.#turns.run(async () => {
      if (this.store?.isSample === true) return ok(null);
      const { clock, newId, sampleFolder, tellBug } = this.#needs;
      await this.#close();
      try {
        // The guide's text comes with it, which a start without the sample does not read.
        const { buildSample } = await import('./sample');
        await buildSample(sampleFolder, clock, newId);
        const opened = await openLibrary({
          ...this.#options(sampleFolder, true),
          isSample: true,
        });
        if (opened.kind === 'recovery') throw new Error(opened.problem.code);
        await this.device.use((await this.#place.find()).folder);
        this.#adopt(opened, sampleFolder);
        return ok(null);
      } catch (error) {
        // The sample is made by the program itself, so whatever is wrong with it is a bug.
        tellBug(error, 'sample');
        await this.#openUsers();
        return failed('unexpected');
      }
    });
  }

  leaveSample(): Promise<Result<null>> {
    return this.#turns.run(async () => {
      if (this.store?.isSample === false) return ok(null);
      await this.#close();
      await this.#openUsers();
      return ok(null);
    });
  }

  async recover(choice: RecoveryChoice): Promise<Result<null>> {
    if (choice === 'quit') {
      this.#needs.quit();
      return ok(null);
    }
    const words = { title: 'Choose the folder of your library', button: 'Open' };
    const other = choice === 'other-folder' ? await this.#needs.chooseFolder(words) : null;
    return this.#turns.run(async () => {
      if (this.#now?.kind !== 'recovery') return ok(null);
      const { folder } = this.#now;
      if (choice === 'look-again') await this.#openUsers();
      else if (choice === 'other-folder') {
        if (other !== null) await this.#openUsers({ folder: other, expectsLibrary: false });
      } else {
        const recovered = await recoverLibrary(this.#options(folder, false), choice);
        if (!recovered.ok) return recovered;
        await this.#take(recovered.value, folder);
      }
      return ok(null);
    });
  }

  /** Asks for a folder and moves the library there; null when the user thought better of it. */
  async move(): Promise<Result<string | null>> {
    const may = await this.withOwnStore(() => Promise.resolve(ok(null)));
    if (!may.ok) return may;
    if (this.#place.isNamed) {
      return failed('move-failed', { cause: 'its folder was named on the command line' });
    }
    const words = { title: 'Choose an empty folder for your library', button: 'Move here' };
    const folder = await this.#needs.chooseFolder(words);
    if (folder === null) return ok(null);
    return this.#turns.run(async () => {
      if (this.store === null) return ok(null);
      const moved = await this.store.move(folder);
      if (!moved.ok) return moved;
      await this.#openUsers({ folder: moved.value, expectsLibrary: true });
      return moved;
    });
  }

  restore(name: string): Promise<Result<null>> {
    return this.withOwnStore((store) =>
      this.#turns.run(async () => {
        const restored = await store.restore(name);
        if (!restored.ok) return restored;
        if (this.#now?.kind === 'open') this.#now.notices.push(...restored.value);
        this.#tellReopened();
        return ok(null);
      }),
    );
  }

  /** Writes and unlocks what is open. Nothing is opened afterwards. */
  end(): Promise<void> {
    this.#isEnded = true;
    return this.#turns.run(async () => {
      await this.#close();
      await this.device.close();
    });
  }

  #options(folder: string, expectsLibrary: boolean): StoreOptions {
    const { clock, newId, log } = this.#needs;
    return { folder, expectsLibrary, clock, newId, log, reference: reference() };
  }

  async #openUsers(at?: { folder: string; expectsLibrary: boolean }): Promise<void> {
    if (this.#isEnded) return;
    const { folder, expectsLibrary } = at ?? (await this.#place.find());
    const options = this.#options(folder, expectsLibrary);
    await this.#take(await openSafely(options, this.#needs.tellBug), folder);
  }

  /** Goes on with what opening a folder of the user's came to. */
  async #take(opened: Opened, folder: string): Promise<void> {
    if (opened.kind === 'open') {
      await this.device.take(opened.store.device);
      await this.#place
        .note(folder)
        .catch((error: unknown) => this.#needs.tellBug(error, 'location'));
    }
    this.#adopt(opened, folder);
  }

  #adopt(opened: Opened, folder: string): void {
    if (opened.kind === 'recovery') this.#now = { ...opened, folder };
    else {
      const { store } = opened;
      this.#now = { kind: 'open', store, notices: [...opened.notices] };
      this.#today.makeAhead(store);
      store.onChange((change) => {
        this.#needs.send(announce(change));
        this.#tellListeners();
      });
      let couldWrite = store.write.canWrite;
      store.onProblem((problem) => {
        this.#needs.send({ kind: 'problem', problem });
        if (store.write.canWrite === couldWrite) return;
        couldWrite = store.write.canWrite;
        this.#tellReopened();
      });
    }
    this.#tellReopened();
  }

  #tellReopened(): void {
    // The page asks for the first opening by itself.
    if (this.#hasBegun) this.#needs.send({ kind: 'reopen' });
    this.#hasBegun = true;
    this.#tellListeners();
  }

  #tellListeners(): void {
    this.#listeners.tell(this.store);
  }

  /** Each is said once. */
  #takeNotices(): Problem[] {
    return this.#now?.kind === 'open' ? this.#now.notices.splice(0) : [];
  }

  async #close(): Promise<void> {
    const { store } = this;
    this.#now = null;
    await store?.close();
  }
}
