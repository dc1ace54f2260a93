// npm run bench [-- part of a file name]: the budgets. `*.bench.ts` measures rules and storage in plain
// Node, `*.window.ts` the built app in Electron; both are tests that fail over budget.
import { readFileSync } from 'node:fs';
import { electronBenchFiles, nodeBenchFiles } from './lib/test-files.mjs';
import { playwrightReport, runPlaywright } from './lib/playwright.mjs';
import { countPlaywright } from './lib/reports.mjs';
import { runVitest } from './lib/run-vitest.mjs';
import { command, setUp } from './setup.mjs';

await command(async () => {
  const filters = process.argv.slice(2);
  /** @param {string} path */
  const isWanted = (path) => filters.length === 0 || filters.some((part) => path.includes(part));
  const inNode = nodeBenchFiles().filter(isWanted);
  const inElectron = electronBenchFiles().filter(isWanted);
  const needs = { electron: true, display: true, notices: true, build: true };
  const runtime = /** @type {import('./lib/state.mjs').Runtime} */ (await setUp(needs));
  let passed = 0;
  const problems = inNode.length + inElectron.length === 0 ? ['no bench was found'] : [];
  if (inNode.length > 0) {
    const counts = await runVitest('bench', 'tests/bench/**/*.bench.ts', filters);
    passed += counts.passed;
    problems.push(...counts.problems);
  }
  if (inElectron.length > 0) {
    await runPlaywright('bench', runtime, [...filters, '--workers=1']);
    const report = JSON.parse(readFileSync(playwrightReport, 'utf8'));
    const counts = countPlaywright(report, inElectron);
    passed += counts.passed;
    problems.push(...counts.problems);
  }
  for (const problem of problems) console.log(`   ${problem}`);
  console.log(`${passed} passed, ${problems.length} failed`);
  return Number(problems.length > 0);
});
