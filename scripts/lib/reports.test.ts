import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from './reports.mjs';

const suite = (name: string, status: string, ...tests: string[]) => ({
  name,
  status,
  message: 'Cannot find module\n  at somewhere',
  assertionResults: tests.map((state, at) => ({ status: state, fullName: `test ${at}` })),
});

describe('unit test report', () => {
  it('counts what passed and names everything else', () => {
    const report = { testResults: [suite('/a.test.ts', 'failed', 'passed', 'failed', 'skipped')] };
    const { passed, problems } = countVitest(report, ['/a.test.ts']);
    expect(passed).toBe(1);
    expect(problems).toEqual(['failed: /a.test.ts > test 1', 'skipped: /a.test.ts > test 2']);
  });

  it('counts a file that could not be loaded', () => {
    const { problems } = countVitest({ testResults: [suite('/a.test.ts', 'failed')] }, []);
    expect(problems).toEqual(['failed: /a.test.ts (Cannot find module)']);
  });

  it('counts a test file that no runner picked up', () => {
    const report = { testResults: [suite('/a.test.ts', 'passed', 'passed')] };
    expect(countVitest(report, ['/a.test.ts', '/b.test.ts']).problems).toEqual([
      'never ran: /b.test.ts',
    ]);
  });
});

describe('end-to-end report', () => {
  const spec = (title: string, status: string, annotation?: string) => ({
    title,
    file: 'a.spec.ts',
    tests: [{ status, annotations: annotation ? [{ type: annotation }] : [] }],
  });
  const reportOf = (...specs: unknown[]) => ({
    config: { rootDir: '/e2e' },
    errors: [],
    suites: [{ title: 'a.spec.ts', specs: [], suites: [{ title: 'group', specs }] }],
  });

  it('counts skipped, flaky, unexpected and expected failures as problems', () => {
    const report = reportOf(
      spec('one', 'expected'),
      spec('two', 'skipped', 'fixme'),
      spec('three', 'unexpected'),
      spec('four', 'flaky'),
      spec('five', 'expected', 'fail'),
    );
    const { passed, problems } = countPlaywright(report, ['/e2e/a.spec.ts']);
    expect(passed).toBe(1);
    expect(problems).toEqual([
      'skipped: a.spec.ts > group > two',
      'failed: a.spec.ts > group > three',
      'flaky: a.spec.ts > group > four',
      'marked as failing: a.spec.ts > group > five',
    ]);
  });

  it('counts an error outside any test', () => {
    const report = { ...reportOf(), errors: [{ message: 'No tests found\nmore' }] };
    expect(countPlaywright(report, []).problems).toEqual(['failed: No tests found']);
  });
});
