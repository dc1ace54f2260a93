import { costInWords, type FeePart } from '../../src/core/ceu/cost';
import { feeInWords, stageDays } from '../../src/core/ceu/cycle-words';
import { standing, type FullStanding } from '../../src/core/ceu/full-standing';
import { paceDays } from '../../src/core/ceu/pace';
import type { ClaimStanding } from '../../src/core/ceu/reasons';
import {
  changeInWords,
  endRecordInWords,
  ownWords,
  unsureInWords,
} from '../../src/core/ceu/rule-words';
import { standingsOf } from '../../src/core/ceu/rules';
import type { RuleState } from '../../src/core/ceu/standing';
import type { Library } from '../../src/core/library/schema';
import type { Reference } from '../../src/core/reference/schema';
import { formatUnits, unitsInWords } from '../../src/core/units';
import type { Answer } from './answers';

const words: Record<RuleState, string> = {
  met: 'met',
  'not-met': 'not met',
  'cannot-tell': 'cannot be told',
};
/** In files and on the command line a day stands as it is kept. */
const asKept = (day: string) => day;

/** Each running cycle: its rules, pace, forecast and cost, and the claims that do not count, with the reason. */
export function standingAnswer(library: Library, on: string, reference: Reference): Answer {
  const standings = standingsOf(library, on, reference).map(({ cycle }) =>
    standing({ cycle, library, reference }, on, asKept),
  );
  const none = `On ${on} no cycle is running of a body whose credential is held.\n`;
  return { text: standings.map(standingText).join('\n') || none, json: { on, standings } };
}

function standingText(full: FullStanding): string {
  return `${[...headLines(full), ...paceLines(full), ...costLines(full), ...claimLines(full)].join('\n')}\n`;
}

function headLines(full: FullStanding): string[] {
  const { bodyName, cycle, credentials, required, earned, planned, remaining, rules } = full;
  const of = required === null ? '' : ` of ${formatUnits(required)}`;
  const toGo = remaining === null ? '' : `, ${formatUnits(remaining)} to go`;
  const also = planned > 0 ? `, ${formatUnits(planned)} planned` : '';
  const granted = endRecordInWords(full, asKept);
  const days = Math.abs(full.daysLeft) === 1 ? 'day' : 'days';
  return [
    `${bodyName} (${credentials.join(', ')}), ${cycle.start} to ${cycle.end}: ${words[full.state]}`,
    `  ${formatUnits(earned)}${of} CEUs earned${toGo}${also}; ${full.daysLeft} ${days} left`,
    ...(granted === '' ? [] : [`  ${granted}`]),
    ...full.changes.map((change) => `  ${changeInWords(change, bodyName, asKept)}`),
    ...rules.flatMap((rule) => {
      const need = rule.need === null ? '' : ` of ${formatUnits(rule.need)}`;
      const unsure = rule.unsure > 0 ? `, ${unsureInWords(rule)}` : '';
      return [
        `  - ${rule.title}: ${words[rule.state]} (${formatUnits(rule.have)}${need}${unsure})`,
        ...ownWords(rule).map((own) => `    ${own}`),
      ];
    }),
  ];
}

function paceLines({ pace, forecast }: FullStanding): string[] {
  const activities = pace.activities === 1 ? '1 activity' : `${pace.activities} activities`;
  const about = forecast.on === null ? '' : `about ${forecast.on}. `;
  return [
    `  Pace: ${unitsInWords(pace.units)} from ${activities} counted in the last ${paceDays} days`,
    `  Forecast: ${about}${forecast.says}`,
  ];
}

function costLines({ cost, late }: FullStanding): string[] {
  const fee = (part: FeePart, after = '') =>
    `  - ${part.title}: ${feeInWords(part)}${after} (${sourceWords(part.source)})`;
  return [
    `  Cost so far: ${costInWords(cost.soFar)}; to come: ${costInWords(cost.toCome)}`,
    ...cost.fees.map((part) => fee(part)),
    ...cost.ifNeeded.map((part) => fee(part, ', only if needed')),
    ...late.map(
      (stage) =>
        `  - ${stage.title}, ${stageDays(stage, asKept)}: ${stage.says} ${stage.check} (${sourceWords(stage.source)})`,
    ),
  ];
}

function sourceWords({ title, checkedOn, confidence }: FeePart['source']): string {
  return `${title}, checked ${checkedOn}${confidence === 'official' ? '' : `, ${confidence}`}`;
}

function claimLines({ claims }: FullStanding): string[] {
  const notYet = claims
    .filter(({ counts, isDoubted }) => counts !== 'yes' || isDoubted)
    .sort(byDay);
  const lines = notYet.map(({ activity, counts, reasons }) => {
    const what = { yes: 'counts, to check', planned: 'planned', no: 'does not count' }[counts];
    return `  - ${activity.completedOn}  ${activity.title}: ${what}. ${reasons.join(' ')}`;
  });
  return lines.length === 0 ? [] : ['  Not counted, not yet, or to check:', ...lines];
}

function byDay({ activity: one }: ClaimStanding, { activity: other }: ClaimStanding): number {
  const place = ({ completedOn, id }: ClaimStanding['activity']) => `${completedOn} ${id}`;
  return place(one) < place(other) ? -1 : 1;
}
