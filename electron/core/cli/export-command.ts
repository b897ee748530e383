import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type ExportFormat, exportFormats } from '../../../shared/contract/desk-exports.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { translateStorageError } from '../store/storage-error.ts';
import { type Command, oneOf, UsageError } from './command.ts';
import { words } from './words.ts';

/** What cannot be shown as text needs a file to go to. */
const binary: readonly ExportFormat[] = ['docx', 'pdf'];

/**
 * Without --to the file itself, ready to be redirected; `{name, mime, text}`. With --to a file, or a folder in which it
 * gets its own name; `{name, mime, file, beside}`, the paths of what was written. A file that is there is replaced.
 */
export const exportCommand: Command = {
  usage: `export ID --format ${exportFormats.join('|')} [--trail] [--to FILE|DIR]`,
  least: 1,
  most: 1,
  takes: ['format', 'trail', 'to'],
  needs: ['format'],
  async run({ openDesk, rest: [id = ''], options, language }) {
    // `text` is what plain text was called before there were other formats.
    const format = options.format === 'text' ? 'txt' : oneOf('format', options.format ?? '', exportFormats);
    if (options.trail === true && format !== 'pdf') throw new UsageError('--trail goes with --format pdf');
    if (options.to === undefined && binary.includes(format)) throw new UsageError(`--format ${format} needs --to`);
    const desk = await openDesk();
    const { name, mime, bytes, beside } = await desk.exports.article(id, { format, trail: options.trail });
    if (options.to === undefined) {
      const text = new TextDecoder().decode(bytes);
      return { json: { name, mime, text }, text: text.trimEnd() };
    }
    const file = isFolder(options.to) ? join(resolve(options.to), name) : resolve(options.to);
    const written = beside.map((picture) => ({ path: join(dirname(file), picture.name), bytes: picture.bytes }));
    for (const { path, bytes: content } of [{ path: file, bytes }, ...written]) write(path, content);
    const json = { name, mime, file, beside: written.map(({ path }) => path) };
    return { json, text: words[language].exported(file) };
  },
};

/** Throws AppError: disk-full, folder-read-only, and file-not-written for a path that cannot be. */
function write(path: string, content: Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  } catch (error) {
    const translated = translateStorageError(error, dirname(path));
    if (translated instanceof AppError) throw translated;
    throw new AppError('file-not-written', { file: path, reason: (error as Error).message }, { cause: error });
  }
}

function isFolder(path: string): boolean {
  return /[/\\]$/.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
