import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

/** The texts that are highlighted as spaces that do not break. */
const shown = (): Promise<string[] | null> =>
  editor.ask(() => {
    const highlight = CSS.highlights.get('no-break-space');
    return highlight === undefined ? null : [...highlight].map((range) => (range as Range).toString());
  });

describe('hidden marks', () => {
  it('are shown on demand, over the text and not in it', async () => {
    await editor.start(['paragraph', '15\u00a0km và 3\u00a0m'], ['paragraph', ''], ['photo', 'p1']);
    expect(await shown()).toBeNull();
    await editor.ask(() => window.trial.setMarks(true));
    await editor.settle();
    expect(await shown()).toEqual(['\u00a0', '\u00a0']);
    const ends = await editor.ask(() =>
      [...document.querySelectorAll('.line')].map((line) =>
        ['::before', '::after'].map((part) => getComputedStyle(line, part).content).filter((text) => text === '"¶"'),
      ),
    );
    expect(ends.map((found) => found.length)).toEqual([1, 1, 0]);
    expect((await editor.lines()).join('|')).toBe('15\u00a0km và 3\u00a0m||<p1>');
    await editor.ask(() => window.trial.setMarks(false));
    await editor.settle();
    expect(await shown()).toBeNull();
  });

  it('follow what is typed, deleted and undone', async () => {
    await editor.start(['paragraph', 'a']);
    await editor.ask(() => window.trial.setMarks(true));
    await editor.settle();
    await editor.press('Control+Shift+Space');
    await editor.type('b');
    await editor.settle();
    expect(await shown()).toEqual(['\u00a0']);
    await editor.press('Enter', 'Control+Shift+Space');
    expect(await shown()).toEqual(['\u00a0', '\u00a0']);
    await editor.press('Backspace', 'Backspace', 'Backspace', 'Backspace');
    expect(await shown()).toEqual([]);
    await editor.press('Control+z', 'Control+z');
    await editor.settle();
    expect((await shown())?.length).toBeGreaterThan(0);
    await editor.ask(() => window.trial.setMarks(false));
  });

  it('leave the lines as high and as long as they are', async () => {
    await editor.start(['paragraph', 'một hai ba '.repeat(30)], ['paragraph', ''], ['bullet', 'mục']);
    const heights = (): Promise<number[]> =>
      editor.ask(() => [...document.querySelectorAll('.line')].map((line) => line.getBoundingClientRect().height));
    const before = await heights();
    await editor.ask(() => window.trial.setMarks(true));
    await editor.settle();
    expect(await heights()).toEqual(before);
    await editor.ask(() => window.trial.setMarks(false));
  });
});
