/** The command line as other programs run it: a process of its own, on the Node of this one. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export type CommandAnswer = { code: number | null; out: string; errors: string };

/** `locale` as in LC_ALL; English where it is not given. */
export async function runCommand(args: readonly string[], locale = 'en_GB.UTF-8'): Promise<CommandAnswer> {
  const child = spawn(process.execPath, ['electron/core/cli/main.ts', ...args], {
    cwd: root,
    env: { ...process.env, LC_ALL: locale, NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await exited, out, errors };
}

/** The document that a command prints with --json, whatever its exit code. */
export async function askCommand<T = Record<string, unknown>>(...args: string[]): Promise<T & { exit: number | null }> {
  const { code, out, errors } = await runCommand([...args, '--json']);
  const lines = out.trimEnd().split('\n');
  if (lines.length !== 1) throw new Error(`not one document: ${out}\n${errors}`);
  return { ...(JSON.parse(lines[0]!) as T), exit: code };
}
