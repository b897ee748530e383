import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

describe('the caret, when the focus comes back to the text', () => {
  const leave = async (): Promise<void> => {
    await editor.page.getByRole('button', { name: 'Xong' }).focus();
    await editor.ask(() => getSelection()?.removeAllRanges());
    await editor.settle();
  };
  const comeBack = async (): Promise<void> => {
    await editor.ask(() => document.querySelector<HTMLElement>('.body-text')?.focus());
    await editor.settle();
  };

  it('is where it was', async () => {
    await editor.start(['paragraph', 'một'], ['paragraph', 'hai'], ['paragraph', 'ba']);
    await editor.press('ArrowUp', 'Home', 'ArrowRight');
    await leave();
    await comeBack();
    await editor.type('x');
    expect(await editor.lines()).toEqual(['một', 'hxai', 'ba']);
  });

  it('selects what was selected', async () => {
    await editor.start(['paragraph', 'một'], ['paragraph', 'hai']);
    await editor.press('Shift+Home');
    await leave();
    await comeBack();
    await editor.press('Control+b');
    expect(await editor.lines()).toEqual(['một', '{b:hai}']);
  });

  it('stays where it is when Escape is pressed', async () => {
    await editor.start(['paragraph', 'một'], ['paragraph', 'hai']);
    await editor.press('Escape');
    await editor.type('x');
    expect(await editor.lines()).toEqual(['một', 'haix']);
  });

  it('goes where the text is pressed', async () => {
    await editor.start(['paragraph', 'một'], ['paragraph', 'hai']);
    await leave();
    await editor.page.locator('p.line').first().click();
    await editor.press('End');
    await editor.type('x');
    expect(await editor.lines()).toEqual(['mộtx', 'hai']);
  });
});
