import { expect, test } from 'vitest';
import { programCommand } from './program-command';

const none = { profile: null, data: null };
const packaged = {
  ...{ appImage: undefined, executable: '/opt/almanac/coders-almanac' },
  ...{ openedFolder: null, isWithoutSandbox: false },
};

test('a packaged program is its executable', () => {
  expect(programCommand(none, packaged)).toEqual(['/opt/almanac/coders-almanac']);
});

test('an AppImage is the file that the user has, not where it is opened', () => {
  const executable = '/tmp/.mount_Coders1a2b/coders-almanac';
  const appImage = '/home/m/Apps/Coders Almanac.AppImage';
  expect(programCommand(none, { ...packaged, executable, appImage })).toEqual([appImage]);
  expect(programCommand(none, { ...packaged, appImage: '' })).toEqual([packaged.executable]);
});

test('the folders that were named are named again, so that it finds the same library', () => {
  const named = { profile: '/x y/profile', data: '/x y/library' };
  expect(programCommand(named, packaged)).toEqual([
    ...['/opt/almanac/coders-almanac', '--profile=/x y/profile', '--data=/x y/library'],
  ]);
});

test('in development Electron opens the same folder; a packaged program never leaves its sandbox', () => {
  const running = { ...packaged, executable: '/x/electron', isWithoutSandbox: true };
  expect(programCommand(none, { ...running, openedFolder: '/x/almanac' })).toEqual([
    ...['/x/electron', '--no-sandbox', '/x/almanac'],
  ]);
  expect(programCommand(none, running)).toEqual(['/x/electron']);
});
