import { reference } from '../../core/reference';

/** The parts of a cost in their order. */
export const costParts = reference().programFacts.filter(({ kind }) => kind === 'money');

/** The class of a part's tone, in the drawings and in their key. */
export function toneOf(fact: string): string {
  return `tone-${costParts.findIndex(({ id }) => id === fact)}`;
}
