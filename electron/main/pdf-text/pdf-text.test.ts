import { fork } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pdfText, type PdfProcess } from './pdf-text';
import { readPdf } from './read-pdf';

/** A real process that runs a few lines of its own. */
function startProcess(lines: string): { process: PdfProcess; hasEnded: Promise<void> } {
  const file = join(mkdtempSync(join(tmpdir(), 'almanac-')), 'reader.mjs');
  writeFileSync(file, lines);
  const child = fork(file, { serialization: 'advanced', stdio: 'ignore' });
  const hasEnded = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    hasEnded,
    process: {
      send: (bytes) => void child.send(bytes),
      onAnswer: (listen) => void child.on('message', listen),
      onEnd: (listen) => void child.on('exit', () => listen()),
      end: () => void child.kill('SIGKILL'),
    },
  };
}

const bytes = Buffer.from('%PDF-1.4');

test('the answer is handed on, and the process is ended', async () => {
  const text = { items: [], pages: 1, readPages: 1 };
  const { process, hasEnded } = startProcess(
    `process.on('message', () => process.send({ ok: true, value: ${JSON.stringify(text)} }));`,
  );
  expect(await pdfText(bytes, 'a.pdf', () => process)).toEqual({ ok: true, value: text });
  await hasEnded;
});

test('a process that never answers is ended', async () => {
  const { process, hasEnded } = startProcess(`process.on('message', () => { for (;;); });`);
  const answer = await pdfText(bytes, 'a.pdf', () => process, { seconds: 1 });
  expect(answer).toEqual({ ok: false, problem: { code: 'pdf-slow', about: { seconds: '1' } } });
  await hasEnded;
});

test('a process that dies is a file that cannot be read', async () => {
  const { process } = startProcess(`process.on('message', () => process.exit(134));`);
  expect(await pdfText(bytes, 'a.pdf', () => process)).toMatchObject({
    problem: { code: 'pdf-damaged' },
  });
});

test('a file above 25 MB starts no process', async () => {
  const answer = await pdfText(new Uint8Array(25 * 1024 * 1024 + 1), 'big.pdf', () => {
    throw new Error('started');
  });
  expect(answer).toMatchObject({ problem: { code: 'evidence-size', about: { name: 'big.pdf' } } });
});

test.each([
  ['nothing', ''],
  ['no PDF', 'This is a text.'],
  ['the head of one', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog'],
])('%s is damaged, said as a problem', async (_, text) => {
  expect(await readPdf(Buffer.from(text))).toEqual({ ok: false, problem: { code: 'pdf-damaged' } });
});

test('a page without text or picture holds no text', async () => {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>'];
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>';
  const body = [...objects, page].map((one, at) => `${at + 1} 0 obj\n${one}\nendobj\n`).join('');
  const file = Buffer.from(`%PDF-1.4\n${body}trailer\n<</Root 1 0 R/Size 4>>\n`);
  expect(await readPdf(file)).toEqual({ ok: false, problem: { code: 'pdf-no-text' } });
});
