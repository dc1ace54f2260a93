import { holdingsIn, isHeldOn, type PlacedClaim } from './ceu/counting';
import { currentCycle } from './ceu/cycles';
import { holdingName } from './ceu/holdings';
import { isMadeOf } from './ceu/minimums';
import { chosenTopic, topicChoicesIn } from './ceu/one-topic';
import { unansweredBy } from './ceu/rules';
import type { Activity, Cycle } from './ceu/schema';
import type { Standing } from './ceu/standing';
import { listed } from './ceu/totals';
import type { Day, Id } from './library/fields';
import { live } from './library/live';
import type { Library } from './library/schema';
import { bodyOf, markOf, ruleSetFor } from './reference';
import type { Reference } from './reference/schema';
import type { Lack } from './today';
import { unitsInWords } from './units';

/** A lack with what it is sorted by: smaller is more urgent. */
interface Ranked extends Lack {
  rank: string;
}

/**
 * What lacks, the most urgent first: bodies without a cycle for today, credentials without a date, then by
 * the end of the cycle that it is for: certificates and index numbers of earned claims that their body asks
 * for, and a rule's questions that are not answered. Cycles that are over are left alone, and so is what does
 * not count: planned, rejected, or logged only. Many certificates are one lack.
 */
export function lacksOf(
  library: Library,
  { standings, placed }: Counted,
  today: Day,
  reference: Reference,
): Lack[] {
  const ranked = [
    ...cyclesLacking(library, today, reference),
    ...datesLacking(library, reference),
    ...proofLacking(library, today, placed, reference),
    ...answersLacking(library, standings, placed, reference),
  ];
  return ranked
    .map(({ rank, ...lack }) => ({ key: `${rank} ${lack.id}`, lack }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ lack }) => lack);
}

type Placed = ReadonlyMap<Id, PlacedClaim[]>;

/** What lacks is seen in what counts: the standings, and the claims of `runningCycles`. */
interface Counted {
  standings: Standing[];
  placed: Placed;
}

/** The cycles that are not over: those that hold today, and those to come. */
export function runningCycles(library: Library, today: Day): Cycle[] {
  return live(library.cycles).filter(({ end }) => end >= today);
}

function cyclesLacking(library: Library, today: Day, reference: Reference): Ranked[] {
  const holdings = live(library.holdings).filter((holding) => isHeldOn(holding, today));
  const held = new Set(holdings.map(({ body }) => body));
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
    .map((holding) => ({
      id: `no-date:${holding.id}`,
      rank: '1',
      title: `${holdingName(holding, reference)} has no date`,
      detail: bodyOf(holding.body, reference)?.earnedOnMeans ?? 'The day on which it was earned.',
      open: { screen: 'ceus', id: holding.id },
    }));
}

function proofLacking(
  library: Library,
  today: Day,
  placed: Placed,
  reference: Reference,
): Ranked[] {
  const proven = new Set(live(library.evidence).map(({ activityId }) => activityId));
  const certificates = new Map<Id, Certificate>();
  const indexNumbers: Ranked[] = [];
  for (const cycle of runningCycles(library, today)) {
    const body = bodyOf(cycle.body, reference);
    if (!body) continue;
    for (const { claim, activity, role } of placed.get(cycle.id) ?? []) {
      if (claim.state !== 'earned' || role !== 'earned') continue;
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
      certificates.set(activity.id, {
        activity,
        rank: there && there.rank < rank ? there.rank : rank,
        bodies: [...(there?.bodies ?? []), body.name].sort(),
      });
    }
  }
  return [...certificateLacks([...certificates.values()]), ...indexNumbers];
}

interface Certificate {
  activity: Activity;
  rank: string;
  bodies: string[];
}

const mostCertificates = 2;
const namedCertificates = 2;

/** One lack for each certificate, or a single one for all of them when they are many. */
function certificateLacks(certificates: Certificate[]): Ranked[] {
  if (certificates.length <= mostCertificates) {
    return certificates.map(({ activity, rank, bodies }) => ({
      id: `no-certificate:${activity.id}`,
      rank,
      title: `Certificate missing: ${activity.title}`,
      detail: `Claimed at ${listed(bodies)}, which may ask for it.`,
      open: { screen: 'ceus', id: activity.id },
    }));
  }
  // Those of the cycle that ends first, and of these the oldest.
  const key = ({ rank, activity }: Certificate) => `${rank} ${activity.completedOn} ${activity.id}`;
  const sorted = [...certificates].sort((one, other) => (key(one) < key(other) ? -1 : 1));
  const [first] = sorted;
  if (!first) return [];
  const titles = sorted.slice(0, namedCertificates).map(({ activity }) => `“${activity.title}”`);
  return [
    {
      id: 'no-certificates',
      rank: first.rank,
      title: `${sorted.length} certificates are missing`,
      detail: `${listed([...titles, `${sorted.length - titles.length} more`])}.`,
      open: { screen: 'ceus', id: first.activity.id },
    },
  ];
}

/** One for each activity of which a rule that is not met asks, and one for each opening balance. */
function answersLacking(
  library: Library,
  standings: Standing[],
  placed: Placed,
  reference: Reference,
): Ranked[] {
  const lacks: Ranked[] = [];
  const asked = new Map<Id, { activity: Activity; rank: string; questions: Set<string> }>();
  const ask = (activity: Activity, rank: string, question: string) => {
    const there = asked.get(activity.id);
    const questions = there?.questions ?? new Set<string>();
    questions.add(question);
    const first = there && there.rank < rank ? there.rank : rank;
    asked.set(activity.id, { activity, rank: first, questions });
  };
  for (const { body, bodyName, cycle, rules } of standings) {
    const rank = `2 ${cycle.end}`;
    const claims = placed.get(cycle.id) ?? [];
    const holdings = holdingsIn(cycle, library.holdings);
    const openingAsked: string[] = [];
    for (const rule of ruleSetFor(body, cycle.start, reference)?.rules ?? []) {
      if (!('mark' in rule)) continue;
      const isOpen = rules.some(
        ({ rule: id, unsure, state }) => isMadeOf(id, rule) && unsure > 0 && state !== 'met',
      );
      if (!isOpen) continue;
      const mark = markOf(rule.mark, reference);
      if (cycle.openingUnits > 0 && cycle.openingMarked[rule.mark] === undefined) {
        openingAsked.push(mark?.name ?? rule.title);
      }
      for (const { activity } of unansweredBy(rule, claims, holdings)) {
        ask(activity, rank, mark?.question ?? `Does it count for “${rule.title}”?`);
      }
    }
    if (rules.some(({ toChoose, state }) => toChoose > 0 && state !== 'met')) {
      for (const { claim, activity, role } of claims) {
        const choices = topicChoicesIn(cycle, claim, library.holdings, reference);
        if (role !== 'earned' || choices.length === 0) continue;
        if (chosenTopic(choices, claim.holdings)) continue;
        const names = choices.map(({ credentials }) => listed(credentials));
        ask(activity, rank, `Does it count for ${names.join(' or for ')}?`);
      }
    }
    if (openingAsked.length === 0) continue;
    lacks.push({
      id: `not-answered:${cycle.id}`,
      rank,
      title: `Not answered: the ${bodyName} opening balance`,
      detail: `How many of its ${unitsInWords(cycle.openingUnits)} count: ${listed(openingAsked)}?`,
      open: { screen: 'ceus', id: cycle.id },
    });
  }
  for (const { activity, rank, questions } of asked.values()) {
    lacks.push({
      id: `not-answered:${activity.id}`,
      rank,
      title: `Not answered: ${activity.title}`,
      detail: [...questions].join(' '),
      open: { screen: 'ceus', id: activity.id },
    });
  }
  return lacks;
}
