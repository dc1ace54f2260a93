import { describe, expect, it } from 'vitest';
import { reference } from '../reference';
import { exampleLibrary } from './example-library.testing';
import { chosenTopic, holdingsStill, topicChoices } from './one-topic';

const library = exampleLibrary({
  held: [
    ['cic', '2020-01-01'],
    ['cpma', '2020-01-01'],
    ['cpco', '2020-01-01'],
    ['ccs', '2020-01-01'],
  ],
  cycles: [
    { body: 'aapc', start: '2026-03-01', end: '2028-02-29' },
    { body: 'ahima', start: '2026-01-01', end: '2027-12-31' },
  ],
});
const yes = (...topics: string[]) =>
  Object.fromEntries(topics.map((topic) => [`topic-${topic}`, true]));
const choices = (marks: Record<string, boolean>, body = 'aapc', day = '2026-06-01') =>
  topicChoices({ body, marks, cycleId: null }, day, library, reference());
const both = choices(yes('auditing', 'compliance'));

describe('the credentials between which a claim has to choose', () => {
  it('are those of whose topics it is', () => {
    expect(both.map(({ credentials, holdings }) => [credentials, holdings])).toEqual([
      [['CPMA'], ['cpma']],
      [['CPCO'], ['cpco']],
    ]);
  });
  it.each([
    ['of one topic', yes('auditing')],
    ['of a topic whose credential is not held', yes('auditing', 'documentation')],
    ['not said to be of the other', { ...yes('auditing'), 'topic-compliance': false }],
    ['of a mark that is no topic', { ...yes('auditing'), 'aapc-approved': true }],
  ])('are none where it is %s', (_, marks) => {
    expect(choices(marks)).toEqual([]);
  });
  it('are none in no cycle, and at a body without the rule', () => {
    const marks = yes('auditing', 'compliance');
    expect(choices(marks, 'aapc', '2020-06-01')).toEqual([]);
    expect(choices(marks, 'ahima')).toEqual([]);
  });
});

describe('the choice', () => {
  it('is the one credential that the claim names', () => {
    expect(chosenTopic(both, ['cic', 'cpco'])?.credentials).toEqual(['CPCO']);
    expect(chosenTopic(both, [])).toBeNull();
    expect(chosenTopic(both, ['cpma', 'cpco'])).toBeNull();
    expect(chosenTopic([], ['cpma'])).toBeNull();
  });
  it('ends with the answers that asked for it', () => {
    const three = choices(yes('auditing', 'compliance', 'practice-management'));
    expect(holdingsStill(['cpma'], both, [])).toEqual([]);
    expect(holdingsStill(['cpma'], both, three)).toEqual(['cpma']);
    expect(holdingsStill([], both, [])).toEqual([]);
  });
});
