/** The public site: pages rendered from the published revisions and nothing else. No page holds a script. */

import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { Database } from 'better-sqlite3';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type ArticleDocument, articleDocumentSchema } from '../../shared/article/document.ts';
import { sha256Hex } from '../../shared/article/revision.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { renderArticlePage } from '../site/article-page.ts';
import { type Edition, editionKey, publicEdits } from '../site/editions.ts';
import { renderGonePage, renderNotFoundPage } from '../site/error-pages.ts';
import { renderRss } from '../site/feed.ts';
import { assetsFolder, feedHeaders, pageHeaders } from '../site/headers.ts';
import { renderFrontPage, renderSectionPage } from '../site/list-pages.ts';
import { assetsPath, feedPath } from '../site/paths.ts';
import { photoOfEdition, wordsKey } from '../site/photo-words.ts';
import type { ListPage, Site, SiteArticle, SiteFrame } from '../site/types.ts';
import { findFile } from '../store/files.ts';
import { findPhoto } from '../store/photos.ts';
import { getOfficeName } from '../store/settings.ts';
import {
  countSiteRows,
  findLivePath,
  findSiteRow,
  findSiteRowByPath,
  listSiteEdits,
  listSitePhotos,
  listSiteRows,
  listSiteSections,
  type SiteRow,
} from '../store/site.ts';
import type { OfficeContext } from './context.ts';
import { mountRenditions } from './renditions.ts';

const ARTICLES_PER_PAGE = 20;
const ARTICLES_PER_FEED = 30;
/** Pages change with each correction, so a reader's copy is checked with us each time. */
const CHECK_EACH_TIME = 'no-cache';

export function mountSite(app: FastifyInstance, context: OfficeContext, baseUrl: () => string): void {
  const { db } = context;

  app.register(fastifyStatic, {
    root: fileURLToPath(assetsFolder),
    prefix: `/${assetsPath}`,
    maxAge: '1h',
    decorateReply: false,
  });
  mountRenditions(app, context);

  app.get<{ Querystring: { trang?: string } }>('/', async (request, reply) => {
    return sendPage(reply, 200, renderFrontPage(frameOf(), listPageOf(pageNumber(request.query.trang))));
  });

  app.get<{ Params: { section: string }; Querystring: { trang?: string } }>(
    '/chuyen-muc/:section',
    async (request, reply) => {
      const path = `chuyen-muc/${request.params.section}`;
      const section = listSiteSections(db).find((candidate) => candidate.path === path);
      if (section === undefined) return sendPage(reply, 404, renderNotFoundPage(frameOf()));
      const list = listPageOf(pageNumber(request.query.trang), path);
      return sendPage(reply, 200, renderSectionPage(frameOf(), section.name, list));
    },
  );

  app.get<{ Params: { name: string } }>('/bai/:name', async (request, reply) => {
    const { name } = request.params;
    if (name.endsWith('.json')) {
      return sendRevision(reply, findSiteRowByPath(db, `bai/${name.slice(0, -'.json'.length)}`), name);
    }
    const row = findSiteRowByPath(db, `bai/${name}`);
    if (row === undefined) return sendPage(reply, 404, renderNotFoundPage(frameOf()));
    if (row.withdrawnAt !== null) return sendPage(reply, 410, renderGonePage(frameOf()));
    const article = articleOf(db, row);
    const html = renderArticlePage(frameOf(article.document), article);
    // Not the revision: what is related may have come, or gone, since.
    reply.header('etag', `"${sha256Hex(html)}"`);
    return sendPage(reply, 200, html);
  });

  app.get<{ Params: { articleId: string } }>('/v1/published/:articleId', async (request, reply) => {
    const { articleId } = request.params;
    return sendRevision(reply, findSiteRow(db, articleId), articleId);
  });

  app.get(`/${feedPath}`, async (_request, reply) => {
    const articles = listSiteRows(db, { offset: 0, limit: ARTICLES_PER_FEED }).map((row) => articleOf(db, row));
    return reply.headers({ ...feedHeaders, 'cache-control': CHECK_EACH_TIME }).send(renderRss(frameOf(), articles));
  });

  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/v1/')) throw new AppError('invalid-request', { reason: 'there is no such address' });
    return sendPage(reply, 404, renderNotFoundPage(frameOf()));
  });

  /** `document`: of the article that the page is about, whose words its pictures carry. */
  function frameOf(document?: ArticleDocument): SiteFrame {
    const site: Site = { name: getOfficeName(db), baseUrl: baseUrl(), language: 'vi' };
    return {
      site,
      sections: listSiteSections(db),
      photoUrl: (sha256, width, edition) => {
        const key = editionKey(edition);
        const address = `/photos/${sha256}/${key === '' ? '' : `${key}/`}${width}.jpg`;
        const words = document === undefined ? null : ownWords(db, document, sha256, edition);
        return words === null ? address : `${address}?words=${words}`;
      },
      photoSize: (sha256) => findPhoto(db, sha256) ?? null,
      fileKind: (sha256) => findFile(db, sha256)?.kind ?? null,
      livePath: (articleId) => findLivePath(db, articleId),
    };
  }

  function listPageOf(page: number, sectionPath?: string): ListPage {
    const pages = Math.max(1, Math.ceil(countSiteRows(db, sectionPath) / ARTICLES_PER_PAGE));
    const within = Math.min(page, pages);
    const rows = listSiteRows(db, { sectionPath, offset: (within - 1) * ARTICLES_PER_PAGE, limit: ARTICLES_PER_PAGE });
    return { articles: rows.map((row) => articleOf(db, row)), page: within, pages };
  }
}

function pageNumber(text: string | undefined): number {
  return /^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : 1;
}

function articleOf(db: Database, row: SiteRow): SiteArticle {
  return {
    id: row.articleId,
    document: withPublicPhotos(db, articleDocumentSchema.parse(JSON.parse(row.json))),
    revision: row.revision,
    path: row.path,
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
  };
}

/** The key of what an article says of a picture, where another one would be heard first; null where it is the one. */
function ownWords(db: Database, document: ArticleDocument, sha256: string, edition: Edition): string | null {
  const photo = document.photos.find((own) => own.sha256 === sha256);
  if (photo === undefined) return null;
  const first = photoOfEdition(listSitePhotos(db, sha256), edition, null);
  const own = wordsKey(photo);
  return first === null || wordsKey(first) === own ? null : own;
}

/** Each photo as it may be shown; one that may not is a place without a picture. */
function withPublicPhotos(db: Database, document: ArticleDocument): ArticleDocument {
  const photos = document.photos.map((photo) => {
    if (photo.sha256 === null) return photo;
    const edits = publicEdits(photo.edits ?? {}, listSiteEdits(db, photo.sha256));
    return edits === null ? { ...photo, sha256: null } : { ...photo, edits };
  });
  return { ...document, photos };
}

function sendPage(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply
    .code(status)
    .headers({ ...pageHeaders, 'cache-control': CHECK_EACH_TIME })
    .send(html);
}

/** The revision as it was approved, byte for byte. */
function sendRevision(reply: FastifyReply, row: SiteRow | undefined, id: string): FastifyReply {
  if (row === undefined || row.withdrawnAt !== null) throw new AppError('article-not-found', { id });
  return reply
    .headers({ etag: `"${row.revision}"`, 'cache-control': CHECK_EACH_TIME })
    .type('application/json; charset=utf-8')
    .send(row.json);
}
