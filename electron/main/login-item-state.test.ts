import { expect, test } from 'vitest';
import { isLoginItemOn } from './login-item-state';

test.each([
  ['win32', { openAtLogin: true, executableWillLaunchAtLogin: true }, true],
  // Switched off in the Task Manager, which leaves the entry where it is.
  ['win32', { openAtLogin: true, executableWillLaunchAtLogin: false }, false],
  ['win32', { openAtLogin: false, executableWillLaunchAtLogin: true }, false],
  ['darwin', { openAtLogin: true, status: 'enabled' }, true],
  ['darwin', { openAtLogin: true, status: 'requires-approval' }, false],
  ['darwin', { openAtLogin: false, status: 'not-registered' }, false],
  // Before macOS 13 there is no status.
  ['darwin', { openAtLogin: true }, true],
] as const)('%s %j', (platform, settings, expected) => {
  expect(isLoginItemOn(platform, settings)).toBe(expected);
});
