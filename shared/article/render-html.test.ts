import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleDocument, Block } from './document.ts';
import { renderArticleHtml } from './render-html.ts';
import { renderStandaloneHtml } from './render-standalone-html.ts';
import { renderArticleText } from './render-text.ts';
import { safeLink } from './safe-link.ts';

const SHA = 'ab'.repeat(32);
const options = { photoUrl: (sha256: string, rendition: string) => `photos/${sha256}/${rendition}` };
const article = (blocks: Block[], rest: Partial<ArticleDocument> = {}): ArticleDocument => ({
  version: 1,
  language: 'vi',
  headline: 'Tiêu đề',
  lead: 'Sapo',
  blocks,
  photos: [{ id: 'p', sha256: SHA, caption: 'Quang cảnh <hội nghị>', credit: 'Thu Hà', alt: 'Một "phòng" họp' }],
  fields: {},
  ...rest,
});
const item = (kind: 'bullet' | 'number' | 'paragraph', text: string): Block => ({ kind, runs: [{ text }] });

describe('an article as HTML', () => {
  it('makes real lists, headings and quotations', () => {
    const html = renderArticleHtml(
      article([
        { kind: 'heading2', runs: [{ text: 'Mục' }] },
        item('bullet', 'một'),
        item('bullet', 'hai'),
        item('number', 'ba'),
        { kind: 'rule' },
        item('number', 'bốn'),
        { kind: 'quote', runs: [{ text: 'Lời' }] },
        { kind: 'heading3', runs: [] },
      ]),
      options,
    );
    expect(html.replaceAll('\n', '')).toBe(
      '<h2>Mục</h2><ul><li>một</li><li>hai</li></ul><ol><li>ba</li></ol><hr><ol><li>bốn</li></ol><blockquote><p>Lời</p></blockquote><h3></h3>',
    );
  });

  it('nests formats, breaks lines, and keeps one anchor for a link with formats in it', () => {
    const html = renderArticleHtml(
      article([
        {
          kind: 'paragraph',
          runs: [
            { text: 'a\u2028b ', bold: true, italic: true },
            { text: 'c', link: 'https://x.example/?a=1&b="2"' },
            { text: 'd', underline: true, link: 'https://x.example/?a=1&b="2"' },
          ],
        },
      ]),
      options,
    );
    expect(html).toBe(
      '<p><strong><em>a<br>b </em></strong><a href="https://x.example/?a=1&amp;b=&quot;2&quot;" rel="noopener">c<u>d</u></a></p>',
    );
  });

  it('shows a photo as a figure with caption, credit and alternative text', () => {
    const html = renderArticleHtml(
      article([
        { kind: 'photo', photo: 'p' },
        { kind: 'photo', photo: 'gone' },
      ]),
      {
        ...options,
        photoImage: () => ({ src: 'a.jpg', srcset: 'a.jpg 480w', sizes: '100vw', width: 960, height: 640 }),
      },
    );
    expect(html).toBe(
      '<figure><img src="a.jpg" srcset="a.jpg 480w" sizes="100vw" width="960" height="640" alt="Một &quot;phòng&quot; họp" fetchpriority="high" decoding="async"><figcaption><span class="caption">Quang cảnh &lt;hội nghị&gt;</span> <span class="credit">Ảnh: Thu Hà</span></figcaption></figure>',
    );
    expect(renderArticleHtml(article([{ kind: 'photo', photo: 'p' }]), options)).toContain(
      `src="photos/${SHA}/preview"`,
    );
  });

  it('lets only links through that lead somewhere harmless', () => {
    expect(safeLink(' https://x.example/a ')).toBe('https://x.example/a');
    expect(safeLink('mailto:a@x.example')).toBe('mailto:a@x.example');
    for (const link of [
      'javascript:alert(1)',
      'JaVa\nscript:x',
      'data:text/html,x',
      '//x',
      'file:///etc',
      'https:',
      '',
      'vbscript:x',
    ]) {
      expect(safeLink(link), link).toBeNull();
    }
    const html = renderArticleHtml(
      article([{ kind: 'paragraph', runs: [{ text: 'x', link: 'javascript:alert(1)' }] }]),
      options,
    );
    expect(html).toBe('<p>x</p>');
  });

  it('escapes everything that a person wrote (seed 41)', () => {
    const text = fc.oneof(
      fc.constantFrom('<script>', '"><img src=x onerror=alert(1)>', "'&", '</style>', '-->'),
      fc.string(),
    );
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const document = article([item('paragraph', a), { kind: 'photo', photo: 'p' }], {
          headline: b,
          lead: c,
          language: a,
          photos: [{ id: 'p', sha256: SHA, caption: a, credit: b, alt: c }],
          fields: { category: a, author: b, source: c },
        });
        const known =
          /<\/?(?:p|h1|strong|em|u|a|ul|ol|li|figure|figcaption|span|img|article|header|footer|html|head|body|meta|title|style|br)(?: [a-z-]+="[^"<>]*"| [a-z-]+)*>|<!doctype html>/gu;
        const rest = renderStandaloneHtml(document, options)
          .replace(/<style>[^<]*<\/style>/u, '')
          .replace(known, '');
        expect(rest).not.toMatch(/[<>]/u);
      }),
      { seed: 41, numRuns: 300 },
    );
  });
});

it('says in plain text what the page shows', () => {
  const text = renderArticleText(
    article(
      [
        item('paragraph', 'Đoạn\u2028hai dòng'),
        item('number', 'a'),
        item('number', 'b'),
        { kind: 'photo', photo: 'p' },
      ],
      {
        fields: { category: 'Tin tức', publishedOn: '2022-04-26', author: 'Minh Tuấn', tags: ['số'] },
      },
    ),
  );
  expect(text).toBe(
    'Tin tức - 26/4/2022\n\nTiêu đề\n\nSapo\n\nĐoạn hai dòng\n\n1. a\n\n2. b\n\n[Ảnh 1] Quang cảnh <hội nghị> (Ảnh: Thu Hà)\n\nTác giả: Minh Tuấn\n\nTừ khóa: số\n',
  );
});
