/**
 * Every way to type Vietnamese, in every place of the editor: the text comes out as it was meant, in NFC, and nothing round
 * it changes. The search and tag fields are in tests/e2e/vietnamese-typing.test.ts, table cells beside tables.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';
import { type InputMethod, inputMethods } from '../../tests/support/input-methods.ts';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

const methods = Object.keys(inputMethods) as InputMethod[];
const WORDS = 'Tiếng Việt chuyển đổi số, Ủy ban hòa nhập';

async function type(method: InputMethod, text: string): Promise<void> {
  await inputMethods[method](editor.devtools, text);
  await editor.settle();
}

/** Where the caret stands in the only line, for `start` to begin with. */
async function caretAt(place: number): Promise<void> {
  await editor.press('Home');
  for (let step = 0; step < place; step += 1) await editor.press('ArrowRight');
}

for (const method of methods) {
  describe(`Vietnamese typed in by ${method}`, () => {
    it('in an empty line, and at the start, in the middle and at the end of one', async () => {
      await editor.start(['paragraph', '']);
      await type(method, WORDS);
      expect(await editor.lines()).toEqual([WORDS]);
      for (const [place, expected] of [
        [0, `${WORDS}đầu cuối`],
        [4, `đầu ${WORDS}cuối`],
        [8, `đầu cuối${WORDS}`],
      ] as const) {
        await editor.start(['heading2', 'trên'], ['paragraph', 'đầu cuối']);
        await caretAt(place);
        await type(method, WORDS);
        expect(await editor.lines()).toEqual(['heading2: trên', expected]);
      }
    });

    it('in the middle of a word, with text behind the caret', async () => {
      await editor.start(['paragraph', 'Đồng chí đã viết chu tiếng']);
      await caretAt('Đồng chí đã viết ch'.length);
      await editor.press('Delete');
      await type(method, 'ữ');
      expect(await editor.lines()).toEqual(['Đồng chí đã viết chữ tiếng']);
    });

    it('in every kind of line', async () => {
      for (const kind of ['heading2', 'heading3', 'quote', 'attribution', 'bullet', 'number'] as const) {
        await editor.start([kind, '']);
        await type(method, 'Ủy ban');
        expect(await editor.lines()).toEqual([`${kind}: Ủy ban`]);
      }
    });

    it('in a link', async () => {
      await editor.start(['paragraph', 'xem trang này nhé']);
      await editor.ask(() => window.trial.remoteAttributes(5, 9, { link: 'https://thanhhoa.gov.vn/' }));
      await caretAt('xem trang '.length);
      await type(method, 'điện tử ');
      expect(await editor.lines()).toEqual(['xem {a(https://thanhhoa.gov.vn/):trang điện tử này} nhé']);
    });

    it('in text that a comment is pinned to', async () => {
      await editor.start(['paragraph', 'xem trang này nhé']);
      await editor.ask(() => window.trial.remoteAttributes(5, 9, { 'c:mot': true }));
      await editor.ask(() => window.trial.remoteAttributes(11, 3, { 's:hai': true }));
      await caretAt('xem tr'.length);
      await type(method, 'ườ');
      await editor.press('End');
      await type(method, ' bạn');
      expect(await editor.lines()).toEqual(['xem {@c:mot:trườang }{@c:mot s:hai:này} nhé bạn']);
    });

    it('with bold switched on and off in the middle of a word', async () => {
      await editor.start(['paragraph', '']);
      await type(method, 'nghi');
      await editor.press('Control+b');
      await type(method, 'êng');
      await editor.press('Control+b');
      await type(method, ' ngả');
      expect(await editor.lines()).toEqual(['nghi{b:êng} ngả']);
    });

    it('in headline, lead and caption', async () => {
      await editor.start(['paragraph', 'thân'], ['photo', 'anh']);
      for (const name of ['headline', 'lead']) {
        await editor.page.locator(`textarea[name=${name}]`).click();
        await type(method, WORDS);
        expect(await editor.page.locator(`textarea[name=${name}]`).inputValue()).toBe(WORDS);
        await editor.press('Home', 'ArrowRight');
        await type(method, 'ỗ');
        expect(await editor.page.locator(`textarea[name=${name}]`).inputValue()).toBe(`Tỗ${WORDS.slice(1)}`);
      }
      await editor.page.locator('.embed textarea').click();
      await type(method, WORDS);
      expect(await editor.ask(() => window.trial.caption('anh'))).toBe(WORDS);
      expect(await editor.lines()).toEqual(['thân', '<anh>']);
    });
  });
}

describe('two thousand words', () => {
  const seed = readFileSync(new URL('../../resources/sample/seed-article.txt', import.meta.url), 'utf8').normalize(
    'NFC',
  );
  // A space that does not break has no key of its own, and Enter makes one line end of two.
  const paragraphs = seed
    .replaceAll('\u00a0', ' ')
    .split(/\n+/u)
    .filter((paragraph) => paragraph !== '');

  it('come out byte-equal, by all methods in turn', async () => {
    const text = [...paragraphs, ...paragraphs, ...paragraphs.slice(0, 8)];
    expect(text.join(' ').split(/\s+/u).length).toBeGreaterThan(2000);
    await editor.start(['paragraph', '']);
    for (const [index, paragraph] of text.entries()) {
      if (index > 0) await editor.press('Enter');
      // Waiting for each key takes its time: short paragraphs by hand, the long ones in bursts.
      const method = paragraph.length > 300 ? 'burst' : methods[index % methods.length]!;
      await type(method, paragraph);
    }
    expect(await editor.lines()).toEqual(text);
  }, 240_000);
});
