import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentsOf, logActivity, openStore } from '../../tests/fault/support/rig';
import { cliOnLibrary } from '../../tests/fault/support/cli';

const { cli, read, folder, data } = cliOnLibrary();

describe('the command line', () => {
  it('changes nothing, whatever it is asked', async () => {
    const before = contentsOf(folder());
    for (const command of ['help', 'standing', 'deadlines', 'export', 'verify']) {
      expect(await read(command)).toMatchObject({ code: 0, err: '' });
    }
    expect(contentsOf(folder())).toEqual(before);
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
      `There is no library in ${join(folder(), 'nowhere')}. Name its folder with --data.\n`,
    );
  });

  it('finds the library where the program left a note of it', async () => {
    expect((await cli('standing')).err).toContain('.local/share/coders-almanac');
    const profile = join(folder(), '.config/coders-almanac');
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
