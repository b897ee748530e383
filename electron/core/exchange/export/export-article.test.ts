import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { type ArticleDocument, blockText } from '../../../../shared/article/document.ts';
import { exportFormats } from '../../../../shared/contract/desk-exports.ts';
import { expectInOrder } from '../../../../tests/support/office-tools.ts';
import { articleArbitrary } from '../../../../tests/support/random-article.ts';
import { PHOTO, sourceOf, wholeArticle, wholeArticleWords } from '../../../../tests/support/whole-article.ts';
import { previewImport, previewToSeed } from '../import-file.ts';
import { exportArticle, exportStem } from './export-article.ts';
import type { ExportSource } from './export-source.ts';

const root = new URL('../../../../', import.meta.url);
const NOW = '2026-11-24T03:00:00.000Z';

async function textOf(document: ArticleDocument, format: 'html' | 'md' | 'txt' | 'json', rest?: Partial<ExportSource>) {
  const { bytes, ...file } = await exportArticle(sourceOf(document, rest), format);
  return { text: new TextDecoder().decode(bytes), ...file };
}
/** The words of a page as a browser reads it. */
function htmlText(bytes: Uint8Array): string {
  const textOf = (node: DefaultTreeAdapterTypes.ChildNode): string => {
    if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
    return 'childNodes' in node ? node.childNodes.map(textOf).join(' ') : '';
  };
  return parse(new TextDecoder().decode(bytes)).childNodes.map(textOf).join(' ');
}

/** What is written in an article, without what XML forbids and without spaces. */
function textsOf({ headline, lead, blocks }: ArticleDocument): string[] {
  const texts = blocks.flatMap((block) => blockText(block).split(/[\t\n]/u));
  return [headline, lead, ...texts].map((text) => text.replace(/\p{Cc}|[\ufffe\uffff]/gu, ''));
}

function imported(bytes: Uint8Array): ArticleDocument {
  return previewToSeed(previewImport(bytes, 'bài.txt'), NOW).document;
}

describe('an exported article', () => {
  it('is one HTML file with its pictures inside; a picture that is elsewhere keeps its place', async () => {
    const { text, name, mime } = await textOf(wholeArticle, 'html');
    expect({ name, mime }).toEqual({
      name: 'nghe-ca-sam-son-truoc-mua-bien-dong-ai-cung-muon-ra-khoi.html',
      mime: 'text/html; charset=utf-8',
    });
    expect(text.match(/<img src="data:image\/jpeg;base64,[\w+/=]+" width="1024" height="\d+" alt="/gu)).toHaveLength(3);
    expect(text).toContain('<a href="https://vi-du.example/bai/bai-hoc">Bài học từ cơn bão số 4</a>');
    const missing = (html: string): number => html.match(/class="photo-missing"/gu)?.length ?? 0;
    expect(missing(text)).toBe(1);
    expect(missing((await textOf(wholeArticle, 'html', { photos: new Map() })).text)).toBe(4);
  });

  it('is Markdown with its pictures beside it, each once', async () => {
    const { text, beside } = await textOf(wholeArticle, 'md');
    const folder = `${exportStem(wholeArticle)}-anh`;
    expect(beside.map(({ name }) => name)).toEqual([`${folder}/1.jpg`, `${folder}/2.jpg`]);
    expect(beside[1]?.bytes).toEqual(sourceOf(wholeArticle).photos.get(PHOTO.canyon)?.bytes);
    expect(text.match(new RegExp(`\\(${folder}/1.jpg\\)`, 'g'))).toHaveLength(2);
    const elsewhere = await textOf(wholeArticle, 'md', { photos: new Map() });
    expect(elsewhere.beside).toEqual([]);
    expect(elsewhere.text).not.toContain('![');
  });

  it('is JSON that is the document', async () => {
    expect(JSON.parse((await textOf(wholeArticle, 'json')).text)).toEqual(wholeArticle);
  });

  it('is text that the importer reads back as the same article', async () => {
    for (const path of [
      'resources/sample/seed-article.txt',
      'tests/fixtures/articles/trong-rung-ngap-man.txt',
      'tests/fixtures/articles/thu-vien-xe-buyt.txt',
    ]) {
      const document = imported(readFileSync(new URL(path, root)));
      const { text } = await textOf(document, 'txt');
      const plain = ({ blocks, photos, ...rest }: ArticleDocument) => ({
        ...rest,
        blocks: blocks.map((block) => (block.kind === 'photo' ? 'photo' : block)),
        photos: photos.map(({ caption, credit }) => ({ caption, credit })),
      });
      expect(plain(imported(Buffer.from(text)))).toEqual(plain(document));
    }
  });

  it('with every kind of block is text whose words the importer takes in, in order', async () => {
    const { headline, lead, blocks, photos, fields } = imported(Buffer.from((await textOf(wholeArticle, 'txt')).text));
    const said = blocks.map((block) => {
      const photo = block.kind === 'photo' ? photos.find(({ id }) => id === block.photo) : undefined;
      return photo === undefined ? blockText(block) : `${photo.caption} ${photo.credit}`;
    });
    // A line that is a telephone number and little else is taken for the furniture of a page.
    const words = wholeArticleWords.filter((word) => word !== '0237 3821 999');
    expectInOrder([headline, lead, ...said, fields.author].join(' '), words);
    expect(said.join(' ')).toContain('rộng 10² m và xử lý khí H₂S');
  });

  it('is named after the slug, the headline, or nothing at all', () => {
    expect(exportStem({ ...wholeArticle, fields: { slug: 'Chuyển đổi số' } })).toBe('chuyen-doi-so');
    expect(exportStem({ ...wholeArticle, headline: '—' })).toBe('bai');
  });

  it('can be made in every format of whatever an article holds (seed 44)', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(articleArbitrary, async (article) => {
        for (const format of exportFormats) {
          const { bytes } = await exportArticle(sourceOf(article, { photos: new Map() }), format);
          expect(bytes.length).toBeGreaterThan(0);
          if (format === 'html') expectInOrder(htmlText(bytes), textsOf(article));
        }
      }),
      { seed: 44, numRuns: 12 },
    );
  });
});
