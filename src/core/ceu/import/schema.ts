import { z } from 'zod';
import { RecordBase } from '../../library/fields';
import { Activity, BodyId, ClaimState } from '../schema';

/** What a column can hold. */
export const importFields = [
  'title',
  'completedOn',
  'units',
  'hours',
  'sponsor',
  'indexNumber',
  'body',
  'state',
  'note',
] as const;
export const ImportField = z.enum(importFields);
export type ImportField = z.infer<typeof ImportField>;

export const mostColumns = 60;
/** The most rows of one import, and of one command. */
export const mostRows = 20_000;

/** How a table is read; each field belongs to one column at most. */
export const Mapping = z.object({
  /** By the place of the column; null where it is left out. */
  columns: z.array(ImportField.nullable()).max(mostColumns),
  /** The user’s answer where a column of dates can be read in both orders. */
  order: z.enum(['month-first', 'day-first']).nullable(),
  /** Where rows are claimed that do not say it themselves; null claims them nowhere. */
  body: BodyId.nullable(),
  /** The state of claims that do not say it themselves. */
  state: ClaimState,
});
export type Mapping = z.infer<typeof Mapping>;

/** A mapping that was used, kept for the next table with the same header. Its id is `mappingId(header)`. */
export const ImportMapping = RecordBase.extend({
  /** The file or page it was last used for. */
  name: z.string().min(1).max(255),
  header: z.array(z.string().max(200)).max(mostColumns),
  ...Mapping.shape,
});
export type ImportMapping = z.infer<typeof ImportMapping>;

const version5 = '[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

/** A UUID v5, so that the same row has the same id on every machine and in every import. */
export const RowId = z.string().regex(new RegExp(`^${version5}$`));
export const MappingId = z.string().regex(new RegExp(`^mapping:${version5}$`));

export const importedFields = Activity.pick({
  title: true,
  completedOn: true,
  hours: true,
  sponsor: true,
  indexNumber: true,
  note: true,
});
