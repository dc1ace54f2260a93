import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { heedTimeZone, systemClock } from './clock';

/** Only a namespace of mounts of its own lets a test change the machine's zone. */
const own = ['--user', '--map-root-user', '--mount'];
const canChangeZone = process.platform === 'linux' && isAnswered('unshare', [...own, 'true']);

test('starts at the instant that it is given and runs on', () => {
  const clock = systemClock('2027-03-14T06:59:59.000Z');
  const passed = Date.parse(clock.now()) - Date.parse('2027-03-14T06:59:59.000Z');
  expect(passed).toBeGreaterThanOrEqual(0);
  expect(passed).toBeLessThan(5000);
  expect(() => systemClock('tomorrow')).toThrow('not an instant');
});

test.skipIf(!canChangeZone)('the zone of a machine that is carried elsewhere is heeded', () => {
  const zones = zonesOf(`
    fly('Europe/Berlin');
    (${heedTimeZone.toString()})();
    say();
    fly('Pacific/Auckland');
    say();
    (${heedTimeZone.toString()})();
    say();`);
  expect(zones).toEqual([
    'Europe/Berlin -60',
    // Without it the zone stays as it was; were it otherwise, it would not be needed.
    'Europe/Berlin -60',
    'Pacific/Auckland -720',
  ]);
});

test('a zone that was asked for holds', () => {
  const script = `(${heedTimeZone.toString()})(); console.log(new Date(0).getTimezoneOffset())`;
  const env = { ...process.env, TZ: 'Asia/Kolkata' };
  expect(execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' })).toBe('-330\n');
});

/** What a Node says on a machine whose zone can be changed under it. */
function zonesOf(script: string): string[] {
  const helpers = `
    const { rmSync, symlinkSync } = require('node:fs');
    const fly = (zone) => {
      rmSync('/etc/localtime');
      symlinkSync('/usr/share/zoneinfo/' + zone, '/etc/localtime');
    };
    const say = () => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      console.log(timeZone, new Date(0).getTimezoneOffset());
    };`;
  // An /etc of links to everything in the real one, in memory, which is gone with the process.
  const shell = `set -e
    mount --rbind /etc "$1/real"
    mount -t tmpfs none "$1/etc"
    for name in "$1"/real/*; do ln -s "$name" "$1/etc/"; done
    mount --rbind "$1/etc" /etc
    exec "$2" -e "$3"`;
  const folder = mkdtempSync(join(tmpdir(), 'almanac-zone-'));
  const places = [join(folder, 'real'), join(folder, 'etc')];
  for (const place of places) mkdirSync(place);
  try {
    const args = [...own, 'bash', '-c', shell, 'bash', folder, process.execPath];
    const env = { ...process.env, TZ: undefined };
    const said = execFileSync('unshare', [...args, helpers + script], { env, encoding: 'utf8' });
    return said.trim().split('\n');
  } finally {
    // Only what is empty: never what a mount might have left there.
    for (const place of [...places, folder]) rmdirSync(place);
  }
}

function isAnswered(program: string, args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
