import type { Day } from '../library/fields';
import { addMonths, formatDay, isDay } from '../dates';
import { credentialOf } from '../reference';
import type { ProgramFact, Reference } from '../reference/schema';
import { failed, ok, type Result } from '../result';
import { formatMoney, parseMoney } from './money';
import { mostCount } from './ids';
import type { FactValue } from './schema';
import { factWords } from './words';

/** What stands in the fields of a fact while it is entered. */
export interface FactInput {
  /** Looked for, and not found. */
  isUnknown: boolean;
  /** A cost that is part of what is paid for something else. */
  isIncluded: boolean;
  /** Money, a count or a text as typed; `yes` or `no`; the id of a choice; a day as `YYYY-MM-DD`. */
  text: string;
  credentials: string[];
}

export const emptyInput: FactInput = {
  isUnknown: false,
  isIncluded: false,
  text: '',
  credentials: [],
};

/** The fields as they stand for a value; null is what was looked for and not found. */
export function inputOf(value: FactValue | null): FactInput {
  if (value === null) return { ...emptyInput, isUnknown: true };
  switch (value.kind) {
    case 'money':
      return { ...emptyInput, text: formatMoney(value.cents) };
    case 'included':
      return { ...emptyInput, isIncluded: true };
    case 'count':
      return { ...emptyInput, text: String(value.count) };
    case 'yes-no':
      return { ...emptyInput, text: value.isSo ? 'yes' : 'no' };
    case 'choice':
      return { ...emptyInput, text: value.choice };
    case 'credentials':
      return { ...emptyInput, credentials: [...value.credentials] };
    case 'day':
      return { ...emptyInput, text: value.day };
    case 'text':
      return { ...emptyInput, text: value.text };
  }
}

/** Whether nothing was said about a fact, not even that it was not found. */
export function isEmptyInput({ isUnknown, isIncluded, text, credentials }: FactInput): boolean {
  return !isUnknown && !isIncluded && text.trim() === '' && credentials.length === 0;
}

/**
 * What the fields of a fact say: a value of the fact's kind, or null for looked for and not found.
 *
 * Problems: fact-empty; bad-money, bad-count and bad-date for what cannot be read; count-none where none makes no sense;
 * bad-fact for an answer that is not among those of the fact.
 */
export function parseFact(fact: ProgramFact, input: FactInput): Result<FactValue | null> {
  if (input.isUnknown) return ok(null);
  if (input.isIncluded && fact.canBeIncluded) return ok({ kind: 'included' });
  const text = input.text.trim();
  const isEmpty = fact.kind === 'credentials' ? input.credentials.length === 0 : text === '';
  if (isEmpty) return failed('fact-empty', { fact: fact.name });
  switch (fact.kind) {
    case 'money': {
      const cents = parseMoney(text);
      return cents.ok ? ok({ kind: 'money', cents: cents.value }) : cents;
    }
    case 'count':
      return parseCount(fact, text);
    case 'yes-no':
      if (text !== 'yes' && text !== 'no') return failed('bad-fact', { fact: fact.name });
      return ok({ kind: 'yes-no', isSo: text === 'yes' });
    case 'choice': {
      const isKnown = (fact.choices ?? []).some(({ id }) => id === text);
      return isKnown
        ? ok({ kind: 'choice', choice: text })
        : failed('bad-fact', { fact: fact.name });
    }
    case 'credentials':
      return ok({ kind: 'credentials', credentials: input.credentials });
    case 'day':
      return isDay(text) ? ok({ kind: 'day', day: text }) : failed('bad-date', { text });
    case 'text':
      return ok({ kind: 'text', text });
  }
}

/** `12`, `1,200` and `12 weeks` where weeks are counted. */
function parseCount(fact: ProgramFact, text: string): Result<FactValue> {
  const { unit = '' } = fact;
  const units = unit === '' ? 'items' : `${unit}s`;
  const number = text.replace(new RegExp(`\\s*${unit}s?$`, 'i'), '');
  const isNumber = /^(?:\d{1,3}(?:,\d{3})+|\d{1,9})$/.test(number);
  const count = Number(number.replaceAll(',', ''));
  if (isNumber && count <= mostCount) {
    const none = checkCount(fact, count);
    return none ?? ok({ kind: 'count', count });
  }
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return failed('bad-count', { text: shown, units, most: mostCount.toLocaleString('en-US') });
}

/** Nothing is 0 weeks long, while 0 cases can be what a school says. */
export function checkCount({ name, least = 0, unit = '' }: ProgramFact, count: number) {
  return count < least ? failed('count-none', { fact: name, unit }) : null;
}

/** A day on which something was said cannot be to come. Problem: as-of-ahead. */
export function checkAsOf(asOf: Day | null, today: Day) {
  return asOf !== null && asOf > today ? failed('as-of-ahead', { date: asOf, today }) : null;
}

/** What a fact says, in words: `$1,850`, `part of the price`, `12 weeks`, `Yes`, `CCS, CCA`; `not found` for null. */
export function valueInWords(
  fact: ProgramFact,
  value: FactValue | null,
  reference: Reference,
): string {
  if (value === null) return factWords.notFound;
  switch (value.kind) {
    case 'money':
      return formatMoney(value.cents);
    case 'included':
      return factWords.included;
    case 'count':
      return countInWords(value.count, fact.unit);
    case 'yes-no':
      return value.isSo ? 'Yes' : 'No';
    case 'choice':
      return fact.choices?.find(({ id }) => id === value.choice)?.name ?? value.choice;
    case 'credentials':
      return value.credentials.map((one) => credentialOf(one, reference)?.name ?? one).join(', ');
    case 'day':
      return formatDay(value.day, 'en-US', 'medium');
    case 'text':
      return value.text;
  }
}

function countInWords(count: number, unit: string | undefined): string {
  const number = count.toLocaleString('en-US');
  return unit === undefined ? number : `${number} ${unit}${count === 1 ? '' : 's'}`;
}

/** `from Mar 2025: check` once what was said is more than a year old; null while it is not. */
export function ageInWords(asOf: Day | null, today: Day): string | null {
  if (asOf === null || addMonths(asOf, 12) >= today) return null;
  const month = new Date(`${asOf}T00:00:00Z`).toLocaleDateString('en-US', {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `from ${month}: check`;
}
