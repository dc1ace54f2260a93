import { appliesOn, dischargeDecides, type Stated } from '../../src/core/code-sets/applies';
import type { Day } from '../../src/core/library/fields';
import type { Answer } from './answers';

/** Which code set applies to a discharge on a day. It asks no library. */
export function codeSetAnswer(on: Day): Answer {
  const found = appliesOn(on);
  const { codeSet, start, end, set, april, grouperSays } = found;
  const lines = [
    `A discharge on ${on}: ${codeSet ?? 'not known'}${start && end ? `, ${start} to ${end}` : ''}`,
    `  ${sourced(set)}`,
    ...(april ? [`  April update: ${sourced(april)}`] : []),
    `  MS-DRG grouper: ${sourced(grouperSays)}`,
    `  ${dischargeDecides}`,
  ];
  return { text: `${lines.join('\n')}\n`, json: { ...found, dischargeDecides } };
}

function sourced({ says, source }: Stated): string {
  if (source === null) return says;
  const { title, checkedOn, confidence } = source;
  const doubt = confidence === 'official' ? '' : `, ${confidence}`;
  return `${says} (${title}, checked ${checkedOn}${doubt})`;
}
