import { describe, expect, it } from 'vitest';
import { assembleGuesses } from '../../../shared/article/import/assemble.ts';
import { guessLines } from './guess-lines.ts';
import { type SourceLine, textLine } from './source-line.ts';

const prose =
  'Sáng 26/4, xã Bản Phố mở lại chợ phiên sau hai năm tạm dừng, với hơn một trăm gian hàng nông sản và đồ thổ cẩm của bà con các thôn.';
const text = (words: string, as: SourceLine['as'] = 'text'): SourceLine => textLine(as, [{ text: words }]);
const pictures = (...sha256s: string[]): SourceLine => ({ as: 'pictures', text: '', runs: [], pictures: sha256s });
const guess = (...lines: SourceLine[]) => {
  const { guesses } = guessLines(lines, { headline: '', isPage: false, mayBeTorn: true });
  return { kinds: guesses.map(({ as }) => as), made: assembleGuesses(guesses) };
};

describe('a picture of a document', () => {
  it('takes the short sentence below it for its caption, above the lead as well, and never the headline', () => {
    const below = guess(
      text('Xã Bản Phố mở lại chợ phiên'),
      pictures('a'),
      text('Phiên đầu tiên đông nghịt'),
      text(prose),
    );
    expect(below.kinds).toEqual(['headline', 'photo', 'caption', 'lead']);
    expect(below.made.captions).toMatchObject([{ caption: 'Phiên đầu tiên đông nghịt', picture: 'a' }]);
    const banner = guess(pictures('a'), text('Xã Bản Phố mở lại chợ phiên'), text(prose), text(prose));
    expect(banner.kinds).toEqual(['photo', 'headline', 'lead', 'body']);
    const section = guess(
      text('Tin tức - 26/04/2022'),
      pictures('a'),
      text('Xã Bản Phố mở lại chợ phiên'),
      text(prose),
    );
    expect(section.kinds).toEqual(['meta', 'photo', 'headline', 'lead']);
  });

  it('may have its caption above it, and its credit below', () => {
    const above = guess(text('Tít của bài báo này'), text(prose), text('Quang cảnh chợ.'), pictures('a'), text(prose));
    expect(above.made.captions).toEqual([{ id: 'photo-3', caption: 'Quang cảnh chợ.', credit: '', picture: 'a' }]);
    const credited = guess(
      text('Tít của bài báo này'),
      text(prose),
      pictures('a'),
      text('Đông vui. Ảnh: Thu Hà'),
      text(prose),
    );
    expect(credited.made.captions).toMatchObject([{ caption: 'Đông vui.', credit: 'Thu Hà', picture: 'a' }]);
    const alone = guess(text('Tít của bài báo này'), text(prose), pictures('a'), text('Ảnh: Minh Tuấn'), text(prose));
    expect(alone.made.captions).toMatchObject([{ caption: '', credit: 'Minh Tuấn', picture: 'a' }]);
  });

  it('stands with those of its paragraph as one set, the caption with the first', () => {
    const { made } = guess(
      text('Tít của bài báo này'),
      text(prose),
      pictures('a', 'b'),
      text('Quang cảnh chợ.'),
      text(prose),
    );
    expect(made.blocks[0]).toEqual({ kind: 'gallery', photos: ['photo-3', 'photo-3-2'] });
    expect(made.captions.map(({ caption, picture }) => [caption, picture])).toEqual([
      ['Quang cảnh chợ.', 'a'],
      ['', 'b'],
    ]);
  });
});

describe('a line of a document', () => {
  it('keeps its formats where it was torn in two', () => {
    const torn = guess(
      text('Tít của bài báo này'),
      text(prose),
      textLine('text', [{ text: 'Chợ họp vào ' }, { text: 'chủ nhật', bold: true }]),
      textLine('text', [{ text: 'hằng tuần', italic: true }, { text: `. ${prose}` }]),
    );
    expect(torn.made.blocks).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'Chợ họp vào ' },
          { text: 'chủ nhật', bold: true },
          { text: ' ' },
          { text: 'hằng tuần', italic: true },
          { text: `. ${prose}` },
        ],
      },
    ]);
  });

  it('of notes stands behind the article, whose last lines still sign it', () => {
    const { kinds, made } = guess(
      text('Tít của bài báo này'),
      text(prose),
      text(prose),
      text('Ảnh: Minh Tuấn'),
      text('Chú thích', 'note-heading'),
      text('Theo báo cáo.', 'note'),
    );
    expect(kinds.slice(-3)).toEqual(['credit', 'heading', 'number']);
    expect(made.captions).toEqual([]);
    expect(made.dropped.map((line) => line.text)).toEqual(['Ảnh: Minh Tuấn']);
  });

  it('goes on with none beyond a table or a list', () => {
    const table: SourceLine = {
      as: 'table',
      text: 'A | B',
      runs: [],
      table: { kind: 'table', table: 'table-1', rows: [[{ runs: [{ text: 'A' }] }, { runs: [{ text: 'B' }] }]] },
    };
    const { made } = guess(
      ...[text('Tít của bài báo này'), text(prose), text('Chợ họp đông vui và bán hàng')],
      ...[table, text('hằng tuần vào chủ nhật')],
    );
    expect(made.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
  });

  it('above a title that is styled as one is kept, but for the letterhead, section and date', () => {
    const { kinds, made } = guess(
      ...[text('UBND TỈNH SƠN HẠ'), text('Tin tức - 26/04/2022'), text('Gửi các cơ quan báo chí')],
      ...[text('Mở lại chợ phiên', 'title'), text(prose)],
    );
    expect(kinds).toEqual(['boilerplate', 'meta', 'body', 'headline', 'lead']);
    expect(made.headline).toBe('Mở lại chợ phiên');
  });

  it('keeps its info box, what stands in it is no furniture, and a name below a quotation says who is quoted', () => {
    const boxed = (words: string, as: SourceLine['as']): SourceLine => ({ ...text(words, as), box: 'box-1' });
    const { guesses } = guessLines(
      [
        ...[text('Mở lại chợ phiên', 'title'), text(prose), boxed('Đường dây nóng', 'heading3')],
        ...[
          boxed('Điện thoại: 0237 3821 999', 'bullet'),
          text('“Chợ đông lắm”', 'quote'),
          text('— Bà Lụa, người bán hàng'),
        ],
      ],
      { headline: '', isPage: true, mayBeTorn: false },
    );
    expect(assembleGuesses(guesses).blocks).toEqual([
      { kind: 'heading3', runs: [{ text: 'Đường dây nóng' }], box: 'box-1' },
      { kind: 'bullet', runs: [{ text: 'Điện thoại: 0237 3821 999' }], box: 'box-1' },
      { kind: 'quote', runs: [{ text: '“Chợ đông lắm”' }] },
      { kind: 'attribution', runs: [{ text: 'Bà Lụa, người bán hàng' }] },
    ]);
  });
});
