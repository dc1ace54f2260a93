import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A session bus of one test, as a desktop has one, with only what the test puts on it. */
export class PrivateBus {
  #children: ChildProcess[] = [];

  private constructor(
    readonly address: string,
    daemon: ChildProcess,
  ) {
    this.#children.push(daemon);
  }

  static async start(): Promise<PrivateBus> {
    // Without the services that are installed on the machine: each test says who is there.
    const config = `<busconfig>
      <type>session</type>
      <listen>unix:tmpdir=/tmp</listen>
      <policy context="default">
        <allow send_destination="*" eavesdrop="true"/>
        <allow eavesdrop="true"/>
        <allow own="*"/>
      </policy>
    </busconfig>`;
    const file = join(await mkdtemp(join(tmpdir(), 'almanac-bus-')), 'bus.conf');
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

  /** Starts a real notification service and waits until it answers. */
  async startDunst(): Promise<void> {
    const env = { ...process.env, ...this.env };
    this.#children.push(spawn('dunst', [], { env, stdio: 'ignore' }));
    for (let tries = 0; tries < 50; tries += 1) {
      const there = await this.notices().catch(() => null);
      if (there !== null) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error('dunst did not start');
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

  stop(): void {
    for (const child of this.#children) child.kill();
  }
}
