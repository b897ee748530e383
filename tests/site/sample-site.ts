/** A site of the fixtures' articles with real photos, served from memory on loopback, for tests that need a browser. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { previewImport, previewToSeed } from '../../electron/core/exchange/import-file.ts';
import { renderArticlePage } from '../../endpoint/site/article-page.ts';
import { renderGonePage, renderNotFoundPage } from '../../endpoint/site/error-pages.ts';
import { renderRss } from '../../endpoint/site/feed.ts';
import { assetsFolder, feedHeaders, pageHeaders } from '../../endpoint/site/headers.ts';
import { renderFrontPage, renderSectionPage } from '../../endpoint/site/list-pages.ts';
import { articlePath, sectionPath } from '../../endpoint/site/paths.ts';
import type { SiteArticle, SiteFrame } from '../../endpoint/site/types.ts';
import type { ArticleDocument } from '../../shared/article/document.ts';
import { makeRevision, sha256Hex } from '../../shared/article/revision.ts';
import { wholeArticle } from '../support/whole-article.ts';

const root = new URL('../../', import.meta.url);
const sources = [
  'resources/sample/seed-article.txt',
  'tests/fixtures/articles/thu-vien-xe-buyt.txt',
  'tests/fixtures/articles/trong-rung-ngap-man.txt',
];
const pictures = ['nagasaki-boats', 'black-canyon', 'french-alpine-landscape', 'airplane-from-above'];

type Picture = { sha256: string; bytes: Buffer; width: number; height: number };

async function loadPictures(): Promise<Picture[]> {
  return Promise.all(
    pictures.map(async (name) => {
      const bytes = await readFile(new URL(`resources/sample/${name}.jpg`, root));
      const { width, height } = await sharp(bytes).metadata();
      return { sha256: sha256Hex(name), bytes, width, height };
    }),
  );
}

async function loadDocument(path: string, photos: readonly Picture[]): Promise<ArticleDocument> {
  const preview = previewImport(await readFile(new URL(path, root)), 'bài.txt');
  const { document } = previewToSeed(preview, '2026-11-24T03:00:00.000Z');
  return {
    ...document,
    photos: document.photos.map((photo, index) => ({
      ...photo,
      sha256: photos[index % photos.length]!.sha256,
      credit: photo.credit || 'Minh Tuấn',
      alt: `Mô tả ảnh ${index + 1}`,
    })),
    fields: { author: 'Minh Tuấn', source: 'Cổng thông tin điện tử tỉnh', ...document.fields },
  };
}

/** `whole`: an article with every kind of block, which stands in no list. */
export type SampleSite = { server: Server; url: string; frame: SiteFrame; articles: SiteArticle[]; whole: SiteArticle };

function wholeOf(photos: readonly Picture[], related: string): SiteArticle {
  const document: ArticleDocument = {
    ...wholeArticle,
    blocks: wholeArticle.blocks.map((block) => (block.kind === 'related' ? { ...block, article: related } : block)),
    photos: wholeArticle.photos.map((photo, index) => ({ ...photo, sha256: photos[index % photos.length]!.sha256 })),
  };
  const id = '0193a7c2-0000-7000-8000-0000000000ff';
  const publishedAt = '2026-11-20T02:15:00.000Z';
  const path = articlePath(id, document);
  return { id, document, revision: makeRevision(document).hash, path, publishedAt, updatedAt: publishedAt };
}

/** Starts the site; the caller closes `server`. Addresses: the site's own, and `/loi-410` for a withdrawn article. */
export async function startSampleSite(): Promise<SampleSite> {
  const photos = await loadPictures();
  const articles: SiteArticle[] = [];
  for (const [index, source] of sources.entries()) {
    const document = await loadDocument(source, [...photos.slice(index), ...photos.slice(0, index)]);
    const id = `0193a7c2-0000-7000-8000-00000000000${index}`;
    const publishedAt = `2026-11-2${3 - index}T02:15:00.000Z`;
    const updatedAt = index === 0 ? '2026-11-24T01:30:00.000Z' : publishedAt;
    const { hash } = makeRevision(document);
    articles.push({ id, document, revision: hash, path: articlePath(id, document), publishedAt, updatedAt });
  }
  const whole = wholeOf(photos, articles[0]!.id);
  const sections = [...new Set(articles.map(({ document }) => document.fields.category ?? ''))];
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const frame: SiteFrame = {
    site: {
      name: 'Cổng thông tin điện tử tỉnh An Lạc',
      baseUrl: url,
      language: 'vi',
      description: 'Tin tức chính thức của Ủy ban nhân dân tỉnh An Lạc.',
    },
    sections: sections.map((name) => ({ name, path: sectionPath(name), count: 1 })),
    photoUrl: (sha256, width) => `/anh/${sha256}-${width}.jpg`,
    photoSize: (sha256) => photos.find((photo) => photo.sha256 === sha256) ?? null,
    fileKind: () => 'pdf',
    livePath: (id) => articles.find((article) => article.id === id)?.path ?? null,
  };
  server.on('request', (request, response) => {
    void answer(frame, articles, whole, photos, decodeURIComponent(request.url ?? '/')).then(
      ({ status, headers, body }) => {
        response.writeHead(status, headers);
        response.end(body);
      },
    );
  });
  return { server, url, frame, articles, whole };
}

type Answer = { status: number; headers: Record<string, string>; body: string | Buffer };

async function answer(
  frame: SiteFrame,
  articles: SiteArticle[],
  whole: SiteArticle,
  photos: readonly Picture[],
  address: string,
): Promise<Answer> {
  const path = address.slice(1).split('?')[0] ?? '';
  const page = (body: string, status = 200): Answer => ({ status, headers: pageHeaders, body });
  const article = [...articles, whole].find((candidate) => candidate.path === path);
  if (article !== undefined) return page(renderArticlePage(frame, article));
  if (path === '') return page(renderFrontPage(frame, { articles, page: 1, pages: 1 }));
  if (path === 'rss.xml') return { status: 200, headers: feedHeaders, body: renderRss(frame, articles) };
  if (path === 'loi-410') return page(renderGonePage(frame), 410);
  const section = frame.sections.find((candidate) => candidate.path === path);
  if (section !== undefined) {
    const own = articles.filter(({ document }) => document.fields.category === section.name);
    return page(renderSectionPage(frame, section.name, { articles: own, page: 1, pages: 3 }));
  }
  const asset = /^assets\/((?:fonts\/)?[a-z0-9.-]+)$/u.exec(path)?.[1];
  if (asset !== undefined) {
    const type = asset.endsWith('.css') ? 'text/css; charset=utf-8' : 'font/woff2';
    return { status: 200, headers: { 'content-type': type }, body: await readFile(new URL(asset, assetsFolder)) };
  }
  const [, sha256, width] = /^anh\/([0-9a-f]{64})-(\d+)\.jpg$/u.exec(path) ?? [];
  const photo = photos.find((candidate) => candidate.sha256 === sha256);
  if (photo !== undefined) {
    const body = await sharp(photo.bytes)
      .resize({ width: Number(width), withoutEnlargement: true })
      .jpeg()
      .toBuffer();
    return { status: 200, headers: { 'content-type': 'image/jpeg' }, body };
  }
  return page(renderNotFoundPage(frame), 404);
}
