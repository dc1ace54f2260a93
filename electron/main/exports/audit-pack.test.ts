import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  cleanName,
  missingProof,
  packFiles,
  type AuditClaim,
  type AuditPack,
  type AuditRule,
} from '../../../src/core/ceu/audit-pack';
import { unprovedCount, withFaults, type EvidenceFault } from '../../../src/core/ceu/audit-proof';
import { failed, ok } from '../../../src/core/result';
import { writeAuditPack } from './audit-pack';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const certificates = new Map(
  ['one', 'two', 'three'].map((text) => {
    const bytes = Buffer.from(`%PDF-1.4 ${text} (invented)`);
    return [sha256(bytes), bytes];
  }),
);
const [one = '', two = '', three = ''] = certificates.keys();
const file = (hash: string) => ({
  ...{ sha256: hash, name: 'scan.pdf', bytes: certificates.get(hash)?.length ?? 0 },
  kind: 'pdf' as const,
});

function claim(id: string, changes: Partial<AuditClaim> = {}): AuditClaim {
  return {
    ...{ id, title: 'Sepsis queries', completedOn: '2026-10-01', sponsor: 'Lakeview (invented)' },
    ...{ indexNumber: 'L-1', units: 150, note: '', evidence: [] },
    ...{ state: 'earned', counts: 'yes', why: 'Counts.' },
    ...changes,
  };
}

function packOf(claims: AuditClaim[]): AuditPack {
  return {
    ...{ body: 'aapc', bodyName: 'AAPC', credentials: ['CIC'], on: '2026-11-22' },
    cycle: { start: '2025-12-01', end: '2027-11-30' },
    endsOn: '2027-11-30',
    endRecord: '',
    summary: {
      ...{ required: 3600, counted: 150, planned: 0, lacking: 3450 },
      ...{ state: 'not-met', ownWords: [] },
    },
    changes: [],
    opening: { units: 400, note: '' },
    rules: [],
    claims,
  };
}

const usual = packOf([
  claim('b', { evidence: [file(two)], title: '=cmd|x' }),
  claim('a', { evidence: [file(one), file(three)] }),
  claim('c', { completedOn: '2026-09-09', note: '-1' }),
  claim('d', { state: 'planned', counts: 'planned' }),
]);

async function written(pack: AuditPack) {
  const pieces: Uint8Array[] = [];
  const answer = await writeAuditPack(pack, {
    pdf: { name: 'AAPC audit pack.pdf', bytes: Buffer.from('%PDF-1.4 summary') },
    read: ({ sha256: hash, name }) => {
      const bytes = certificates.get(hash);
      return Promise.resolve(bytes ? ok(bytes) : failed('evidence-missing', { name }));
    },
    write: (piece) => Promise.resolve(void pieces.push(piece)),
  });
  return { answer, bytes: Buffer.concat(pieces) };
}

describe('the pack', () => {
  test('another program opens it, and finds nothing wrong', async () => {
    const { answer, bytes } = await written(usual);
    expect(answer).toEqual({ ok: true, value: { files: 6, bytes: bytes.length } });
    const path = join(mkdtempSync(join(tmpdir(), 'almanac-pack-')), 'pack.zip');
    writeFileSync(path, bytes);
    const said = execFileSync('unzip', ['-t', path], { encoding: 'utf8' });
    expect(said).toContain('No errors detected');
    const list = execFileSync('unzip', ['-Z1', path], { encoding: 'utf8' }).trim().split('\n');
    expect(list).toEqual([
      'AAPC audit pack.pdf',
      'certificates/2026-10-01 =cmd x - certificate.pdf',
      'certificates/2026-10-01 Sepsis queries - certificate (2).pdf',
      'certificates/2026-10-01 Sepsis queries - certificate.pdf',
      'ledger.csv',
      'manifest.json',
    ]);
  });

  test('every file has the hash that the manifest names', async () => {
    const files = unzipSync((await written(usual)).bytes);
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as {
      files: { name: string; sha256: string; bytes: number }[];
      missingProof: { claim: string }[];
    };
    const others = Object.keys(files).filter((name) => name !== 'manifest.json');
    expect(manifest.files.map(({ name }) => name).sort()).toEqual(others.sort());
    for (const { name, sha256: hash, bytes } of manifest.files) {
      expect(sha256(files[name] ?? new Uint8Array())).toBe(hash);
      expect(files[name]).toHaveLength(bytes);
    }
    expect(manifest.missingProof.map((missing) => missing.claim)).toEqual(['c']);
    expect(missingProof(usual).map(({ id }) => id)).toEqual(['c']);
  });

  test('the ledger says that it is UTF-8, so that Excel shows its letters', async () => {
    const ledger = unzipSync((await written(usual)).bytes)['ledger.csv'];
    expect([...(ledger ?? [])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('no cell of the ledger is a formula, and numbers stay numbers', async () => {
    const ledger = strFromU8(
      unzipSync((await written(usual)).bytes)['ledger.csv'] ?? new Uint8Array(),
    );
    expect(ledger).toContain(`,"'=cmd|x",`);
    expect(ledger).toContain(',-1\r\n');
    expect(ledger.split('\r\n')).toHaveLength(6);
  });

  test('the user’s own figure stands in the check list beside the standard, with its reason', async () => {
    const own = { units: 2800, applies: null, reason: 'proration', note: 'Letter' } as const;
    const rule: AuditRule = {
      ...{ title: 'Total units', required: 2800, standard: 3600, counted: 150 },
      ...{
        state: 'not-met',
        note: '36 for CIC.',
        own,
        ownWords: ['Standard figure 36; yours, 28'],
        source: null,
      },
    };
    const { bytes } = await written({ ...usual, rules: [rule], changes: ['CPMA was added.'] });
    const manifest: unknown = JSON.parse(
      strFromU8(unzipSync(bytes)['manifest.json'] ?? new Uint8Array()),
    );
    expect(manifest).toMatchObject({
      rules: [{ standard: 3600, own }],
      changes: ['CPMA was added.'],
    });
  });

  test('another day is said in the pack, and so makes other bytes', async () => {
    const { bytes } = await written(usual);
    const next = await written({ ...usual, on: '2026-11-23' });
    expect(next.bytes.equals(bytes)).toBe(false);
  });

  test('the same data on the same day are the same bytes, in every zone', async () => {
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'Pacific/Honolulu';
      const first = await written(usual);
      process.env['TZ'] = 'Asia/Tokyo';
      expect((await written(usual)).bytes.equals(first.bytes)).toBe(true);
    } finally {
      process.env['TZ'] = zone;
    }
  });

  test('a certificate that is gone, changed or damaged is named, and the pack is made', async () => {
    const gone = { ...file(one), sha256: 'f'.repeat(64), name: 'gone.pdf' };
    const pack = withFaults(
      packOf([
        claim('a', { evidence: [gone, file(two)] }),
        claim('b', { evidence: [file(three)] }),
      ]),
      new Map<string, EvidenceFault>([
        [gone.sha256, 'gone'],
        [two, 'changed'],
        [three, 'unreadable'],
      ]),
    );
    const { answer, bytes } = await written(pack);
    expect(answer).toMatchObject({ ok: true, value: { files: 4 } });
    const files = unzipSync(bytes);
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as {
      files: { name: string }[];
      faultyProof: { name: string; fault: string; isInPack: boolean }[];
    };
    expect(manifest.files.map(({ name }) => name)).not.toContain('gone.pdf');
    expect(manifest.faultyProof).toMatchObject([
      { claim: 'a', name: 'gone.pdf', fault: 'gone', isInPack: false },
      { claim: 'a', name: 'scan.pdf', fault: 'changed', isInPack: false },
      { claim: 'b', name: 'scan.pdf', fault: 'unreadable', isInPack: true },
    ]);
    const ledger = strFromU8(files['ledger.csv'] ?? new Uint8Array());
    expect(ledger).toContain('gone.pdf: missing from the data folder');
    expect((await written(pack)).bytes.equals(bytes)).toBe(true);
    expect(unprovedCount(pack)).toBe(2);
  });

  test('a certificate that goes away while the pack is written is named', async () => {
    const away = claim('a', { evidence: [{ ...file(one), sha256: 'f'.repeat(64) }] });
    expect((await written(packOf([away]))).answer).toMatchObject({
      problem: { code: 'evidence-missing', about: { name: 'scan.pdf' } },
    });
    certificates.set('e'.repeat(64), Buffer.from('changed'));
    const changed = claim('a', { evidence: [{ ...file(one), sha256: 'e'.repeat(64) }] });
    expect((await written(packOf([changed]))).answer).toMatchObject({
      problem: { code: 'evidence-missing' },
    });
  });

  test('more than 2 GB is refused before anything is read', async () => {
    const huge = claim('a', { evidence: [{ ...file(one), bytes: 2 * 1024 ** 3 }] });
    const { answer, bytes } = await written(packOf([huge]));
    expect(answer).toMatchObject({ problem: { code: 'pack-size' } });
    expect(bytes).toHaveLength(0);
  });
});

describe('names', () => {
  test.each([
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\Windows\\system32', 'C Windows system32'],
    ['a\u0000b\u202egnp.exe', 'a b gnp.exe'],
    ['What? "Why" <now> | *', 'What Why now'],
    [' . hidden . ', 'hidden'],
    ['Größe – 病院 🏥', 'Größe – 病院 🏥'],
    ['x'.repeat(300), 'x'.repeat(120)],
    ['🏥'.repeat(100), '🏥'.repeat(30)],
    ['...', ''],
  ])('%j becomes %j', (title, name) => {
    expect(cleanName(title)).toBe(name);
  });

  test('whatever the titles: each name once, within the folder, and none too long', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('CON', 'con', '..', '/', 'ﬁ', 'fi', 'é', 'e\u0301'),
    );
    fc.assert(
      fc.property(fc.array(title, { maxLength: 12 }), (titles) => {
        const claims = titles.map((text, n) =>
          claim(`c${n}`, { title: text, evidence: [file(one), file(two)] }),
        );
        const names = packFiles({ claims }).map(({ name }) => name);
        const folded = names.map((name) => name.normalize('NFKC').toLowerCase());
        expect(new Set(folded).size).toBe(2 * titles.length);
        for (const name of names) {
          expect(name).toMatch(/^certificates\/[^/\\:*?"<>|]+\.pdf$/);
          expect(name).not.toMatch(/\.\./);
          expect(Buffer.byteLength(name)).toBeLessThan(200);
        }
        const reversed = packFiles({ claims: [...claims].reverse() });
        expect(reversed).toEqual(packFiles({ claims }));
      }),
    );
  });
});
