import { expect, test, vi } from 'vitest';
import type { Api } from '../../src/core/ipc';
import { apiMethods } from '../../src/core/ipc-channels';
import { answerCall } from './calls';

function spies() {
  const names: string[] = [];
  const api = Object.fromEntries(
    apiMethods.map((method) => [method, vi.fn(() => Promise.resolve(names.push(method)))]),
  ) as unknown as Api;
  return { api, names };
}

test('what is well formed is passed on', async () => {
  const { api } = spies();
  await answerCall(api, 'dispatch', [{ type: 'library.undo' }]);
  expect(api.dispatch).toHaveBeenCalledWith({ type: 'library.undo' });
  await answerCall(api, 'setDevice', [{ zoom: 125 }]);
  expect(api.setDevice).toHaveBeenCalledWith({ zoom: 125 });
  const places = { drg: { section: 'weights', part: 0.25 } };
  const look = { textSize: 120, measure: 'wide', leading: 'close', typeface: 'sans', paper: 'a4' };
  const voice = { speed: 1.5, voice: null };
  const reading = { chapter: 'drg', places, read: { drg: ['drg'] }, ...look, ...voice };
  await answerCall(api, 'setDevice', [{ reading }]);
  expect(api.setDevice).toHaveBeenLastCalledWith({ reading });
  await answerCall(api, 'close', ['asking']);
  expect(api.close).toHaveBeenCalledWith('asking');
  await answerCall(api, 'attachEvidence', ['a1', 'proof.pdf', new Uint8Array(3)]);
  expect(api.attachEvidence).toHaveBeenCalledOnce();
  for (const target of [{ as: 'ask' }, { as: 'another' }, { as: 'new-version', id: 'd1' }]) {
    await answerCall(api, 'addDocument', ['notes.md', new Uint8Array(3), target]);
  }
  expect(api.addDocument).toHaveBeenCalledTimes(3);
});

test.each([
  ['dispatch', [{ type: 'no.such' }]],
  ['dispatch', [{ type: '<img onerror=x>' }]],
  ['dispatch', [{ type: 'library.undo', path: '/etc/passwd' }]],
  ['dispatch', [{ type: 'library.undo' }, 'more']],
  ['dispatch', []],
  ['dispatch', [null]],
  ['restoreBackup', [{ name: 'x' }]],
  ['attachEvidence', ['a1', '/etc/passwd']],
  ['attachEvidence', ['a1', 'x.pdf', new Uint8Array(33 * 1024 * 1024)]],
  ['addDocument', ['notes.md', '/etc/passwd', { as: 'ask' }]],
  ['addDocument', ['', new Uint8Array(3), { as: 'ask' }]],
  ['addDocument', ['x'.repeat(1001), new Uint8Array(3), { as: 'ask' }]],
  ['addDocument', ['notes.md', new Uint8Array(3), { as: 'new-version' }]],
  ['addDocument', ['notes.md', new Uint8Array(3), { as: 'ask', path: '/etc' }]],
  ['addDocument', ['notes.md', new Uint8Array(3)]],
  ['openDocuments', ['/etc/passwd']],
  ['documentText', ['d1', '../../library.json']],
  ['documentText', ['__proto__', 'now']],
  ['showDocument', [{ path: '/etc' }]],
  ['saveAuditPack', ['c1', '/etc/passwd']],
  ['evidenceBytes', ['/etc/passwd', 1]],
  ['attachPictures', ['a1', 'scan', []]],
  ['attachPictures', ['a1', 'scan', ['/etc/passwd']]],
  ['readTable', ['/etc/passwd']],
  ['readPaste', ['rows']],
  ['openLink', [{ href: 'https://a' }]],
  ['saveText', ['json', '../../.bashrc', '']],
  ['saveText', ['json', '/etc/passwd', '']],
  ['saveText', ['sh', 'notes.sh', '']],
  ['openText', ['/etc/passwd']],
  ['openSample', ['/tmp']],
  ['recover', ['format-disk']],
] as const)('%s %o is answered as a problem and not run', async (method, args) => {
  const { api, names } = spies();
  expect(await answerCall(api, method, [...args])).toMatchObject({
    ok: false,
    problem: { code: 'bad-command' },
  });
  expect(names).toEqual([]);
});

test('what a person can get wrong in a command has its own sentence', async () => {
  const { api, names } = spies();
  const long = { type: 'evidence.attach', activityId: 'a', name: 'x'.repeat(300), kind: 'pdf' };
  const args = [{ ...long, sha256: '0'.repeat(64), bytes: 1 }];
  expect(await answerCall(api, 'dispatch', args)).toMatchObject({
    problem: { code: 'text-too-long' },
  });
  expect(names).toEqual([]);
});

test.each([
  ['open', ['/etc']],
  ['read', [['passwords']]],
  ['read', [[...Array<string>(100).fill('claims')]]],
  ['history', ['claims']],
  ['setDevice', [{ zoom: 5000 }]],
  ['setDevice', [{ zoom: 100, window: {} }]],
  ['setDevice', [{ reading: { chapter: 'drg', places: {}, textSize: 1 } }]],
  ['setDevice', [{ reading: { chapter: null, places: { drg: '/etc' }, textSize: 100 } }]],
  ['setDevice', [{ reading: { chapter: null, places: {}, textSize: 100, typeface: 'url(x)' } }]],
  ['setDevice', [{ reading: { chapter: 'x'.repeat(100), places: {}, textSize: 100 } }]],
  ['setDevice', [{ reading: { chapter: null, places: {}, read: { drg: 'all' }, textSize: 100 } }]],
  [
    'setDevice',
    [{ reading: { chapter: null, places: {}, read: { a: Array(101).fill('b') }, textSize: 100 } }],
  ],
  ['setDevice', [{ reading: { places: { drg: { section: 's', part: 7 } } } }]],
  ['setDevice', [{ notices: {} }]],
  ['close', ['format']],
  ['report', ['x'.repeat(30_000), '']],
] as const)('%s %o throws and is not run', async (method, args) => {
  const { api, names } = spies();
  await expect(answerCall(api, method, [...args])).rejects.toThrow(`malformed call of ${method}`);
  expect(names).toEqual([]);
});

test.each([
  ['savePdf', [{ kind: 'guide', chapter: null, paper: 'letter' }, '../out.pdf']],
  ['savePdf', [{ kind: 'guide', chapter: null, paper: 'a3' }, 'out.pdf']],
  ['savePdf', [{ kind: 'guide', chapter: null, paper: 'a4', path: '/etc' }, 'out.pdf']],
  ['print', [{ kind: 'page', chapter: null, paper: 'a4' }]],
  ['print', [{ kind: 'calendar', view: 'year', day: '2026-02-30', filter: 'all', paper: 'a4' }]],
  ['print', [{ kind: 'calendar', view: 'year', day: '2026-02-01', months: [], paper: 'a4' }]],
  ['changeCalendarFile', [{ path: '/etc/calendar.ics' }]],
  ['changeCalendarFile', [{ parts: ['everything'] }]],
  ['saveCalendar', [{ parts: ['mine'] }, '../out.ics']],
  ['saveCalendar', [{ parts: ['mine'], path: '/etc' }, 'out.ics']],
] as const)('%s %o is answered as a problem and is not run', async (method, args) => {
  const { api, names } = spies();
  const problem = { code: 'bad-command' };
  expect(await answerCall(api, method, [...args])).toMatchObject({ ok: false, problem });
  expect(names).toEqual([]);
});
