/** Builds the bare Lexical page and serves it from a process of its own, as the workstation's host is one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds into `folder`, with the paragraphs that the page shows. */
export async function buildBarePage(folder: string, paragraphs: readonly string[]): Promise<void> {
  await build({
    root: fileURLToPath(new URL('./bare-page', import.meta.url)),
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'text.json'), JSON.stringify(paragraphs));
}

/** Starts the static server; the answer comes when it listens. */
export async function serveBarePage(
  folder: string,
  { port = 0, env = {} }: { port?: number; env?: Record<string, string> } = {},
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = fileURLToPath(new URL('./serve-static.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [server, folder, `${port}`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout! })) {
    const { listening } = JSON.parse(line) as { listening: string };
    return {
      url: listening,
      stop: async () => {
        child.kill('SIGTERM');
        await exited;
      },
    };
  }
  throw new Error('the static server ended before it listened');
}
