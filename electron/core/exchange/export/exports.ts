/** The articles of a desk as files: reads what each is made of, and packs several into one archive. */
import { readFile } from 'node:fs/promises';
import { type ArticleDocument, articleDocumentSchema } from '../../../../shared/article/document.ts';
import { makeRevision } from '../../../../shared/article/revision.ts';
import { safeLink } from '../../../../shared/article/safe-link.ts';
import type { ArticleState } from '../../../../shared/contract/desk.ts';
import type { ArchiveEvent, ExportedFile, ExportFormat } from '../../../../shared/contract/desk-exports.ts';
import { asAppError } from '../../../../shared/errors/app-error.ts';
import { isHeldBack } from '../../../../shared/photos/held-back.ts';
import { localDateTime } from '../../../../shared/text/dates.ts';
import { eventHash } from '../../../../shared/workflow/event.ts';
import { ENDPOINT_ACTOR } from '../../../../shared/workflow/machine.ts';
import type { Articles } from '../../articles/articles.ts';
import type { EditedPhotos } from '../../photos/edited-photos.ts';
import type { ReadableDb } from '../../store/database.ts';
import { listPeople } from '../../store/people.ts';
import { findOfficeLink } from '../../store/sync-state.ts';
import type { Identity } from '../../workflow/identity.ts';
import { readWorkflow } from '../../workflow/read-workflow.ts';
import type { Workflow } from '../../workflow/workflow.ts';
import { placedPhotos, showsPhotos } from './export-article.ts';
import type { ExportedArticle, ExportedPhoto, ExportMark, ExportSource, Trail } from './export-source.ts';
import { ZipWriter } from './pack-zip.ts';
import { runExport } from './run-export.ts';

/** `forPrint`: the PDF's reader asks at once for a printer. */
export type ExportChoice = { format: ExportFormat; trail?: boolean; forPrint?: boolean };

const ZIP_MIME = 'application/zip';

export type ExportsOptions = {
  db: ReadableDb;
  articles: Pick<Articles, 'document'>;
  photos: Pick<EditedPhotos, 'file' | 'size'>;
  workflow: Pick<Workflow, 'state'>;
  identity: Identity;
  clock: () => Date;
  resources?: string;
};

export class Exports {
  readonly #options: ExportsOptions;

  constructor(options: ExportsOptions) {
    this.#options = options;
  }

  /** The article's file and the pictures that lie beside it. Throws article-not-found, export-failed. */
  async article(id: string, { format, trail = false, forPrint = false }: ExportChoice): Promise<ExportedArticle> {
    return runExport(await this.source(id, { format, trail }), format, {
      resources: this.#options.resources,
      forPrint,
    });
  }

  /** The article as one file: where pictures lie beside it, it and they are in a ZIP file. Throws article-not-found. */
  async make(id: string, choice: ExportChoice): Promise<ExportedFile> {
    const { name, mime, bytes, beside } = await this.article(id, choice);
    if (beside.length === 0) return { name, mime, bytes };
    const zip = new ZipWriter(this.#options.clock());
    for (const file of [{ name, bytes }, ...beside]) zip.add(file.name, file.bytes);
    zip.end();
    return { name: `${name}.zip`, mime: ZIP_MIME, bytes: zip.take() };
  }

  /** One article after the other, so that nothing else waits for long; one that cannot be read is told and left out. */
  async *archive(ids: readonly string[], choice: ExportChoice): AsyncGenerator<ArchiveEvent> {
    const at = this.#options.clock();
    const zip = new ZipWriter(at);
    const failed: Extract<ArchiveEvent, { type: 'end' }>['failed'] = [];
    for (const [behind, id] of ids.entries()) {
      yield { type: 'progress', behind, total: ids.length };
      try {
        addApart(zip, await this.article(id, choice));
      } catch (error) {
        failed.push({ id, error: asAppError(error).toRecord() });
      }
      const bytes = zip.take();
      if (bytes.length > 0) yield { type: 'bytes', bytes };
    }
    zip.end();
    yield { type: 'bytes', bytes: zip.take() };
    const day = localDateTime(at.toISOString())?.date ?? '';
    yield { type: 'end', name: `bai-${day}.zip`, mime: ZIP_MIME, files: ids.length - failed.length, failed };
  }

  /** What a file of this article is made of. Throws article-not-found. */
  async source(id: string, { format, trail = false }: ExportChoice): Promise<ExportSource> {
    const { db, articles, workflow, clock } = this.#options;
    const document = articleDocumentSchema.parse(articles.document(id));
    const state = workflow.state(id);
    const revision = makeRevision(document).hash;
    const mark = markOf(state, revision);
    const link = findOfficeLink(db);
    return {
      document,
      office: link?.office ?? '',
      mark,
      isMarkWaiting: mark === 'approved' && link !== null && isWaiting(state, revision),
      revision,
      at: clock().toISOString(),
      photos: showsPhotos(format) ? await this.#photos(document) : new Map(),
      trail: trail ? this.#trail(state) : null,
      articleUrls: this.#articleUrls(document),
    };
  }

  #articleUrls({ blocks }: ArticleDocument): Map<string, string> {
    const { db, identity } = this.#options;
    const urls = new Map<string, string>();
    for (const block of blocks) {
      if (block.kind !== 'related') continue;
      const { liveUrl } = readWorkflow(db, block.article, identity.person());
      const url = liveUrl === null ? null : safeLink(liveUrl);
      if (url !== null) urls.set(block.article, url);
    }
    return urls;
  }

  async #photos(document: ArticleDocument): Promise<Map<string, ExportedPhoto>> {
    const { photos } = this.#options;
    const found = new Map<string, ExportedPhoto>();
    for (const sha256 of placedPhotos(document)) {
      const edits = document.photos.find((photo) => photo.sha256 === sha256)?.edits;
      // A file is on its way out of the building.
      if (isHeldBack(edits)) continue;
      try {
        const { path, mime } = await photos.file(sha256, 'preview', edits);
        found.set(sha256, { bytes: await readFile(path), mime, ...photos.size(sha256, edits) });
      } catch {
        // Its file is not on this computer: the article says where it belongs.
      }
    }
    return found;
  }

  #trail({ history }: ArticleState): Trail {
    const roles = new Map(listPeople(this.#options.db).map(({ id, role }) => [id, role]));
    const own = this.#options.identity.person();
    roles.set(own.id, own.role);
    const newest = history.findLast(({ standing }) => standing !== 'refused');
    return {
      hash: newest === undefined ? null : eventHash(newest.event),
      steps: history.map(({ event, actorName, standing }) => ({
        type: event.type,
        at: event.at,
        actor: event.actor === ENDPOINT_ACTOR ? null : actorName,
        role: roles.get(event.actor) ?? null,
        reason: event.reason ?? null,
        revision: event.revision,
        standing,
      })),
    };
  }
}

function markOf(state: ArticleState, revision: string): ExportMark {
  if (state.public === 'live' && state.liveRevision === revision) return 'live';
  if (state.working === 'approved' && state.approvedRevision === revision) return 'approved';
  return state.working === 'in-review' && state.headRevision === revision ? 'in-review' : 'draft';
}

function isWaiting({ history }: ArticleState, revision: string): boolean {
  return history.some(
    ({ event, standing }) => event.type === 'approved' && event.revision === revision && standing === 'waiting',
  );
}

/** Two articles of one name get a number; the pictures of the second lie in a folder of its own. */
function addApart(zip: ZipWriter, { name, bytes, beside }: ExportedArticle): void {
  const at = name.lastIndexOf('.');
  const [stem, ending] = [name.slice(0, at), name.slice(at)];
  let folder = '';
  let apart = name;
  for (let number = 2; zip.has(`${folder}${apart}`); number += 1) {
    if (beside.length === 0) apart = `${stem}-${number}${ending}`;
    else folder = `${stem}-${number}/`;
  }
  for (const file of [{ name: apart, bytes }, ...beside]) zip.add(`${folder}${file.name}`, file.bytes);
}
