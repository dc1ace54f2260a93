import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { AuditFile, AuditPack } from '../../../src/core/ceu/audit-pack';
import { failed, ok, type Result } from '../../../src/core/result';
import { readPdf } from '../pdf-text/read-pdf';
import { diskOf, nodeFs, type StorageFs } from '../storage/disk';
import { lookThrough } from './look-through';
import { writePackFile } from './pack-file';

const certificate = (name: string) => readFileSync(`tests/data/certificates/${name}.pdf`);
const photo = readFileSync('tests/data/pictures/photo.jpg');
const grey = readFileSync('tests/data/pictures/grey.png');
const cut = (bytes: Buffer, share: number) => bytes.subarray(0, Math.floor(bytes.length * share));

/** The one object of a PDF that a password would lock: the rest is as any. */
const locked = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n' +
    '3 0 obj\n<</Filter/Standard/V 1/R 2/P -4/O<' +
    '00'.repeat(32) +
    '>/U<' +
    '00'.repeat(32) +
    '>>>\nendobj\n' +
    'trailer\n<</Root 1 0 R/Size 4/Encrypt 3 0 R/ID[<00><00>]>>\n',
);

async function faultOf(bytes: Result<Buffer>, kind: AuditFile['kind']) {
  const file: AuditFile = { sha256: 'a', name: 'scan', bytes: 1, kind };
  const claims = [{ evidence: [file] }] as unknown as AuditPack['claims'];
  const openPdf = vi.fn((given: Uint8Array) => readPdf(given));
  const faults = await lookThrough({ claims }, { read: () => Promise.resolve(bytes), openPdf });
  return { fault: faults.get('a'), opened: openPdf.mock.calls.length };
}

describe('what is wrong with a certificate', () => {
  test.each(['label-left', 'label-above', 'no-labels', 'rotated', 'two-columns', 'image-only'])(
    'nothing with %s.pdf',
    async (name) => {
      expect((await faultOf(ok(certificate(name)), 'pdf')).fault).toBeUndefined();
    },
  );

  test('a sound PDF starts no reader', async () => {
    expect(await faultOf(ok(certificate('label-left')), 'pdf')).toEqual({ opened: 0 });
  });

  test.each([
    [
      'a PDF of which only the head is left',
      cut(certificate('label-left'), 0.02),
      'pdf',
      'unreadable',
    ],
    ['a PDF with a password', locked, 'pdf', 'locked'],
    ['half a PNG', cut(grey, 0.5), 'png', 'unreadable'],
    ['half a JPEG', cut(photo, 0.5), 'jpeg', 'unreadable'],
  ] as const)('%s', async (_, bytes, kind, fault) => {
    expect((await faultOf(ok(bytes), kind)).fault).toBe(fault);
  });

  test('a PNG with one byte changed is unreadable, whole pictures and texts are not', async () => {
    const changed = Buffer.from(grey);
    changed[60] = (changed[60] ?? 0) ^ 1;
    expect((await faultOf(ok(changed), 'png')).fault).toBe('unreadable');
    expect((await faultOf(ok(grey), 'png')).fault).toBeUndefined();
    expect((await faultOf(ok(photo), 'jpeg')).fault).toBeUndefined();
    expect((await faultOf(ok(Buffer.from('a text')), 'txt')).fault).toBeUndefined();
  });

  test('what the folder says is kept apart', async () => {
    expect((await faultOf(failed('evidence-missing', { name: 'a' }), 'pdf')).fault).toBe('gone');
    expect((await faultOf(failed('evidence-changed', { name: 'a' }), 'pdf')).fault).toBe('changed');
  });
});

describe('the file of a pack', () => {
  const pack: AuditPack = {
    ...{ body: 'aapc', bodyName: 'AAPC', credentials: ['CIC'], on: '2026-11-22' },
    cycle: { start: '2025-12-01', end: '2027-11-30' },
    endsOn: '2027-11-30',
    endRecord: '',
    summary: {
      ...{ required: 3600, counted: 0, planned: 0, lacking: 3600 },
      ...{ state: 'not-met', ownWords: [] },
    },
    changes: [],
    opening: { units: 0, note: '' },
    rules: [],
    claims: [],
  };
  const needs = {
    pdf: { name: 'a.pdf', bytes: Buffer.from('%PDF-1.4') },
    read: () => Promise.resolve(failed('evidence-missing', { name: 'a' })),
  };

  test('it and its name are flushed before it is said to be saved', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'almanac-'));
    const said: string[] = [];
    const fs: StorageFs = {
      ...nodeFs,
      async open(path, flags, mode) {
        const handle = await nodeFs.open(path, flags, mode);
        const what = path === folder ? 'folder' : 'file';
        const sync = handle.sync.bind(handle);
        handle.sync = async () => {
          said.push(`${what} flushed`);
          await sync();
        };
        return handle;
      },
      async rename(from, to) {
        said.push('renamed');
        await nodeFs.rename(from, to);
      },
    };
    expect(await writePackFile(join(folder, 'pack.zip'), pack, needs, diskOf({ fs }))).toEqual(
      ok(true),
    );
    const wanted = ['file flushed', 'renamed', 'folder flushed'];
    expect(said).toEqual(process.platform === 'win32' ? wanted.slice(0, 2) : wanted);
    expect(readdirSync(folder)).toEqual(['pack.zip']);
  });

  test('a full disk leaves nothing behind, and what stood there before', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'almanac-'));
    const path = join(folder, 'pack.zip');
    await writePackFile(path, pack, needs);
    const before = readFileSync(path);
    const fs: StorageFs = {
      ...nodeFs,
      async open(name, flags, mode) {
        const handle = await nodeFs.open(name, flags, mode);
        handle.write = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
        return handle;
      },
    };
    expect(await writePackFile(path, pack, needs, diskOf({ fs }))).toMatchObject({
      problem: { code: 'file-not-written', about: { cause: 'the disk is full' } },
    });
    expect(readdirSync(folder)).toEqual(['pack.zip']);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
