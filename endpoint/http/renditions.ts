/**
 * Smaller pictures for the site, made when first asked for and kept. Only photos of live articles have any, each with the edits
 * of such an article: `/photos/{sha256}/{width}.jpg` as it is, `/photos/{sha256}/{key}/{width}.jpg` in an edition. They carry what
 * the article says of the picture; `?words=` names whose words where several say different things.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { renderEdited } from '../../pictures/render-edits.ts';
import { AppError, asAppError } from '../../shared/errors/app-error.ts';
import type { PictureWords } from '../../shared/photos/picture-words.ts';
import { type Edition, findEdition } from '../site/editions.ts';
import { photoOfEdition, wordsInEdition, wordsKey } from '../site/photo-words.ts';
import { sitePhotoWidths } from '../site/types.ts';
import { findPhoto } from '../store/photos.ts';
import { type LivePhoto, listSitePhotos } from '../store/site.ts';
import type { OfficeContext } from './context.ts';
import { originalPath } from './receive-original.ts';

const formats = {
  jpg: { format: 'jpeg', quality: 82, mime: 'image/jpeg' },
  webp: { format: 'webp', quality: 80, mime: 'image/webp' },
} as const;

type Asked = { sha256: string; key?: string; file: string };
/** `path`: its words, if it has any, are part of the name. */
type Wanted = {
  original: string;
  path: string;
  edition: Edition;
  words: PictureWords | null;
  live: readonly LivePhoto[];
};
/** So many are remembered as having been made without words. */
const MOST_WORDLESS = 1_000;

export function mountRenditions(app: FastifyInstance, context: OfficeContext): void {
  const { db, dataDir } = context;
  const underWay = new Map<string, Promise<string>>();

  /** Those into which nothing could be written: served as they are until the endpoint starts again. */
  const wordless = new Set<string>();
  let isToolMissed = false;

  type Route = { Params: Asked; Querystring: { words?: string } };
  app.get<Route>('/photos/:sha256/:file', ({ params, query }, reply) => send(params, query.words, reply));
  app.get<Route>('/photos/:sha256/:key/:file', ({ params, query }, reply) => send(params, query.words, reply));

  async function send({ sha256, key = '', file }: Asked, whose: unknown, reply: FastifyReply): Promise<FastifyReply> {
    const [, written, ending] = /^(\d{1,4})\.(jpg|webp)$/.exec(file) ?? [];
    const width = sitePhotoWidths.find((candidate) => String(candidate) === written);
    const live = listSitePhotos(db, sha256);
    const edition = findEdition(
      live.map(({ edits }) => edits),
      key,
    );
    if (width === undefined || (ending !== 'jpg' && ending !== 'webp') || edition === null) {
      throw new AppError('photo-not-found', { sha256: sha256.slice(0, 64) });
    }
    const plain = join(dataDir, 'renditions', sha256, key, file);
    const wanted = wantedOf({ sha256, plain, edition, live, whose });
    let path = wanted.path;
    if (!existsSync(path)) {
      let making = underWay.get(path);
      if (making === undefined) {
        making = make(wanted, { ...formats[ending], width }, plain).finally(() => underWay.delete(path));
        underWay.set(path, making);
      }
      path = await making;
    }
    return reply
      .type(formats[ending].mime)
      .header('cache-control', 'public, max-age=86400')
      .send(createReadStream(path));
  }

  function wantedOf(asked: {
    sha256: string;
    plain: string;
    edition: Edition;
    live: readonly LivePhoto[];
    whose: unknown;
  }): Wanted {
    const { sha256, plain, edition, live, whose } = asked;
    const original = originalPath(dataDir, sha256);
    const photo = photoOfEdition(live, edition, typeof whose === 'string' ? whose : null);
    const size = findPhoto(db, sha256);
    if (photo === null || size === undefined) return { original, path: plain, edition, words: null, live };
    const path = plain.replace(/\.(?=\w+$)/u, `.${wordsKey(photo)}.`);
    if (wordless.has(path)) return { original, path: plain, edition, words: null, live };
    return { original, path, edition, words: wordsInEdition(photo, edition, size), live };
  }

  /** Answers where it is. A picture into which its words cannot be written is shown without them: better than none, or broken ones. */
  async function make(wanted: Wanted, size: Size, plain: string): Promise<string> {
    try {
      await makeRendition(wanted, size, context.writeWords);
      await removeFormer(wanted, plain);
      return wanted.path;
    } catch (error) {
      const { code } = asAppError(error);
      if (code !== 'metadata-tool-missing' && code !== 'photo-metadata-failed') throw error;
      if (code === 'photo-metadata-failed' || !isToolMissed) app.log.error({ err: error, rendition: plain }, code);
      isToolMissed ||= code === 'metadata-tool-missing';
      if (wordless.size >= MOST_WORDLESS) wordless.clear();
      wordless.add(wanted.path);
      await makeRendition({ ...wanted, path: plain, words: null }, size, context.writeWords);
      return plain;
    }
  }
}

type Size = { width: number; format: 'jpeg' | 'webp'; quality: number };

/** Upright, in sRGB, with nothing of the original's metadata but what the article says; never larger than the original. */
async function makeRendition(
  { original, path, edition, words }: Wanted,
  size: Size,
  writeWords: OfficeContext['writeWords'],
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}`;
  try {
    const { bytes } = await renderEdited(original, { ...edition, ...size });
    await writeFile(temporary, bytes);
    if (words !== null) await writeWords(temporary, words);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Renditions with words that no live article says any more. */
async function removeFormer({ path, live }: Wanted, plain: string): Promise<void> {
  const said = live.flatMap(({ photo }) => (photo === null ? [] : [wordsKey(photo)]));
  const [width, ending] = basename(plain).split('.');
  const withWords = new RegExp(`^${width}\\.([0-9a-f]{16})\\.${ending}$`, 'u');
  for (const name of await readdir(dirname(path))) {
    const key = withWords.exec(name)?.[1];
    if (key !== undefined && !said.includes(key)) await rm(join(dirname(path), name), { force: true });
  }
}
