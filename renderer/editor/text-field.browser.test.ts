import { expect as expectPage, type Locator } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

const headline = (): Locator => editor.page.getByRole('textbox', { name: 'Tít' });
const lead = (): Locator => editor.page.getByRole('textbox', { name: 'Sapo' });
const focused = (): Promise<string | null> => editor.ask(() => document.activeElement!.getAttribute('aria-label'));

/** The headline in the document; throws unless everything that shows it agrees. */
async function written(): Promise<string> {
  await editor.lines();
  return editor.ask(() => window.trial.headline());
}

async function compose(text: string): Promise<void> {
  const { length } = text;
  await editor.devtools.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
}

describe('a field', () => {
  it('is filled, cleared and read like any other', async () => {
    await editor.start(['paragraph', '']);
    await headline().fill('Hội nghị trực tuyến');
    await expectPage(headline()).toHaveValue('Hội nghị trực tuyến');
    expect(await written()).toBe('Hội nghị trực tuyến');
    await headline().fill('Hội nghị toàn tỉnh');
    expect(await written()).toBe('Hội nghị toàn tỉnh');
    await headline().clear();
    expect(await written()).toBe('');
  });

  it('gives back by one undo a word that was just typed and deleted as a whole, or cut', async () => {
    await editor.start(['paragraph', '']);
    await headline().click();
    for (const keys of [['Control+Backspace'], ['Shift+Control+ArrowLeft', 'Delete'], ['Shift+Home', 'Control+x']]) {
      await headline().clear();
      await headline().pressSequentially('một tiếng');
      await editor.press(...keys, 'Control+z');
      expect(await written()).toBe('một tiếng');
    }
  });

  it('takes pasted letters of an old font as Unicode, and deleted words not at all', async () => {
    const paste = (data: Record<string, string>): Promise<unknown> =>
      headline().evaluate((field, given) => {
        const clipboardData = new DataTransfer();
        for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        return field.dispatchEvent(event);
      }, data);
    await editor.start(['paragraph', '']);
    await headline().fill('Đầu ');
    await headline().press('End');
    const html = '<p style="font-family:.VnTime">Héi nghÞ</p><p>b<del cite="x" datetime="1">c</del></p>';
    expect(await paste({ 'text/html': html, 'text/plain': 'Héi nghÞ\nbc' })).toBe(false);
    expect(await written()).toBe('Đầu Hội nghị b');
    await editor.press('Control+z');
    expect(await written()).toBe('Đầu ');
    // What is right as it is stays the browser's.
    expect(await paste({ 'text/html': '<p>Hội nghị</p>', 'text/plain': 'Hội nghị' })).toBe(true);
  });

  it('writes where the caret is, and others write round it', async () => {
    await editor.start(['paragraph', '']);
    await headline().fill('Một hai');
    await editor.press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await editor.ask(() => window.trial.remoteHeadline(0, 'họ '));
    await editor.type('a');
    await editor.ask(() => window.trial.remoteHeadline(11, '!'));
    await editor.type('b');
    await editor.ask(() => window.trial.remoteHeadline(9, 'c'));
    await editor.type('d');
    expect(await written()).toBe('họ Một abdchai!');
    await editor.ask(() => window.trial.remoteHeadline(0, '', 5));
    await editor.type('|');
    expect(await written()).toBe('t abd|chai!');
  });

  it('takes a word from an input method when it is whole, whatever others write meanwhile', async () => {
    await editor.start(['paragraph', '']);
    await headline().fill('Xin bạn');
    await editor.press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    for (const text of ['c', 'ch', 'cha']) await compose(text);
    await editor.ask(() => window.trial.remoteHeadline(0, 'họ '));
    await editor.ask(() => window.trial.remoteHeadline(10, '!'));
    await compose('chào');
    await expectPage(headline()).toHaveValue('Xin chàobạn');
    expect(await editor.ask(() => window.trial.headline())).toBe('Xin bạn');
    await editor.insert('chào ');
    await editor.settle();
    expect(await written()).toBe('họ Xin chào bạn!');
    await editor.type('các ');
    expect(await written()).toBe('họ Xin chào các bạn!');
  });

  it('composes letters that come apart (NFC), with the caret behind them', async () => {
    await editor.start(['paragraph', '']);
    await headline().focus();
    await editor.insert('Tiếng'.normalize('NFD'));
    await editor.type(' Việt');
    expect(await written()).toBe('Tiếng Việt'.normalize('NFC'));
  });

  it('is one line: Enter leads on, what is pasted is joined; or as many as one likes', async () => {
    await editor.start(['paragraph', 'chữ']);
    await headline().focus();
    await editor.insert('Một\nhai\r\nba');
    expect(await written()).toBe('Một hai ba');
    await editor.press('Enter');
    expect(await focused()).toBe('Nội dung');
    await editor.type('!');
    expect(await editor.lines()).toEqual(['!chữ']);
    await lead().focus();
    await editor.type('một');
    await editor.press('Enter');
    await editor.type('hai');
    await expectPage(lead()).toHaveValue('một\nhai');
    await editor.lines();
  });

  it('grows with what is in it', async () => {
    await editor.start(['paragraph', '']);
    const before = (await headline().boundingBox())!.height;
    await headline().fill('Hội nghị trực tuyến toàn tỉnh '.repeat(10));
    expect((await headline().boundingBox())!.height).toBeGreaterThan(before * 2);
  });

  it('is undone by words like the body, each where it was written', async () => {
    await editor.start(['paragraph', '']);
    await headline().focus();
    await editor.type('Một hai');
    await lead().focus();
    await editor.type('ba');
    await editor.page.locator('.body-text').click();
    await editor.type('bốn');
    await editor.press('Control+z');
    expect(await editor.lines()).toEqual(['']);
    await editor.press('Control+z');
    expect(await focused()).toBe('Sapo');
    await expectPage(lead()).toHaveValue('');
    await editor.press('Control+z');
    expect(await focused()).toBe('Tít');
    expect(await written()).toBe('Một ');
    await editor.press('Control+z');
    expect(await written()).toBe('');
    await editor.press('Control+y', 'Control+Shift+z', 'Control+y');
    await expectPage(lead()).toHaveValue('ba');
    await editor.press('Control+y');
    expect(await focused()).toBe('Nội dung');
    expect(await editor.lines()).toEqual(['bốn']);
    await editor.type('!');
    expect(await editor.lines()).toEqual(['bốn!']);
  });

  it("knows no other undo: the browser's own is ours", async () => {
    await editor.start(['paragraph', '']);
    await headline().focus();
    await editor.type('Một hai');
    await editor.devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'F13', commands: ['undo'] });
    await editor.settle();
    expect(await written()).toBe('Một ');
    await editor.press('Control+y');
    expect(await written()).toBe('Một hai');
  });
});
