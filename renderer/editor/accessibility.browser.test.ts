import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

/** What assistive technology is told of the body. */
async function told(): Promise<string> {
  await editor.lines();
  return (await editor.page.locator('.body-text').ariaSnapshot()).replaceAll(/^ {2}/gmu, '');
}

describe('the body as assistive technology knows it', () => {
  it('has real headings, lists and quotes in one named text box', async () => {
    await editor.start(
      ['heading2', 'Tít'],
      ['heading3', 'Tít nhỏ'],
      ['paragraph', 'đoạn'],
      ['bullet', 'một'],
      ['bullet', 'hai'],
      ['number', 'ba'],
      ['number', 'bốn'],
      ['quote', 'lời'],
      ['rule', ''],
      ['photo', 'p1'],
    );
    expect(await told()).toBe(
      [
        '- textbox "Nội dung":',
        '- heading "Tít" [level=2]',
        '- heading "Tít nhỏ" [level=3]',
        '- paragraph: đoạn',
        '- list:',
        '  - listitem: một',
        '  - listitem: hai',
        '- list:',
        '  - listitem: ba',
        '  - listitem: bốn',
        '- blockquote: lời',
        '- separator',
        '- figure:',
        '  - button "Chọn ảnh"',
        '  - textbox "Chú thích"',
      ].join('\n'),
    );
  });

  it('joins and parts its lists as lines change, whoever changes them', async () => {
    await editor.start(['bullet', 'một'], ['paragraph', 'hai'], ['bullet', 'ba'], ['number', 'bốn']);
    expect(await told()).toContain('- list:\n  - listitem: một\n- paragraph: hai\n- list:\n  - listitem: ba\n- list:');
    await editor.ask(() => window.trial.remoteKind(1, 'bullet'));
    expect(await told()).toBe(
      '- textbox "Nội dung":\n- list:\n  - listitem: một\n  - listitem: hai\n  - listitem: ba\n- list:\n  - listitem: bốn',
    );
    await editor.press('ArrowUp', 'ArrowUp', 'Home', 'Backspace');
    expect(await told()).toContain('- list:\n  - listitem: một\n- paragraph: hai\n- list:\n  - listitem: ba\n- list:');
    await editor.press('Backspace');
    expect(await told()).toContain('- list:\n  - listitem: mộthai\n  - listitem: ba\n- list:');
    await editor.press('Control+End', 'Enter');
    await editor.type('năm');
    await editor.press('Alt+Shift+ArrowUp', 'Alt+Shift+ArrowUp');
    expect(await told()).toContain('mộthai\n- list:\n  - listitem: năm\n- list:\n  - listitem: ba\n- list:');
  });

  it('counts numbered items on, and anew after something else', async () => {
    await editor.start(['number', 'a'], ['number', 'b'], ['paragraph', '-'], ['number', 'c']);
    await editor.ask(() => window.trial.remoteKind(2, 'number'));
    await editor.ask(() => window.trial.remoteKind(0, 'heading2'));
    const { nodes } = await editor.devtools.send('Accessibility.getFullAXTree');
    const markers = nodes.filter(({ role }) => role?.value === 'ListMarker').map(({ name }) => name?.value);
    expect(markers).toEqual(['1. ', '2. ', '3. ']);
  });

  it('says when it cannot be written in', async () => {
    await editor.start(['paragraph', 'chữ']);
    expect(await editor.page.locator('.body-text').getAttribute('aria-readonly')).toBe('false');
    await editor.ask(() => window.trial.setEditable(false));
    await editor.page.locator('.body-text[contenteditable=false]').waitFor();
    expect(await editor.page.locator('.body-text').getAttribute('aria-readonly')).toBe('true');
    await editor.page.locator('.body-text').focus();
    await editor.type('x');
    expect(await editor.lines()).toEqual(['chữ']);
  });

  it('shows a placeholder while it is empty, and only then', async () => {
    await editor.start(['paragraph', '']);
    const placeholder = editor.page.locator('.body-placeholder');
    expect(await placeholder.textContent()).toBe('Viết ở đây');
    await editor.type('a');
    expect(await placeholder.count()).toBe(0);
    await editor.press('Backspace');
    expect(await placeholder.count()).toBe(1);
    await editor.press('Enter');
    expect(await placeholder.count()).toBe(0);
  });

  it('is clean by axe', async () => {
    await editor.start(['heading2', 'Tít'], ['bullet', 'một'], ['bullet', 'hai'], ['number', 'ba'], ['photo', 'p1']);
    await editor.devtools.send('Runtime.evaluate', { expression: axeSource });
    const violations = await editor.ask(async () => {
      const { axe } = window as unknown as { axe: { run(context: string, options: object): Promise<AxeResults> } };
      const results = await axe.run('main', { rules: { 'color-contrast': { enabled: false } } });
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(violations).toEqual([]);
  });
});
