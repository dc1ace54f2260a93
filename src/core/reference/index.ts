import bodies from '../../../content/reference/bodies.json' with { type: 'json' };
import codeSetDates from '../../../content/reference/code-set-dates.json' with { type: 'json' };
import credentials from '../../../content/reference/credentials.json' with { type: 'json' };
import marks from '../../../content/reference/marks.json' with { type: 'json' };
import programFacts from '../../../content/reference/program-facts.json' with { type: 'json' };
import ruleSets from '../../../content/reference/rule-sets.json' with { type: 'json' };
import { Reference, type Body, type Credential, type Mark, type RuleSet } from './schema';

let parsed: Reference | null = null;

/**
 * The facts the program ships with: bodies, credentials, marks, renewal rules and code-set dates, each with
 * its source. Parsed once, when first asked for; a file that does not fit its schema is a bug and throws.
 */
export function reference(): Reference {
  parsed ??= Reference.parse({ bodies, credentials, marks, ruleSets, codeSetDates, programFacts });
  return parsed;
}

/** The body of that id, null if the reference data has none. */
export function bodyOf(id: string, data: Reference): Body | null {
  return data.bodies.find((body) => body.id === id) ?? null;
}

/** The credential of that id, null if the reference data has none. */
export function credentialOf(id: string, data: Reference): Credential | null {
  return data.credentials.find((credential) => credential.id === id) ?? null;
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
