import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

describe('formats of text', () => {
  it('have keys, and superscript and subscript take the place of each other', async () => {
    await editor.start(['paragraph', 'm']);
    await editor.press('Control+Shift+Equal');
    await editor.type('2');
    await editor.press('Control+Equal');
    await editor.type('i');
    await editor.press('Control+Equal', 'Control+Shift+x');
    await editor.type('cũ');
    expect(await editor.lines()).toEqual(['m{^:2}{_:i}{s:cũ}']);
    await editor.press('Shift+Home', 'Control+Shift+Equal');
    expect(await editor.lines()).toEqual(['{^:m2i}{s^:cũ}']);
    await editor.press('Control+Equal');
    expect(await editor.lines()).toEqual(['{_:m2i}{s_:cũ}']);
  });

  it('are all taken away by one key, links staying', async () => {
    await editor.start(['paragraph', '']);
    await editor.press('Control+b', 'Control+i');
    await editor.type('đậm');
    await editor.press('Control+Space');
    await editor.type(' thường');
    expect(await editor.lines()).toEqual(['{bi:đậm} thường']);
    await editor.press('Control+a');
    await editor.ask(() => window.trial.body().setLink('https://a.vn'));
    await editor.press('Control+Space');
    expect(await editor.lines()).toEqual(['{a(https://a.vn):đậm thường}']);
  });

  it('do not move the lines apart', async () => {
    await editor.start(['paragraph', 'm'], ['paragraph', 'm']);
    await editor.press('Control+Shift+Equal');
    await editor.type('2');
    await editor.press('Control+Equal');
    await editor.type('2');
    const heights = await editor.page.locator('p.line').evaluateAll((lines) => lines.map((line) => line.clientHeight));
    expect(heights[1]).toBe(heights[0]);
  });

  it('leave signs that mean something elsewhere as they were typed', async () => {
    for (const text of [
      '# tít',
      '## tít',
      '- một',
      '* một',
      '+ một',
      '1. một',
      '1) một',
      '> lời',
      '```',
      '---',
      '[x] việc',
    ]) {
      await editor.start(['paragraph', '']);
      await editor.type(text);
      expect(await editor.lines()).toEqual([text]);
      await editor.press('Enter');
      expect(await editor.lines()).toEqual([text, '']);
    }
    await editor.start(['paragraph', '']);
    const inline = 'a **x** b __y__ c *z* `w` ~~v~~ [chữ](https://a.vn) https://b.vn (c) -- "q" ';
    await editor.type(inline);
    expect(await editor.lines()).toEqual([inline]);
    const isCollapsed = await editor.ask(() => document.getSelection()?.isCollapsed);
    expect(isCollapsed).toBe(true);
  });

  it('have a space that does not break', async () => {
    await editor.start(['paragraph', '15']);
    await editor.press('Control+Shift+Space');
    await editor.type('km');
    expect(await editor.lines()).toEqual(['15\u00a0km']);
  });
});
