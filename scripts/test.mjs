// npm test [-- --only format,lint,types,unit,build,e2e]: everything that proves the program. Its last
// line is `N passed, N failed`: N tests passed; N tests, and steps without tests, failed.
import { availableParallelism } from 'node:os';
import { say, seconds, SetupError } from './lib/say.mjs';
import { testSteps } from './lib/test-steps.mjs';
import { setUp } from './setup.mjs';

/** @typedef {import('./lib/test-steps.mjs').Step} Step */
/** @typedef {import('./lib/test-steps.mjs').Outcome & { step: Step, took: string }} Done */

/** @param {Step} step @returns {Promise<Done>} */
async function runStep(step) {
  const startedAt = Date.now();
  /** @param {import('./lib/test-steps.mjs').Outcome} outcome */
  const done = (outcome) => ({ ...outcome, step, took: seconds(startedAt) });
  try {
    return done(await step.run());
  } catch (error) {
    const text = error instanceof SetupError ? error.message : String(error);
    return done({ passed: 0, problems: [`${step.title}: ${text}`] });
  }
}

/** @param {Done} done */
function report({ step, took, passed, problems, output }) {
  const tests = passed > 0 ? `, ${passed} passed` : '';
  const verdict = problems.length === 0 ? 'ok' : `${problems.length} FAILED`;
  console.log(`== ${step.title}: ${verdict}${tests} (${took})`);
  if (problems.length === 0) return;
  if (output) console.log(output.trimEnd());
  for (const problem of problems) console.log(`   ${problem}`);
}

/** Two at a time on two cores, told in the order of the list. @param {Step[]} steps @returns {Promise<Done[]>} */
async function runTogether(steps) {
  /** @type {Promise<Done>[]} */
  const results = [];
  /** @type {Set<Promise<Done>>} */
  const running = new Set();
  for (const step of steps) {
    if (running.size >= Math.max(2, availableParallelism())) await Promise.race(running);
    const result = runStep(step);
    results.push(result);
    running.add(result);
    void result.then(() => running.delete(result));
  }
  const finished = [];
  for (const result of results) {
    const done = await result;
    report(done);
    finished.push(done);
  }
  return finished;
}

/** @returns {string[] | undefined} names of the steps asked for; undefined means all */
function readOnly() {
  const at = process.argv.indexOf('--only');
  return at < 0 ? undefined : (process.argv[at + 1] ?? '').split(',');
}

/** @returns {Promise<Done[]>} */
async function main() {
  const needs = { electron: true, display: true, notices: true, pdf: true };
  const runtime = /** @type {import('./lib/state.mjs').Runtime} */ (await setUp(needs));
  const { together, alone } = testSteps(runtime);
  const only = readOnly();
  const unknown = only?.filter(
    (name) => ![...together, ...alone].some((step) => step.name === name),
  );
  if (unknown?.length) throw new SetupError(`There is no test step named ${unknown.join(', ')}.`);
  const isWanted = (/** @type {Step} */ { name }) =>
    !only || only.includes(name) || (name === 'build' && only.includes('e2e'));
  const left = [...together, ...alone].filter((step) => !isWanted(step));
  if (left.length > 0) console.log(`Not run, as asked: ${left.map(({ name }) => name).join(', ')}`);
  const finished = await runTogether(together.filter(isWanted));
  for (const step of alone.filter(isWanted)) {
    const done = await runStep(step);
    report(done);
    finished.push(done);
  }
  return finished;
}

const startedAt = Date.now();
let passed = 0;
let failed = 0;
try {
  for (const done of await main()) {
    passed += done.passed;
    failed += done.problems.length;
  }
} catch (error) {
  failed += 1;
  say(error instanceof SetupError ? error.message : String(/** @type {Error} */ (error).stack));
}
console.log(`All steps took ${seconds(startedAt)}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
