import { expect } from '@playwright/test';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TrayService } from './tray-service';

const run = promisify(execFile);

/** A session bus of one test, as a desktop has one, with only what the test puts on it. */
export class PrivateBus {
  #children: ChildProcess[] = [];
  #tray: TrayService | null = null;
  #dunst: ChildProcess | null = null;

  private constructor(
    readonly address: string,
    daemon: ChildProcess,
  ) {
    this.#children.push(daemon);
  }

  static async start(): Promise<PrivateBus> {
    // Without the services that are installed on the machine: each test says who is there.
    const folder = await mkdtemp(join(tmpdir(), 'almanac-bus-'));
    const config = `<busconfig>
      <type>session</type>
      <listen>unix:path=${join(folder, 'socket')}</listen>
      <policy context="default">
        <allow send_destination="*" eavesdrop="true"/>
        <allow eavesdrop="true"/>
        <allow own="*"/>
      </policy>
    </busconfig>`;
    const file = join(folder, 'bus.conf');
    await writeFile(file, config);
    const daemon = spawn('dbus-daemon', [`--config-file=${file}`, '--nofork', '--print-address'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [text] = (await once(daemon.stdout, 'data')) as [Buffer];
    return new PrivateBus(text.toString().trim(), daemon);
  }

  get env(): Record<string, string> {
    return { DBUS_SESSION_BUS_ADDRESS: this.address };
  }

  /** Puts up what shows tray icons on a desktop. */
  async startTray(): Promise<TrayService> {
    this.#tray = await TrayService.start(this.address);
    return this.#tray;
  }

  /** Starts a real notification service and waits until it answers. */
  async startDunst(): Promise<void> {
    const env = { ...process.env, ...this.env };
    // Its own defaults, not what the person at this machine has set up for theirs.
    this.#dunst = spawn('dunst', ['-conf', '/dev/null'], { env, stdio: 'ignore' });
    this.#children.push(this.#dunst);
    await expect.poll(() => this.notices().catch(() => null)).not.toBeNull();
  }

  /** The notification service keeps its name and answers nothing, until it goes on. */
  hangDunst(): void {
    this.#dunst?.kill('SIGSTOP');
  }

  freeDunst(): void {
    this.#dunst?.kill('SIGCONT');
  }

  /** Until a notice is seen; it stays there. */
  async seesNotice(): Promise<void> {
    const env = { ...process.env, ...this.env };
    const shown = async () =>
      Number((await run('dunstctl', ['count', 'displayed'], { env })).stdout);
    await expect.poll(shown, { intervals: [20] }).toBe(1);
  }

  /** What the notification service was told to show, the newest first. */
  async notices(): Promise<{ title: string; body: string }[]> {
    const env = { ...process.env, ...this.env };
    // Only what is closed is in dunst's history.
    await run('dunstctl', ['close-all'], { env });
    const { stdout } = await run('dunstctl', ['history'], { env });
    const { data } = JSON.parse(stdout) as {
      data: { summary: { data: string }; body: { data: string } }[][];
    };
    return (data[0] ?? []).map(({ summary, body }) => ({ title: summary.data, body: body.data }));
  }

  /** Clicks the notice that is shown, once there is one. */
  async clickNotice(): Promise<void> {
    await this.seesNotice();
    await run('dunstctl', ['action', '0'], { env: { ...process.env, ...this.env } });
  }

  stop(): void {
    this.#tray?.stop();
    // What is stopped would not hear that it is to end.
    this.freeDunst();
    for (const child of this.#children) child.kill();
  }
}
