import { z } from 'zod';
import { ImportMapping } from '../ceu/import/schema';
import { OwnBody } from '../ceu/own-body-schema';
import { Activity, BodyId, Claim, Cycle, Evidence, Holding, Override } from '../ceu/schema';
import { Preparation } from '../code-sets/preparation-schema';
import { Adjustment, Occurrence, OwnDeadline, ReminderSettings } from '../deadlines/schema';
import { Exam } from '../exams/schema';
import { OwnDocument } from '../guide/document-schema';
import { Bookmark, Highlight } from '../notes/schema';
import { Fact, Program } from '../programs/schema';
import { Card } from '../study/schema';
import { Id, Instant } from './fields';

export const Theme = z.enum(['system', 'light', 'dark', 'contrast']);
export type Theme = z.infer<typeof Theme>;

export const Settings = z.object({
  theme: Theme,
  /** Whether the user was led through the three questions of the first start. */
  isWelcomed: z.boolean(),
  /** Start at login and stay in the background; null until the user was asked. */
  isToldWhenClosed: z.boolean().nullable(),
  /** Codes outpatient too, so that the dates of CPT and the quarterly sets are shown. */
  usesCpt: z.boolean(),
  /** What a sponsor counts as where its body does not say: asked once, by `mark:family` of the reference data. */
  sponsorAnswers: z.record(z.string().min(1).max(80), z.boolean()),
  /** By body, the rule of the reference data by which its units are proposed from hours; as typed where absent. */
  unitRounding: z.record(BodyId, z.string().min(1).max(80)),
  reminders: ReminderSettings,
});
export type Settings = z.infer<typeof Settings>;

/** What is left of a record after the purge: enough to know that it is gone on purpose. */
export const Tombstone = z.object({ id: Id, collection: z.string(), purgedAt: Instant });
export type Tombstone = z.infer<typeof Tombstone>;

/** All that the user owns. Collections are maps by id, so a change of one record is a patch of one record. */
export const Library = z.object({
  id: Id,
  createdAt: Instant,
  isSample: z.boolean(),
  settings: Settings,
  bodies: z.record(Id, OwnBody),
  holdings: z.record(Id, Holding),
  cycles: z.record(Id, Cycle),
  overrides: z.record(Id, Override),
  activities: z.record(Id, Activity),
  claims: z.record(Id, Claim),
  evidence: z.record(Id, Evidence),
  deadlines: z.record(Id, OwnDeadline),
  occurrences: z.record(Id, Occurrence),
  adjustments: z.record(Id, Adjustment),
  exams: z.record(Id, Exam),
  preparations: z.record(Id, Preparation),
  programs: z.record(Id, Program),
  facts: z.record(Id, Fact),
  highlights: z.record(Id, Highlight),
  bookmarks: z.record(Id, Bookmark),
  cards: z.record(Id, Card),
  documents: z.record(Id, OwnDocument),
  importMappings: z.record(Id, ImportMapping),
  tombstones: z.record(Id, Tombstone),
});
export type Library = z.infer<typeof Library>;

export { collections, schemaVersion, subjects, type Collection, type Subject } from './collections';
export { live } from './live';
