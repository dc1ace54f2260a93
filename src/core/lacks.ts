import { placeClaims } from './ceu/counting';
import { currentCycle } from './ceu/cycles';
import type { Standing } from './ceu/standing';
import { listed } from './ceu/totals';
import type { Day, Id } from './library/fields';
import { live, type Library } from './library/schema';
import { bodyOf, credentialOf, markOf, ruleSetFor } from './reference';
import type { Reference } from './reference/schema';
import type { Lack } from './today';
import { formatUnits } from './units';

/** A lack with what it is sorted by: smaller is more urgent. */
interface Ranked extends Lack {
  rank: string;
}

/**
 * What lacks, the most urgent first: bodies without a cycle for today, credentials without a date, then by
 * the end of the cycle that it is for: certificates and index numbers of earned claims that their body asks
 * for, and units that are not sorted by a rule's question. Cycles that are over are left alone.
 */
export function lacksOf(
  library: Library,
  standings: Standing[],
  today: Day,
  reference: Reference,
): Lack[] {
  const ranked = [
    ...cyclesLacking(library, today, reference),
    ...datesLacking(library, reference),
    ...proofLacking(library, today, reference),
    ...answersLacking(standings, reference),
  ];
  return ranked
    .map(({ rank, ...lack }) => ({ key: `${rank} ${lack.id}`, lack }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ lack }) => lack);
}

function cyclesLacking(library: Library, today: Day, reference: Reference): Ranked[] {
  const held = new Set(live(library.holdings).map(({ body }) => body));
  return [...held]
    .filter((body) => !currentCycle(body, library.cycles, today))
    .map((id) => {
      const body = bodyOf(id, reference);
      return {
        id: `no-cycle:${id}`,
        rank: '0',
        title: `${body?.name ?? id} has no cycle for today`,
        detail: `Without its dates nothing can be counted. ${body?.whereDatesAre ?? ''}`.trim(),
        open: { screen: 'ceus', id: null },
      };
    });
}

function datesLacking(library: Library, reference: Reference): Ranked[] {
  return live(library.holdings)
    .filter(({ earnedOn }) => earnedOn === null)
    .map(({ id, credential, body }) => ({
      id: `no-date:${id}`,
      rank: '1',
      title: `${credentialOf(credential, reference)?.name ?? credential} has no date`,
      detail: bodyOf(body, reference)?.earnedOnMeans ?? 'The day on which it was earned.',
      open: { screen: 'ceus', id },
    }));
}

function proofLacking(library: Library, today: Day, reference: Reference): Ranked[] {
  const proven = new Set(live(library.evidence).map(({ activityId }) => activityId));
  const certificates = new Map<Id, Ranked & { bodies: string[] }>();
  const indexNumbers: Ranked[] = [];
  const cycles = live(library.cycles).filter(({ end }) => end >= today);
  const placed = placeClaims(library, cycles, reference);
  for (const cycle of cycles) {
    const body = bodyOf(cycle.body, reference);
    if (!body) continue;
    for (const { claim, activity } of placed.get(cycle.id) ?? []) {
      if (claim.state !== 'earned') continue;
      const open = { screen: 'ceus', id: activity.id };
      const rank = `2 ${cycle.end}`;
      if (body.asksForIndexNumber && activity.indexNumber.trim() === '') {
        indexNumbers.push({
          id: `no-index:${claim.id}`,
          rank,
          title: `Index number missing: ${activity.title}`,
          detail: `${body.name} takes a claim by the index number on its certificate.`,
          open,
        });
      }
      if (!body.asksForProof || proven.has(activity.id)) continue;
      const there = certificates.get(activity.id);
      const bodies = [...(there?.bodies ?? []), body.name].sort();
      certificates.set(activity.id, {
        id: `no-certificate:${activity.id}`,
        rank: there && there.rank < rank ? there.rank : rank,
        title: `Certificate missing: ${activity.title}`,
        detail: `Claimed at ${listed(bodies)}, which may ask for it.`,
        open,
        bodies,
      });
    }
  }
  return [...[...certificates.values()].map(({ bodies: _, ...lack }) => lack), ...indexNumbers];
}

function answersLacking(standings: Standing[], reference: Reference): Ranked[] {
  return standings.flatMap(({ body, cycle, rules }) =>
    rules
      .filter(({ unsure, state }) => unsure > 0 && state !== 'met')
      .map(({ rule, title, unsure }) => ({
        id: `unsure:${cycle.id}:${rule}`,
        rank: `2 ${cycle.end}`,
        title: `${bodyOf(body, reference)?.name ?? body}: ${formatUnits(unsure)} units not sorted (${title})`,
        detail: questionOf(body, cycle.start, rule, reference),
        open: { screen: 'ceus', id: cycle.id },
      })),
  );
}

function questionOf(body: string, start: Day, ruleId: string, reference: Reference): string {
  const rule = ruleSetFor(body, start, reference)?.rules.find(({ id }) => id === ruleId);
  const mark = rule && 'mark' in rule ? markOf(rule.mark, reference) : null;
  return mark?.question ?? 'Say of each activity whether it counts here.';
}
