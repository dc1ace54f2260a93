// Run by dbus-run-session: starts a notification service on the new bus, then the given command.
import { spawn } from 'node:child_process';
import { ask, run } from './run.mjs';

// Its own defaults, not what the person at this machine has set up for theirs.
const service = spawn('dunst', ['-conf', '/dev/null'], { stdio: 'ignore' });
service.once('error', () => {});
ask('gdbus', ['wait', '--session', '--timeout', '10', 'org.freedesktop.Notifications']);

const [program, ...args] = process.argv.slice(2);
process.exitCode = await run(program ?? 'true', args, { stdio: 'inherit' });
service.kill();
