import aapc from '../../../content/reference/bodies/aapc.json' with { type: 'json' };
import acdis from '../../../content/reference/bodies/acdis.json' with { type: 'json' };
import ahima from '../../../content/reference/bodies/ahima.json' with { type: 'json' };
import codeSetDates from '../../../content/reference/code-set-dates.json' with { type: 'json' };
import dateSuggestions from '../../../content/reference/date-suggestions.json' with { type: 'json' };
import exams from '../../../content/reference/exams.json' with { type: 'json' };
import programFacts from '../../../content/reference/program-facts.json' with { type: 'json' };
import type { Body, BodyFile, Credential, ExamRules, Mark, Reference, RuleSet } from './schema';

/** In the order in which bodies are shown. */
const bodyFiles = [ahima, aapc, acdis];

let made: Reference | null = null;

/**
 * The facts the program ships with: bodies, credentials, marks, renewal rules and code-set dates, each with
 * its source. Put together once, when first asked for. The files ship inside the program and are checked
 * against the schema by index.test.ts, not at each start: that would cost 15 ms and could find nothing new.
 */
export function reference(): Reference {
  made ??= withBodies(
    {
      ...{ bodies: [], credentials: [], marks: [], ruleSets: [] },
      codeSetDates: codeSetDates as Reference['codeSetDates'],
      programFacts: programFacts as Reference['programFacts'],
      exams: exams as Reference['exams'],
      dateSuggestions: dateSuggestions as Reference['dateSuggestions'],
    },
    bodyFiles as unknown as BodyFile[],
  );
  return made;
}

/** The reference data with the bodies of further files, after those that are there. */
export function withBodies(data: Reference, files: readonly BodyFile[]): Reference {
  const own = <K extends 'credentials' | 'marks' | 'ruleSets'>(key: K) =>
    files.flatMap((file) => file[key].map((one) => ({ ...one, body: file.id })));
  const bodies = files.map(
    ({ credentials: _credentials, marks: _marks, ruleSets: _ruleSets, ...body }) => body,
  );
  return {
    ...data,
    bodies: [...data.bodies, ...bodies],
    credentials: [...data.credentials, ...(own('credentials') as Credential[])],
    marks: [...data.marks, ...(own('marks') as Mark[])],
    ruleSets: [...data.ruleSets, ...(own('ruleSets') as RuleSet[])],
  };
}

/** The body of that id, null if the reference data has none. */
export function bodyOf(id: string, data: Reference): Body | null {
  return data.bodies.find((body) => body.id === id) ?? null;
}

/** The body's name as people say it; its id where the reference data has none. */
export function bodyName(id: string, data: Reference): string {
  return bodyOf(id, data)?.name ?? id;
}

/** The credential of that id, null if the reference data has none. */
export function credentialOf(id: string, data: Reference): Credential | null {
  return data.credentials.find((credential) => credential.id === id) ?? null;
}

/** What is known of sitting an exam of that credential; null if its body is not in the reference data. */
export function examRulesOf(credential: string, data: Reference): ExamRules | null {
  const body = credentialOf(credential, data)?.body;
  return data.exams.find((rules) => rules.body === body) ?? null;
}

/** The mark of that id, null if the reference data has none. */
export function markOf(id: string, data: Reference): Mark | null {
  return data.marks.find((mark) => mark.id === id) ?? null;
}

/** The rules under which a cycle of that body beginning on that day falls; null if none are known for it. */
export function ruleSetFor(body: string, cycleStart: string, data: Reference): RuleSet | null {
  let found: RuleSet | null = null;
  for (const set of data.ruleSets) {
    if (set.body !== body || (set.from !== null && set.from > cycleStart)) continue;
    if (!found || (set.from ?? '') >= (found.from ?? '')) found = set;
  }
  return found;
}
