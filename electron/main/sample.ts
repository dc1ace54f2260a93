import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apply } from '../../src/core/library/apply';
import type { Command, CommandOf } from '../../src/core/library/commands';
import { emptyLibrary } from '../../src/core/library/defaults';
import type { Day } from '../../src/core/library/fields';
import type { Library } from '../../src/core/library/schema';
import { reference } from '../../src/core/reference';
import { formatUnits } from '../../src/core/units';
import type { Clock } from './clock';
import { todayOfClock } from './today-of-clock';
import { pdfPage } from './sample/pdf';
import { samplePlan } from './sample/plan';
import { openLibrary } from './storage/store';

/** Marks a folder as ours to make anew. */
const markName = 'sample-library.txt';
const mark =
  'This folder holds the invented sample library. It is made anew each time it is opened.\n';

interface Certificate {
  name: string;
  bytes: Uint8Array;
}

/**
 * Makes the sample library anew, with dates that fit today. Its records are the work of commands, so each has
 * passed every rule. Throws if the folder holds anything that is not a sample.
 */
export async function buildSample(
  folder: string,
  clock: Clock,
  newId: () => string,
): Promise<void> {
  const { library, certificates } = sampleOf(clock, newId);
  await clear(folder);
  const opened = await openLibrary({
    ...{ folder, clock, newId, reference: reference(), expectsLibrary: false },
    ...{ isSample: true, initial: library },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  if (opened.kind === 'recovery') throw new Error(`no sample: ${opened.problem.code}`);
  const { store } = opened;
  try {
    for (const { bytes, name } of certificates) {
      const put = await store.putEvidence(bytes, name);
      if (!put.ok) throw new Error(`no certificate for the sample: ${put.problem.code}`);
    }
  } finally {
    await store.close();
  }
}

async function clear(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = await readdir(folder);
  if (names.length > 0 && !names.includes(markName)) {
    throw new Error('the folder of the sample holds something else');
  }
  // The mark goes last and comes first, so that a crash in between leaves a folder that is still ours.
  for (const name of names.filter((other) => other !== markName)) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
  await writeFile(join(folder, markName), mark, { mode: 0o600 });
}

/** The sample's library as a value, and the files that it names. */
export function sampleOf(
  clock: Clock,
  newId: () => string,
): { library: Library; certificates: Certificate[] } {
  const now = clock.now();
  const today = todayOfClock(clock);
  const certificates: Certificate[] = [];
  let library = emptyLibrary(newId(), now, true);
  const run = (command: Command, on: Day): string => {
    const context = { now: `${on}T20:30:00.000Z`, today, newId, reference: reference() };
    const done = apply(library, command, context);
    if (!done.ok) throw new Error(`the sample breaks a rule: ${command.type} ${done.problem.code}`);
    library = done.value.library;
    return done.value.id ?? '';
  };
  const welcomed = { isWelcomed: true, isToldWhenClosed: false };
  run({ type: 'settings.change', changes: welcomed }, today);
  for (const { on, command, hasCertificate } of samplePlan(today)) {
    const id = run(command, on);
    if (!hasCertificate || command.type !== 'activity.log') continue;
    const { bytes, name } = certificateOf(command);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = { sha256, name, bytes: bytes.length, kind: 'pdf' as const };
    run({ type: 'evidence.attach', activityId: id, ...file }, on);
    certificates.push({ name, bytes });
  }
  return { library, certificates };
}

function certificateOf({
  title,
  sponsor,
  completedOn,
  hours,
  indexNumber,
}: CommandOf<'activity.log'>): Certificate {
  const bytes = pdfPage([
    { text: 'SAMPLE CERTIFICATE — invented, not a real record', size: 16 },
    { text: title, size: 14 },
    { text: `Sponsor: ${sponsor}`, size: 11 },
    { text: `Completed on: ${completedOn}`, size: 11 },
    { text: `CEUs: ${formatUnits(hours)}`, size: 11 },
    { text: `Index number: ${indexNumber}`, size: 11 },
    { text: 'Awarded to nobody: the person and the event do not exist.', size: 11 },
  ]);
  const name = `${title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)}.pdf`;
  return { name, bytes };
}
