import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { tempFolder, testClock } from '../../tests/fault/support/rig';
import { openLog } from './log';

const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterEach(() => {
  written.mockClear();
  process.stdout.removeAllListeners('error');
  process.stderr.removeAllListeners('error');
});

const clock = testClock('2026-11-22T15:00:00.000Z');
const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n');

test('each line is there at once, with its time and its kind, for its owner alone', () => {
  const log = openLog(join(tempFolder(), 'logs'), clock);
  log.info('start', { version: '1', isFirst: true });
  log.warn('call refused');
  log.error('open', new RangeError('no “Sepsis”'));
  const [first, second, third] = linesOf(log.file);
  expect(first).toBe('[2026-11-22T15:00:00.000Z] [info] start version=1 isFirst=true');
  expect(second).toBe('[2026-11-22T15:00:00.000Z] [warn] call refused');
  expect(third).toContain('[error] open: RangeError');
  expect(statSync(log.file).mode & 0o777).toBe(0o600);
});

test('nothing that was quoted is in it', () => {
  const log = openLog(tempFolder(), clock);
  log.error('read', new SyntaxError('Unexpected token in "Anna’s audit"'));
  log.page(
    'cannot read `Anna’s audit`',
    'Error: Anna’s audit\n    at show (app://bundle/x.js:1:2)',
  );
  expect(readFileSync(log.file, 'utf8')).not.toContain('Anna');
  expect(readFileSync(log.file, 'utf8')).toContain('at show');
});

test('the terminal has what went wrong, until it is gone', () => {
  const log = openLog(tempFolder(), clock);
  log.info('start');
  expect(written).not.toHaveBeenCalled();
  log.warn('call refused');
  expect(written).toHaveBeenCalledOnce();
  process.stderr.emit('error', new Error('write EPIPE'));
  log.warn('call refused');
  expect(written).toHaveBeenCalledOnce();
  expect(linesOf(log.file)).toHaveLength(3);
});

test('it goes on in a new file after a megabyte, also of earlier runs, and keeps the one before', () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'main.old.log'), 'older');
  writeFileSync(join(folder, 'main.log'), `${'x'.repeat(1024 * 1024)}\n`);
  const log = openLog(folder, clock);
  log.info('one');
  log.info('two');
  expect(linesOf(log.file)).toHaveLength(2);
  expect(statSync(join(folder, 'main.old.log')).size).toBe(1024 * 1024 + 1);
});

test('a folder that is gone stops nothing', () => {
  const folder = join(tempFolder(), 'logs');
  const log = openLog(folder, clock);
  log.info('one');
  rmSync(folder, { recursive: true });
  expect(() => log.error('two', new Error('three'))).not.toThrow();
  expect(existsSync(folder)).toBe(false);
});
