import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../tests/fault/support/rig';
import { seal, snapshotOf } from '../main/storage/snapshot';
import { cliOnLibrary } from '../../tests/fault/support/cli';

const { read, data } = cliOnLibrary();

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
