import { describe, expect, it } from 'vitest';
import { contentsOf, openStore } from '../../tests/fault/support/rig';
import { cliOnLibrary } from '../../tests/fault/support/cli';

const { read, folder, data } = cliOnLibrary();

describe('deadlines', () => {
  const datesIn = (text: string) =>
    text.split('\n').flatMap((line) => /^\d{4}-\d\d-\d\d/.exec(line)?.[0] ?? []);
  const parts = (text: string) => {
    const [cameUp = '', coming = ''] = text.split('\nComing\n');
    return { cameUp, coming };
  };

  async function addDates(): Promise<void> {
    const { store } = await openStore(data());
    const add = (title: string, date: string, leads: number[]) =>
      store.dispatch({ type: 'deadline.add', title, date, note: 'Bring two forms of ID', leads });
    await add('CCS exam', '2027-01-15', [30, 7, 1, 0]);
    await add('Pay the dues', '2026-12-10', [7, 0]);
    const done = await add('Order transcripts', '2026-12-05', [7, 0]);
    const id = done.ok ? done.value.id : '';
    await store.dispatch({
      ...{ type: 'occurrence.mark', deadline: `own:${id}`, due: '2026-12-05', lead: 7 },
      ...{ state: 'done', until: null },
    });
    await store.close();
  }

  it('are soonest first, each with its kind, its reminders and its source', async () => {
    const { out } = await read('deadlines', '--on', '2026-11-22');
    expect(out).toMatch(/^Nothing has come up that is not dealt with\.$/m);
    const { coming } = parts(out);
    expect(datesIn(coming)).toEqual([...datesIn(coming)].sort());
    expect(coming).toMatch(/^2026-12-31 {2}AHIMA cycle ends, in 39 days$/m);
    expect(coming).toMatch(
      /^ +Cycle end; next reminder 2026-12-01, then 7 days before and the day before; .+, checked 2026-11-22$/m,
    );
    expect(coming).toMatch(/^mid 2027-06 {2}FY2028 code files are expected, in about 7 months$/m);
    expect(coming).toMatch(/^ +Expected; in the list about then; .+, secondary$/m);
  });

  it('have one line for what was missed of a series, and one for what comes of it', async () => {
    const { store } = await openStore(data());
    await store.dispatch({
      ...{ type: 'deadline.add', title: 'Log my charts', date: '2026-12-01', note: '' },
      ...{ leads: [0], repeat: { every: 1, unit: 'day', until: null, waits: false } },
    });
    await store.close();
    const { out } = await read('deadlines', '--on', '2026-12-06');
    const { cameUp, coming } = parts(out);
    expect(cameUp).toMatch(
      /^2026-12-05 {2}Log my charts, missed 5 times\n +Yours; the first on 2026-12-01$/m,
    );
    expect(coming.match(/Log my charts/g)).toHaveLength(1);
    expect(coming).toMatch(/^ +Yours; then every day; /m);
  });

  it('begin with what came up, the user’s own dates among them, without what is done', async () => {
    await addDates();
    const { out } = await read('deadlines', '--on', '2026-12-16');
    const { cameUp, coming } = parts(out);
    expect(cameUp.split('\n')).toEqual([
      'Came up',
      '2026-12-10  Pay the dues, 6 days overdue',
      '            Yours; came up on the day, on 2026-12-10 (6 days ago)',
      '2026-12-31  AHIMA cycle ends, in 15 days',
      '            Cycle end; came up 30 days before, on 2026-12-01 (15 days ago)',
      '2027-01-15  CCS exam, in 30 days',
      '            Yours; came up 30 days before, on 2026-12-16 (today)',
      '',
    ]);
    expect(coming).toContain(
      '2027-01-15  CCS exam, in 30 days\n            Yours; next reminder 2027-01-08, then the day',
    );
    expect(out).not.toContain('Order transcripts');
  });

  it('say what was recorded of a date, beside the day that is reckoned', async () => {
    const { store } = await openStore(data());
    const [cycle = ''] = Object.keys(store.library.cycles);
    await store.dispatch({
      ...{ type: 'adjustment.move', deadline: `cycle-end:${cycle}`, date: '2027-02-28' },
      ...{ why: 'extension', standard: '2026-12-31', note: 'Paid $50\nby card' },
    });
    await store.dispatch({
      ...{ type: 'adjustment.move', deadline: 'code-set:final-rule:2027', date: '2027-07-30' },
      ...{ why: 'confirmed', standard: '2027-08-01', note: '' },
    });
    await store.close();
    const { coming } = parts((await read('deadlines', '--on', '2026-11-22')).out);
    expect(coming).toMatch(/^2027-02-28 {2}AHIMA cycle ends, in 98 days$/m);
    expect(coming).toMatch(
      /^ +Your record of \d{4}-\d\d-\d\d: extension granted; as reckoned 2026-12-31; Paid \$50$/m,
    );
    expect(coming).toMatch(/^2027-07-30 {2}Final inpatient rule for FY2028, in 250 days$/m);
    expect(coming).toMatch(/^ +Your record of \S+: day confirmed; as reckoned 2027-08-01$/m);
  });

  it('say “check” of a rule that nobody has looked at for two years', async () => {
    const { out } = await read('deadlines', '--on', '2028-11-22');
    expect(parts(out).coming).toMatch(
      /^ +Check this date: its source was last looked at on 2026-11-22\.$/m,
    );
    expect((await read('deadlines', '--on', '2028-11-21')).out).not.toContain('last looked at');
  });

  it('for programs', async () => {
    await addDates();
    const { out } = await read('deadlines', '--json', '--on', '2026-12-16');
    const answer = JSON.parse(out) as { reminders: unknown[]; deadlines: unknown[] };
    expect(answer).toMatchObject({
      on: '2026-12-16',
      reminders: [
        { lead: 0, daysLeft: -6, deadline: { kind: 'own', title: 'Pay the dues' } },
        { lead: 30, deadline: { kind: 'cycle-end', source: { checkedOn: '2026-11-22' } } },
        { lead: 30, deadline: { kind: 'own', detail: 'Bring two forms of ID' } },
      ],
    });
    expect(answer.deadlines.length).toBeGreaterThan(5);
  });

  it('as a calendar file, and nothing is noted', async () => {
    await addDates();
    const before = contentsOf(folder());
    const { out, code } = await read('deadlines', '--ics', '--on', '2026-12-16');
    expect(code).toBe(0);
    expect(out).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(out).toMatch(/\r\nSUMMARY:CCS exam\r\n/);
    expect(out).toMatch(/\r\nEND:VCALENDAR\r\n$/);
    expect(contentsOf(folder())).toEqual(before);
  });
});
