import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

const box = { box: 'hộp' };
const boxes = (): Promise<number> => editor.page.locator('.info-box').count();

describe('an info box', () => {
  it('is made of the selected lines, and taken away by the same key', async () => {
    await editor.start(['paragraph', 'một'], ['heading3', 'hai'], ['bullet', 'ba'], ['paragraph', 'bốn']);
    await editor.press('Control+Home', 'ArrowDown', 'Shift+ArrowDown', 'Shift+End', 'Control+Alt+7');
    expect(await editor.lines()).toEqual(['một', '[box] heading3: hai', '[box] bullet: ba', 'bốn']);
    expect(await editor.page.getByRole('group', { name: 'Hộp thông tin' }).locator('li').textContent()).toBe('ba');
    await editor.press('ArrowRight', 'Control+Alt+7');
    expect(await editor.lines()).toEqual(['một', 'heading3: hai', 'bullet: ba', 'bốn']);
    expect(await boxes()).toBe(0);
    await editor.press('Control+z');
    expect(await editor.lines()).toEqual(['một', '[box] heading3: hai', '[box] bullet: ba', 'bốn']);
    await editor.press('Control+z');
    expect(await boxes()).toBe(0);
  });

  it('grows by Enter and is left by Enter in its empty last line', async () => {
    await editor.start(['paragraph', 'một', box]);
    await editor.press('Enter');
    await editor.type('hai');
    await editor.press('Enter', 'Enter');
    await editor.type('ngoài');
    expect(await editor.lines()).toEqual(['[box] một', '[box] hai', 'ngoài']);
    expect(await boxes()).toBe(1);
  });

  it('keeps an empty line in its middle', async () => {
    await editor.start(['paragraph', 'một', box], ['paragraph', 'hai', box]);
    await editor.press('ArrowUp', 'End', 'Enter', 'Enter');
    expect((await editor.lines()).join('|')).toBe('[box] một|[box] |[box] |[box] hai');
  });

  it('is taken away by Backspace in an empty first line; a first line with text leaves it', async () => {
    await editor.start(['paragraph', 'trước'], ['paragraph', '', box], ['paragraph', 'hai', box]);
    await editor.press('ArrowUp', 'Home', 'Backspace');
    expect((await editor.lines()).join('|')).toBe('trước||hai');
    await editor.start(['paragraph', 'trước'], ['paragraph', 'một', box], ['paragraph', 'hai', box]);
    await editor.press('ArrowUp', 'Home', 'Backspace');
    expect(await editor.lines()).toEqual(['trước', 'một', '[box] hai']);
  });

  it('lets lines in and out as they are moved, its edge being a step of its own', async () => {
    await editor.start(['paragraph', 'một'], ['paragraph', 'hai', box], ['paragraph', 'ba', box]);
    await editor.press('Control+Home', 'Alt+Shift+ArrowDown');
    expect(await editor.lines()).toEqual(['[box] một', '[box] hai', '[box] ba']);
    await editor.press('Alt+Shift+ArrowDown', 'Alt+Shift+ArrowDown');
    expect(await editor.lines()).toEqual(['[box] hai', '[box] ba', '[box] một']);
    await editor.press('Alt+Shift+ArrowDown');
    expect(await editor.lines()).toEqual(['[box] hai', '[box] ba', 'một']);
    await editor.press('Alt+Shift+ArrowDown', 'Alt+Shift+ArrowUp', 'Alt+Shift+ArrowUp');
    await editor.type('+');
    expect(await editor.lines()).toEqual(['[box] hai', '[box] +một', '[box] ba']);
    expect(await boxes()).toBe(1);
  });

  it('is parted by a line that leaves its middle, and whole again when that goes', async () => {
    await editor.start(['paragraph', 'một', box], ['bullet', 'hai', box], ['bullet', 'ba', box]);
    await editor.ask(() => window.trial.remoteStyle(1, { box: null }));
    expect(await editor.lines()).toEqual(['[box] một', 'bullet: hai', '[box] bullet: ba']);
    expect(await boxes()).toBe(2);
    await editor.ask(() => window.trial.remoteDelete(4, 4));
    expect(await editor.lines()).toEqual(['[box] một', '[box] bullet: ba']);
    expect(await boxes()).toBe(1);
  });

  it('holds photos, whose captions are shown when they go in and out', async () => {
    await editor.start(['paragraph', 'một', box], ['photo', 'p1'], ['paragraph', 'ba']);
    await editor.press('ArrowUp', 'Alt+Shift+ArrowUp');
    expect(await editor.lines()).toEqual(['[box] một', '[box] <p1>', 'ba']);
    const caption = editor.page.locator('.info-box').getByRole('textbox', { name: 'Chú thích' });
    await caption.fill('chú thích');
    expect(await editor.ask(() => window.trial.caption('p1'))).toBe('chú thích');
  });

  it('keeps a caret in it while somebody else takes the box away', async () => {
    await editor.start(['paragraph', 'một', box]);
    await editor.type(' hai');
    await editor.ask(() => window.trial.remoteStyle(0, { box: null }));
    await editor.type(' ba');
    expect(await editor.lines()).toEqual(['một hai ba']);
  });
});
