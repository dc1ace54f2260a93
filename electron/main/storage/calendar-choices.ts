import { join } from 'node:path';
import { z } from 'zod';
import { calendarParts } from '../../../src/core/deadlines/calendar-events';
import { Day, Instant } from '../../../src/core/library/fields';
import type { Disk, Log } from './disk';
import { readIfThere } from './disk';
import { renamePatiently, writeDurably } from './durable-file';
import { keptAsideName } from './kept-aside';

export const calendarChoicesName = 'calendar-file.json';

const Told = z.object({
  hash: z.string().max(64),
  sequence: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  at: Instant,
  from: Day,
  until: Day,
  summary: z.string(),
  part: z.enum(calendarParts),
  isCancelled: z.boolean(),
});

const Choices = z.object({
  /** Whether calendar.ics is kept up to date in the data folder. */
  isKept: z.boolean(),
  /** What goes into it. */
  parts: z.array(z.enum(calendarParts)),
  /** What was last said of each event, by its uid. */
  events: z.record(z.string().min(1), Told),
});
export type CalendarChoices = z.infer<typeof Choices>;

export const noChoices: CalendarChoices = { isKept: false, parts: [...calendarParts], events: {} };

/** Reads what was chosen and told; a damaged file is kept aside and begun anew, since revisions never fall back. */
export async function readCalendarChoices(
  disk: Disk,
  folder: string,
  { now, canWrite, log }: { now: string; canWrite: boolean; log: Log },
): Promise<CalendarChoices> {
  const path = join(folder, calendarChoicesName);
  const bytes = await readIfThere(disk.fs, path);
  if (bytes === null) return noChoices;
  const choices = parse(bytes);
  if (choices !== null) return choices;
  log.warn(`${calendarChoicesName} was damaged and is kept aside`);
  if (canWrite)
    await renamePatiently(disk, path, join(folder, keptAsideName(calendarChoicesName, now)));
  return noChoices;
}

function parse(bytes: Buffer): CalendarChoices | null {
  try {
    return Choices.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

export async function writeCalendarChoices(
  disk: Disk,
  folder: string,
  choices: CalendarChoices,
): Promise<void> {
  const text = `${JSON.stringify(choices, null, 2)}\n`;
  await writeDurably(disk, join(folder, calendarChoicesName), Buffer.from(text));
}
