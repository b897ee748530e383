/** The product's own processes as tests start them: the browser host and the endpoint, each with a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Invitation } from '../../electron/core/desk/launch-endpoint.ts';
import type { Role } from '../../shared/workflow/event.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export type RunningProcess = {
  pid: number;
  /** Ends it as a person would (SIGTERM) and waits; answers with its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would (SIGKILL) and waits. */
  kill(): Promise<void>;
};

export type RunningHost = RunningProcess & {
  /** The address with its one-time token: what a browser opens. */
  url: string;
  /** `http://127.0.0.1:PORT` */
  origin: string;
};

/** Starts the browser host on a data folder, as another user of the computer if one is given. The page must have been built. */
export async function startHost({
  dataDir,
  port = 0,
  env = {},
  uid,
}: {
  dataDir: string;
  port?: number;
  env?: Record<string, string>;
  uid?: number;
}): Promise<RunningHost> {
  const lines: HostLine[] = [];
  const args = ['electron/host/main.ts', '--data', dataDir, '--port', `${port}`];
  const ready = (line: Record<string, unknown>): boolean => {
    lines.push(line as HostLine);
    return 'listening' in line;
  };
  const child = await start(args, env, ready, uid);
  const url = lines.at(-1)!.listening;
  return { ...child, url, origin: new URL(url).origin };
}

type HostLine = { listening: string };

export type RunningOffice = RunningProcess & { url: string; invitations: Invitation[] };

/** Starts an endpoint; on a folder where one has run before it takes its former port again, if that is free. */
export async function startEndpoint({
  dataDir,
  invites = [],
  office,
  port = 0,
  args = [],
}: {
  dataDir: string;
  invites?: { name: string; role: Role }[];
  office?: string;
  port?: number;
  args?: string[];
}): Promise<RunningOffice> {
  const invitations: Invitation[] = [];
  let url = '';
  const child = await start(
    [
      'endpoint/main.ts',
      ...['--data', dataDir, '--port', `${port}`],
      ...(office === undefined ? [] : ['--office', office]),
      ...invites.flatMap(({ name, role }) => ['--invite', `${name}:${role}`]),
      ...args,
    ],
    {},
    (line) => {
      if ('invitation' in line) invitations.push(line.invitation as Invitation);
      if ('listening' in line) url = line.listening as string;
      return 'listening' in line;
    },
  );
  return { ...child, url, invitations };
}

/** Runs one of our programs on the Node of this process until `ready` says yes to a JSON line of its stdout. */
async function start(
  args: string[],
  env: Record<string, string>,
  ready: (line: Record<string, unknown>) => boolean,
  uid?: number,
): Promise<RunningProcess> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = asJson(line);
      if (said !== null && ready(said)) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code} before it was ready:\n${log}`)));
  });
  return {
    pid: child.pid!,
    stop: () => end(child, 'SIGTERM', exited),
    kill: async () => void (await end(child, 'SIGKILL', exited)),
  };
}

async function end(
  child: ChildProcess,
  signal: NodeJS.Signals,
  exited: Promise<number | null>,
): Promise<number | null> {
  child.kill(signal);
  return exited;
}

function asJson(line: string): Record<string, unknown> | null {
  try {
    const said: unknown = JSON.parse(line);
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
