/** Vietnamese in the cells of a table, by every way to type it, and what the clipboard brings into them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../../tests/support/editor-page.ts';
import { type InputMethod, inputMethods } from '../../../tests/support/input-methods.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

const WORDS = 'Tiếng Việt chuyển đổi số, Ủy ban hòa nhập';
const methods = Object.keys(inputMethods) as InputMethod[];
const cell = (row: number, column: number): Locator =>
  editor.page.locator('tr').nth(row).locator('th, td').nth(column).locator('.cell-text');

const start = (table: string): Promise<void> =>
  editor.start(['paragraph', 'trước'], ['table', table], ['paragraph', 'sau']);

async function cells(): Promise<string[][]> {
  await editor.settle();
  await editor.lines();
  return (await editor.ask(() => window.trial.tables()))[0]!;
}

async function type(method: InputMethod, text: string): Promise<void> {
  await inputMethods[method](editor.devtools, text);
  await editor.settle();
}

/** Puts the caret into a cell by keys alone, so many places from its start. */
async function caretAt(row: number, column: number, place: number): Promise<void> {
  await cell(row, column).click();
  await editor.press('Home');
  for (let step = 0; step < place; step += 1) await editor.press('ArrowRight');
}

for (const method of methods) {
  describe(`Vietnamese typed into cells by ${method}`, () => {
    it('in an empty cell, at the start, in the middle and at the end of one', async () => {
      await start('|đầu cuối/đầu cuối|đầu cuối');
      for (const [row, column, place] of [
        [0, 0, 0],
        [0, 1, 0],
        [1, 0, 4],
        [1, 1, 8],
      ] as const) {
        await caretAt(row, column, place);
        await type(method, WORDS);
      }
      expect(await cells()).toEqual([
        [WORDS, `${WORDS}đầu cuối`],
        [`đầu ${WORDS}cuối`, `đầu cuối${WORDS}`],
      ]);
    });

    it('with bold switched on and off in the middle of a word, in a link, over several rows', async () => {
      await start('|xem trang này nhé');
      await cell(0, 0).click();
      await type(method, 'nghi');
      await editor.press('Control+b');
      await type(method, 'êng');
      await editor.press('Control+b');
      await type(method, ' ngả\nhòa');
      await caretAt(0, 1, 4);
      await editor.press(...Array.from({ length: 9 }, () => 'Shift+ArrowRight'));
      await editor.ask(() => window.trial.body().setLink('https://vi.du/'));
      await editor.press('ArrowLeft', ...Array.from({ length: 6 }, () => 'ArrowRight'));
      await type(method, 'điện tử ');
      expect(await cells()).toEqual([['nghi{b:êng} ngả⏎hòa', 'xem {a(https://vi.du/):trang điện tử này} nhé']]);
    });

    it('is undone by words, never within a syllable', async () => {
      await start('|');
      await cell(0, 0).click();
      await type(method, 'Tiếng Việt');
      await editor.press('Control+z');
      expect(await cells()).toEqual([['Tiếng ', '']]);
      await editor.press('Control+z');
      expect(await cells()).toEqual([['', '']]);
    });
  });
}

describe('a word that is composed in a cell', () => {
  const compose = (text: string): Promise<unknown> =>
    editor.devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

  it('is a step of undo of its own, also when the page is too busy to keep up with the keys', async () => {
    await start('|');
    await cell(0, 0).click();
    const busy = editor.ask(() => {
      const end = performance.now() + 300;
      while (performance.now() < end);
    });
    const sent = [
      compose('Tiếng'),
      editor.devtools.send('Input.insertText', { text: 'Tiếng' }),
      editor.devtools.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        key: ' ',
        text: ' ',
        windowsVirtualKeyCode: 32,
      }),
      editor.devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: ' ', windowsVirtualKeyCode: 32 }),
      compose('Việt'),
      editor.devtools.send('Input.insertText', { text: 'Việt' }),
    ];
    await Promise.all([busy, ...sent]);
    await editor.settle();
    expect(await cells()).toEqual([['Tiếng Việt', '']]);
    await editor.press('Control+z');
    expect(await cells()).toEqual([['Tiếng ', '']]);
  });

  it('is written when it is whole, and others wait for it', async () => {
    await start('Xin /b');
    await cell(0, 0).click();
    await editor.press('End');
    await compose('ch');
    await editor.ask(() => window.trial.remoteCell(0, 0, 0, 'họ: '));
    await compose('chào');
    expect(await editor.ask(() => window.trial.tables())).toEqual([[['Xin '], ['b']]]);
    await editor.insert('chào');
    await editor.settle();
    expect(await cells()).toEqual([['họ: Xin chào'], ['b']]);
  });

  it('is written when the row is taken away meanwhile, which brings the row back', async () => {
    await start('đầu/Xin ');
    await cell(1, 0).click();
    await editor.press('End');
    await compose('chào');
    await editor.ask(() => window.trial.remoteLines('remove', 'rows', 1));
    await editor.insert('chào');
    await editor.settle();
    expect(await cells()).toEqual([['đầu'], ['chào']]);
  });

  it('is written when another cell is pressed', async () => {
    await start('a|b');
    await cell(0, 0).click();
    await editor.press('End');
    await compose('chào');
    await cell(0, 1).click();
    await editor.settle();
    expect(await cells()).toEqual([['achào', 'b']]);
  });
});

describe('pasting', () => {
  const paste = (data: Record<string, string>): Promise<void> =>
    editor.ask((types) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(types)) clipboardData.setData(type, text);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement!.dispatchEvent(event);
    }, data);

  it('fills cells from a table, with rows and columns as needed', async () => {
    await start('a|b');
    await cell(0, 1).click();
    await paste({
      'text/html': '<table><tr><td><b>1</b></td><td>2</td></tr><tr><td>3<br>4</td><td></td></tr></table>',
      'text/plain': '1\t2\n3 4\t',
    });
    expect(await cells()).toEqual([
      ['a', '{b:1}', '2'],
      ['', '3⏎4', ''],
    ]);
    await editor.press('Control+z');
    expect(await cells()).toEqual([['a', 'b']]);
  });

  it('is a step of undo of its own, also of one word behind letters that were typed', async () => {
    await start('a|b');
    await cell(0, 1).click();
    await editor.press('End', 'x');
    await paste({ 'text/plain': 'chữ' });
    await editor.press('y');
    expect(await cells()).toEqual([['a', 'bxchữy']]);
    await editor.press('Control+z');
    expect(await cells()).toEqual([['a', 'bxchữ']]);
    await editor.press('Control+z');
    expect(await cells()).toEqual([['a', 'bx']]);
  });

  it('fills cells from a spreadsheet’s text', async () => {
    await start('a|b');
    await cell(0, 0).click();
    await paste({ 'text/plain': '1\t"hai\ndòng ""kép"""\r\n3\t\r\n' });
    expect(await cells()).toEqual([
      ['1', 'hai⏎dòng "kép"'],
      ['3', ''],
    ]);
  });

  it('changes nothing, and says so, where it would be more than a table can hold', async () => {
    await start('a|b');
    await cell(0, 0).click();
    await paste({ 'text/plain': '1\t2\n'.repeat(2500) });
    expect(await cells()).toEqual([['a', 'b']]);
    expect(await editor.ask(() => window.trial.pasted())).toEqual(['paste-too-large']);
  });

  it('puts paragraphs into one cell, line by line', async () => {
    await start('ab|c');
    await cell(0, 0).click({ position: { x: 10, y: 12 } });
    await editor.press('Home', 'ArrowRight');
    await paste({ 'text/html': '<h2>một</h2><p>hai <i>ba</i></p><hr>', 'text/plain': 'một\nhai ba' });
    expect(await cells()).toEqual([['amột⏎hai {i:ba}b', 'c']]);
  });

  it('brings a table into the text, with a name of its own', async () => {
    await start('a|b');
    await editor.page.locator('p.line').last().click();
    await editor.press('End');
    const table = '<table><tr><th>x</th><th>y</th></tr><tr><td>1</td><td>2</td></tr></table>';
    await paste({ 'text/html': `<p>trên</p>${table}<p>dưới</p>` });
    await editor.settle();
    expect(await editor.ask(() => window.trial.tables())).toEqual([
      [['a', 'b']],
      [
        ['x', 'y'],
        ['1', '2'],
      ],
    ]);
    await editor.lines();
    await editor.press('Control+z');
    await editor.settle();
    expect(await editor.ask(() => window.trial.tables())).toEqual([[['a', 'b']]]);
  });

  it('brings a copied table along as a table, and another copy of it', async () => {
    await start('a|b');
    await cell(0, 0).click();
    await editor.press('Escape', 'Control+c');
    await editor.page.locator('p.line').last().click();
    await editor.press('End', 'Control+v');
    await editor.settle();
    expect(await editor.ask(() => window.trial.tables())).toEqual([[['a', 'b']], [['a', 'b']]]);
    await editor.page.locator('.cell-text').last().click();
    await editor.type('!');
    await editor.settle();
    expect(await editor.ask(() => window.trial.tables())).toEqual([[['a', 'b']], [['a', 'b!']]]);
  });
});

describe('a new table', () => {
  it('stands behind the caret’s line, with the caret in its first cell, and goes by undo', async () => {
    await editor.start(['paragraph', 'một'], ['paragraph', 'hai']);
    await editor.press('Control+Home');
    await editor.ask(() => window.trial.body().tables.insert(2, 2));
    await editor.settle();
    await editor.type('Xã');
    expect(await editor.lines()).toEqual(['một', '<table>', 'hai']);
    expect(await editor.ask(() => window.trial.tables())).toEqual([
      [
        ['Xã', ''],
        ['', ''],
      ],
    ]);
    await editor.press('Control+z', 'Control+z');
    expect(await editor.lines()).toEqual(['một', 'hai']);
    await editor.press('Control+y', 'Control+y');
    expect(await editor.ask(() => window.trial.tables())).toEqual([
      [
        ['Xã', ''],
        ['', ''],
      ],
    ]);
  });
});

describe('what is put in', () => {
  const insert = (): Promise<void> => editor.ask(() => window.trial.body().tables.insert(1, 1));
  const done = (): Promise<void> => editor.page.getByRole('button', { name: 'Xong' }).focus();

  it('goes behind the table that the caret is in, and the table is not selected for it', async () => {
    await editor.start(['paragraph', 'một'], ['table', 'a'], ['paragraph', 'hai'], ['paragraph', 'ba']);
    await editor.press('ArrowUp', 'ArrowUp', 'ArrowDown');
    await cell(0, 0).click();
    await editor.settle();
    expect(await editor.page.locator('.embed.is-selected').count()).toBe(0);
    await done();
    await editor.ask(() => window.trial.body().insertRule());
    await editor.settle();
    expect(await editor.lines()).toEqual(['một', '<table>', '<rule>', 'hai', 'ba']);
  });

  it('goes behind the line that the caret is in, after the table was left', async () => {
    await editor.start(['paragraph', 'một'], ['table', 'a'], ['paragraph', 'hai'], ['paragraph', 'ba']);
    await cell(0, 0).click();
    await editor.press('Escape', 'ArrowDown');
    await done();
    await insert();
    await editor.settle();
    expect(await editor.lines()).toEqual(['một', '<table>', 'hai', '<table>', 'ba']);
  });
});

describe('a table as assistive technology knows it', () => {
  it('has named columns and cells to write in, and is clean by axe', async () => {
    await start('Xã|Số/A|1');
    await cell(1, 1).click();
    const told = await editor.page.locator('.body-text').ariaSnapshot();
    expect(told).toContain('- columnheader "Xã":');
    expect(told).toContain('textbox "Hàng 2, cột 2"');
    await editor.devtools.send('Runtime.evaluate', { expression: axeSource });
    const violations = await editor.ask(async () => {
      const { axe } = window as unknown as { axe: { run(context: string, options: object): Promise<AxeResults> } };
      const results = await axe.run('main', { rules: { 'color-contrast': { enabled: false } } });
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(violations).toEqual([]);
  });
});
