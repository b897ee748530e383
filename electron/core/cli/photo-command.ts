/** Pictures of the library by the command line: looked at, captioned and given out. */
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppError, asAppError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/codes.ts';
import { FileNames } from '../../../shared/photos/picture-file-name.ts';
import type { Desk } from '../desk/desk.ts';
import { listHashesFrom } from '../store/photo-rows.ts';
import { translateStorageError } from '../store/storage-error.ts';
import { type Command, oneOf, positive, UsageError } from './command.ts';
import { changeOf, optionValues, type RecordField, recordOptions } from './photo-options.ts';
import { photoText } from './photo-report.ts';
import { photoWords } from './photo-words.ts';

const LIST_LIMIT = 200;
const FEWEST_DIGITS = 6;

/** `{photo: {every field of its record}, row, uses: [{article, headline, caption, …}], alike, iimCharset}`. */
export const photoShowCommand: Command = {
  usage: 'photo show SHA',
  least: 1,
  most: 1,
  takes: [],
  async run({ openDesk, rest: [sha = ''], language }) {
    const desk = await openDesk();
    const sha256 = findSha256(desk, sha);
    const photo = await desk.photoRecords.record(sha256);
    const { row, uses, alike, iimCharset } = desk.photoLibrary.facts(sha256);
    return {
      json: { photo, row, uses, alike, iimCharset },
      text: photoText(photo, { row, uses, alike, iimCharset }, language),
    };
  },
};

const setOptions = (Object.keys(recordOptions) as RecordField[]).map(
  (name) => `[--${recordOptions[name]} ${optionValues[name] ?? 'TEXT'}]`,
);

/** `{photo: {every field}}`, as they are then. An empty value takes away what is said; no two fields are written in part. */
export const photoSetCommand: Command = {
  usage: `photo set SHA ${setOptions.join(' ')}`,
  least: 1,
  most: 1,
  takes: Object.values(recordOptions),
  async run({ openDesk, rest: [sha = ''], options, language }) {
    if (Object.keys(options).length === 0) throw new UsageError('photo set needs at least one field');
    const desk = await openDesk();
    const sha256 = findSha256(desk, sha);
    const change = changeOf(options, await desk.photoRecords.record(sha256));
    const { failed } = await desk.photoRecords.change([{ sha256, change }]);
    const [failure] = failed;
    if (failure !== undefined) throw new AppError(failure.error.code as ErrorCode, failure.error.details);
    const photo = await desk.photoRecords.record(sha256);
    return { json: { photo }, text: photoWords[language].changed(sha256) };
  },
};

/** `{folder, files: [{sha256, file}], failed: [{sha256, name, code, message}]}`. No file that is there is replaced. */
export const photoExportCommand: Command = {
  usage: 'photo export SHA... --to DIR [--size full|web]',
  least: 1,
  most: Number.POSITIVE_INFINITY,
  takes: ['to', 'size'],
  needs: ['to'],
  async run({ openDesk, rest, options, language }) {
    const size = oneOf('size', options.size ?? 'full', ['full', 'web']);
    const desk = await openDesk();
    const folder = resolve(options.to ?? '');
    const sha256s = [...new Set(rest.map((sha) => findSha256(desk, sha)))];
    const names = new FileNames();
    for (const name of await openFolder(folder)) names.apart(name);
    const files: { sha256: string; file: string }[] = [];
    const failed: { sha256: string; error: AppError }[] = [];
    for (const sha256 of sha256s) {
      try {
        const made = await desk.photoExports.make(sha256, size);
        const file = join(folder, names.apart(made.name));
        await copyFile(made.path, file).finally(() => rm(made.path, { force: true }));
        files.push({ sha256, file });
      } catch (error) {
        failed.push({ sha256, error: asAppError(translateStorageError(error, folder)) });
      }
    }
    return {
      json: {
        folder,
        files,
        failed: failed.map(({ sha256, error: { code, message } }) => ({ sha256, code, message })),
      },
      text: [...files.map(({ file }) => file), photoWords[language].exported(files.length, folder)].join('\n'),
      failures: failed.map(({ error }) => error),
    };
  },
};

/** The names in it. Throws file-not-written. */
async function openFolder(folder: string): Promise<string[]> {
  try {
    await mkdir(folder, { recursive: true });
    return await readdir(folder);
  } catch (error) {
    throw new AppError('file-not-written', { file: folder, reason: (error as Error).message }, { cause: error });
  }
}

/** `{total, photos: [row]}`, taken last first. */
export const photoListCommand: Command = {
  usage: 'photo list [--query WORDS] [--uncaptioned] [--limit N]',
  least: 0,
  most: 0,
  takes: ['query', 'uncaptioned', 'limit'],
  async run({ openDesk, options, language }) {
    const limit = options.limit === undefined ? LIST_LIMIT : positive('limit', options.limit);
    const desk = await openDesk();
    const { total, rows } = desk.photoLibrary.list({
      query: options.query ?? '',
      aside: false,
      ...(options.uncaptioned === true ? { uncaptioned: true } : {}),
      ...{ sort: { by: 'taken', descending: true }, offset: 0, limit },
    });
    const say = photoWords[language];
    const lines = rows.map(({ sha256, name, description, headline }) => {
      return `${sha256.slice(0, 12)}  ${name}  ${headline || description || say.noCaption}`;
    });
    return { json: { total, photos: rows }, text: [...lines, say.listed(rows.length, total)].join('\n') };
  },
};

/** A picture by the first digits of its SHA-256. Throws UsageError for too few of them, photo-not-found, photo-ambiguous. */
function findSha256(desk: Desk, digits: string): string {
  const wanted = digits.toLowerCase();
  if (!/^[0-9a-f]{1,64}$/.test(wanted) || wanted.length < FEWEST_DIGITS) {
    throw new UsageError(`SHA is at least ${FEWEST_DIGITS} of the first digits of a picture's SHA-256`);
  }
  desk.articles.settle();
  const found = listHashesFrom(desk.db, wanted, 2);
  if (found[0] === undefined) throw new AppError('photo-not-found', { sha256: wanted });
  if (found.length > 1) throw new AppError('photo-ambiguous', { sha256: wanted });
  return found[0];
}
