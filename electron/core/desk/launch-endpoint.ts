/**
 * Starts an endpoint beside the core, as a process of its own on loopback: what the sample office runs on.
 *
 * The process is tied to this one by a pipe as its stdin: it ends when the pipe closes, so that it outlives no core
 * however that died.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { Role } from '../../../shared/workflow/event.ts';

export type Invitation = { name: string; role: Role; code: string };

export type LaunchEndpointOptions = {
  dataDir: string;
  office?: string;
  /** Single-use invitations to make before it listens. */
  invite?: readonly { name: string; role: Role }[];
};

export type RunningEndpoint = {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** In the order asked for. */
  invitations: Invitation[];
  /** Resolves when the process has ended. */
  stop(): Promise<void>;
};

/** The port by which a shell gives the core an endpoint. Throws AppError endpoint-not-started. */
export type LaunchEndpoint = (options: LaunchEndpointOptions) => Promise<RunningEndpoint>;

const STOP_PATIENCE_MS = 5_000;
const KEPT_LOG_CHARACTERS = 4_000;

/**
 * `entry` is the endpoint's main module: endpoint/main.ts in the source tree, out/endpoint/main.js when built. In
 * Electron the very same executable runs it, as Node.
 */
export function makeLaunchEndpoint(entry: string): LaunchEndpoint {
  return async ({ dataDir, office, invite = [] }) => {
    const child = spawn(
      process.execPath,
      [
        entry,
        ...['--data', dataDir, '--port', '0', '--host', '127.0.0.1', '--with-parent'],
        ...(office === undefined ? [] : ['--office', office]),
        ...invite.flatMap(({ name, role }) => ['--invite', `${name}:${role}`]),
      ],
      { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true },
    );
    // The pipe breaks when the process dies first; its exit is what tells.
    child.stdin.on('error', () => {});
    const invitations: Invitation[] = [];
    const url = await readUntilListening(child, invitations).catch(async (error: unknown) => {
      await end(child);
      throw error;
    });
    return { url, invitations, stop: () => end(child) };
  };
}

function readUntilListening(child: ChildProcess, invitations: Invitation[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = '';
    const fail = (reason: string): void => reject(new AppError('endpoint-not-started', { reason }));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-KEPT_LOG_CHARACTERS);
    });
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => fail(log.trim() || `exit ${code ?? signal}`));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const said = parseLine(line);
      if (said?.invitation) invitations.push(said.invitation);
      if (said?.listening) resolve(said.listening);
    });
  });
}

function parseLine(line: string): { listening?: string; invitation?: Invitation } | null {
  try {
    return JSON.parse(line) as { listening?: string; invitation?: Invitation };
  } catch {
    return null;
  }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    child.once('exit', () => {
      clearTimeout(impatience);
      resolve();
    });
    child.stdin?.end();
    child.kill('SIGTERM');
  });
}
