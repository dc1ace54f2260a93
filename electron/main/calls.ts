import { z } from 'zod';
import { calendarParts } from '../../src/core/deadlines/calendar-events';
import { calendarFilters } from '../../src/core/deadlines/coming-months';
import {
  calendarViews,
  closingChoices,
  editions,
  recoveryChoices,
  textKinds,
  type Api,
  type ApiMethod,
} from '../../src/core/ipc';
import { answers } from '../../src/core/ipc-channels';
import { papers } from '../../src/core/guide/look';
import { Command } from '../../src/core/library/commands';
import { Day, Id } from '../../src/core/library/fields';
import { HistoryEntry } from '../../src/core/library/journal';
import { parseCommand } from '../../src/core/library/parse-command';
import { subjects } from '../../src/core/library/collections';
import { failed } from '../../src/core/result';
import { mostPictures } from './exports/picture-pdf';
import { Reading } from './storage/device-schema';

/** Above the 25 MB of a certificate and the 10 MB of a text, so that the answer is the sentence about its size. */
const mostBytes = 32 * 1024 * 1024;
const Bytes = z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= mostBytes);
const Text = (most: number) => z.string().max(most);
/** Proposed in the dialog: a name, and no way out of the folder that the user chooses. */
const FileName = z.string().regex(/^[\w][\w .-]{0,80}$/);
/** A page of a body’s site with a few thousand rows and all its markup. */
const mostPaste = 20_000_000;
const mostText = 100_000_000;
const none = z.tuple([]);
const Printable = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('guide'),
    chapter: Text(80).nullable(),
    paper: z.enum(papers),
  }),
  z.strictObject({
    kind: z.literal('calendar'),
    view: z.enum(['month', 'year']),
    day: Day,
    filter: z.enum(calendarFilters),
    paper: z.enum(papers),
  }),
]);
const CalendarParts = z.array(z.enum(calendarParts)).max(calendarParts.length);

/** What each method may be called with. The page is not trusted: it may have been taken over. */
const calls: { [M in ApiMethod]: z.ZodType<Parameters<Api[M]>> } = {
  open: none,
  today: none,
  dispatch: z.tuple([Command]),
  read: z.tuple([z.array(z.enum(subjects)).max(subjects.length)]),
  history: z.tuple([HistoryEntry.shape.kind, Id]),
  trash: none,
  attachEvidence: z.tuple([Id, Text(1000).min(1), Bytes]),
  openEvidence: z.tuple([Id]),
  // The name is cleaned where the file is made; the id is one of the folders that the store has made.
  addDocument: z.tuple([
    Text(1000).min(1),
    Bytes,
    z.discriminatedUnion('as', [
      z.strictObject({ as: z.literal('ask') }),
      z.strictObject({ as: z.literal('another') }),
      z.strictObject({ as: z.literal('new-version'), id: Id }),
    ]),
  ]),
  openDocuments: none,
  documentText: z.tuple([Id, z.enum(editions)]),
  showDocument: z.tuple([Id]),
  evidenceBytes: z.tuple([Id]),
  readCertificate: z.tuple([Text(1000).min(1), Bytes]),
  attachPictures: z.tuple([
    Id,
    Text(1000).min(1),
    z
      .array(Bytes)
      .min(1)
      .max(mostPictures)
      .refine((all) => all.reduce((sum, { byteLength }) => sum + byteLength, 0) <= 4 * mostBytes),
  ]),
  readTable: z.tuple([Text(1000).min(1), Bytes]),
  readPaste: z.tuple([Text(mostPaste), Text(mostPaste)]),
  setDevice: z.tuple([
    z
      .strictObject({
        zoom: z.int().min(50).max(300),
        screen: Text(60),
        reading: Reading,
        calendarView: z.enum(calendarViews),
      })
      .partial(),
  ]) as z.ZodType<Parameters<Api['setDevice']>>,
  close: z.tuple([z.enum(closingChoices)]),
  openLink: z.tuple([Text(4000)]),
  saveText: z.tuple([z.enum(textKinds), FileName, Text(mostText)]),
  openText: none,
  copyText: z.tuple([Text(20_000)]),
  savePdf: z.tuple([Printable, FileName]),
  print: z.tuple([Printable]),
  saveAuditPack: z.tuple([Id, z.enum(papers)]),
  calendarFile: none,
  changeCalendarFile: z.tuple([
    z.strictObject({ isKept: z.boolean(), parts: CalendarParts }).partial(),
  ]) as z.ZodType<Parameters<Api['changeCalendarFile']>>,
  saveCalendar: z.tuple([
    z.union([
      z.strictObject({ parts: CalendarParts }),
      z.strictObject({ deadline: Text(200).min(1), date: Day }),
    ]),
    FileName,
  ]),
  about: none,
  reminderTimer: none,
  setReminderTimer: z.tuple([z.boolean()]),
  showDataFolder: none,
  moveDataFolder: none,
  showLog: none,
  report: z.tuple([Text(20_000), Text(20_000)]),
  backups: none,
  backUp: none,
  // The store compares it with the names it has; it is never joined to a path as it comes.
  restoreBackup: z.tuple([Text(200)]),
  recover: z.tuple([z.enum(recoveryChoices)]),
  openSample: none,
  leaveSample: none,
};

class MalformedCall extends Error {
  constructor(method: ApiMethod) {
    super(`malformed call of ${method}`);
    this.name = 'MalformedCall';
  }
}

/** Parses what the page sent and calls the method; never calls it with anything that did not parse. */
export async function answerCall(api: Api, method: ApiMethod, args: unknown[]): Promise<unknown> {
  const parsed = calls[method].safeParse(args);
  if (!parsed.success) {
    if (method === 'dispatch' && args.length === 1) {
      // What a person can get wrong in a command has a sentence of its own.
      const read = parseCommand(args[0]);
      if (!read.ok) return read;
    }
    if (answers[method] === 'result') return failed('bad-command', { what: method });
    throw new MalformedCall(method);
  }
  const run = api[method] as (...args: unknown[]) => Promise<unknown>;
  return run(...parsed.data);
}
