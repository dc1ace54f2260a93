import type { CommandOf } from '../../library/commands';
import { uuid5 } from '../../uuid';
import type { ReadRow } from './rows';
import { importNamespace, plainWords } from './table';

export type ImportedRow = CommandOf<'activities.import'>['rows'][number];

/** What makes two rows one activity: a ledger lists it once for each body that it is claimed at. */
function activityKey({ title, completedOn, sponsor, indexNumber }: ReadRow): string {
  return JSON.stringify([
    plainWords(title),
    completedOn,
    plainWords(sponsor),
    plainWords(indexNumber),
  ]);
}

/**
 * The id of the activity that each row of a table belongs to. It says what the row says and where it is from, never
 * where in the table it stands or what else is taken: the same row in any order, on any machine, is the same
 * activity. A row that is there twice on purpose is the second of its kind.
 */
export function rowIds(
  rows: readonly ReadRow[],
  source: string,
): ReadonlyMap<ReadRow, ImportedRow['id']> {
  const groups = new Map<string, ReadRow[]>();
  for (const row of rows) {
    const key = activityKey(row);
    const there = groups.get(key);
    if (there) there.push(row);
    else groups.set(key, [row]);
  }
  const ids = new Map<ReadRow, string>();
  for (const [key, group] of groups) {
    for (const [nth, parts] of spread(group).entries()) {
      const id = uuid5(importNamespace, JSON.stringify([source, key, nth]));
      for (const row of parts) ids.set(row, id);
    }
  }
  return ids;
}

/** Rows with their ids as activities with their claims. */
export function importedRows(rows: readonly (readonly [string, ReadRow])[]): ImportedRow[] {
  const activities = new Map<string, ReadRow[]>();
  for (const [id, row] of rows) activities.set(id, [...(activities.get(id) ?? []), row]);
  return [...activities].map(([id, parts]) => activityOf(id, inOrder(parts)));
}

/** By what they say alone, so that the order of the table decides nothing. */
function inOrder(rows: readonly ReadRow[]): ReadRow[] {
  const order = (row: ReadRow) => JSON.stringify(row, Object.keys(row).sort());
  const keyed = rows.map((row) => [order(row), row] as const);
  return keyed
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([, row]) => row);
}

/** Rows for one body each go together; a second row for a body begins another activity. */
function spread(group: readonly ReadRow[]): ReadRow[][] {
  const activities: ReadRow[][] = [];
  for (const row of inOrder(group)) {
    const free = activities.find((parts) =>
      parts.every(({ body }) => body !== null && row.body !== null && body !== row.body),
    );
    if (free) free.push(row);
    else activities.push([row]);
  }
  return activities;
}

function activityOf(id: string, parts: readonly ReadRow[]): ImportedRow {
  const [first] = parts as [ReadRow, ...ReadRow[]];
  const { title, completedOn, sponsor, indexNumber } = first;
  const notes = [...new Set(parts.map(({ note }) => note).filter((note) => note !== ''))];
  return {
    ...{ id, title, completedOn, sponsor, indexNumber },
    hours: Math.max(...parts.map(({ hours }) => hours)),
    note: notes.join('\n\n').slice(0, 20_000),
    claims: parts.flatMap((row) => (row.body === null ? [] : [claimOf(row, row.body)])),
  };
}

/** The claim that a row asks for. */
export function claimOf({ units, state }: Pick<ReadRow, 'units' | 'state'>, body: string) {
  return { body, units, state, marks: {}, holdings: [], cycleId: null };
}
