/**
 * The other editors that ours is measured beside (peers/): bare contenteditable, bare Lexical, Lexical with its own Yjs
 * binding, Tiptap with y-prosemirror, CKEditor 5. They are installed when they are first measured and are part of nothing
 * else.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const peers = ['contenteditable', 'lexical', 'lexical-yjs', 'tiptap-yjs', 'ckeditor'] as const;
export type Peer = (typeof peers)[number];

const folder = fileURLToPath(new URL('./peers/', import.meta.url));

function installPeers(): void {
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) return;
  process.stderr.write('installing the editors to be measured beside ours, once\n');
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci failed in tests/perf/peers: ${stderr}`);
}

/** Builds a page for each of them into `outDir`, all showing these paragraphs. */
export async function buildPeers(outDir: string, paragraphs: readonly string[]): Promise<void> {
  installPeers();
  await build({
    root: join(folder, 'pages'),
    base: './',
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 10_000,
      rollupOptions: { input: peers.map((peer) => join(folder, 'pages', `${peer}.html`)) },
    },
  });
  writeText(outDir, paragraphs);
}

/** What the pages show from now on. */
export function writeText(outDir: string, paragraphs: readonly string[]): void {
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, 'text.json'), JSON.stringify(paragraphs));
}
