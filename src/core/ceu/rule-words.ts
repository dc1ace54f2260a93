import { formatDay } from '../day-words';
import { formatUnits } from '../units';
import type { OverrideReason } from './schema';
import type { RuleStanding, RuleState, Standing, TotalChange } from './standing';

/** Days as a screen or a file writes them. */
export type DayWords = (day: string) => string;

const inWords: DayWords = (day) => formatDay(day, 'en-US', 'medium');

const reasonWords: Record<OverrideReason, string> = {
  own: 'as your body shows it',
  proration: 'pro-rated',
  leave: 'leave granted',
};

const figure = (units: number | null) => (units === null ? 'not known' : formatUnits(units));

/** What the user's own word on a rule is, beside the standard: empty where there is none. */
export function ownWords({ override, standardNeed, standardWas }: RuleStanding): string[] {
  if (!override) return [];
  const { units, applies, reason, note } = override;
  const why = [reason === 'own' ? '' : reasonWords[reason], note].filter((part) => part !== '');
  const because = why.length > 0 ? `: ${why.join(', ')}` : '';
  const own =
    units === null
      ? `You decided that this rule ${applies === true ? 'applies' : 'does not apply'} to the cycle`
      : `yours, ${formatUnits(units)}`;
  const changed = standardChanged({ standardNeed, standardWas });
  return [
    `Standard figure ${figure(standardNeed)}; ${own}${because}`.replace('; You', '. You'),
    ...(changed === '' ? [] : [changed]),
  ];
}

/** The units of a rule that are not sure: `3 not answered, 1.5 to check`; empty where all are. */
export function unsureInWords({
  unsure,
  toChoose,
  doubted,
}: Pick<RuleStanding, 'unsure' | 'toChoose' | 'doubted'>): string {
  const unanswered = unsure - toChoose - doubted;
  return [
    unanswered > 0 ? `${formatUnits(unanswered)} not answered` : '',
    toChoose > 0 ? `${formatUnits(toChoose)} not chosen` : '',
    doubted > 0 ? `${formatUnits(doubted)} to check` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** That the standard figure is another one than the user saw beside their own; empty if it is the same. */
export function standardChanged({
  standardNeed,
  standardWas,
}: Pick<RuleStanding, 'standardNeed' | 'standardWas'>): string {
  return standardWas === null
    ? ''
    : `The standard figure was ${formatUnits(standardWas)} when you set yours; it is ${figure(standardNeed)} now.`;
}

/** A credential that was added or given up inside the cycle, in a sentence with the rule's own. */
export function changeInWords(
  { on, credential, isAdded, before, after, says }: TotalChange,
  bodyName: string,
  dayWords: DayWords = inWords,
): string {
  // Where nothing was held nothing was asked for.
  const total = (units: number | null) => (units === 0 ? 'nothing' : figure(units));
  const what = isAdded ? `${credential} was added` : `${credential} is no longer held`;
  return `From ${dayWords(on)} ${what}: ${total(before)} before, ${total(after)} after. ${says} How ${bodyName} treats a change inside a cycle we could not find; the higher total is asked for here.`;
}

/** What the user recorded of a cycle's end, in a sentence; empty where nothing is. */
export function endRecordInWords(
  {
    endRecord,
    endsOn,
    cycle,
    bodyName,
  }: Pick<Standing, 'endRecord' | 'endsOn' | 'cycle' | 'bodyName'>,
  dayWords: DayWords = inWords,
): string {
  if (!endRecord || (endsOn === cycle.end && endRecord.note === '')) return '';
  const note = endRecord.note === '' ? '' : ` (${endRecord.note})`;
  const what =
    endRecord.why === 'extension'
      ? `${bodyName} granted an extension to ${dayWords(endsOn)}`
      : `The end that ${bodyName} shows is ${dayWords(endsOn)}`;
  // What a body counts after the cycle's own end could not be found.
  const ask =
    endsOn > cycle.end
      ? ` Ask ${bodyName} whether units after ${dayWords(cycle.end)} count; here they do not.`
      : '';
  return `${what}, as you recorded${note}.${ask}`;
}

/**
 * How a rule or a cycle stands, in words: what is not met can still be as long as the cycle runs, so it is said to
 * be not met only once the cycle is over.
 */
export function stateInWords(state: RuleState, isOver: boolean): string {
  if (state === 'met') return 'Met';
  if (state === 'cannot-tell') return 'Cannot tell';
  return isOver ? 'Not met' : 'Not yet';
}
