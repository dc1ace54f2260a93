import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

// The targets are named because electron-vite takes them from the installed `electron` (45), and the
// program must also run on the older runtime that development machines without GitHub fall back to.
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

export default defineConfig({
  main: {
    // fflate's entry for Node declares a `require` of its own beside the one that electron-vite adds, which no
    // longer parses; it needs it for worker threads alone, which nothing here asks for.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      target: nodeTarget,
      minify: true,
      // Everything is bundled: one file per process starts faster than a tree of modules.
      externalizeDeps: false,
      rollupOptions: {
        checks: { pluginTimings: false },
        input: {
          index: resolve('electron/main/index.ts'),
          cli: resolve('electron/cli/index.ts'),
          'pdf-text': resolve('electron/main/pdf-text/worker.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'parts/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve('electron/preload/index.ts') },
        // A sandboxed window loads its preload as CommonJS only.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src',
    base: './',
    plugins: [svelte({ configFile: false, preprocess: vitePreprocess() })],
    worker: { format: 'es' },
    build: {
      target: chromeTarget,
      minify: true,
      modulePreload: { polyfill: false },
      // The content policy allows fonts and pictures from our own files, not from data: addresses.
      assetsInlineLimit: 0,
      rollupOptions: {
        checks: { pluginTimings: false },
        input: { index: resolve('src/index.html'), print: resolve('src/print.html') },
      },
    },
  },
});
