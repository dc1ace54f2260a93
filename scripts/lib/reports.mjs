// Reads the reports of the two test runners. Whatever did not run counts as a failure, so nothing is
// skipped silently: skip, fixme, todo, an expected failure, a file that no runner picked up.

/** @typedef {{ passed: number, problems: string[] }} Counts */

/**
 * @param {any} report Vitest's JSON report
 * @param {readonly string[]} files absolute paths that have to appear in it
 * @returns {Counts}
 */
export function countVitest(report, files) {
  /** @type {Counts} */
  const counts = { passed: 0, problems: [] };
  for (const suite of report.testResults) {
    for (const test of suite.assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else counts.problems.push(`${test.status}: ${suite.name} > ${test.fullName}`);
    }
    // A file that could not be loaded has no tests to name.
    if (suite.status === 'failed' && suite.assertionResults.length === 0) {
      counts.problems.push(`failed: ${suite.name} (${String(suite.message).split('\n')[0]})`);
    }
  }
  const seen = new Set(report.testResults.map((/** @type {any} */ suite) => suite.name));
  return withMissing(counts, files, seen);
}

/**
 * @param {any} report Playwright's JSON report
 * @param {readonly string[]} files absolute paths that have to appear in it
 * @returns {Counts}
 */
export function countPlaywright(report, files) {
  /** @type {Counts} */
  const counts = { passed: 0, problems: [] };
  const seen = new Set();
  /** @param {any} suite @param {string} path */
  const walk = (suite, path) => {
    for (const spec of suite.specs ?? []) {
      seen.add(`${report.config.rootDir}/${spec.file}`);
      for (const test of spec.tests) addTest(counts, test, `${path} > ${spec.title}`);
    }
    for (const inner of suite.suites ?? []) walk(inner, `${path} > ${inner.title}`);
  };
  for (const suite of report.suites) walk(suite, suite.title);
  for (const error of report.errors ?? []) {
    counts.problems.push(`failed: ${String(error.message).split('\n')[0]}`);
  }
  return withMissing(counts, files, seen);
}

/** @param {Counts} counts @param {any} test @param {string} name */
function addTest(counts, test, name) {
  const isExpectedToFail = test.annotations.some((/** @type {any} */ a) => a.type === 'fail');
  if (test.status === 'expected' && !isExpectedToFail) counts.passed += 1;
  else if (test.status === 'expected') counts.problems.push(`marked as failing: ${name}`);
  else counts.problems.push(`${test.status === 'unexpected' ? 'failed' : test.status}: ${name}`);
}

/** @param {Counts} counts @param {readonly string[]} files @param {Set<unknown>} seen */
function withMissing(counts, files, seen) {
  const missing = files.filter((file) => !seen.has(file)).map((file) => `never ran: ${file}`);
  return { passed: counts.passed, problems: [...counts.problems, ...missing] };
}
