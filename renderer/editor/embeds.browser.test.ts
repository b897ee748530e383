import { expect as expectPage, type Locator } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

const captionField = (): Locator => editor.page.getByRole('textbox', { name: 'Chú thích' });
const caption = (): Promise<string> => editor.ask(() => window.trial.caption('p1'));
const around = (): Promise<void> => editor.start(['paragraph', 'trước'], ['photo', 'p1'], ['paragraph', 'sau']);

describe('a photo in the body', () => {
  it('has a caption to type in, which is no part of the body', async () => {
    await around();
    await captionField().click();
    await editor.type('Quang cảnh ');
    await editor.press('Control+a', 'Control+b', 'End');
    await editor.type('hội nghị');
    expect(await caption()).toBe('Quang cảnh hội nghị');
    await editor.press('Home', 'Delete', 'ArrowLeft', 'Backspace', 'Enter', 'Tab', 'Shift+Tab');
    expect(await editor.lines()).toEqual(['trước', '<p1>', 'sau']);
    expect(await caption()).toBe('uang cảnh hội nghị');
    await editor.press('Control+z');
    expect(await caption()).toBe('Quang cảnh hội nghị');
    await editor.press('Control+z');
    expect(await caption()).toBe('Quang cảnh hội ');
    expect(await editor.lines()).toEqual(['trước', '<p1>', 'sau']);
  });

  it('keeps the caret in its caption while others write in the body', async () => {
    await around();
    await captionField().click();
    await editor.type('Quang ');
    await editor.ask(() => window.trial.remoteInsert(1, 'họ '));
    await editor.type('cảnh');
    await editor.ask(() => window.trial.remoteMark(0));
    await editor.type('!');
    expect(await caption()).toBe('Quang cảnh!');
    expect(await editor.lines()).toEqual(['', 'họ trước', '<p1>', 'sau']);
  });

  it('is left by a click into the text', async () => {
    await around();
    await editor.page.locator('p.line').first().click();
    await editor.press('Home', 'ArrowDown');
    await expectPage(editor.page.locator('.embed.is-selected')).toHaveCount(1);
    await editor.page.locator('p.line').last().click();
    await editor.press('End');
    await editor.type(' cùng');
    expect(await editor.lines()).toEqual(['trước', '<p1>', 'sau cùng']);
  });

  it('takes no more room than it is high', async () => {
    await around();
    const heights = await editor.ask(() =>
      [...document.querySelectorAll('.line:has(.embed), .line > .embed')].map(
        (element) => element.getBoundingClientRect().height,
      ),
    );
    expect(heights).toEqual([heights[0], heights[0]]);
  });

  it('has the clipboard in its caption to itself', async () => {
    await around();
    await captionField().click();
    await editor.type('Quang cảnh');
    await editor.press('Control+a', 'Control+x', 'Control+v', 'Control+v');
    expect(await caption()).toBe('Quang cảnhQuang cảnh');
    expect(await editor.lines()).toEqual(['trước', '<p1>', 'sau']);
  });

  it('takes a composed word in its caption, whatever is selected in the body', async () => {
    await around();
    await editor.press('Control+Home', 'Shift+End');
    await captionField().click();
    await editor.devtools.send('Input.imeSetComposition', { text: 'chào', selectionStart: 4, selectionEnd: 4 });
    await editor.ask(() => window.trial.remoteInsert(1, 'họ '));
    expect(await editor.ask(() => window.trial.lines())).toEqual(['trước', '<p1>', 'sau']);
    await editor.insert('chào');
    await editor.settle();
    expect(await caption()).toBe('chào');
    expect(await editor.lines()).toEqual(['họ trước', '<p1>', 'sau']);
  });

  it('is selected by the arrows and by a click, and deleted; undo brings it back', async () => {
    await around();
    await editor.press('ArrowUp');
    await expectPage(editor.page.locator('.embed.is-selected')).toHaveCount(1);
    await editor.press('Backspace');
    expect((await editor.lines()).join('|')).toBe('trước||sau');
    await editor.press('Control+z');
    expect(await editor.lines()).toEqual(['trước', '<p1>', 'sau']);
    await editor.page.locator('.embed').click({ position: { x: 3, y: 3 } });
    await editor.settle();
    await expectPage(editor.page.locator('.embed.is-selected')).toHaveCount(1);
    await editor.press('Delete');
    expect((await editor.lines()).join('|')).toBe('trước||sau');
    await editor.type('chữ');
    expect((await editor.lines()).join('|')).toBe('trước|chữ|sau');
  });

  it('leaves a caret in its place when somebody else deletes it while it is selected', async () => {
    await around();
    await editor.press('ArrowUp');
    await editor.ask(() => window.trial.remoteDelete(6, 2));
    expect(await editor.lines()).toEqual(['trước', 'sau']);
    await editor.type('!');
    expect(await editor.lines()).toEqual(['trước!', 'sau']);
  });

  it('gives the caret back to the body when what is undone was there', async () => {
    await around();
    await editor.type(' thêm');
    await captionField().click();
    await editor.press('Control+z');
    await editor.type('!');
    expect(await editor.lines()).toEqual(['trước', '<p1>', 'sau !']);
  });

  it('is passed by the arrows, both ways, and Enter at it makes a line behind it', async () => {
    await around();
    await editor.press('Control+Home', 'ArrowDown', 'ArrowDown');
    await editor.press('End');
    await editor.type('!');
    expect(await editor.lines()).toEqual(['trước', '<p1>', 'sau!']);
    await editor.press('ArrowUp', 'Enter');
    await editor.type('mới');
    expect(await editor.lines()).toEqual(['trước', '<p1>', 'mới', 'sau!']);
    await editor.press('Control+Home', 'End', 'ArrowRight', 'ArrowRight');
    await editor.type('|');
    expect(await editor.lines()).toEqual(['trước', '<p1>', '|mới', 'sau!']);
  });

  it('is not joined with text by Backspace behind it or Delete before it, but selected', async () => {
    await around();
    await editor.press('Home', 'Backspace');
    expect(await editor.lines()).toEqual(['trước', '<p1>', 'sau']);
    await expectPage(editor.page.locator('.embed.is-selected')).toHaveCount(1);
    await editor.press('Control+Home', 'End', 'Delete');
    expect(await editor.lines()).toEqual(['trước', '<p1>', 'sau']);
    await expectPage(editor.page.locator('.embed.is-selected')).toHaveCount(1);
  });

  it('stays shown when a merge brings text into its line', async () => {
    await around();
    await editor.ask(() => window.trial.remoteDelete(6, 1));
    expect(await editor.lines()).toEqual(['trước<p1>', 'sau']);
    await captionField().click();
    await editor.type('ảnh');
    expect(await caption()).toBe('ảnh');
    await editor.press('Shift+Tab', 'Shift+Tab', 'Control+Home', 'End');
    await editor.lines();
  });

  it('keeps its caption field, focus and all, when its line changes round it', async () => {
    await around();
    await captionField().click();
    await editor.type('ảnh');
    await editor.ask(() => window.trial.remoteInsert(window.trial.placeOf('\uFFFC\uFFFC') + 1, 'chữ '));
    await editor.type('!');
    expect(await caption()).toBe('ảnh!');
    expect((await editor.lines())[1]).toContain('<p1>');
  });

  it('goes in by its ids, before a place on the screen or behind the caret, and moves like any line', async () => {
    await around();
    await editor.ask(() => window.trial.body().insertPhotos(['p2', 'p3']));
    expect(await editor.lines()).toEqual(['trước', '<p1>', 'sau', '<p2>', '<p3>', '']);
    const box = (await editor.page.locator('.body-text > *').first().boundingBox())!;
    await editor.ask(({ x, y }) => window.trial.body().insertPhotos(['p4'], { x, y: y + 1 }), box);
    expect(await editor.lines()).toEqual(['<p4>', 'trước', '<p1>', 'sau', '<p2>', '<p3>', '']);
    await editor.press('Alt+Shift+ArrowDown');
    expect(await editor.lines()).toEqual(['<p4>', '<p1>', 'trước', 'sau', '<p2>', '<p3>', '']);
    await editor.ask(() => window.trial.body().insertRule());
    expect(await editor.lines()).toEqual(['<p4>', '<p1>', 'trước', '<rule>', 'sau', '<p2>', '<p3>', '']);
    await editor.press('Control+z');
    expect(await editor.lines()).toEqual(['<p4>', '<p1>', 'trước', 'sau', '<p2>', '<p3>', '']);
  });
});
