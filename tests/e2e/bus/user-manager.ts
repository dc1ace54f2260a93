import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A systemctl that does with a user's own units what the real one is documented to do, and runs nothing:
 * no test machine is sure to have a systemd for its user.
 */
const script = `#!/bin/sh
units="$XDG_CONFIG_HOME/systemd/user"
wants="$units/timers.target.wants"
if [ -e "$(dirname "$0")/deaf" ]; then
  echo 'Failed to connect to bus: No medium found' >&2
  exit 1
fi
shift
verb=$1
for unit in "$@"; do :; done
case $verb in
  show-environment | daemon-reload) ;;
  enable)
    [ -e "$units/$unit" ] || { echo "Unit file $unit does not exist." >&2; exit 1; }
    mkdir -p "$wants" && ln -sf "$units/$unit" "$wants/$unit"
    ;;
  disable) rm -f "$wants/$unit" ;;
  is-enabled) if [ -e "$wants/$unit" ]; then echo enabled; else echo disabled; exit 1; fi ;;
  *) exit 2 ;;
esac
`;

export class UserManager {
  private constructor(readonly folder: string) {}

  static async install(): Promise<UserManager> {
    const folder = await mkdtemp(join(tmpdir(), 'almanac-bin-'));
    await writeFile(join(folder, 'systemctl'), script, { mode: 0o755 });
    return new UserManager(folder);
  }

  get env(): Record<string, string> {
    return { PATH: `${this.folder}:${process.env['PATH'] ?? ''}` };
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }

  /** From now on it answers as where no manager runs for the user. */
  async stop(): Promise<void> {
    await writeFile(join(this.folder, 'deaf'), '');
  }
}
