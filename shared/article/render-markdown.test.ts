import { describe, expect, it } from 'vitest';
import { wholeArticle } from '../../tests/support/whole-article.ts';
import type { ArticleDocument, Block, Run } from './document.ts';
import { escapeLineStart, renderMarkdownRuns } from './markdown-runs.ts';
import { renderArticleMarkdown } from './render-markdown.ts';

const options = { photoUrl: (sha256: string) => `anh/${sha256.slice(0, 2)}.jpg` };
const bodyOf = (blocks: Block[], photos: ArticleDocument['photos'] = []): string => {
  const bare = { ...wholeArticle, headline: 'T', lead: '', fields: {}, blocks, photos };
  return renderArticleMarkdown(bare, options)
    .replace(/^# T\n\n?/, '')
    .trimEnd();
};
const paragraph = (...runs: Run[]): Block => ({ kind: 'paragraph', runs });
const inline = (...runs: Run[]): string => renderMarkdownRuns(runs, '\\\n');

describe('an article as Markdown', () => {
  it('begins with section and date, headline and lead, and ends with who it is from', () => {
    const lines = renderArticleMarkdown(wholeArticle, options).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      ...['Kinh tế · thứ Hai, 14/9/2026', '', `# ${wholeArticle.headline}`, '', `**${wholeArticle.lead}**`],
    ]);
    expect(lines.slice(-6)).toEqual([
      ...['Tác giả: Lê Thu Hà', '', 'Nguồn: Báo Thanh Hóa', '', 'Từ khóa: nghề cá, bão', ''],
    ]);
  });

  it('nests lists by the width of their signs, and parts two lists that follow each other', () => {
    const item = (kind: 'bullet' | 'number', text: string, indent = 0): Block => ({
      ...{ kind, runs: [{ text }] },
      ...(indent === 0 ? {} : { indent }),
    });
    const nine = Array.from({ length: 9 }, (_, index) => item('number', `${index + 1}`));
    expect(
      bodyOf([...nine, item('number', 'mười\u2028và nữa'), item('bullet', 'trong', 3), item('bullet', 'khác')])
        .split('\n')
        .slice(8),
    ).toEqual(['9. 9', '10. mười\\', '    và nữa', '    - trong', '', '- khác']);
  });

  it('makes quotes and boxes block quotes, each parted from what comes after', () => {
    expect(
      bodyOf([
        { kind: 'quote', runs: [{ text: 'Một' }] },
        { kind: 'quote', runs: [{ text: 'Hai' }] },
        { kind: 'attribution', runs: [{ text: 'Bà Ẩn' }] },
        { kind: 'attribution', runs: [{ text: 'Không ai nói gì' }] },
        { ...paragraph({ text: 'Trong hộp' }), box: 'h' },
        { kind: 'quote', runs: [{ text: 'Ba' }], box: 'h' },
      ] as Block[]),
    ).toBe('> Một\n>\n> Hai\n>\n> — Bà Ẩn\n\n— Không ai nói gì\n\n> Trong hộp\n>\n> > Ba');
  });

  it('has tables with a head, whose covered cells are empty', () => {
    const table = wholeArticle.blocks.find(({ kind }) => kind === 'table')!;
    expect(bodyOf([table])).toBe(
      [
        '| Phường | Số tàu | Sản lượng (tấn) |',
        '| --- | --- | --- |',
        '| Quảng Tiến | 412 | 8.150 |',
        '|  | *chưa kể thúng* |  |',
        '| Trung Sơn | 96 | 1.204 |',
      ].join('\n'),
    );
    expect(bodyOf([{ kind: 'table', table: 't', rows: [[{ runs: [{ text: 'a | b\u2028c' }] }]] }])).toBe(
      '|  |\n| --- |\n| a \\| b<br>c |',
    );
  });

  it('shows a photo with its caption below it, and says where one is missing', () => {
    const photo = { id: 'p', sha256: 'ab'.repeat(32), caption: 'Bến cá.', credit: 'Hà', alt: 'Tàu [gỗ]' };
    expect(bodyOf([{ kind: 'photo', photo: 'p' }], [photo])).toBe('![Tàu \\[gỗ\\]](anh/ab.jpg)\\\n*Bến cá.* Ảnh: Hà');
    expect(bodyOf([{ kind: 'photo', photo: 'p' }], [{ ...photo, sha256: null }])).toMatch(/^\\\[Chưa có ảnh\\\]\\\n/);
  });
});

describe('text in Markdown', () => {
  it('says what it says, whatever signs are in it', () => {
    expect(inline({ text: '*a* _b_ `c` <d> [e](f) &amp; ~g~ | \\' })).toBe(
      '\\*a\\* \\_b\\_ \\`c\\` \\<d> \\[e\\](f) \\&amp; \\~g\\~ \\| \\\\',
    );
    const starts = ['# a', '- a', '+ a', '> a', '1. a', '12) a', '=== ', '    mã'].map(escapeLineStart);
    expect(starts).toEqual(['\\# a', '\\- a', '\\+ a', '\\> a', '1\\. a', '12\\) a', '\\=== ', 'mã']);
  });

  it('has no heading from a line of figures, and none that ends with a sign of one', () => {
    expect(bodyOf([paragraph({ text: '2026. Năm mới' }), { kind: 'heading2', runs: [{ text: 'C#' }] }])).toBe(
      '2026\\. Năm mới\n\n## C\\#',
    );
  });

  it.each([
    ['spaces stay outside of emphasis', [{ text: ' a ', bold: true }], ' **a** '],
    ['formats nest', [{ text: 'a', bold: true, italic: true, underline: true }], '***<u>a</u>***'],
    [
      'a sign inside beside a letter outside is HTML',
      [{ text: '“a”', bold: true }, { text: 'b' }],
      '<strong>“a”</strong>b',
    ],
    ['beside a space it is not', [{ text: '“a”', bold: true }, { text: ' b' }], '**“a”** b'],
    [
      'two emphases that touch',
      [
        { text: 'a', bold: true },
        { text: 'b', italic: true },
      ],
      '**a**<em>b</em>',
    ],
    ['strikes', [{ text: 'a', strike: true }], '~~a~~'],
    ['figures', [{ text: 'm' }, { text: '2', superscript: true }], 'm<sup>2</sup>'],
    ['emphasis ends with its line', [{ text: 'a\u2028b', italic: true }], '*a*\\\n*b*'],
    ['links', [{ text: 'x', link: 'https://a.example/b_(c)' }], '[x](<https://a.example/b_(c)>)'],
    ['links that run code', [{ text: 'x', link: 'javascript:alert(1)' }], 'x'],
  ] as [string, Run[], string][])('%s', (_, runs, expected) => {
    expect(inline(...runs)).toBe(expected);
  });
});
