import type { Api, ApiMethod } from './ipc';
import type { Result } from './result';

/**
 * The methods that the preload exposes, and which of them answer with a Result. The type makes a name that is
 * missing or misspelt, and a word that is not what the method answers, fail to compile.
 */
export const answers: {
  [M in ApiMethod]: Awaited<ReturnType<Api[M]>> extends Result<unknown> ? 'result' : 'value';
} = {
  open: 'value',
  today: 'value',
  dispatch: 'result',
  read: 'value',
  history: 'value',
  trash: 'value',
  attachEvidence: 'result',
  openEvidence: 'result',
  addDocument: 'result',
  openDocuments: 'result',
  documentText: 'result',
  showDocument: 'result',
  evidenceBytes: 'result',
  readCertificate: 'result',
  attachPictures: 'result',
  readTable: 'result',
  readPaste: 'result',
  setDevice: 'value',
  close: 'value',
  openLink: 'result',
  saveText: 'result',
  openText: 'result',
  copyText: 'value',
  savePdf: 'result',
  print: 'result',
  saveAuditPack: 'result',
  calendarFile: 'value',
  changeCalendarFile: 'result',
  saveCalendar: 'result',
  about: 'value',
  reminderTimer: 'value',
  setReminderTimer: 'result',
  showDataFolder: 'value',
  moveDataFolder: 'result',
  showLog: 'value',
  report: 'value',
  backups: 'value',
  backUp: 'result',
  restoreBackup: 'result',
  recover: 'result',
  openSample: 'result',
  leaveSample: 'result',
};
export const apiMethods = Object.keys(answers) as ApiMethod[];

/** The channel of a method, and the one channel on which main speaks by itself. */
export const channelOf = (method: ApiMethod) => `almanac:${method}`;
export const broadcastChannel = 'almanac:broadcast';
