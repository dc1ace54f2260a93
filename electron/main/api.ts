import { app, clipboard } from 'electron';
import type { Api, Printable } from '../../src/core/ipc';
import { schemaVersion } from '../../src/core/library/collections';
import type { PrintJob } from '../../src/core/print-job';
import { ok, type Result } from '../../src/core/result';
import type { CalendarKeeper } from './calendar-keeper';
import { calendarPagesOf } from './calendar-pages';
import type { Clock } from './clock';
import { openLink } from './links';
import { openDocuments } from './chosen-documents';
import type { Log } from './log';
import type { LoginItem } from './login-item';
import type { MainWindow } from './main-window';
import { momentOf } from './moment';
import { once } from './once';
import { setTimer, type SystemTimer } from './reminders/timer/timer';
import { openFile, openFolder, showInFolder } from './open-path';
import type { Session } from './session';
import { openText, saveText } from './text-files';
import { trashOf } from './trash';
import type { TrayIcon } from './tray';

interface Parts {
  session: Session;
  window: MainWindow;
  tray: TrayIcon;
  loginItem: LoginItem;
  timer: SystemTimer;
  log: Log;
  /** Loaded when it is first needed, as all that a start does not ask for. */
  calendar: () => Promise<CalendarKeeper>;
  clock: Clock;
}

/** What the page can ask for, each answered by the part that knows. */
export function makeApi(parts: Parts): Api {
  const { session, window, tray, loginItem, timer, log, calendar, clock } = parts;
  const ceuFiles = once(async () => {
    const { makeCeuFiles } = await import('./ceu-files');
    return makeCeuFiles(session, clock);
  });
  /** The library's dates are put in here: the page names the view, and never what stands in it. */
  const pagesOf = (what: Printable): Promise<Result<PrintJob['what']>> =>
    what.kind === 'guide'
      ? Promise.resolve(ok(what))
      : session.withStore((store) =>
          Promise.resolve(ok(calendarPagesOf(what, store.library, momentOf(clock)))),
        );
  return {
    async open() {
      const opening = await session.opening();
      window.pageIsReady();
      return opening;
    },
    today: () => session.today(),
    dispatch: (command) => session.withStore((store) => store.dispatch(command)),
    async read(subjects) {
      const store = await session.settled();
      if (store === null) return { revision: 0, library: {} };
      const { revision, library } = store;
      const wanted = Object.fromEntries(subjects.map((subject) => [subject, library[subject]]));
      return { revision, library: wanted };
    },
    async history(kind, about) {
      const store = await session.settled();
      return (
        (await store?.history(kind, ({ entry }) => Object.values(entry).includes(about))) ?? []
      );
    },
    async trash() {
      const store = await session.settled();
      return store === null ? [] : trashOf(store.library);
    },
    attachEvidence: (activityId, name, bytes) =>
      session.withStore(async (store) => {
        const put = await store.putEvidence(bytes, name);
        if (!put.ok) return put;
        return store.dispatch({ type: 'evidence.attach', activityId, ...put.value });
      }),
    openEvidence: (id) =>
      session.withStore(async (store) => {
        const path = await store.evidencePath(id);
        if (!path.ok) return path;
        await openFile(path.value);
        return ok(null);
      }),
    addDocument: (name, bytes, target) =>
      session.withStore((store) => store.documents.add(name, bytes, target)),
    openDocuments: () => openDocuments(window.native),
    documentText: (id, which) => session.withStore((store) => store.documents.text(id, which)),
    showDocument: (id) =>
      session.withStore(async (store) => {
        const path = await store.documents.path(id);
        if (path.ok) showInFolder(path.value);
        return path.ok ? ok(null) : path;
      }),
    evidenceBytes: async (...of) => (await ceuFiles()).evidenceBytes(...of),
    readCertificate: async (...of) => (await ceuFiles()).readCertificate(...of),
    attachPictures: async (...of) => (await ceuFiles()).attachPictures(...of),
    readTable: async (...of) => (await ceuFiles()).readTable(...of),
    readPaste: async (...of) => (await ceuFiles()).readPaste(...of),
    async setDevice(changes) {
      await session.device.change(changes);
      if (changes.zoom !== undefined) window.setZoom(changes.zoom);
    },
    close: (choice) => Promise.resolve(window.answerClosing(choice)),
    openLink,
    saveText: (kind, name, text) => saveText(window.native, kind, name, text),
    openText: () => openText(window.native),
    copyText: (text) => Promise.resolve(clipboard.writeText(text)),
    async savePdf(what, name) {
      const pages = await pagesOf(what);
      if (!pages.ok) return pages;
      const { savePdf } = await import('./printing');
      return savePdf(window.native, pages.value, name, log);
    },
    async print(what) {
      const pages = await pagesOf(what);
      if (!pages.ok) return pages;
      const { print } = await import('./printing');
      return print(pages.value, log);
    },
    saveAuditPack: (cycleId, paper) =>
      session.withStore(async (store) => {
        const { today } = momentOf(clock);
        const { saveAuditPack } = await import('./save-pack');
        return saveAuditPack(cycleId, paper, { owner: window.native, store, today, log });
      }),
    calendarFile: async () => (await calendar()).state(),
    changeCalendarFile: async (changes) => (await calendar()).change(changes),
    saveCalendar: async (what, name) => (await calendar()).save(what, name),
    async about() {
      await tray.probe();
      return {
        version: app.getVersion(),
        electron: process.versions.electron ?? '',
        chromium: process.versions['chrome'] ?? '',
        node: process.versions.node,
        schema: schemaVersion,
        dataFolder: session.folder,
        logFile: log.file,
        isLoginItem: await loginItem.isOn(),
        hasTray: tray.hasService,
      };
    },
    reminderTimer: () => timer.read(),
    setReminderTimer: (isOn) => session.withOwnStore(() => setTimer(timer, isOn)),
    showDataFolder: () => openFolder(session.folder),
    moveDataFolder: () => session.move(),
    showLog: () => Promise.resolve(showInFolder(log.file)),
    report: (message, stack) => Promise.resolve(log.page(message, stack)),
    async backups() {
      const store = await session.settled();
      return (await store?.backups()) ?? [];
    },
    backUp: () => session.withOwnStore((store) => store.backUp('asked')),
    restoreBackup: (name) => session.restore(name),
    recover: (choice) => session.recover(choice),
    openSample: () => session.openSample(),
    leaveSample: () => session.leaveSample(),
  };
}
