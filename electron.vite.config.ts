/**
 * Builds the workstation into out/: main/index.js (the shell), main/core.js (the core's own process), main/*-worker.js (the
 * core's threads for long work on the database, for strangers' documents and for Word files and PDFs, and its process for
 * pictures; they are looked for beside the core), preload/ (CommonJS, which a sandboxed preload must be) and renderer/ (the page, for both shells).
 * Packages that the core needs stay in node_modules, whose native ones cannot be bundled; what the page needs is bundled.
 * No Electron runtime is needed.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Electron 45 carries Node 24 and Chromium 150. */
const NODE_TARGET = 'node24';
const CHROME_TARGET = 'chrome140';

export default defineConfig({
  main: {
    build: {
      target: NODE_TARGET,
      rolldownOptions: {
        input: {
          index: 'electron/main/index.ts',
          core: 'electron/main/core-process.ts',
          'store-worker': 'electron/core/store/store-worker.ts',
          'document-worker': 'electron/core/exchange/documents/document-worker.ts',
          'export-worker': 'electron/core/exchange/export/export-worker.ts',
          'picture-worker': 'pictures/picture-worker.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'electron/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: {
      target: CHROME_TARGET,
      // Half the script to read and compile at each start.
      minify: true,
      // The page's policy allows no data: fonts or scripts; every asset is a file of its own.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: 'renderer/index.html' } },
    },
  },
});
