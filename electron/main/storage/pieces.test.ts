import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultyFs } from '../../../tests/fault/support/faulty-fs';
import { silentLog, tempFolder, testClock, testTimers } from '../../../tests/fault/support/rig';
import { usualLook } from '../../../src/core/guide/look';
import { systemClock } from '../clock';
import { todayOfClock } from '../today-of-clock';
import { DeviceFile } from './device';
import { nodeFs } from './disk';
import type { Disk } from './disk';
import { sweepTemporary, writeDurably } from './durable-file';
import { EvidenceFolder, kindOf, mostEvidenceBytes } from './evidence';
import { History } from './history';
import { defaultDataFolder, defaultProfileFolder, readLocation, writeLocation } from './location';
import { keptBackups } from './retention';
import { syncedBy } from './synced';

const disk = (fs = nodeFs): Disk => ({ fs, timers: testTimers() });

describe('a durable write', () => {
  it('flushes the file before and the folder after the rename', async () => {
    const folder = tempFolder();
    const fs = faultyFs(() => 'works');
    await writeDurably(disk(fs), join(folder, 'a'), Buffer.from('new'));
    const done = fs.calls.map(({ name }) => name);
    expect(done).toEqual(['writeFile', 'stat', 'rename', 'open', 'fsync', 'close']);
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o600);
  });

  it.each(['ENOSPC', 'EIO', 'EACCES', 'short'])(
    '%s leaves the old file and no other',
    async (fate) => {
      const folder = tempFolder();
      const path = join(folder, 'a');
      writeFileSync(path, 'old');
      const fs = faultyFs(({ name }) => (name === 'writeFile' ? fate : 'works'));
      await expect(writeDurably(disk(fs), path, Buffer.from('newer'))).rejects.toThrow();
      expect(readFileSync(path, 'utf8')).toBe('old');
      expect(readdirSync(folder)).toEqual(['a']);
    },
  );

  it.each(['EPERM', 'EBUSY', 'EACCES'])('outlasts a passing %s of the rename', async (code) => {
    const path = join(tempFolder(), 'a');
    let left = 7;
    const fs = faultyFs(({ name }) => (name === 'rename' && left-- > 0 ? code : 'works'));
    await writeDurably(disk(fs), path, Buffer.from('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('gives up on one that lasts, and tries nothing else twice', async () => {
    const path = join(tempFolder(), 'a');
    for (const [code, tries] of [
      ['EPERM', 8],
      ['EISDIR', 1],
    ] as const) {
      const fs = faultyFs(({ name }) => (name === 'rename' ? code : 'works'));
      await expect(writeDurably(disk(fs), path, Buffer.from('new'))).rejects.toThrow(code);
      expect(fs.calls.filter(({ name }) => name === 'rename')).toHaveLength(tries);
    }
    expect(existsSync(path)).toBe(false);
  });

  it('sweeps only its own left-overs', async () => {
    const folder = tempFolder();
    const own = `.library.json.${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}.tmp`;
    for (const name of [own, 'notes.tmp', '.hidden']) writeFileSync(join(folder, name), '');
    await sweepTemporary(disk(), folder);
    expect(readdirSync(folder).sort()).toEqual(['.hidden', 'notes.tmp']);
  });
});

describe('evidence', () => {
  const folderOf = (folder: string) => new EvidenceFolder(disk(), folder);
  const pdf = Buffer.from('%PDF-1.7\nfake');

  it.each([
    ['a PDF', pdf, 'pdf'],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]), 'png'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'jpeg'],
    ['a text', Buffer.from('Zertifikat für Zoë\r\n'), 'txt'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]), null],
    ['UTF-16', Buffer.from('\ufeffText', 'utf16le'), null],
    ['Latin-1', Buffer.from([0x5a, 0x6f, 0xeb]), null],
    ['nothing', Buffer.alloc(0), null],
  ])('%s is told by its own bytes', (_, bytes, kind) => expect(kindOf(bytes)).toBe(kind));

  it('is kept under its hash, once, and not to be written to', async () => {
    const folder = tempFolder();
    const evidence = folderOf(folder);
    const one = await evidence.put(pdf, 'C:\\scans\\Audit\u202e 2026.pdf');
    const two = await evidence.put(pdf, '../again.pdf');
    if (!one.ok || !two.ok) throw new Error('refused');
    expect(one.value).toMatchObject({ name: 'Audit 2026.pdf', kind: 'pdf', bytes: pdf.length });
    expect(two.value).toMatchObject({ name: 'again.pdf', sha256: one.value.sha256 });
    const files = readdirSync(join(folder, 'evidence'));
    expect(files).toEqual([`${one.value.sha256}.pdf`]);
    const path = join(folder, 'evidence', files[0] ?? '');
    expect(statSync(path).mode & 0o777).toBe(0o400);
    expect(await evidence.verify(one.value)).toEqual({ ok: true, value: path });
    chmodSync(path, 0o600);
    writeFileSync(path, 'changed');
    expect(await evidence.verify(one.value)).toMatchObject({
      ok: false,
      problem: { code: 'evidence-changed', about: { name: 'Audit 2026.pdf' } },
    });
    // Attaching the original again mends it.
    await evidence.put(pdf, 'again.pdf');
    expect(await evidence.verify(one.value)).toMatchObject({ ok: true });
  });

  it('is refused when too large or of another kind', async () => {
    const evidence = folderOf(tempFolder());
    expect(await evidence.put(Buffer.alloc(mostEvidenceBytes + 1), 'big.pdf')).toMatchObject({
      problem: { code: 'evidence-size' },
    });
    expect(await evidence.put(Buffer.from([0, 1]), 'x.exe')).toMatchObject({
      problem: { code: 'evidence-kind', about: { name: 'x.exe' } },
    });
    expect(await evidence.put(Buffer.alloc(0), 'none.pdf')).toMatchObject({
      problem: { code: 'evidence-empty', about: { name: 'none.pdf' } },
    });
  });

  it('is refused when it is a page of text under the name of a PDF or a picture', async () => {
    const evidence = folderOf(tempFolder());
    const page = Buffer.from('<html><title>Sign in (invented)</title></html>');
    for (const name of ['certificate.pdf', 'certificate.PNG', 'scan.jpeg']) {
      expect(await evidence.put(page, name)).toMatchObject({
        problem: { code: 'evidence-misnamed', about: { name } },
      });
    }
    expect(await evidence.put(page, 'notes.txt')).toMatchObject({ ok: true });
  });
});

describe('which backups are kept', () => {
  const backup = (at: string, records = 100) => ({ name: at, at, records });
  const daily = (count: number, from = '2026-11-22') =>
    Array.from({ length: count }, (_, index) =>
      backup(new Date(Date.parse(`${from}T12:00:00.000Z`) - index * 86_400_000).toISOString()),
    );

  it('ten, one a day for 14 days, one a month for a year', () => {
    const kept = keptBackups(daily(800), '2026-11-22T13:00:00.000Z');
    // 14 days reach back to November 9; then October of this year to December of the last.
    expect(kept.size).toBe(14 + 11);
    const hourly = Array.from({ length: 48 }, (_, index) =>
      backup(new Date(Date.parse('2026-11-22T12:00:00.000Z') - index * 3_600_000).toISOString()),
    );
    expect(keptBackups(hourly, '2026-11-22T13:00:00.000Z').size).toBe(10 + 2);
  });

  it('never gives up the last big one for small ones', () => {
    const big = backup('2024-01-01T00:00:00.000Z', 1000);
    const small = daily(40).map((one) => ({ ...one, records: 3 }));
    expect(keptBackups([big, ...small], '2026-11-22T13:00:00.000Z').has(big.name)).toBe(true);
    expect(keptBackups([big, ...daily(40)], '2026-11-22T13:00:00.000Z').has(big.name)).toBe(true);
    const grown = daily(40).map((one) => ({ ...one, records: 900 }));
    expect(keptBackups([big, ...grown], '2026-11-22T13:00:00.000Z').has(big.name)).toBe(false);
  });
});

describe('history', () => {
  const line = (seq: number, at: string, count: number) => ({
    ...{ seq, at, v: 2, patches: [], inverse: [] },
    command: { type: 'library.undo' as const },
    history: Array.from({ length: count }, (_, index) => ({
      ...{ kind: 'claims' as const, at, entry: { claimId: `${seq}.${index}` } },
    })),
  });

  it('is folded by month, once, however often', async () => {
    const folder = tempFolder();
    const history = new History(disk(), folder);
    const lines = [line(1, '2026-10-31T23:00:00.000Z', 2), line(2, '2026-11-01T01:00:00.000Z', 1)];
    await history.fold(lines);
    await history.fold([...lines, line(3, '2026-11-01T02:00:00.000Z', 1)]);
    expect(readdirSync(join(folder, 'history'))).toEqual([
      'claims-2026-10.jsonl',
      'claims-2026-11.jsonl',
    ]);
    const read = await history.read('claims');
    expect(read.map(({ entry }) => entry['claimId'])).toEqual(['1.0', '1.1', '2.0', '3.0']);
    expect(await history.lastSeq()).toBe(3);
  });

  it('cuts a torn end off and takes it in again', async () => {
    const folder = tempFolder();
    const history = new History(disk(), folder);
    const lines = [line(1, '2026-11-01T01:00:00.000Z', 3)];
    await history.fold(lines);
    const path = join(folder, 'history', 'claims-2026-11.jsonl');
    writeFileSync(path, readFileSync(path).subarray(0, -20));
    await history.fold(lines);
    expect(await history.read('claims')).toHaveLength(3);
  });

  it('takes back what a backup has, and gives nothing up', async () => {
    const folder = tempFolder();
    const history = new History(disk(), folder);
    await history.fold([line(1, '2026-11-01T01:00:00.000Z', 1)]);
    const kept = await history.texts();
    writeFileSync(join(folder, 'history', 'claims-2026-11.jsonl'), '');
    await history.fold([line(2, '2026-11-01T01:00:00.000Z', 1)]);
    await history.merge({ ...kept, '../outside-2026-11.jsonl': 'no' });
    const read = await history.read('claims');
    expect(read.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(readdirSync(folder)).toEqual(['history']);
  });
});

describe('device.json', () => {
  const open = (folder: string, canWrite = true) =>
    DeviceFile.open(disk(), folder, {
      clock: testClock(),
      log: silentLog,
      canWrite: () => canWrite,
    });

  it('keeps what belongs to this machine, and what a newer program wrote there', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'device.json'), '{"zoom":150,"later":{"a":1}}');
    const device = await open(folder);
    expect(device.current.zoom).toBe(150);
    await Promise.all([device.change({ screen: 'ceus' }), device.change({ zoom: 125 })]);
    await device.close();
    const again = await open(folder);
    expect(again.current).toMatchObject({ zoom: 125, screen: 'ceus', later: { a: 1 } });
  });

  it.each(['', 'null', '[1', '{"zoom":9999}', '{"bounds":"left"}'])(
    'damaged (%j) is kept aside and costs nothing but its values',
    async (text) => {
      const folder = tempFolder();
      writeFileSync(join(folder, 'device.json'), text);
      const device = await open(folder);
      expect(device.current.zoom).toBe(100);
      expect(await device.change({ zoom: 110 })).toMatchObject({ ok: true });
      const aside = readdirSync(folder).find((name) => name.startsWith('device.json.corrupt-'));
      if (text !== 'null') expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(text);
    },
  );

  it('loses of a damaged one only what is damaged, also at the next start', async () => {
    const folder = tempFolder();
    const reading = { chapter: 'role', places: {}, textSize: 5000 };
    const text = JSON.stringify({ zoom: 150, screen: 'guide', reading, later: { a: 1 } });
    writeFileSync(join(folder, 'device.json'), text);
    const kept = { zoom: 150, screen: 'guide', reading: { textSize: 100 }, later: { a: 1 } };
    expect((await open(folder)).current).toMatchObject(kept);
    expect((await open(folder)).current).toMatchObject(kept);
  });

  it('keeps where somebody reads', async () => {
    const folder = tempFolder();
    const places = { drg: { section: 'weights', part: 0.25 } };
    const look = { textSize: 120, measure: 'narrow', leading: 'open', typeface: 'sans' } as const;
    const before = { chapter: 'drg', places, read: { drg: ['drg'] } };
    const reading = {
      ...{ ...before, ...look, paper: 'a4' as const },
      ...{ speed: 1.25, voice: 'Home English' },
    };
    const device = await open(folder);
    expect(await device.change({ reading })).toMatchObject({ ok: true });
    await device.close();
    expect((await open(folder)).current.reading).toEqual(reading);
  });

  it('reads a file that knows nothing of line lengths and typefaces as the usual ones', async () => {
    const folder = tempFolder();
    const places = { drg: { section: 'weights', part: 0.25 } };
    const reading = { chapter: 'drg', places, read: {}, textSize: 120 };
    writeFileSync(join(folder, 'device.json'), JSON.stringify({ reading }));
    const now = { ...usualLook, ...reading, paper: null, speed: 1, voice: null };
    expect((await open(folder)).current.reading).toEqual(now);
  });

  it.each([{ measure: 'huge' }, { leading: 1.5 }, { typeface: 'comic' }, { paper: 'a3' }])(
    'a look that nobody offered, %o, costs the reading alone',
    async (bad) => {
      const folder = tempFolder();
      const reading = { chapter: 'drg', places: {}, textSize: 120, ...bad };
      writeFileSync(join(folder, 'device.json'), JSON.stringify({ zoom: 150, reading }));
      const kept = { zoom: 150, reading: { ...usualLook, chapter: null } };
      expect((await open(folder)).current).toMatchObject(kept);
    },
  );

  it('reads what was kept before there was a voice to choose', async () => {
    const folder = tempFolder();
    const reading = { chapter: 'drg', places: {}, textSize: 120 };
    writeFileSync(join(folder, 'device.json'), JSON.stringify({ reading }));
    expect((await open(folder)).current.reading).toMatchObject({
      ...reading,
      speed: 1,
      voice: null,
    });
    expect(readdirSync(folder)).toEqual(['device.json']);
  });

  it('refuses values out of range and writes nothing when it may not', async () => {
    const folder = tempFolder();
    expect(await (await open(folder)).change({ zoom: 5 })).toMatchObject({ ok: false });
    const reading = await open(folder, false);
    expect(await reading.change({ zoom: 110 })).toMatchObject({ ok: true });
    expect(reading.current.zoom).toBe(110);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('where the library lies', () => {
  it('by default, as each system has it', () => {
    expect(defaultDataFolder('linux', {}, '/home/jo')).toBe('/home/jo/.local/share/coders-almanac');
    expect(defaultDataFolder('linux', { XDG_DATA_HOME: '/data' }, '/home/jo')).toBe(
      '/data/coders-almanac',
    );
    expect(defaultDataFolder('linux', { XDG_DATA_HOME: 'data' }, '/home/jo')).toBe(
      '/home/jo/.local/share/coders-almanac',
    );
    expect(defaultDataFolder('darwin', {}, '/Users/jo')).toBe(
      '/Users/jo/Library/Application Support/coders-almanac',
    );
    expect(defaultDataFolder('win32', { APPDATA: 'C:\\Users\\jo\\AppData\\Roaming' }, 'C:\\')).toBe(
      'C:\\Users\\jo\\AppData\\Roaming\\coders-almanac',
    );
  });

  it('is never the folder of the program’s own things', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(defaultProfileFolder(platform, {}, '/home/jo')).not.toBe(
        defaultDataFolder(platform, {}, '/home/jo'),
      );
    }
  });

  it('is noted when moved; a note that cannot be read makes nobody a new user', async () => {
    const profile = join(tempFolder(), 'profile');
    expect(await readLocation(profile)).toEqual({ folder: null, hasHeldLibrary: false });
    await writeLocation(profile, { folder: '/elsewhere', hasHeldLibrary: true });
    expect(await readLocation(profile)).toEqual({ folder: '/elsewhere', hasHeldLibrary: true });
    writeFileSync(join(profile, 'location.json'), '{"folder":');
    expect(await readLocation(profile)).toEqual({ folder: null, hasHeldLibrary: true });
  });
});

describe('a folder that another program syncs', () => {
  it.each([
    ['Dropbox (Personal)/data', 'Dropbox'],
    ['OneDrive - Hospital/data', 'OneDrive'],
    ['Mobile Documents/data', 'iCloud'],
    ['GoogleDrive-jo/My Drive', 'Google Drive'],
    ['Nextcloud/data', 'Nextcloud'],
    ['Dropboxes/data', null],
    ['plain/data', null],
  ])('%s is %s', async (path, program) => {
    const folder = join(tempFolder(), path);
    mkdirSync(folder, { recursive: true });
    expect(await syncedBy(nodeFs, folder)).toBe(program);
  });

  it('is known by what Syncthing leaves above it', async () => {
    const root = tempFolder();
    mkdirSync(join(root, '.stfolder'));
    mkdirSync(join(root, 'deep', 'data'), { recursive: true });
    expect(await syncedBy(nodeFs, join(root, 'deep', 'data'))).toBe('Syncthing');
  });
});

describe('the clock', () => {
  it('starts where it is told and runs on', () => {
    const now = systemClock('2030-02-03T04:05:06.000Z').now();
    expect(now.startsWith('2030-02-03T04:05')).toBe(true);
    expect(() => systemClock('tomorrow')).toThrow(RangeError);
  });

  it('knows the user’s day', () => {
    expect(todayOfClock(testClock('2026-11-22T03:00:00.000Z'))).toBe('2026-11-21');
  });
});
