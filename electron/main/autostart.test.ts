import { expect, test } from 'vitest';
import { autostartEntry, isAutostartOn } from './autostart';

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
