import { untrack } from 'svelte';
import { usualLook } from '../core/guide/look';
import type {
  Api,
  Broadcast,
  CalendarView,
  Closing,
  Opening,
  Reading,
  WriteState,
} from '../core/ipc';
import type { Library, Theme } from '../core/library/schema';
import { problemSentence } from '../core/problems';
import type { Problem, Result } from '../core/result';
import type { Today } from '../core/today';
import type { Platform } from '../ui/keys';
import { Announcer } from './announcer.svelte';
import { KeptEntries } from './kept-entries.svelte';
import { KeptForms } from './kept-forms';
import { OpenForms } from './open-forms';
import type { LibraryState } from './library.svelte';
import { isScreen, type Place, type ScreenId } from './places';

type Changed = Extract<Broadcast, { kind: 'changed' }>;

export interface NoticeEntry {
  id: number;
  tone: 'info' | 'warn' | 'bad';
  happened: string;
  todo: string;
}

/** Where the user is, and what they came for. `turn` differs each time, even for the same place. */
export interface Visit {
  screen: ScreenId;
  /** The record to show; of something new, what it may be called. */
  id: string | null;
  intent: 'show' | 'new';
  turn: number;
}

const zoomSteps = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300];
const toastTime = 10_000;
const returnStep = 60_000;

function wallDay(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whoever holds a credential or logged an activity is no newcomer, whatever the settings say. */
function hasRecords(today: Today | null): boolean {
  if (!today) return false;
  return today.standings.length + today.counts.activities + today.counts.missing > 0;
}

/** What belongs to the window as a whole: the opening, the place, the look, and what is being said. */
export class ShellState {
  readonly announcer = new Announcer();
  readonly forms = new OpenForms();
  readonly keptEntries = new KeptEntries(this.forms);
  /** A new one for each library that is opened. */
  keptForms = new KeptForms();

  opening = $state.raw<Opening | null>(null);
  visit = $state.raw<Visit>({ screen: 'today', id: null, intent: 'show', turn: 0 });
  /** Past the three questions of the first start; an undo does not lead back to them. */
  isBegun = $state.raw(false);
  zoom = $state.raw(100);
  /** Where and how the guide was read last; Today and the guide go on from it. */
  reading = $state.raw<Reading>({
    chapter: null,
    places: {},
    read: {},
    ...usualLook,
    ...{ paper: null, speed: 1, voice: null },
  });
  /** The text of the user's own that the guide shows, for when they come back to it. */
  openDocument: string | null = null;
  /** How the calendar was shown last, and the day at which it stood in this session. */
  calendarView: CalendarView = 'list';
  calendarDay: string | null = null;
  write = $state.raw<WriteState>({ canWrite: true });
  today = $state.raw<Today | null>(null);
  notices = $state.raw<readonly NoticeEntry[]>([]);
  /** The last change, for a while, with the way to take it back, or to take that back. */
  toast = $state.raw<{ did: string; offer: 'library.undo' | 'library.redo' | null } | null>(null);
  isPaletteOpen = $state(false);
  isShortcutsOpen = $state(false);
  /** What closing the window means, while the user is asked about it. */
  closing = $state.raw<Closing | null>(null);

  readonly screen: ScreenId = $derived(this.visit.screen);
  readonly platform: Platform = $derived(this.opening?.platform ?? 'linux');
  readonly theme: Theme = $derived.by(() => this.#settings?.theme ?? 'system');
  readonly isSample: boolean = $derived(this.opening?.isSample ?? false);
  readonly canWrite: boolean = $derived(this.write.canWrite);
  /** The day it is, as main's clock says; the page's own is asked only where no library is open. */
  readonly day: string = $derived(this.today?.date ?? wallDay());

  #api: Api;
  #library: LibraryState;
  #turn = 0;
  #toastEnds: ReturnType<typeof setTimeout> | undefined;
  #isToastKept = false;
  #isAsking = false;
  #isStale = false;
  /** How far main's clock is ahead of the page's own, in milliseconds. */
  #ahead = 0;
  #returnEnds: ReturnType<typeof setTimeout> | undefined;

  constructor(api: Api, library: LibraryState) {
    this.#api = api;
    this.#library = library;
  }

  /** They come with the opening, before any screen asks for them. */
  get #settings(): Library['settings'] | undefined {
    return this.#library.data.settings;
  }

  /** Asks for all that the first paint needs. Also after another library was opened. */
  async open(): Promise<void> {
    const opening = await this.#api.open();
    this.zoom = opening.device.zoom;
    this.reading = opening.device.reading;
    this.calendarView = opening.device.calendarView;
    this.calendarDay = null;
    this.write = opening.write;
    this.#showToday(opening.today);
    this.isBegun = opening.isSample || opening.settings.isWelcomed || hasRecords(opening.today);
    this.toast = null;
    this.notices = [];
    this.openDocument = null;
    this.keptForms = new KeptForms();
    for (const problem of opening.notices) this.tell(problem, 'info');
    const { screen } = opening.device;
    if (this.opening !== null) this.#visitAgain();
    else if (isScreen(screen)) this.visit = { ...this.visit, screen };
    this.opening = opening;
    this.#library.start(opening.revision, { settings: opening.settings });
  }

  hear(message: Broadcast): void {
    switch (message.kind) {
      case 'changed':
        this.#change(message);
        return this.refreshToday();
      case 'reload':
        void this.#followSettings();
        return this.refreshToday();
      case 'day':
        return this.refreshToday();
      case 'reopen':
        void this.open();
        return;
      case 'zoom':
        this.zoom = message.zoom;
        return;
      case 'closing':
        this.closing = message.closing;
        return;
      case 'problem':
        this.tell(message.problem);
    }
  }

  #change({ patches, undoable, did }: Changed): void {
    const ofSettings = patches.filter(({ path }) => path[0] === 'settings');
    void this.#followSettings();
    // Whoever changes a setting sees it change; a line that says so would only be noise.
    if (ofSettings.length < patches.length) this.showDone(did, undoable ? 'library.undo' : null);
  }

  /** Once they are what the message said, which may have to be read first. */
  async #followSettings(): Promise<void> {
    await this.#library.ensure('settings');
    this.isBegun ||= this.#settings?.isWelcomed === true;
  }

  go(screen: ScreenId, to: { id?: string | null; intent?: 'show' | 'new' } = {}): void {
    const { id = null, intent = 'show' } = to;
    // What hangs over every place would hide this one.
    this.isPaletteOpen = false;
    this.isShortcutsOpen = false;
    this.visit = { screen, id, intent, turn: ++this.#turn };
    void this.#api.setDevice({ screen });
  }

  /** To the screen that shows a record. */
  goTo({ screen, id }: Place): void {
    if (isScreen(screen)) this.go(screen, { id });
  }

  /** Another library in the same place: its screen is drawn anew, and read from its title on. */
  #visitAgain(): void {
    this.visit = { screen: this.visit.screen, id: null, intent: 'show', turn: ++this.#turn };
  }

  /** Today's slice is worked out by main; changes in quick succession ask for it once more, not each. */
  refreshToday(): void {
    this.#isStale = true;
    if (!this.#isAsking) void this.#askToday();
  }

  async #askToday(): Promise<void> {
    this.#isAsking = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        this.#showToday(await this.#api.today());
      }
    } finally {
      this.#isAsking = false;
    }
  }

  #showToday(today: Today | null): void {
    this.today = today;
    if (today) this.#ahead = Date.parse(today.moment.now) - Date.now();
    this.#awaitReturn();
  }

  /** The present instant by main's clock, which reminders go by. */
  now(): string {
    return new Date(Date.now() + this.#ahead).toISOString();
  }

  /** Asks anew once a reminder that was put off comes up; in steps, because a timer sleeps with the machine. */
  #awaitReturn(): void {
    clearTimeout(this.#returnEnds);
    const returnsAt = this.today?.returnsAt;
    if (!returnsAt) return;
    const left = Date.parse(returnsAt) - Date.parse(this.now());
    if (left < 0) this.refreshToday();
    else this.#returnEnds = setTimeout(() => this.#awaitReturn(), Math.min(left + 50, returnStep));
  }

  /** Shows what happened and what to do until the user has read it. */
  tell(problem: Problem, tone: NoticeEntry['tone'] = 'bad'): void {
    const { happened, todo } = problemSentence(problem);
    this.say(happened, todo, tone);
  }

  /** For what has no answer but that it worked. */
  async tellIfFailed(asked: Promise<Result<unknown>>): Promise<void> {
    const result = await asked;
    if (!result.ok) this.tell(result.problem);
  }

  say(happened: string, todo: string, tone: NoticeEntry['tone']): void {
    // The same sentence again, such as on each key while the disk is full, is one notice.
    const others = untrack(() => this.notices).filter((notice) => notice.happened !== happened);
    this.notices = [...others, { id: ++this.#turn, tone, happened, todo }];
  }

  dismiss(id: number): void {
    this.notices = this.notices.filter((notice) => notice.id !== id);
  }

  showDone(did: string, offer: 'library.undo' | 'library.redo' | null): void {
    // Undo is heard of twice: as a change, and as what the user asked for.
    if (this.toast?.did !== did) this.announcer.say(did);
    if (this.toast === null) this.#isToastKept = false;
    this.toast = { did, offer };
    this.keepToast(this.#isToastKept);
  }

  /** While the pointer or the focus is on it, the line stays (WCAG 2.2.1). */
  keepToast(isKept: boolean): void {
    this.#isToastKept = isKept;
    clearTimeout(this.#toastEnds);
    if (!isKept) this.#toastEnds = setTimeout(() => (this.toast = null), toastTime);
  }

  keepReading(reading: Reading): void {
    this.reading = reading;
    void this.#api.setDevice({ reading });
  }

  keepCalendarView(calendarView: CalendarView): void {
    this.calendarView = calendarView;
    void this.#api.setDevice({ calendarView });
  }

  changeZoom(to: 'in' | 'out' | 'reset'): void {
    const zoom = this.zoom;
    const next =
      to === 'reset'
        ? 100
        : to === 'in'
          ? (zoomSteps.find((step) => step > zoom) ?? zoom)
          : (zoomSteps.findLast((step) => step < zoom) ?? zoom);
    this.zoom = next;
    void this.#api.setDevice({ zoom: next });
  }
}
