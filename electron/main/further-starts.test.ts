import { expect, test } from 'vitest';
import { FurtherStarts, hearStart, tellStart } from './further-starts';

test('what one start tells, the other hears', () => {
  const told = tellStart(['/opt/almanac', '--hidden', '--sample'], {
    ...{ DISPLAY: ':1', HOME: '/home/m', XDG_CURRENT_DESKTOP: undefined },
  });
  expect(hearStart(structuredClone(told))).toEqual({
    flags: { isSample: true, isHidden: true, isCheck: false },
    args: ['/opt/almanac', '--hidden', '--sample'],
    environment: { DISPLAY: ':1' },
  });
});

test('a check is known as one', () => {
  expect(hearStart(tellStart(['--check-reminders'], {})).flags.isCheck).toBe(true);
});

test.each([
  undefined,
  null,
  'x',
  7,
  {},
  { args: 'x', environment: 7 },
  { args: [1], environment: null },
  { args: ['--sample=yes'], environment: { DISPLAY: 1, LD_PRELOAD: '/x.so' } },
])('what cannot be understood is a start by hand: %j', (told) => {
  const { flags, environment } = hearStart(told);
  expect(flags).toEqual({ isSample: false, isHidden: false, isCheck: false });
  expect(environment).toEqual({});
});

test('starts wait until they are heeded, and go to the one that heeds last', () => {
  const starts = new FurtherStarts();
  const heard: string[] = [];
  const named = (name: string) => ({ ...hearStart({}), args: [name] });
  starts.tell(named('early'));
  starts.heed(({ args }) => heard.push(`first ${args[0]}`));
  starts.tell(named('later'));
  starts.heed(({ args }) => heard.push(`second ${args[0]}`));
  starts.tell(named('last'));
  expect(heard).toEqual(['first early', 'first later', 'second last']);
});
