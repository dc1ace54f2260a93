import type { z } from 'zod';
import { formatMoney, mostCents } from '../programs/money';
import { mostCount } from '../programs/schema';
import { formatUnits, mostUnits } from '../units';
import { failed, ok, type Result } from '../result';
import { Command } from './commands';

const dayFields = ['completedOn', 'earnedOn', 'start', 'end', 'due', 'date', 'asOf', 'on'];
const unitFields = ['units', 'hours', 'openingUnits', 'openingMarked'];
const fieldNames: Record<string, string> = {
  title: 'title',
  sponsor: 'sponsor',
  indexNumber: 'index number',
  note: 'note',
  name: 'name',
  provider: 'provider',
  source: 'source',
  text: 'answer',
  quote: 'passage',
  front: 'front',
  back: 'back',
  tags: 'tag',
};

/**
 * A command from outside, checked against its schema. What a person can get wrong (a date, a number, a text
 * that is too long) gets its own sentence; anything else is the program's own mistake, `bad-command`.
 */
export function parseCommand(raw: unknown): Result<Command> {
  const parsed = Command.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return issue ? problemOf(issue, raw) : failed('bad-command', { what: 'unknown' });
}

function problemOf(issue: z.core.$ZodIssue, raw: unknown): Result<never> {
  const names = issue.path.map(String);
  const value = valueAt(raw, issue.path);
  // Only what a person can have typed is shown: other values may not even have a text.
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (names.some((name) => dayFields.includes(name)))
    return failed('bad-date', { text: text.slice(0, 60) });
  if (names.some((name) => unitFields.includes(name))) {
    const shown = Number.isSafeInteger(value) ? formatUnits(value as number) : text.slice(0, 60);
    return failed('bad-units', { text: shown, most: formatUnits(mostUnits) });
  }
  if (names.at(-1) === 'cents') {
    const shown = Number.isSafeInteger(value) ? formatMoney(value as number) : text.slice(0, 60);
    return failed('bad-money', { text: shown, most: formatMoney(mostCents) });
  }
  if (names.at(-1) === 'count') {
    const most = mostCount.toLocaleString('en-US');
    return failed('bad-count', { text: text.slice(0, 60), units: 'weeks, hours or cases', most });
  }
  if (names.includes('leads')) {
    return failed('bad-leads', {
      text: (Array.isArray(value) ? value.join(', ') : text).slice(0, 60),
    });
  }
  if (names.at(-1) === 'tags' && issue.code === 'too_big') {
    return failed('too-many-tags', { most: String(issue.maximum) });
  }
  const field = names.map((name) => fieldNames[name]).find((name) => name !== undefined);
  if (field !== undefined && typeof value === 'string') {
    if (issue.code === 'too_small' && field === 'title') {
      return isDeadline(raw) ? failed('name-empty', { what: 'date' }) : failed('title-empty');
    }
    if (issue.code === 'too_small' && field === 'front') return failed('card-empty');
    if (issue.code === 'too_small' && field === 'name' && isProgram(raw))
      return failed('name-empty', { what: 'program' });
    if (issue.code === 'too_small' && field === 'name' && isBody(raw)) {
      const what = names.includes('credentials') ? 'credential' : 'body';
      return failed('name-empty', { what });
    }
    if (issue.code === 'too_big') {
      const most = String(issue.maximum);
      return failed('text-too-long', { field, length: value.length.toLocaleString('en-US'), most });
    }
  }
  return failed('bad-command', { what: names.join('.') || 'command' });
}

function isDeadline(raw: unknown): boolean {
  return String(valueAt(raw, ['type'])).startsWith('deadline.');
}

/** A file without a name, in contrast, is nothing that a person typed. */
function isProgram(raw: unknown): boolean {
  return String(valueAt(raw, ['type'])).startsWith('program.');
}

function isBody(raw: unknown): boolean {
  return String(valueAt(raw, ['type'])).startsWith('body.');
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
