import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

const selected = (): Promise<string> => editor.ask(() => String(window.getSelection()));

describe("other people's edits in the body", () => {
  const around: [string, () => void, string][] = [
    ['text before it', () => window.trial.remoteInsert(1, 'họ '), 'họ Một |hai ba'],
    ['text behind it', () => window.trial.remoteInsert(9, '!'), 'Một |hai !ba'],
    [
      'text exactly at it: what I write next joins what I wrote',
      () => window.trial.remoteInsert(5, 'họ'),
      'Một |họhai ba',
    ],
    ['a deletion before it', () => window.trial.remoteDelete(1, 2), 't |hai ba'],
    ['a deletion around it', () => window.trial.remoteDelete(3, 5), 'Mộ| ba'],
    ['a line before it', () => window.trial.remoteMark(0), 'Một |hai ba'],
    ['bold around it', () => window.trial.remoteFormat(3, 5), 'Mộ{b:t |hai} ba'],
    ['another kind of its line', () => window.trial.remoteKind(0, 'quote'), 'quote: Một |hai ba'],
  ];
  for (const [name, change, expected] of around) {
    it(`keep the caret: ${name}`, async () => {
      await editor.start(['paragraph', 'Một hai ba']);
      await editor.press('Control+ArrowLeft', 'Control+ArrowLeft');
      await editor.ask(change);
      await editor.type('|');
      expect((await editor.lines()).at(-1)).toBe(expected);
    });
  }

  it('keep what is selected, forwards and backwards', async () => {
    await editor.start(['paragraph', 'Một hai ba'], ['paragraph', 'sau']);
    await editor.press('ArrowUp', 'Home', 'Control+ArrowRight', 'Control+Shift+ArrowRight');
    const before = (await selected()).trim();
    expect(before).toBe('hai');
    await editor.ask(() => window.trial.remoteInsert(1, 'họ '));
    await editor.ask(() => window.trial.remoteMark(window.trial.placeOf('sau') + 1));
    expect((await selected()).trim()).toBe('hai');
    await editor.press('Control+b');
    await editor.lines();
    await editor.press('End', 'Shift+Home');
    expect(await selected()).toBe('họ Một hai ba');
    await editor.ask(() => window.trial.remoteDelete(1, 3));
    expect(await selected()).toBe('Một hai ba');
    await editor.press('Backspace');
    expect(await editor.lines()).toEqual(['', 's', 'au']);
  });

  it('leave the caret in an empty line where it is', async () => {
    await editor.start(['paragraph', 'Một'], ['paragraph', '']);
    await editor.ask(() => window.trial.remoteInsert(5, 'họ'));
    await editor.type('tôi ');
    expect(await editor.lines()).toEqual(['Một', 'tôi họ']);
  });

  it('leave the caret where its line was, when they delete the line', async () => {
    await editor.start(['paragraph', 'Một'], ['paragraph', 'hai'], ['paragraph', 'ba']);
    await editor.press('ArrowUp');
    await editor.ask(() => window.trial.remoteDelete(4, 4));
    await editor.type('|');
    expect(await editor.lines()).toEqual(['Một|', 'ba']);
  });

  it('touch only the lines that they changed', async () => {
    await editor.start(['paragraph', 'Một'], ['paragraph', 'hai'], ['paragraph', 'ba']);
    const touched = await editor.ask(async () => {
      const lines = [...document.querySelectorAll('.body-text > *')];
      const seen = new Set<number>();
      const observer = new MutationObserver((records) => {
        for (const { target } of records) seen.add(lines.findIndex((line) => line.contains(target)));
      });
      observer.observe(document.querySelector('.body-text')!, { subtree: true, childList: true, characterData: true });
      window.trial.remoteInsert(5, 'họ');
      await new Promise((resolve) => setTimeout(resolve));
      observer.disconnect();
      return [...seen];
    });
    expect(touched).toEqual([1]);
    expect(await editor.lines()).toEqual(['Một', 'họhai', 'ba']);
  });

  it('do not take the focus from where it is, nor scroll', async () => {
    await editor.start(...Array.from({ length: 60 }, (): ['paragraph', string] => ['paragraph', 'Một đoạn']));
    await editor.page.locator('textarea[name=headline]').click();
    await editor.ask(() => window.scrollTo(0, 0));
    await editor.ask(() => window.trial.remoteInsert(1, 'họ '));
    await editor.ask(() => window.trial.remoteMark(3));
    await editor.settle();
    expect(await editor.ask(() => document.activeElement?.getAttribute('name'))).toBe('headline');
    expect(await editor.ask(() => window.scrollY)).toBe(0);
    await editor.type('Tít');
    expect(await editor.ask(() => window.trial.headline())).toBe('Tít');
    await editor.lines();
  });

  it('can be anything: foreign embeds, marks without a kind, text before the first mark', async () => {
    await editor.start(['paragraph', 'Một'], ['paragraph', 'hai']);
    await editor.ask(() => window.trial.remoteForeign());
    const lines = await editor.lines();
    expect(lines).toEqual(['tr<unknown>ước', 'Mộ', '<unknown><unknown>thêmt', 'hai']);
    await editor.press('Control+End');
    await editor.type('!');
    await editor.press('Control+Home');
    await editor.type('^');
    const written = (await editor.lines()).join('|');
    expect(written.startsWith('^')).toBe(true);
    expect(written).toContain('hai!');
    await editor.press('Control+Alt+1', 'Control+a', 'Control+b');
    await editor.lines();
    await editor.press('Backspace');
    await editor.type('mới');
    expect((await editor.lines()).join('|')).toContain('mới');
    while (await editor.ask(() => window.trial.canUndo())) await editor.press('Control+z');
    expect((await editor.lines()).map((line) => line.replaceAll(/<unknown>|heading2: /gu, ''))).toEqual(
      lines.map((line) => line.replaceAll('<unknown>', '')),
    );
  });
});
