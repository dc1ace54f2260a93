import fc from 'fast-check';
import { expect, test } from 'vitest';
import { autostartEntry, isAutostartOn, programOfEntry } from './autostart';

const entry = autostartEntry('Coder’s Almanac', ['/opt/almanac/coders-almanac']);

test('an entry starts the program without its window', () => {
  expect(entry).toContain('\nExec="/opt/almanac/coders-almanac" --hidden\n');
  expect(isAutostartOn(entry)).toBe(true);
});

test('a path with signs that the desktop would read', () => {
  expect(autostartEntry('x', ['/home/a b/50% $HOME "q" \\'])).toContain(
    'Exec="/home/a b/50%% \\\\$HOME \\\\"q\\\\" \\\\\\\\" --hidden',
  );
});

test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('turned off by %s', (line) => {
  expect(isAutostartOn(entry.replace('X-GNOME-Autostart-enabled=true', line))).toBe(false);
});

test('an empty file starts nothing', () => {
  expect(isAutostartOn('')).toBe(false);
});

test('the program of an entry is read back as it was written', () => {
  const signs = fc.constantFrom('/', ' ', '%', '$', '"', "'", '\\', '`', 'a', '’');
  const path = fc.array(signs, { minLength: 1 }).map((all) => `/${all.join('')}`);
  fc.assert(
    fc.property(path, (program) => {
      expect(programOfEntry(autostartEntry('x', [program, '--x']))).toBe(program);
    }),
  );
  expect(programOfEntry('[Desktop Entry]\nExec=/usr/bin/almanac --hidden\n')).toBe(
    '/usr/bin/almanac',
  );
  expect(programOfEntry('')).toBeNull();
});

test('only what stands in the entry itself counts', () => {
  const action = '[Desktop Action new]\nExec=/usr/bin/almanac\nHidden=true\n';
  expect(isAutostartOn(`${entry}\n${action}`)).toBe(true);
  expect(isAutostartOn(`[Desktop Entry]\nType=Application\n${action}`)).toBe(false);
});
