/**
 * ExifTool, by which pictures' metadata are read and written: a few of its processes, started when first needed, each working off
 * one file after another. They end with this process, however it ends, and do not keep it alive.
 *
 * Text from outside never becomes an argument of ExifTool (see write-metadata.ts), only paths do, and those are absolute.
 */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { ExifTool } from 'exiftool-vendored';
import { AppError } from '../shared/errors/app-error.ts';

/**
 * A file that takes longer is given up, and its process with it. A stranger's file is read in this time or not at all; on a busy computer
 * who gives way gets little of the processor. The one that is written was read before, and the checksum of a PNG of 100 MB costs
 * Perl half a minute.
 */
const TIMEOUT_MS = { reading: 20_000, writing: 120_000 } as const;
type Work = keyof typeof TIMEOUT_MS;
/** A computer whose virus scanner looks into each program takes its time. */
const START_TIMEOUT_MS = 30_000;
const MAX_PROCESSES = 4;
const MAX_IDLE_MS = 60_000;
/** Address space of one process: many times what any honest picture takes. Not on Windows. */
const MAX_MEMORY_KB = 1_000_000;
const USUAL_PATH = '/usr/local/bin:/usr/bin:/bin';

const running = new Map<Work, Promise<ExifTool>>();

/** Throws metadata-tool-missing where ExifTool, or the Perl that it is written in, is not to be had. */
export function exifTool(work: Work = 'reading'): Promise<ExifTool> {
  const known = running.get(work);
  if (known !== undefined) return known;
  const starting = start(TIMEOUT_MS[work]).catch((error) => {
    running.delete(work);
    throw error;
  });
  running.set(work, starting);
  return starting;
}

/** What a command to ExifTool came to. `messages`: its warnings and errors, a line each. */
export type ExifToolResult = { succeeded: boolean; messages: string[] };

/** Has a file written. Throws metadata-tool-missing, and what became of a process that did not answer. */
export async function runExifTool(args: readonly string[]): Promise<ExifToolResult> {
  const tool = await exifTool('writing');
  const { ExifToolTask } = await import('exiftool-vendored');
  class Command extends ExifToolTask<ExifToolResult> {
    parse(output: string) {
      return { succeeded: /^status 0$/mu.test(output), messages: [...this.errors, ...this.warnings] };
    }
  }
  const charset = process.platform === 'win32' ? ['-charset', 'filename=utf8'] : [];
  const command = [...charset, '-echo3', `status $${'{status}'}`, ...args];
  return tool.enqueueTask(() => new Command(command, { ignoreMinorErrors: false }), false);
}

/** Ends the processes; what is asked of them afterwards starts new ones. */
export async function endMetadata(): Promise<void> {
  const ending = [...running.values()];
  running.clear();
  await Promise.all(ending.map(async (tool) => (await tool.catch(() => null))?.end()));
}

async function start(taskTimeoutMillis: number): Promise<ExifTool> {
  const { ExifTool, exiftoolPath } = await import('exiftool-vendored');
  try {
    const path = await exiftoolPath();
    await tryOut(path);
    return new ExifTool({
      maxProcs: Math.max(1, Math.min(MAX_PROCESSES, availableParallelism())),
      minDelayBetweenSpawnMillis: 0,
      maxIdleMsPerProcess: MAX_IDLE_MS,
      taskTimeoutMillis,
      taskRetries: 0,
      checkPerl: false,
      useMWG: false,
      processFactory: () => {
        const [program, args, options] = commandOf(path, '-stay_open', 'True', '-@', '-');
        return spawn(program, args, { ...options, stdio: 'pipe' });
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('metadata-tool-missing', { reason }, { cause: error });
  }
}

/** The package would start a process that cannot run again and again. */
async function tryOut(path: string): Promise<void> {
  if (process.platform !== 'win32' && findPerl() === undefined) throw new Error('Perl was not found');
  const [program, args, options] = commandOf(path, '-ver');
  try {
    await promisify(execFile)(program, args, { ...options, timeout: START_TIMEOUT_MS });
  } catch (error) {
    const [said = ''] = String((error as { stderr?: unknown }).stderr ?? '').split('\n');
    throw said.trim() === '' ? error : new Error(said.trim(), { cause: error });
  }
}

function findPerl(): string | undefined {
  const folders = (process.env.PATH ?? USUAL_PATH).split(delimiter);
  return folders.map((folder) => join(folder, 'perl')).find((path) => existsSync(path));
}

function commandOf(path: string, ...asked: string[]): [program: string, args: string[], options: object] {
  // Nobody's own configuration of ExifTool changes what we read.
  const args = ['-config', '', ...asked];
  if (process.platform === 'win32') return [path, args, { windowsHide: true }];
  const limited = `ulimit -v ${MAX_MEMORY_KB} 2>/dev/null; exec perl "$0" "$@"`;
  const { PATH = USUAL_PATH } = process.env;
  return ['/bin/sh', ['-c', limited, path, ...args], { env: { PATH, LANG: 'C' } }];
}
