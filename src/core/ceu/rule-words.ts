import { formatDay } from '../day-words';
import { formatUnits } from '../units';
import type { OverrideReason } from './schema';
import type { RuleStanding, TotalChange } from './standing';

/** Days as a screen or a file writes them. */
export type DayWords = (day: string) => string;

const inWords: DayWords = (day) => formatDay(day, 'en-US', 'medium');

export const reasonWords: Record<OverrideReason, string> = {
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
  const changed =
    standardWas === null
      ? []
      : [
          `The standard figure was ${formatUnits(standardWas)} when you set yours; it is ${figure(standardNeed)} now.`,
        ];
  return [
    `Standard figure ${figure(standardNeed)}; ${own}${because}`.replace('; You', '. You'),
    ...changed,
  ];
}

/** A credential that was added or given up inside the cycle, in a sentence with the rule's own. */
export function changeInWords(
  { on, credential, isAdded, before, after, says }: TotalChange,
  bodyName: string,
  dayWords: DayWords = inWords,
): string {
  const what = isAdded ? `${credential} was added` : `${credential} is no longer held`;
  return `From ${dayWords(on)} ${what}: ${figure(before)} before, ${figure(after)} after. ${says} How ${bodyName} treats a change inside a cycle we could not find; the higher total is asked for here.`;
}
