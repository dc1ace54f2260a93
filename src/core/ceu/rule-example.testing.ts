import type { Library } from '../library/schema';
import { reference } from '../reference';
import { standingOf } from './rules';
import type { RuleStanding, Standing } from './standing';

export const data = reference();
export const today = '2026-11-22';
export const ahima = { body: 'ahima', start: '2026-01-01', end: '2027-12-31' };
export const aapc = { body: 'aapc', start: '2026-03-01', end: '2028-02-29' };
export const ahimaId = 'ahima:2026-01-01';
export const aapcId = 'aapc:2026-03-01';

export function standing(library: Library, cycleId: string, on = today): Standing {
  const cycle = library.cycles[cycleId];
  if (!cycle) throw new Error(`no cycle ${cycleId}`);
  return standingOf({ cycle, library, today: on, reference: data });
}

export function rule({ rules }: Standing, id: string): RuleStanding {
  const found = rules.find((one) => one.rule === id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
}
