import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  contentsOf,
  logActivity,
  openStore,
  tempFolder,
  testClock,
} from '../../tests/fault/support/rig';
import { seal, snapshotOf } from '../main/storage/snapshot';
import { csv } from '../main/exports/csv';
import { runCli } from './run';

let folder: string;

async function cli(...args: string[]) {
  let out = '';
  let err = '';
  const code = await runCli(args, {
    ...{ platform: 'linux' as const, env: {}, home: folder, workingFolder: folder },
    clock: testClock('2026-11-22T12:00:00.000Z'),
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  return { code, out, err };
}

const data = () => join(folder, 'data');
const read = (...args: string[]) => cli(...args, '--data', 'data');

/** A CCS with a cycle, two claims, one certificate. */
async function makeLibrary(): Promise<void> {
  mkdirSync(data());
  const { store } = await openStore(data());
  await store.dispatch({
    type: 'holding.add',
    credential: 'ccs',
    earnedOn: '2024-06-01',
    note: '',
    cycle: {
      ...{ start: '2025-01-01', end: '2026-12-31' },
      ...{ openingUnits: 0, openingMarked: {}, note: '' },
    },
  });
  const claim = {
    ...{ body: 'ahima', units: 150, state: 'earned', marks: {}, holdings: [], cycleId: null },
  };
  await store.dispatch(logActivity('=SUM(A1), "quoted"', { claims: [claim] }));
  await store.dispatch(logActivity('Facility training'));
  const put = await store.putEvidence(Buffer.from('A certificate'), 'proof.txt');
  const [activityId = ''] = Object.keys(store.library.activities);
  if (put.ok) await store.dispatch({ type: 'evidence.attach', activityId, ...put.value });
  await store.backUp('asked');
  await store.close();
}

beforeEach(async () => {
  folder = tempFolder();
  await makeLibrary();
});

describe('the command line', () => {
  it('changes nothing, whatever it is asked', async () => {
    const before = contentsOf(folder);
    for (const command of ['help', 'standing', 'deadlines', 'export', 'verify']) {
      expect(await read(command)).toMatchObject({ code: 0, err: '' });
    }
    expect(contentsOf(folder)).toEqual(before);
  });

  it.each([
    [['nonsense'], 'There is no command “nonsense”.'],
    [['standing', '--nonsense'], 'There is no option “--nonsense”.'],
    [['standing', '--on', '2026-02-29'], '“2026-02-29” is not a day; write it as 2026-11-28.'],
    [['standing', '--data'], '--data needs a value.'],
    [['standing', 'twice'], '“twice” is one word too many.'],
    [['verify', '--csv'], '--csv belongs to export.'],
    [['export', '--ics'], '--ics belongs to deadlines.'],
    [['deadlines', '--ics', '--json'], '--ics and --json cannot go together.'],
  ])('%j ends with 2 and says why', async (args, wrong) => {
    const { code, out, err } = await cli(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(wrong);
  });

  it('explains itself', async () => {
    for (const args of [[], ['help'], ['--help'], ['verify', '-h']]) {
      expect((await cli(...args)).out).toContain('It reads the library and changes nothing.');
    }
  });

  it('says where no library is', async () => {
    const { code, err } = await cli('standing', '--data=nowhere');
    expect(code).toBe(1);
    expect(err).toBe(
      `There is no library in ${join(folder, 'nowhere')}. Name its folder with --data.\n`,
    );
  });

  it('finds the library where the program left a note of it', async () => {
    expect((await cli('standing')).err).toContain('.local/share/coders-almanac');
    const profile = join(folder, '.config/coders-almanac');
    mkdirSync(profile, { recursive: true });
    const note = { folder: data(), hasHeldLibrary: true };
    writeFileSync(join(profile, 'location.json'), JSON.stringify(note));
    expect((await cli('standing')).code).toBe(0);
  });

  it('reads while the program is running', async () => {
    const { store } = await openStore(data());
    await store.dispatch(logActivity('Just now'));
    expect((await read('export')).out).toContain('Just now');
    await store.close();
  });
});

describe('standing', () => {
  it('says what the cycle has and lacks', async () => {
    const { out } = await read('standing');
    expect(out).toContain('AHIMA (CCS), 2025-01-01 to 2026-12-31: ');
    expect(out).toContain('1.5 of 20 CEUs earned, 18.5 to go; 39 days left');
  });

  it('says pace, forecast and cost, each fee with its source', async () => {
    const { out } = await read('standing');
    expect(out).toMatch(/^ {2}Pace: /m);
    expect(out).toMatch(/^ {2}Forecast: .*too little for a forecast\.$/m);
    expect(out).toMatch(/^ {2}Cost so far: not known; to come: \$218$/m);
    expect(out).toMatch(
      /^ {2}- Recertification fee: \$218; members \$100 \(.+, checked \d{4}-\d\d-\d\d, official-old\)$/m,
    );
  });

  it('says why a claim does not count', async () => {
    const { store } = await openStore(data());
    const [holding = ''] = Object.keys(store.library.holdings);
    const claim = {
      ...{ body: 'ahima', units: 200, state: 'planned', marks: {}, holdings: [], cycleId: null },
    };
    await store.dispatch(logActivity('Webinar to come', { claims: [claim] }));
    expect((await read('standing')).out).toMatch(
      /^ {2}- \d{4}-\d\d-\d\d {2}Webinar to come: planned\. Planned only: it counts once it is earned\.$/m,
    );
    await store.dispatch({
      ...{ type: 'holding.edit', id: holding, changes: { earnedOn: '2026-11-21' } },
    });
    await store.close();
    const before = await read('standing');
    expect(before.out).toMatch(/does not count\. Completed before you held any AHIMA credential/);
    expect(before.out).toMatch(/which was from 2026-11-21 on/);
  });

  it('shows the user’s own figure beside the standard, and a credential added inside the cycle', async () => {
    const { store } = await openStore(data());
    const [cycleId = ''] = Object.keys(store.library.cycles);
    await store.dispatch({
      ...{ type: 'override.set', cycleId, rule: 'total', units: 1500, standardUnits: 2000 },
      ...{ reason: 'leave', note: 'Letter of May 3' },
    });
    await store.dispatch({
      ...{ type: 'holding.add', credential: 'rhit', earnedOn: '2026-05-01', note: '', cycle: null },
    });
    await store.close();
    const { out } = await read('standing');
    expect(out).toMatch(/^ {4}Standard figure 30; yours, 15: leave granted, Letter of May 3$/m);
    expect(out).toMatch(/^ {4}The standard figure was 20 when you set yours; it is 30 now\.$/m);
    expect(out).toMatch(/^ {2}From 2026-05-01 RHIT was added: 20 before, 30 after\./m);
  });

  it('as of another day', async () => {
    expect((await read('standing', '--on=2026-12-30')).out).toContain('1 day left');
    expect((await read('standing', '--on', '2030-01-01')).out).toContain('no cycle is running');
  });

  it('for programs', async () => {
    const answer = JSON.parse((await read('standing', '--json')).out) as object;
    expect(answer).toMatchObject({
      on: '2026-11-22',
      standings: [
        {
          ...{ earned: 150, required: 2000 },
          claims: [{ counts: 'yes', reasons: ['It counts.'] }],
          pace: { units: 150, activities: 1 },
          forecast: { on: null },
          cost: { soFar: { cents: 0, unknown: 1 }, toCome: { cents: 21_800, unknown: 0 } },
        },
      ],
    });
  });
});

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
    const before = contentsOf(folder);
    const { out, code } = await read('deadlines', '--ics', '--on', '2026-12-16');
    expect(code).toBe(0);
    expect(out).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(out).toMatch(/\r\nSUMMARY:CCS exam\r\n/);
    expect(out).toMatch(/\r\nEND:VCALENDAR\r\n$/);
    expect(contentsOf(folder)).toEqual(before);
  });
});

describe('export', () => {
  it('is the whole library', async () => {
    const { library } = JSON.parse((await read('export')).out) as {
      library: { activities: object };
    };
    expect(Object.keys(library.activities)).toHaveLength(2);
  });

  it('is the ledger as CSV in which no spreadsheet finds a formula', async () => {
    const { out } = await read('export', '--csv');
    const lines = out.split('\r\n');
    expect(lines[0]).toBe(
      'body,cycle start,cycle end,completed on,title,sponsor,index number,units,state,hours,certificates,note',
    );
    expect(out).toContain(
      `ahima,2025-01-01,2026-12-31,2026-10-01,"'=SUM(A1), ""quoted""",A sponsor,,1.5,earned,1.5,proof.txt,`,
    );
    expect(out).toContain(',,,2026-10-01,Facility training,A sponsor,,,,1.5,,');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1-2', "'+1-2"],
    ['@cmd', "'@cmd"],
    ['-1.5', '-1.5'],
    ['-a', "'-a"],
    ['\tx', '"\'\tx"'],
    ['＝1', "'＝1"],
    ['a=b', 'a=b'],
    ['one\ntwo', '"one\ntwo"'],
  ])('%j becomes %j', (text, cell) => expect(csv([[text]])).toBe(`${cell}\r\n`));
});

describe('verify', () => {
  type Records = Record<string, Record<string, Record<string, unknown>>>;

  /** Writes a snapshot whose hash is right and whose records are not. */
  function alter(change: (library: Records) => void): void {
    const path = join(data(), 'library.json');
    const { library, ...header } = JSON.parse(readFileSync(path, 'utf8')) as {
      library: Records;
      seq: number;
      savedAt: string;
      undoFloor: number;
    };
    change(library);
    writeFileSync(path, `${seal(snapshotOf(library, header))}\n`);
  }
  const first = (records: Record<string, Record<string, unknown>> | undefined) =>
    Object.values(records ?? {})[0] ?? {};

  it('finds nothing wrong where nothing is', async () => {
    expect((await read('verify')).out).toBe(`The library in ${data()} is in order.\n`);
  });

  it('finds a text that is gone, and says which was changed since', async () => {
    const { store } = await openStore(data());
    const added = await store.documents.add('Notes.md', Buffer.from('# Notes'), { as: 'ask' });
    await store.close();
    if (!added.ok) throw new Error(added.problem.code);
    const path = join(data(), 'documents', added.value.id, 'Notes.md');
    const inOrder = `The library in ${data()} is in order.\n`;
    expect((await read('verify')).out).toBe(inOrder);
    writeFileSync(path, '# Notes, changed');
    const changed = 'The file of “Notes” was changed since the program read it last.';
    expect(await read('verify')).toMatchObject({ code: 0, out: `${inOrder}${changed}\n` });
    const { out: json } = await read('verify', '--json');
    expect(JSON.parse(json)).toMatchObject({ findings: [], remarks: [changed] });
    writeFileSync(path, Buffer.from([0xff, 0xfe]));
    expect(await read('verify')).toMatchObject({ code: 1 });
    rmSync(path);
    const { code, out } = await read('verify');
    expect(code).toBe(1);
    expect(out).toContain('The file of “Notes” is not in the documents folder.');
  });

  it('finds a changed certificate', async () => {
    const record = readFileSync(join(data(), 'library.json'), 'utf8');
    const sha256 = /"sha256":"([0-9a-f]{64})","name"/.exec(record)?.[1] ?? '';
    rmSync(join(data(), 'evidence', `${sha256}.txt`));
    const { code, out } = await read('verify');
    expect(code).toBe(1);
    expect(out).toContain('The file of “proof.txt” is not in the data folder');
  });

  it('finds what records refer to and is not there', async () => {
    alter((library) => {
      first(library['claims'])['activityId'] = 'gone';
      first(library['holdings'])['id'] = 'another';
    });
    const { code, out } = await read('verify');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^claims\..* names in “activityId” activities\.gone, which does not exist\.$/m,
    );
    expect(out).toMatch(/^holdings\..* stands under another id than its own\.$/m);
  });

  it('finds a record that is not well formed', async () => {
    alter((library) => (first(library['activities'])['hours'] = -5));
    expect((await read('verify')).out).toMatch(
      /The record activities\..*\.hours is not well formed/,
    );
  });

  it('finds a backup that cannot be read back', async () => {
    const name = '2026-11-22T12-00-00-001Z-asked-3.json.gz';
    writeFileSync(join(data(), 'backups', name), 'not a backup');
    const { code, out } = await read('verify', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      findings: [`The backup ${name} cannot be read back. Choose another one.`],
    });
  });

  it.each(['library.json', 'journal.jsonl'])('finds a damaged %s', async (name) => {
    writeFileSync(join(data(), name), 'x\n');
    const { code, out, err } = await read('verify');
    expect(code).toBe(1);
    expect(out).toContain('is damaged');
    expect(err).toBe('');
    expect((await read('standing')).code).toBe(1);
  });

  it('does not mind a line that was never finished, and says so', async () => {
    const path = join(data(), 'journal.jsonl');
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"seq":`);
    const { code, err } = await read('verify');
    expect(code).toBe(0);
    expect(err).toContain('that one change was not saved');
  });
});

describe('code-set', () => {
  it('says what applies to a discharge on a day, and needs no library', async () => {
    const { code, out, err } = await cli('code-set', '--on', '2026-10-01', '--data', 'nowhere');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(
      'A discharge on 2026-10-01: ICD-10-CM and ICD-10-PCS FY2027, 2026-10-01 to 2027-09-30',
    );
    expect(out).toContain('MS-DRG grouper: V44 (');
    expect(out).toContain('The day of discharge decides');
  });

  it('answers for programs, for today where no day is named', async () => {
    const { out } = await cli('code-set', '--json');
    expect(JSON.parse(out)).toMatchObject({ on: '2026-11-22', fiscalYear: 2027, grouper: 'V44' });
  });

  it('says that it does not know', async () => {
    const { code, out } = await cli('code-set', '--on', '2014-05-01');
    expect(code).toBe(0);
    expect(out).toContain('A discharge on 2014-05-01: not known');
  });
});
