import { defineConfig } from '@playwright/test';

// The built app in real Electron. Run through `npm run e2e`, `npm run tour` and `npm run bench`, which
// choose the project and bring the runtime, a virtual display and a private session bus.
export default defineConfig({
  outputDir: 'out/playwright',
  reporter: [['list'], ['json', { outputFile: 'out/reports/playwright.json' }]],
  // Each test owns its program and folders, so files may run side by side; two Electrons are what two
  // cores carry without making any timing worse.
  workers: 2,
  fullyParallel: false,
  // A test that needs a second try is a finding, not noise.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  // A run that hangs must still end and say so.
  globalTimeout: 40 * 60_000,
  expect: { timeout: 10_000 },
  use: { trace: 'retain-on-failure', actionTimeout: 10_000 },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e', testMatch: '**/*.spec.ts' },
    { name: 'tour', testDir: 'tests/e2e/tour', testMatch: '**/*.tour.ts', timeout: 300_000 },
    {
      name: 'bench',
      testDir: 'tests/bench',
      testMatch: '**/*.window.ts',
      // Figures are taken one at a time.
      fullyParallel: false,
      timeout: 600_000,
    },
  ],
});
