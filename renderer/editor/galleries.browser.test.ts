import { expect as expectPage } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

const start = (): Promise<void> => editor.start(['paragraph', 'trước'], ['gallery', 'p1 p2 p3'], ['paragraph', 'sau']);

describe('a gallery', () => {
  it('is walked photo by photo with the arrows, and passed by those up and down', async () => {
    await start();
    await editor.press('Control+Home', 'End', 'ArrowRight', 'ArrowRight');
    await editor.press('Alt+Shift+ArrowRight');
    expect(await editor.lines()).toEqual(['trước', 'gallery: <p1><p3><p2>', 'sau']);
    await editor.press('ArrowDown');
    await editor.type('|');
    expect(await editor.lines()).toEqual(['trước', 'gallery: <p1><p3><p2>', '|sau']);
    await editor.press('ArrowUp', 'Alt+Shift+ArrowLeft', 'ArrowUp');
    await editor.press('End');
    await editor.type('|');
    expect(await editor.lines()).toEqual(['trước|', 'gallery: <p1><p2><p3>', '|sau']);
  });

  it('loses one photo at a time, and is a line of text when the last has gone', async () => {
    await start();
    await editor.press('Home', 'Backspace', 'Delete');
    expect(await editor.lines()).toEqual(['trước', 'gallery: <p1><p2>', 'sau']);
    await editor.press('Backspace');
    expect(await editor.lines()).toEqual(['trước', 'gallery: <p1>', 'sau']);
    await editor.press('Delete');
    await editor.type('chữ');
    expect(await editor.lines()).toEqual(['trước', 'chữ', 'sau']);
    await editor.press('Control+z', 'Control+z', 'Control+z', 'Control+z');
    expect(await editor.lines()).toEqual(['trước', 'gallery: <p1><p2><p3>', 'sau']);
  });

  it('has a caption for each photo', async () => {
    await start();
    await editor.page.getByRole('textbox', { name: 'Chú thích' }).nth(1).click();
    await editor.type('ảnh giữa');
    expect(await editor.ask(() => window.trial.caption('p2'))).toBe('ảnh giữa');
    expect(await editor.lines()).toEqual(['trước', 'gallery: <p1><p2><p3>', 'sau']);
  });

  it('is gathered from photos that stand next to each other, and parted again', async () => {
    await editor.start(['paragraph', 'trước'], ['photo', 'p1'], ['photo', 'p2'], ['rule', ''], ['photo', 'p3']);
    await editor.press('Control+Home', 'ArrowDown', 'ArrowDown', 'Control+Alt+8');
    expect(await editor.lines()).toEqual(['trước', 'gallery: <p1><p2>', '<rule>', '<p3>']);
    await expectPage(editor.page.locator('.embed.is-selected')).toHaveCount(1);
    await editor.press('Control+Alt+8');
    expect(await editor.lines()).toEqual(['trước', '<p1>', '<p2>', '<rule>', '<p3>']);
    await editor.page.getByRole('textbox', { name: 'Chú thích' }).nth(1).fill('hai');
    expect(await editor.ask(() => window.trial.caption('p2'))).toBe('hai');
  });

  it('is gathered from what is selected, text staying where it is', async () => {
    await editor.start(
      ['paragraph', 'một'],
      ['photo', 'p1'],
      ['paragraph', 'hai'],
      ['photo', 'p2'],
      ['paragraph', 'ba'],
    );
    await editor.press('Control+a', 'Control+Alt+8');
    expect(await editor.lines()).toEqual(['một', 'gallery: <p1><p2>', 'hai', 'ba']);
  });

  it('takes photos that are added while one of its own is selected', async () => {
    await start();
    await editor.press('Control+Home', 'ArrowDown');
    await editor.ask(() => window.trial.body().insertPhotos(['p4', 'p5']));
    expect((await editor.lines())[1]).toBe('gallery: <p1><p4><p5><p2><p3>');
  });

  it('shows text that a merge brings into its line, which can be edited', async () => {
    await start();
    await editor.ask(() => window.trial.remoteInsert(window.trial.placeOf('\uFFFC\uFFFC') + 2, 'chữ '));
    expect(await editor.lines()).toEqual(['trước', 'gallery: <p1>chữ <p2><p3>', 'sau']);
    await editor.page.getByText('chữ', { exact: false }).first().click();
    await editor.press('End');
    await editor.type('có');
    expect((await editor.lines())[1]).toContain('chữ có');
    const text = editor.page.locator('[data-kind=gallery] > span');
    expect((await text.boundingBox())!.height).toBeGreaterThan(20);
  });

  it('keeps the selected photo while somebody else changes the others', async () => {
    await start();
    await editor.press('Home', 'Backspace');
    await editor.ask(() => window.trial.remoteDelete(window.trial.placeOf('\uFFFC\uFFFC') + 1, 1));
    await editor.press('Alt+Shift+ArrowLeft');
    expect(await editor.lines()).toEqual(['trước', 'gallery: <p3><p2>', 'sau']);
  });
});

describe('a photo that is dragged', () => {
  /** From the middle of one thing to a place in another, in parts of its width and height. */
  async function drag(from: string, to: string, x: number, y: number): Promise<void> {
    const [start, end] = [editor.page.locator(from).first(), editor.page.locator(to).first()];
    const box = (await end.boundingBox())!;
    await start.dragTo(end, {
      // Beside the field and the button, which keep the mouse.
      sourcePosition: { x: 3, y: 3 },
      targetPosition: { x: box.width * x, y: box.height * y },
    });
    await editor.settle();
  }
  const photo = (number: number): string => `.body-text .embed >> nth=${number}`;

  it('changes its place in its gallery', async () => {
    await start();
    await drag(photo(0), photo(2), 0.9, 0.05);
    expect(await editor.lines()).toEqual(['trước', 'gallery: <p2><p3><p1>', 'sau']);
    await drag(photo(2), photo(0), 0.05, 0.05);
    expect(await editor.lines()).toEqual(['trước', 'gallery: <p1><p2><p3>', 'sau']);
    await editor.press('Control+z');
    expect(await editor.lines()).toEqual(['trước', 'gallery: <p2><p3><p1>', 'sau']);
  });

  it('leaves its gallery for a line of its own, and comes back', async () => {
    await start();
    await drag(photo(1), 'p.line >> nth=0', 0.5, 0.1);
    expect(await editor.lines()).toEqual(['<p2>', 'trước', 'gallery: <p1><p3>', 'sau']);
    await drag(photo(0), photo(1), 0.9, 0.05);
    expect(await editor.lines()).toEqual(['trước', 'gallery: <p1><p2><p3>', 'sau']);
    const caption = editor.page.getByRole('textbox', { name: 'Chú thích' }).nth(1);
    await caption.fill('ảnh hai');
    expect(await editor.ask(() => window.trial.caption('p2'))).toBe('ảnh hai');
  });

  it('does not take the mouse from its caption', async () => {
    await start();
    const caption = editor.page.getByRole('textbox', { name: 'Chú thích' }).first();
    await caption.fill('chữ');
    const box = (await caption.boundingBox())!;
    await editor.page.mouse.move(box.x + 2, box.y + box.height / 2);
    await editor.page.mouse.down();
    await editor.page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 4 });
    await editor.page.mouse.up();
    await editor.type('x');
    expect(await editor.ask(() => window.trial.caption('p1'))).toBe('x');
    expect(await editor.lines()).toEqual(['trước', 'gallery: <p1><p2><p3>', 'sau']);
  });
});
