/** The ExifTool that somebody else installed on this computer: another version than the one that comes with us. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MAX_OUTPUT_BYTES = 2 ** 24;

/** What it says of a file by `group:name`, structures whole, all in the words and numbers of the file. `ExifTool:Warning`: it has one. */
export async function exifToolSays(path: string): Promise<Record<string, unknown>> {
  const form = ['-json', '-G1', '-struct', '-a', '-n'];
  const { stdout } = await run('exiftool', ['-config', '', ...form, path], {
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  return JSON.parse(stdout)[0];
}

/** Has it write into a file. */
export async function haveExifToolWrite(path: string, ...args: string[]): Promise<void> {
  await run('exiftool', ['-config', '', '-q', '-overwrite_original', '-n', ...args, path]);
}
