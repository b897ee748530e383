/**
 * Builds the endpoint into one file, out/endpoint/main.js, beside the migrations and assets that it reads, for the
 * packed workstation's sample office. Packages stay in node_modules.
 */
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  publicDir: false,
  plugins: [
    {
      name: 'endpoint-files',
      closeBundle() {
        cpSync(here('store/migrations'), here('../out/endpoint/migrations'), { recursive: true });
        cpSync(here('site/assets'), here('../out/endpoint/assets'), { recursive: true });
      },
    },
  ],
  build: {
    ssr: 'main.ts',
    target: 'node24',
    outDir: here('../out/endpoint'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'main.js', codeSplitting: false } },
  },
});
