import { resolve } from 'node:path';
import { referenceOf } from '../../src/core/reference/own-bodies';
import type { Moment } from '../../src/core/deadlines/deadline';
import { schemaVersion } from '../../src/core/library/collections';
import type { Library } from '../../src/core/library/schema';
import type { Clock } from '../main/clock';
import { todayOfClock } from '../main/today-of-clock';
import { calendarParts } from '../../src/core/deadlines/calendar-events';
import { calendarBytes } from '../main/storage/calendar-export';
import { diskOf } from '../main/storage/disk';
import { defaultDataFolder, defaultProfileFolder, readLocation } from '../main/storage/location';
import { deadlinesAnswer, ledgerCsv } from './answers';
import type { Answer } from './answers';
import { help, readArgs } from './args';
import { codeSetAnswer } from './code-set-answer';
import { standingAnswer } from './standing-answer';
import { libraryAt } from './library-at';
import type { LibraryAt } from './library-at';
import { sentenceOf, verify } from './verify';

/** The world around the command line program. */
export interface World {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  home: string;
  workingFolder: string;
  clock: Clock;
  out: (text: string) => void;
  err: (text: string) => void;
}

/** Runs one command and returns its exit code. It never writes to the data folder, and takes no lock. */
export async function runCli(args: readonly string[], world: World): Promise<number> {
  const read = readArgs(args);
  if (!read.ok) {
    world.err(`${read.wrong}\n\n${help}`);
    return 2;
  }
  const { command, on: asked, isJson, isCsv, isIcs } = read.asked;
  if (command === 'help') {
    world.out(help);
    return 0;
  }
  if (command === 'code-set') {
    const { text, json } = codeSetAnswer(asked ?? todayOfClock(world.clock));
    world.out(isJson ? jsonText(json) : text);
    return 0;
  }
  const folder = await dataFolder(read.asked.data, world);
  const found = await libraryAt(diskOf({}), folder);
  if (!found.ok) {
    const sentence = found.problem
      ? sentenceOf(found.problem)
      : `There is no library in ${folder}. Name its folder with --data.`;
    if (isJson) {
      const { problem } = found;
      world.out(jsonText({ folder, findings: [sentence], problem }));
    } else (command === 'verify' ? world.out : world.err)(`${sentence}\n`);
    return 1;
  }
  if (found.value.isTorn) {
    world.err(`${sentenceOf({ code: 'journal-torn' })}\n`);
  }
  const on = asked ?? todayOfClock(world.clock);
  if (command === 'verify') return tellFindings(folder, found.value, isJson, world);
  const { library } = found.value;
  if (command === 'export') {
    world.out(isCsv ? ledgerCsv(library, referenceOf(library)) : exportText(library, world.clock));
    return 0;
  }
  if (isIcs) {
    const moment = momentOf(asked, world.clock);
    // Revisions are told by when they were made, never by the day that is asked about.
    world.out(await icsAnswer({ folder, library, ...moment, now: world.clock.now() }, world));
    return 0;
  }
  const answer: Answer =
    command === 'standing'
      ? standingAnswer(library, on, referenceOf(library))
      : deadlinesAnswer(library, momentOf(asked, world.clock), referenceOf(library));
  world.out(isJson ? jsonText({ folder, ...Object(answer.json) }) : answer.text);
  return 0;
}

/** Every date as a calendar file. What is told here is not noted, since nothing is written. */
async function icsAnswer(
  { folder, ...asked }: { folder: string; library: Library } & Moment,
  { err }: World,
): Promise<string> {
  const log = {
    info: () => undefined,
    warn: (what: string) => err(`${what}\n`),
    error: (what: string) => err(`${what}\n`),
  };
  const place = { disk: diskOf({}), folder, canWrite: false, log };
  const bytes = await calendarBytes(place, { ...asked, what: { parts: calendarParts } });
  return Buffer.from(bytes ?? []).toString('utf8');
}

/** Now; of another day that is asked about, its noon in UTC, which decides what was put off to that day. */
function momentOf(asked: string | null, clock: Clock): Moment {
  const timeZone = clock.timeZone();
  if (asked !== null) return { today: asked, now: `${asked}T12:00:00.000Z`, timeZone };
  return { today: todayOfClock(clock), now: clock.now(), timeZone };
}

async function dataFolder(named: string | null, world: World): Promise<string> {
  const { platform, env, home, workingFolder } = world;
  if (named !== null) return resolve(workingFolder, named);
  const noted = await readLocation(defaultProfileFolder(platform, env, home));
  return noted.folder ?? defaultDataFolder(platform, env, home);
}

async function tellFindings(
  folder: string,
  at: LibraryAt,
  isJson: boolean,
  { out }: World,
): Promise<number> {
  const { findings, remarks } = await verify(diskOf({}), folder, at);
  if (isJson) out(jsonText({ folder, schema: at.schema, findings, remarks }));
  else {
    const verdict = findings.length > 0 ? findings : [`The library in ${folder} is in order.`];
    out([...verdict, ...remarks].map((sentence) => `${sentence}\n`).join(''));
  }
  return findings.length > 0 ? 1 : 0;
}

function exportText(library: object, clock: Clock): string {
  return jsonText({
    format: 'coders-almanac export',
    schema: schemaVersion,
    exportedAt: clock.now(),
    library,
  });
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
