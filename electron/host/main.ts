/**
 * node electron/host/main.ts [--data DIR] [--port N] [--with-parent]
 *
 * The workstation for a browser: serves the built page and the desk on loopback. Prints one JSON line when it is ready,
 * {"listening": url, "data": DIR}, whose url opens the desk once; with `"already": true` it is that of a host that was
 * running on the same data, and this one ends. Serves until SIGTERM or SIGINT, and with --with-parent until its stdin
 * closes as well. Without --port it takes the port of the last time, if that is free. Exit code 2 for wrong usage, 1
 * when it cannot start.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { RPCHandler } from '@orpc/server/ws';
import { bytesSerializer } from '../../shared/contract/bytes.ts';
import { AppError, asAppError, errorText } from '../../shared/errors/app-error.ts';
import { defaultDataFolder } from '../core/desk/data-folder.ts';
import { makeLaunchEndpoint } from '../core/desk/launch-endpoint.ts';
import { makeDeskRouter } from '../core/desk/router.ts';
import { systemLanguage } from '../core/desk/system-language.ts';
import { Workstation } from '../core/desk/workstation.ts';
import { translateStorageError } from '../core/store/storage-error.ts';
import { findNote, type HostNote, knock, knockPatiently, retireNote, writeNote } from './one-host.ts';
import { type DeskServer, type ServedDesk, serveDesk } from './serve-desk.ts';

const USAGE = 'usage: node electron/host/main.ts [--data DIR] [--port N] [--with-parent]';
const HIGHEST_PORT = 65_535;
const root = fileURLToPath(new URL('../../', import.meta.url));

type Arguments = { data: string; port: number | null; withParent: boolean };

function readArguments(): Arguments | null {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        'with-parent': { type: 'boolean', default: false },
      },
    });
    const { data, port } = values;
    if (port !== undefined && (!/^\d+$/.test(port) || Number(port) > HIGHEST_PORT)) return null;
    return {
      data: data === undefined ? defaultDataFolder() : resolve(data),
      port: port === undefined ? null : Number(port),
      withParent: values['with-parent'],
    };
  } catch {
    return null;
  }
}

function printLine(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function main(): Promise<void> {
  const given = readArguments();
  if (given === null) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const { data, port, withParent } = given;
  const page = join(root, 'out', 'renderer');
  if (!existsSync(join(page, 'index.html'))) throw new AppError('page-not-built');
  const note = findNote(data);
  const address = note === null ? null : await knock(note);
  if (address !== null) {
    printLine({ listening: address, data, already: true });
    return;
  }
  const workstation = await openWorkstation(data);
  if (typeof workstation === 'string') {
    printLine({ listening: workstation, data, already: true });
    return;
  }
  const handler = new RPCHandler(makeDeskRouter(workstation), { customJsonSerializers: [bytesSerializer] });
  const desk: ServedDesk = {
    page,
    connect: (socket) => handler.upgrade(socket, { context: { client: randomUUID() } }),
    storedFile: (address) => workstation.storedFile(address),
    takePicture: async (bytes, { person, ...options }) => workstation.deskOf(person).photoIntake.takeIn(bytes, options),
  };
  const server = await listen(desk, port, note).catch(async (error: unknown) => {
    await workstation.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    await server.close();
    await workstation.close();
  };
  const own: HostNote = { port: server.port, knock: server.knockSecret, pid: process.pid };
  try {
    writeNote(data, own);
  } catch (error) {
    // Without its note no second start would find it.
    await close();
    throw translateStorageError(error, data);
  }
  stopOnSignals(withParent, async () => {
    await close();
    retireNote(data, own);
  });
  printLine({ listening: server.issueAddress(), data });
}

/** The workstation, or the address of the host that has the folder and perhaps began to start at the same moment. */
async function openWorkstation(data: string): Promise<Workstation | string> {
  try {
    return await Workstation.open({
      folder: data,
      host: 'browser',
      version: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
      systemLanguage: systemLanguage(),
      launchEndpoint: makeLaunchEndpoint(join(root, 'endpoint', 'main.ts')),
    });
  } catch (error) {
    const address = asAppError(error).code === 'already-open' ? await knockPatiently(data) : null;
    if (address === null) throw error;
    return address;
  }
}

/** The port that was asked for; else that of the last time where it is free, so that the page keeps its own settings. */
async function listen(desk: ServedDesk, port: number | null, note: HostNote | null): Promise<DeskServer> {
  if (port !== null) return serveDesk(desk, port);
  return serveDesk(desk, note?.port ?? 0).catch(() => serveDesk(desk, 0));
}

function stopOnSignals(withParent: boolean, close: () => Promise<void>): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${asAppError(error).message}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (withParent) process.stdin.on('close', stop).resume();
}

main().catch((thrown: unknown) => {
  const { code, details } = asAppError(thrown);
  process.stderr.write(`${errorText(code, systemLanguage(), details)}\n`);
  process.exitCode = 1;
});
