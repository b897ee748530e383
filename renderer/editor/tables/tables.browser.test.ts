import { expect as expectPage, type Locator } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../../tests/support/editor-page.ts';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

const SQUARE = 'Xã|Số/A|1/B|2';
const around = (table = SQUARE): Promise<void> =>
  editor.start(['paragraph', 'trước'], ['table', table], ['paragraph', 'sau']);
const cell = (row: number, column: number): Locator =>
  editor.page.locator('tr').nth(row).locator('th, td').nth(column).locator('.cell-text');

/** The cells of the one table, once everything on the page agrees. */
async function cells(): Promise<string[][]> {
  await editor.settle();
  await editor.lines();
  const tables = await editor.ask(() => window.trial.tables());
  expect(tables).toHaveLength(1);
  return tables[0]!;
}

const focused = (): Promise<string> =>
  editor.ask(() => document.activeElement?.getAttribute('aria-label') ?? 'no name');

describe('a table in the body', () => {
  it('is a real one, and its cells are written in', async () => {
    await around();
    expect(await editor.page.locator('th[scope=col]').allInnerTexts()).toEqual(['Xã', 'Số']);
    await cell(1, 0).click();
    await editor.press('End');
    await editor.type(' Lưới');
    await editor.press('Tab');
    await editor.type('12');
    await editor.press('Shift+Tab', 'End', 'Enter');
    await editor.type('mới');
    expect(await cells()).toEqual([
      ['Xã', 'Số'],
      ['A Lưới⏎mới', '12'],
      ['B', '2'],
    ]);
  });

  it('puts the caret where it is pressed', async () => {
    await around('cột/đầu cuối');
    const box = (await cell(1, 0).locator('p').boundingBox())!;
    await editor.page.mouse.click(box.x + 1, box.y + 10);
    await editor.settle();
    await editor.type('x');
    expect(await cells()).toEqual([['cột'], ['xđầu cuối']]);
    await cell(0, 0).click();
    await editor.page.mouse.click(box.x + 300, box.y + 10);
    await editor.settle();
    await editor.type('y');
    expect(await cells()).toEqual([['cột'], ['xđầu cuốiy']]);
  });

  it('gets another row from Tab in its last cell', async () => {
    await around();
    await cell(2, 1).click();
    await editor.press('Tab');
    await editor.type('C');
    await editor.press('Tab');
    await editor.type('3');
    expect((await cells())[3]).toEqual(['C', '3']);
    await editor.press('Control+z', 'Control+z', 'Control+z');
    expect(await cells()).toHaveLength(3);
    await editor.press('Control+y');
    expect(await cells()).toHaveLength(4);
  });

  it('is entered and left by the arrows', async () => {
    await around();
    await editor.press('Control+Home', 'ArrowDown');
    expect(await focused()).toBe('Tên cột 1');
    await editor.press('ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(await focused()).toBe('Tên cột 2');
    await editor.press('ArrowDown');
    expect(await focused()).toBe('Hàng 2, cột 2');
    await editor.press('ArrowDown', 'ArrowDown');
    await editor.type('x');
    expect((await editor.lines()).at(-1)).toBe('xsau');
    await editor.press('ArrowUp');
    expect(await focused()).toBe('Hàng 3, cột 1');
    await editor.press('ArrowUp', 'ArrowUp', 'ArrowUp');
    await editor.type('y');
    expect((await editor.lines())[0]).toBe('trướcy');
    await editor.press('ArrowRight', 'ArrowLeft');
    await editor.type('z');
    expect((await editor.lines())[0]).toBe('trướcyz');
  });

  it('is selected as a whole by Esc or twice Ctrl+A, and taken away and back', async () => {
    await around();
    await cell(1, 1).click();
    await editor.press('Escape');
    await expectPage(editor.page.locator('.embed.is-selected')).toHaveCount(1);
    await editor.press('Tab');
    expect(await focused()).toBe('Tên cột 1');
    await editor.press('Control+a', 'Control+a');
    await expectPage(editor.page.locator('.embed.is-selected')).toHaveCount(1);
    await editor.press('Backspace');
    expect(await editor.lines()).toEqual(['trước', '', 'sau']);
    await editor.press('Control+z');
    expect(await cells()).toEqual([
      ['Xã', 'Số'],
      ['A', '1'],
      ['B', '2'],
    ]);
  });

  it('shows where undo has its effect, by words', async () => {
    await around();
    await cell(1, 0).click();
    await editor.press('End');
    await editor.type(' một hai');
    await cell(2, 1).click();
    await editor.press('End');
    await editor.type('!');
    await editor.press('Control+z');
    expect((await cells())[2]).toEqual(['B', '2']);
    await editor.press('Control+z');
    expect((await cells())[1]).toEqual(['A một ', '1']);
    expect(await focused()).toBe('Hàng 2, cột 1');
    await editor.type('ba');
    expect((await cells())[1]).toEqual(['A một ba', '1']);
  });

  it('has formats and links in its cells', async () => {
    await around();
    await cell(1, 0).click({ position: { x: 10, y: 12 } });
    await editor.press('Control+a', 'Control+b', 'End');
    await editor.type('b');
    await editor.press('Control+b');
    await editor.type('c');
    await cell(1, 1).click();
    await editor.press('Control+a');
    await editor.ask(() => window.trial.body().setLink('https://vi.du/'));
    await editor.ask(() => window.trial.body().toggleFormat('italic'));
    expect((await cells())[1]).toEqual(['{b:Ab}c', '{ia(https://vi.du/):1}']);
    expect(await editor.ask(() => window.trial.body().state().link)).toBe('https://vi.du/');
  });

  it('is written in by others meanwhile, row and column come and go', async () => {
    await around();
    await cell(1, 0).click();
    await editor.press('End');
    await editor.type(' một');
    await editor.ask(() => window.trial.remoteCell(1, 0, 0, 'họ '));
    await editor.type(' hai');
    await editor.ask(() => window.trial.remoteLines('insert', 'rows', 1));
    await editor.ask(() => window.trial.remoteLines('insert', 'columns', 0));
    await editor.settle();
    await editor.type(' ba');
    expect(await cells()).toEqual([
      ['', 'Xã', 'Số'],
      ['', '', ''],
      ['', 'họ A một hai ba', '1'],
      ['', 'B', '2'],
    ]);
    await editor.ask(() => window.trial.remoteLines('remove', 'rows', 2));
    await editor.settle();
    await editor.type('tiếp');
    expect(await cells()).toEqual([
      ['', 'Xã', 'Số'],
      ['', '', ''],
      ['', 'Btiếp', '2'],
    ]);
  });

  it('gives the caret to the text when somebody else takes it away', async () => {
    await around();
    await cell(1, 0).click();
    await editor.type('x');
    await editor.ask(() => window.trial.remoteDelete(window.trial.placeOf('trước') + 6, 1));
    await editor.settle();
    await editor.type('ở đây');
    expect(await editor.lines()).toEqual(['trước', 'ở đây', 'sau']);
  });

  it('is read only when the article is', async () => {
    await around();
    await editor.ask(() => window.trial.setEditable(false));
    await editor.page.locator('.cell-text[contenteditable]').waitFor({ state: 'detached' });
    await cell(1, 0).click();
    await editor.type('x');
    expect(await cells()).toEqual([
      ['Xã', 'Số'],
      ['A', '1'],
      ['B', '2'],
    ]);
    expect(await editor.page.locator('.table-tools, .column-edge').count()).toBe(0);
  });

  it('draws nothing but its own cell while somebody types', async () => {
    await around();
    await cell(1, 0).click();
    await editor.press('End');
    await editor.type('x');
    await editor.ask(() => {
      const seen: string[] = [];
      new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          seen.push(element?.closest('[data-cell]')?.getAttribute('data-cell') ?? element?.className ?? '');
        }
      }).observe(document.querySelector('.body-text')!, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { seen });
    });
    await editor.type('chữ');
    await editor.settle();
    expect(await editor.ask(() => [...new Set((window as unknown as { seen: string[] }).seen)])).toEqual(['r1:c0']);
  });
});

describe('several cells', () => {
  const drag = async (from: Locator, to: Locator): Promise<void> => {
    const [one, other] = [(await from.boundingBox())!, (await to.boundingBox())!];
    await editor.page.mouse.move(one.x + 12, one.y + 12);
    await editor.page.mouse.down();
    await editor.page.mouse.move(one.x + 20, one.y + 14);
    await editor.page.mouse.move(other.x + 12, other.y + 12, { steps: 4 });
    await editor.page.mouse.up();
    await editor.settle();
  };
  const inArea = (): Promise<(string | null)[]> =>
    editor.ask(() => [...document.querySelectorAll('.is-in-area')].map((each) => each.getAttribute('data-cell')));

  it('are selected by dragging, and formatted and emptied together', async () => {
    await around();
    await drag(cell(1, 0), cell(2, 1));
    expect(await inArea()).toEqual(['r1:c0', 'r1:c1', 'r2:c0', 'r2:c1']);
    await editor.press('Control+b');
    expect((await cells()).slice(1)).toEqual([
      ['{b:A}', '{b:1}'],
      ['{b:B}', '{b:2}'],
    ]);
    await editor.press('Delete');
    expect((await cells()).slice(1)).toEqual([
      ['', ''],
      ['', ''],
    ]);
    await editor.press('Control+z', 'Control+z');
    expect((await cells())[1]).toEqual(['A', '1']);
  });

  it('are selected by the keys', async () => {
    await around();
    await cell(0, 0).click();
    await editor.press('End', 'Shift+ArrowRight', 'Shift+ArrowDown');
    expect(await inArea()).toEqual(['r0:c0', 'r0:c1', 'r1:c0', 'r1:c1']);
    await editor.press('Shift+ArrowLeft');
    expect(await inArea()).toEqual(['r0:c0', 'r1:c0']);
    await editor.press('Escape');
    expect(await inArea()).toEqual([]);
    expect(await focused()).toBe('Tên cột 1');
  });

  it('are copied and pasted elsewhere, with rows and columns as needed', async () => {
    await around();
    await drag(cell(1, 0), cell(2, 1));
    await editor.press('Control+c');
    await cell(2, 1).click();
    await editor.press('Control+v');
    expect(await cells()).toEqual([
      ['Xã', 'Số', ''],
      ['A', '1', ''],
      ['B', 'A', '1'],
      ['', 'B', '2'],
    ]);
    await editor.press('Control+z');
    expect(await cells()).toEqual([
      ['Xã', 'Số'],
      ['A', '1'],
      ['B', '2'],
    ]);
  });

  it('are put together and parted from the tools', async () => {
    await around();
    await drag(cell(1, 0), cell(2, 1));
    await editor.page.getByRole('button', { name: 'Gộp ô' }).click();
    await editor.settle();
    expect(await cells()).toEqual([['Xã', 'Số'], ['2x2:A⏎1⏎B⏎2'], []]);
    await editor.type('!');
    expect((await cells())[1]).toEqual(['2x2:A⏎1⏎B⏎2!']);
    // The tools are away while somebody writes.
    await expectPage(editor.page.getByRole('button', { name: 'Tách ô' })).toHaveCount(0);
    await cell(1, 0).hover();
    await editor.page.getByRole('button', { name: 'Tách ô' }).click();
    expect((await cells())[1]).toEqual(['A⏎1⏎B⏎2!', '']);
  });

  it('come and go by rows and columns from the tools and from the menu', async () => {
    await around();
    await cell(1, 0).click();
    await editor.page.getByRole('button', { name: 'Hàng', exact: true }).click();
    await editor.page.getByRole('menuitem', { name: 'Thêm hàng phía trên' }).click();
    await expectPage(editor.page.locator('tr')).toHaveCount(4);
    await expectPage(cell(2, 0)).toBeFocused();
    await editor.type('x');
    expect((await cells())[2]).toEqual(['Ax', '1']);
    await cell(0, 1).click({ button: 'right' });
    await editor.page.getByRole('menuitem', { name: 'Xóa cột' }).click();
    await expectPage(editor.page.locator('th')).toHaveCount(1);
    await expectPage(cell(0, 0)).toBeFocused();
    expect(await cells()).toEqual([['Xã'], [''], ['Ax'], ['B']]);
  });
});

describe('the width of columns', () => {
  const widths = (): Promise<unknown> =>
    editor.ask(() => window.trial.blocks().flatMap((block) => (block.kind === 'table' ? [block.widths] : []))[0]);

  it('is dragged, and set by keys', async () => {
    await around();
    const divider = (await editor.page.locator('.column-edge').first().boundingBox())!;
    const sheet = (await editor.page.locator('.table-sheet').boundingBox())!;
    await editor.page.mouse.move(divider.x + 4, divider.y + 20);
    await editor.page.mouse.down();
    await editor.page.mouse.move(divider.x + 4 - sheet.width / 4, divider.y + 24, { steps: 3 });
    await editor.page.mouse.up();
    expect(await widths()).toEqual([25, 75]);
    await cell(1, 0).click();
    await editor.press('Alt+Shift+ArrowRight');
    expect(await widths()).toEqual([27, 73]);
    await editor.press('Control+z', 'Control+z');
    expect(await widths()).toBeUndefined();
  });
});
