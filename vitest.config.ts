import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  test: {
    include: [
      'src/**/*.test.ts',
      'electron/**/*.test.ts',
      'tests/{fences,libraries}/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    environment: 'node',
    // Property tests on a busy machine: a limit that only a test that hangs reaches.
    testTimeout: 30_000,
  },
});
