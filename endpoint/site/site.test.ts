import { describe, expect, it } from 'vitest';
import type { ArticleDocument } from '../../shared/article/document.ts';
import { renderArticlePage } from './article-page.ts';
import { renderGonePage, renderNotFoundPage } from './error-pages.ts';
import { renderRss } from './feed.ts';
import { pageHeaders } from './headers.ts';
import { renderFrontPage, renderSectionPage } from './list-pages.ts';
import { shorten } from './metadata.ts';
import { absoluteUrl, articlePath, linkTo, listPath, sectionPath } from './paths.ts';
import type { SiteArticle, SiteFrame } from './types.ts';

const SHA = 'cd'.repeat(32);
const ID = '0193a7c2-0000-7000-8000-00000000000a';
const HASH = 'e'.repeat(64);
const hostile = `</script><img src=x onerror=alert(1)>"'&]]>`;

const document: ArticleDocument = {
  version: 1,
  language: 'vi',
  headline: 'Chuyển đổi số ở xã Hải Vân',
  lead: 'Sáng nay, xã Hải Vân khai trương điểm hỗ trợ dịch vụ công.',
  blocks: [
    { kind: 'photo', photo: 'a' },
    { kind: 'paragraph', runs: [{ text: 'Đoạn một.' }] },
  ],
  photos: [{ id: 'a', sha256: SHA, caption: 'Quang cảnh.', credit: 'Thu Hà', alt: 'Phòng một cửa' }],
  fields: { category: 'Tin tức', publishedOn: '2022-04-26', author: 'Minh Tuấn', source: 'An Lạc', tags: ['số', 'xã'] },
};
const articleOf = (changes: Partial<ArticleDocument> = {}, rest: Partial<SiteArticle> = {}): SiteArticle => ({
  id: ID,
  document: { ...document, ...changes },
  revision: HASH,
  path: 'bai/chuyen-doi-so-x',
  publishedAt: '2026-11-23T02:15:00.000Z',
  updatedAt: '2026-11-23T02:15:00.000Z',
  ...rest,
});
const frame: SiteFrame = {
  site: { name: 'Cổng An Lạc', baseUrl: 'https://anlac.example/tin', language: 'vi' },
  sections: [{ name: 'Tin tức', path: 'chuyen-muc/tin-tuc', count: 1 }],
  photoUrl: (sha256, width, { shape }) => `/anh/${sha256}/${shape === 'free' ? '' : `${shape}/`}${width}.jpg`,
  photoSize: () => ({ width: 1200, height: 800 }),
  fileKind: () => 'pdf',
  livePath: (id) => (id === ID ? 'bai/song' : null),
};
const jsonLdOf = (page: string) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/u.exec(page)![1]!);

describe('the paths of the site', () => {
  it('stand below the base address, whether or not it ends in a slash', () => {
    expect(absoluteUrl(frame.site, 'bai/x')).toBe('https://anlac.example/tin/bai/x');
    expect(linkTo({ ...frame.site, baseUrl: 'http://127.0.0.1:4100/' }, listPath('chuyen-muc/y', 2))).toBe(
      '/chuyen-muc/y?trang=2',
    );
  });

  it('name an article after its slug or headline and its id', () => {
    expect(articlePath(ID, document)).toBe('bai/chuyen-doi-so-o-xa-hai-van-00000000000a');
    expect(articlePath(ID, { ...document, fields: { slug: 'Một cửa' } })).toBe('bai/mot-cua-00000000000a');
    expect(articlePath(ID, { ...document, headline: '?', fields: {} })).toBe('bai/00000000000a');
    expect(sectionPath('Nông nghiệp - Môi trường')).toBe('chuyen-muc/nong-nghiep-moi-truong');
  });
});

describe('what an article links to', () => {
  const other = { ...frame, fileKind: (sha256: string) => (sha256 === SHA ? ('docx' as const) : null) };
  const blocks: ArticleDocument['blocks'] = [
    { kind: 'related', article: ID, headline: 'Bài đang đăng' },
    { kind: 'related', article: 'nháp', headline: 'Bài còn nháp' },
    { kind: 'file', sha256: SHA, name: 'Kế hoạch 5.docx', bytes: 2_048_000 },
    { kind: 'file', sha256: 'ab'.repeat(32), name: 'Chưa tới.pdf', bytes: 1 },
  ];
  const article = articleOf({ blocks });
  const page = renderArticlePage(other, article);

  it('is a related article where that is live, at its present address, and plain words else', () => {
    expect(page).toContain('<p class="related"><span>Xem thêm:</span> <a href="/tin/bai/song">Bài đang đăng</a></p>');
    expect(page).toContain('<p class="related"><span>Xem thêm:</span> Bài còn nháp</p>');
  });

  it('is an attached document that has come, at the address of its bytes and name', () => {
    expect(page).toContain(`<a href="/tin/tep/${SHA}/ke-hoach-5.docx" download="Kế hoạch 5.docx">Kế hoạch 5.docx</a>`);
    expect(page).toContain('<p class="file">Chưa tới.pdf ');
    expect(jsonLdOf(page).associatedMedia).toEqual([
      {
        '@type': 'MediaObject',
        contentUrl: `https://anlac.example/tin/tep/${SHA}/ke-hoach-5.docx`,
        name: 'Kế hoạch 5.docx',
        encodingFormat: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        contentSize: '2048000',
        sha256: SHA,
      },
    ]);
  });

  it('is written out in the feed, with each document as an enclosure', () => {
    const feed = renderRss(other, [article]);
    const address = `https://anlac.example/tin/tep/${SHA}/ke-hoach-5.docx`;
    expect(feed).toContain(`<atom:link rel="enclosure" href="${address}" type="application/vnd.`);
    expect(feed).toContain('length="2048000" title="Kế hoạch 5.docx"/>');
    expect(feed).toContain('href=&quot;https://anlac.example/tin/bai/song&quot;');
    expect(feed.match(/rel="enclosure"/g)).toHaveLength(1);
  });

  it('never says more than its kind: a name that lies about it gets its own end', () => {
    const lying = articleOf({ blocks: [{ kind: 'file', sha256: SHA, name: 'cài đặt.exe', bytes: 1 }] });
    expect(renderArticlePage(other, lying)).toContain(`/tep/${SHA}/cai-dat-exe.docx`);
  });
});

describe('a pen name', () => {
  it('stands for the author’s own name wherever readers and machines may look', () => {
    const pen = articleOf({ fields: { ...document.fields, penName: 'Hải Vân' } });
    for (const shown of [renderArticlePage(frame, pen), renderRss(frame, [pen])]) {
      expect(shown).toContain('Hải Vân');
      expect(shown).not.toContain('Minh Tuấn');
    }
  });
});

describe('the page of an article', () => {
  const page = renderArticlePage(frame, articleOf());

  it('shows everything that the revision holds, and the revision’s hash', () => {
    for (const text of [
      '<h1>Chuyển đổi số ở xã Hải Vân</h1>',
      '<p class="lead">Sáng nay, xã Hải Vân khai trương điểm hỗ trợ dịch vụ công.</p>',
      '<p>Đoạn một.</p>',
      '<span class="caption">Quang cảnh.</span> <span class="credit">Ảnh: Thu Hà</span>',
      'alt="Phòng một cửa"',
      '<time datetime="2022-04-26">thứ Ba, 26/4/2022</time>',
      '<p class="byline">Minh Tuấn</p>',
      '<dd>An Lạc</dd>',
      '09:15, thứ Hai, 23/11/2026',
      `<meta name="revision" content="${HASH}">`,
      `${HASH}</code>`,
    ]) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain('Cập nhật lúc');
    expect(renderArticlePage(frame, articleOf({}, { updatedAt: '2026-11-24T02:15:00.000Z' }))).toContain(
      'Cập nhật lúc',
    );
  });

  it('offers photos in the widths that exist, with their size', () => {
    const widths = [`/anh/${SHA}/480.jpg 480w`, `/anh/${SHA}/960.jpg 960w`, `/anh/${SHA}/1600.jpg 1200w`];
    expect(page).toContain(`srcset="${widths.join(', ')}"`);
    expect(page).toContain('width="1200" height="800"');
    const small = renderArticlePage({ ...frame, photoSize: () => ({ width: 300, height: 200 }) }, articleOf());
    expect(small).toContain(`srcset="/anh/${SHA}/480.jpg 300w"`);
    expect(renderArticlePage({ ...frame, photoSize: () => null }, articleOf())).toContain(`src="/anh/${SHA}/960.jpg"`);
  });

  it('speaks to search engines, other sites and archives', () => {
    const url = 'https://anlac.example/tin/bai/chuyen-doi-so-x';
    for (const text of [
      `<link rel="canonical" href="${url}">`,
      `<meta property="og:image" content="https://anlac.example/anh/${SHA}/16:9/1600.jpg">`,
      '<meta property="og:image:width" content="1200">',
      '<meta name="DC.title" content="Chuyển đổi số ở xã Hải Vân">',
      '<meta name="DC.creator" content="Minh Tuấn">',
      '<meta name="DC.date" content="2022-04-26">',
      '<meta name="DC.subject" content="Tin tức; số; xã">',
      `<meta name="DC.identifier" content="${url}">`,
    ]) {
      expect(page).toContain(text);
    }
    expect(jsonLdOf(page)).toMatchObject({
      '@type': 'NewsArticle',
      headline: document.headline,
      datePublished: '2026-11-23T02:15:00.000Z',
      articleSection: 'Tin tức',
      image: [
        { url: `https://anlac.example/anh/${SHA}/16:9/1600.jpg`, creditText: 'Thu Hà', width: 1200, height: 675 },
        { url: `https://anlac.example/anh/${SHA}/4:3/1600.jpg`, width: 1067, height: 800 },
        { url: `https://anlac.example/anh/${SHA}/1:1/1600.jpg`, width: 800, height: 800 },
      ],
      mainEntityOfPage: url,
      version: HASH,
    });
  });

  it('lets nothing out of its place that a person wrote', () => {
    const bad = articleOf({
      headline: hostile,
      lead: hostile,
      language: hostile,
      photos: [{ id: 'a', sha256: SHA, caption: hostile, credit: hostile, alt: hostile }],
      fields: { category: hostile, author: hostile, source: hostile, tags: [hostile], publishedOn: '2022-04-26' },
    });
    const badFrame = { ...frame, site: { ...frame.site, name: hostile, description: hostile } };
    for (const html of [
      renderArticlePage(badFrame, bad),
      renderFrontPage(badFrame, { articles: [bad, bad], page: 1, pages: 1 }),
      renderSectionPage(badFrame, hostile, { articles: [bad], page: 2, pages: 3 }),
      renderRss(badFrame, [bad]),
    ]) {
      expect(html).not.toContain('<img src=x');
      expect(html).not.toContain(`"'&]]>`);
      expect(html.match(/<script/gu)?.length ?? 0).toBeLessThanOrEqual(1);
    }
    expect(jsonLdOf(renderArticlePage(frame, bad))).toMatchObject({ headline: hostile });
  });

  it('carries the language of its text, with the furniture in the site’s', () => {
    const english = renderArticlePage(frame, articleOf({ language: 'en' }));
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('<div class="furniture" lang="vi">');
    expect(english).toContain('Photo: Thu Hà');
    expect(english).toContain('Tuesday, 26 April 2022');
  });
});

describe('lists, messages and the feed', () => {
  it('leads from the front page to each article, once', () => {
    const page = renderFrontPage(frame, {
      articles: [articleOf(), articleOf({}, { path: 'bai/hai' })],
      page: 1,
      pages: 1,
    });
    expect(page).toContain('<title>Cổng An Lạc</title>');
    expect(page.match(/href="\/tin\/bai\/chuyen-doi-so-x"/gu)).toHaveLength(1);
    expect(page).toContain('href="/tin/bai/hai"');
    expect(page.match(/<h1/gu)).toHaveLength(1);
    expect(renderFrontPage(frame, { articles: [], page: 1, pages: 1 })).toContain('Chưa có bài nào');
  });

  it('leads through the pages of a section', () => {
    const page = renderSectionPage(frame, 'Tin tức', { articles: [articleOf()], page: 2, pages: 3 });
    expect(page).toContain('rel="prev" href="/tin/chuyen-muc/tin-tuc"');
    expect(page).toContain('rel="next" href="/tin/chuyen-muc/tin-tuc?trang=3"');
    expect(page).toContain('<a href="/tin/chuyen-muc/tin-tuc" aria-current="true">');
  });

  it('says nothing of a withdrawn article on its page', () => {
    expect(renderGonePage(frame)).toContain('<h1>Bài đã được gỡ</h1>');
    expect(renderNotFoundPage(frame)).toContain('name="robots" content="noindex"');
  });

  it('writes a feed with whole articles and absolute addresses', () => {
    const feed = renderRss(frame, [articleOf({}, { updatedAt: '2026-11-24T02:15:00.000Z' })]);
    for (const text of [
      '<link>https://anlac.example/tin/bai/chuyen-doi-so-x</link>',
      `<guid isPermaLink="false">urn:uuid:${ID}</guid>`,
      '<pubDate>Mon, 23 Nov 2026 02:15:00 GMT</pubDate>',
      '<lastBuildDate>Tue, 24 Nov 2026 02:15:00 GMT</lastBuildDate>',
      `src=&quot;https://anlac.example/anh/${SHA}/960.jpg&quot;`,
      '&lt;p&gt;Đoạn một.&lt;/p&gt;',
    ]) {
      expect(feed).toContain(text);
    }
  });

  it('forbids scripts, frames and everything from elsewhere', () => {
    expect(pageHeaders['content-security-policy']).toMatch(/^default-src 'none'/u);
    expect(pageHeaders['content-security-policy']).not.toContain('script-src');
  });

  it('shortens a text at a sentence, or else at a word', () => {
    expect(shorten('Một câu vừa đủ dài. Câu sau còn dài hơn nữa.', 30)).toBe('Một câu vừa đủ dài.');
    expect(shorten('Một câu rất dài, không có dấu chấm nào cả', 20)).toBe('Một câu rất dài…');
    expect(shorten('Ngắn', 20)).toBe('Ngắn');
  });
});
