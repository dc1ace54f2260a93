import { z } from 'zod';
import { leadings, measures, papers, typefaces, usualLook } from '../../../src/core/guide/look';
import { calendarViews } from '../../../src/core/ipc';

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });

/** When the system was asked to show an occurrence's notice, and when it said that it did. */
const Notice = z.object({
  attemptedAt: z.string().nullable(),
  shownAt: z.string().nullable(),
  /** How often it was asked without having refused; files of earlier versions do not have it. */
  attempts: z.int().positive().default(1),
});

const Key = z.string().min(1).max(80);

/** By chapter; the guide has ten, and the file is not to grow without end. */
const byChapter = <T extends z.ZodType>(value: T) =>
  z.record(Key, value).refine((record) => Object.keys(record).length <= 100);

export const Reading = z.object({
  chapter: Key.nullable(),
  places: byChapter(z.object({ section: Key, part: z.number().min(0).max(1) })),
  /** Files of earlier versions do not have it. */
  read: byChapter(z.array(Key).max(100)).default({}),
  textSize: z.int().min(80).max(180),
  /** Files of earlier versions have none of these. */
  measure: z.enum(measures).default(usualLook.measure),
  leading: z.enum(leadings).default(usualLook.leading),
  typeface: z.enum(typefaces).default(usualLook.typeface),
  paper: z.enum(papers).nullable().default(null),
  speed: z.number().min(0.8).max(2).default(1),
  voice: z.string().min(1).max(300).nullable().default(null),
});

/** Unknown fields are kept, so that an older version of the program does not lose a newer one's. */
export const Device = z.looseObject({
  zoom: z.number().min(50).max(300),
  screen: z.string().min(1).max(40),
  bounds: Bounds.nullable(),
  isMaximized: z.boolean(),
  reading: Reading,
  calendarView: z.enum(calendarViews),
  /** By occurrence id. */
  notices: z.record(z.string(), Notice),
  /** What the user was told closing the window does. */
  toldOfClosing: z.array(z.enum(['tray', 'nothing'])),
});

/** What belongs to this machine: not in undo, backups or sync. */
export type Device = z.infer<typeof Device>;
