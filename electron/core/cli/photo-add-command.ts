/** Pictures from files and folders: taken into the library, or into an article. */
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { picturesAtOnce } from '../../../pictures/picture-pool.ts';
import { isArticleId } from '../../../shared/contract/log-documents.ts';
import { asAppError } from '../../../shared/errors/app-error.ts';
import { localDateTime } from '../../../shared/text/dates.ts';
import { placePhoto } from '../articles/place-photo.ts';
import { findPictures } from '../photos/find-pictures.ts';
import { infoAsKnown } from '../photos/info-as-known.ts';
import { type Command, type CommandCall, type Outcome, positive, STOPPED_EXIT, UsageError } from './command.ts';
import { ImportProgress } from './import-progress.ts';
import { type TakenReport, takenJson, takenText } from './photo-report.ts';
import { photoWords } from './photo-words.ts';
import { words } from './words.ts';

/**
 * Into the library, or with an article's id before the file into that article: into place N, without --place into the first that
 * has no picture, or a new one at the end.
 */
export const photoAddCommand: Command = {
  usage:
    'photo add FILE|DIR... [--batch NAME]\n  photo add ID FILE [--place N] [--caption TEXT] [--credit TEXT] [--alt TEXT]',
  least: 1,
  most: Number.POSITIVE_INFINITY,
  takes: ['batch', 'place', 'caption', 'credit', 'alt'],
  run(call) {
    const { rest, options } = call;
    if (isArticleId(rest[0] ?? '') && rest.length === 2) {
      if (options.batch !== undefined) throw new UsageError('--batch goes with the library, not with an article');
      return addToArticle(call);
    }
    const strange = (['place', 'caption', 'credit', 'alt'] as const).find((name) => options[name] !== undefined);
    if (strange !== undefined)
      throw new UsageError(`--${strange} goes with one article and one file: photo add ID FILE`);
    return addToLibrary(call);
  },
};

/** `{id, place, photo: {sha256, bytes, width, height, format, caption, credit, alt}}`; the words are the article's. */
async function addToArticle({
  openDesk,
  rest: [id = '', file = ''],
  options,
  language,
}: CommandCall): Promise<Outcome> {
  const wanted = options.place === undefined ? undefined : positive('place', options.place);
  const desk = await openDesk();
  // An article or a place that is not there is refused before the picture is kept.
  const state = desk.articles.state(id);
  const info = infoAsKnown(desk.articles, await desk.photos.addFile(file));
  const { caption, credit, alt } = options;
  const { update, place } = placePhoto(state, info, { caption, credit, alt }, wanted);
  await desk.articles.applyLocal(id, update);
  const placed = desk.articles.document(id).photos[place - 1];
  const spoken = placed === undefined ? {} : { caption: placed.caption, credit: placed.credit, alt: placed.alt };
  return { json: { id, place, photo: { ...info, ...spoken } }, text: words[language].photoAdded(place) };
}

/** `{photos: [{file, sha256, name, isNew, alike}], failed: [{file, code, message}], passedOver, stopped}`. */
async function addToLibrary({ openDesk, rest, options, language }: CommandCall): Promise<Outcome> {
  const desk = await openDesk();
  const report: TakenReport = { photos: [], failed: [], passedOver: 0, isStopped: false };
  const waiting: { file: string; batch: string }[] = [];
  for (const path of rest) {
    const found = await picturesOf(path);
    const batch = options.batch ?? found.batch;
    waiting.push(...found.files.map((file) => ({ file, batch })));
    report.passedOver += found.passedOver;
    report.failed.push(...found.failed);
  }
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  process.once('SIGINT', stop);
  const total = waiting.length;
  const progress = new ImportProgress(process.stderr, photoWords[language].takingIn);
  let next = 0;
  const takeIn = async (): Promise<void> => {
    for (let one = waiting[next++]; one !== undefined && !stopped.signal.aborted; one = waiting[next++]) {
      const { file, batch } = one;
      const done = report.photos.length + report.failed.length;
      progress.show({ done, total, imported: report.photos.length, file: basename(file) });
      try {
        const taken = await desk.photoIntake.takeInFile(file, { batch, signal: stopped.signal });
        report.photos.push({ file, ...taken });
      } catch (error) {
        if (!stopped.signal.aborted) report.failed.push({ file, error: asAppError(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: picturesAtOnce() }, takeIn));
  progress.end();
  process.off('SIGINT', stop);
  report.isStopped = stopped.signal.aborted;
  report.photos.sort((a, b) => (a.file < b.file ? -1 : 1));
  return {
    json: takenJson(report),
    text: takenText(report, language),
    failures: report.failed.map(({ error }) => error),
    exit: report.isStopped ? STOPPED_EXIT : undefined,
  };
}

/** The pictures of a folder come as one batch of its name; files that are named alone, as one of the day. */
async function picturesOf(
  path: string,
): Promise<{ files: string[]; batch: string } & Pick<TakenReport, 'failed' | 'passedOver'>> {
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() === true;
  if (isFolder) return { ...(await findPictures(path)), batch: basename(resolve(path)) };
  const day = localDateTime(new Date().toISOString())?.date ?? '';
  return { files: [resolve(path)], batch: day, failed: [], passedOver: 0 };
}
