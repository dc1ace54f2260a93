import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build, hasBuild, isBuilt } from './build.mjs';
import { inRoot } from './paths.mjs';
import { playwrightReport, runPlaywright } from './playwright.mjs';
import { countPlaywright, countVitest } from './reports.mjs';
import { capture, tool } from './run.mjs';
import { endToEndFiles, unitTestFiles } from './test-files.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} passed      tests that passed; 0 for a step without tests
 * @property {string[]} problems  one line for each failure
 * @property {string} [output]    to be shown when there are problems
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string} title
 * @property {() => Promise<Outcome>} run
 */

/** Output that is kept goes to logs as well as to terminals. */
const plain = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };

/** @param {() => any} read @param {(report: any) => import('./reports.mjs').Counts} count @param {number} code */
function judge(read, count, code) {
  let counts;
  try {
    counts = count(read());
  } catch (error) {
    return { passed: 0, problems: [`no usable report (exit code ${code}): ${String(error)}`] };
  }
  const { passed, problems } = counts;
  if (passed === 0 && problems.length === 0) problems.push('no test was executed');
  if (code !== 0 && problems.length === 0) problems.push(`the run ended with code ${code}`);
  return { passed, problems };
}

/** @param {string} name @param {string} title @param {...string[]} lines @returns {Step} */
const check = (name, title, ...lines) => ({
  name,
  title,
  async run() {
    for (const [program, ...args] of lines) {
      const { code, output } = await capture(/** @type {string} */ (program), args, plain);
      if (code !== 0) return { passed: 0, problems: [`${title}: exit code ${code}`], output };
    }
    return { passed: 0, problems: [] };
  },
});

/** @type {Step} */
const unit = {
  name: 'unit',
  title: 'unit tests',
  async run() {
    const report = inRoot('out/reports/vitest.json');
    // Listed before: a file written while the tests run is the next run's business.
    const files = unitTestFiles();
    rmSync(report, { force: true });
    mkdirSync(inRoot('out/reports'), { recursive: true });
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const [program, ...args] = tool('vitest/vitest.mjs', 'run', '--allowOnly=false', ...reporters);
    const { code, output } = await capture(program, args, plain);
    const read = () => JSON.parse(readFileSync(report, 'utf8'));
    return { ...judge(read, (json) => countVitest(json, files), code), output };
  },
};

/** @returns {Promise<Outcome>} */
async function buildOnce() {
  if (!isBuilt()) await build();
  return { passed: 0, problems: [] };
}

/**
 * @param {import('./state.mjs').Runtime} runtime
 * @returns {Promise<Outcome>}
 */
async function endToEnd(runtime) {
  // What this run built is tested, also when somebody saved a source file meanwhile.
  if (!hasBuild())
    return { passed: 0, problems: ['end-to-end tests did not run: there is no build'] };
  const files = endToEndFiles();
  const code = await runPlaywright('e2e', runtime, []);
  const read = () => JSON.parse(readFileSync(playwrightReport, 'utf8'));
  return judge(read, (json) => countPlaywright(json, files), code);
}

/**
 * What `npm test` does after set-up. The steps of `together` need nothing of each other and share the
 * cores; those of `alone` measure a program at work and have the machine for themselves.
 *
 * @param {import('./state.mjs').Runtime} runtime
 * @returns {{ together: Step[], alone: Step[] }}
 */
export const testSteps = (runtime) => ({
  together: [
    check('format', 'format check', tool('prettier/bin/prettier.cjs', '--check', '.')),
    check('lint', 'lint', tool('eslint/bin/eslint.js', '.', '--max-warnings', '0')),
    check(
      'types',
      'types',
      tool('typescript/bin/tsc', '--build'),
      tool(
        'svelte-check/bin/svelte-check',
        '--tsconfig',
        'src/tsconfig.json',
        '--fail-on-warnings',
      ),
    ),
    unit,
    { name: 'build', title: 'build', run: buildOnce },
  ],
  alone: [{ name: 'e2e', title: 'end-to-end tests', run: () => endToEnd(runtime) }],
});
