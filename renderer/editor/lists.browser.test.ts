import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

/** The markers beside the list items, as readers of the screen are told of them. */
async function markers(): Promise<string[]> {
  const { nodes } = await editor.devtools.send('Accessibility.getFullAXTree');
  const name = (id: string): string => {
    const node = nodes.find(({ nodeId }) => nodeId === id);
    return String(node?.name?.value ?? '').trim() || (node?.childIds ?? []).map(name).join('');
  };
  return nodes.filter(({ role }) => role?.value === 'ListMarker').map(({ nodeId }) => name(nodeId));
}

describe('nested lists', () => {
  it('go deeper with Tab and come out with Shift+Tab, with what stands below them', async () => {
    await editor.start(['bullet', 'một'], ['bullet', 'hai'], ['bullet', 'ba', { indent: 1 }]);
    await editor.press('ArrowUp', 'Tab');
    expect(await editor.lines()).toEqual(['bullet: một', 'bullet>: hai', 'bullet>>: ba']);
    await editor.press('Tab');
    expect(await editor.lines()).toEqual(['bullet: một', 'bullet>: hai', 'bullet>>: ba']);
    await editor.type('!');
    await editor.press('Shift+Tab', 'Shift+Tab');
    expect(await editor.lines()).toEqual(['bullet: một', 'bullet: hai!', 'bullet>: ba']);
  });

  it('do not begin deeper than the outermost level, and stop at the fifth', async () => {
    await editor.start(['bullet', 'một'], ['number', 'hai', { indent: 1 }], ['number', 'ba', { indent: 2 }]);
    await editor.press('Tab', 'Control+Home', 'Tab');
    expect(await editor.lines()).toEqual(['bullet: một', 'number>: hai', 'number>>: ba']);
    await editor.press('Control+End');
    for (const word of ['bốn', 'năm', 'sáu']) {
      await editor.press('Enter', 'Tab', 'Tab');
      await editor.type(word);
    }
    expect((await editor.lines()).slice(3)).toEqual(['number>>>: bốn', 'number>>>>: năm', 'number>>>>: sáu']);
  });

  it('take several selected items along', async () => {
    await editor.start(['number', 'một'], ['number', 'hai'], ['number', 'ba'], ['number', 'bốn']);
    await editor.press('ArrowUp', 'Home', 'Shift+ArrowUp', 'Tab');
    expect(await editor.lines()).toEqual(['number: một', 'number>: hai', 'number>: ba', 'number: bốn']);
    expect(await markers()).toEqual(['1.', '1.', '2.', '2.']);
    await editor.press('Control+z');
    expect(await editor.lines()).toEqual(['number: một', 'number: hai', 'number: ba', 'number: bốn']);
  });

  it('leave Tab alone outside of lists', async () => {
    await editor.start(['paragraph', 'chữ']);
    await editor.press('Tab');
    expect(await editor.page.evaluate(() => document.activeElement?.textContent)).toBe('Xong');
  });

  it('end level by level with Enter in an empty item', async () => {
    await editor.start(['bullet', 'một'], ['number', 'hai', { indent: 1 }]);
    await editor.press('Enter');
    expect(await editor.lines()).toEqual(['bullet: một', 'number>: hai', 'number>: ']);
    await editor.press('Enter');
    expect(await editor.lines()).toEqual(['bullet: một', 'number>: hai', 'number: ']);
    await editor.press('Enter');
    expect((await editor.lines()).join('|')).toBe('bullet: một|number>: hai|');
  });

  it('come out level by level with Backspace at the start of an item', async () => {
    await editor.start(['bullet', 'một'], ['bullet', 'hai', { indent: 1 }]);
    await editor.press('Home', 'Backspace');
    expect(await editor.lines()).toEqual(['bullet: một', 'bullet: hai']);
    await editor.press('Backspace');
    expect(await editor.lines()).toEqual(['bullet: một', 'hai']);
    await editor.press('Backspace');
    expect(await editor.lines()).toEqual(['bullet: mộthai']);
  });

  it('count on behind deeper items, and anew behind shallower ones', async () => {
    await editor.start(
      ['number', 'a'],
      ['bullet', 'b', { indent: 1 }],
      ['number', 'c'],
      ['number', 'd', { indent: 1 }],
      ['number', 'e', { indent: 1 }],
      ['number', 'f', { indent: 2 }],
      ['number', 'g', { indent: 1 }],
      ['number', 'h'],
      ['number', 'i', { indent: 1 }],
    );
    expect(await markers()).toEqual(['1.', '◦', '2.', '1.', '2.', '1.', '3.', '3.', '1.']);
  });

  it('are told to readers of the screen as one list with levels', async () => {
    await editor.start(['number', 'a'], ['bullet', 'b', { indent: 1 }], ['number', 'c']);
    await editor.lines();
    expect(await editor.page.locator('.body-text ol').count()).toBe(1);
    const levels = editor.page.locator('.body-text ol > li');
    expect(await levels.evaluateAll((items) => items.map((item) => item.ariaLevel))).toEqual([null, '2', null]);
  });

  it('keep the caret and its word while somebody else changes their depth', async () => {
    await editor.start(['bullet', 'một'], ['bullet', 'hai']);
    await editor.type(' ba');
    await editor.ask(() => window.trial.remoteStyle(1, { indent: 1 }));
    await editor.type(' bốn');
    expect(await editor.lines()).toEqual(['bullet: một', 'bullet>: hai ba bốn']);
  });

  it('are one step to take back', async () => {
    await editor.start(['bullet', 'một'], ['bullet', 'hai']);
    await editor.type(' ba');
    await editor.press('Tab', 'Control+z');
    expect(await editor.lines()).toEqual(['bullet: một', 'bullet: hai ba']);
    await editor.press('Control+z');
    expect(await editor.lines()).toEqual(['bullet: một', 'bullet: hai ']);
  });
});
