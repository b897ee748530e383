import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

describe('typing in the body', () => {
  it('writes Vietnamese as it is typed', async () => {
    await editor.start(['paragraph', '']);
    await editor.type('Hội nghị trực tuyến toàn tỉnh');
    expect(await editor.lines()).toEqual(['Hội nghị trực tuyến toàn tỉnh']);
  });

  it('composes letters that come apart (NFC), with the caret behind them', async () => {
    await editor.start(['paragraph', '']);
    await editor.insert('Tie\u0302\u0301ng'.normalize('NFD'));
    await editor.type(' Việt');
    expect(await editor.lines()).toEqual(['Tiếng Việt'.normalize('NFC')]);
  });

  it('breaks a line with Enter and joins it with Backspace, without touching the rest', async () => {
    await editor.start(['paragraph', 'Một hai'], ['paragraph', 'ba']);
    await editor.press('Home', 'Enter');
    expect(await editor.lines()).toEqual(['Một hai', '', 'ba']);
    await editor.press('Backspace', 'Backspace');
    expect(await editor.lines()).toEqual(['Một haiba']);
    await editor.type('|');
    expect(await editor.lines()).toEqual(['Một hai|ba']);
    await editor.press('Enter', 'ArrowUp', 'End', 'Delete');
    expect(await editor.lines()).toEqual(['Một hai|ba']);
  });

  it('makes a soft break with Shift+Enter', async () => {
    await editor.start(['paragraph', 'Một']);
    await editor.press('Shift+Enter');
    await editor.type('hai');
    expect(await editor.lines()).toEqual(['Một⏎hai']);
    await editor.press('Home', 'Backspace');
    expect(await editor.lines()).toEqual(['Mộthai']);
    await editor.press('End', 'Shift+Enter');
    expect(await editor.lines()).toEqual(['Mộthai⏎']);
  });

  it('gives kinds by keys, and Backspace at its start makes a line a paragraph again', async () => {
    await editor.start(['paragraph', 'Tít'], ['paragraph', 'Chữ']);
    await editor.press('Control+Alt+1');
    expect(await editor.lines()).toEqual(['Tít', 'heading2: Chữ']);
    await editor.press('Control+Alt+2');
    expect(await editor.lines()).toEqual(['Tít', 'heading3: Chữ']);
    await editor.press('Home', 'Backspace');
    expect(await editor.lines()).toEqual(['Tít', 'Chữ']);
    await editor.press('Control+Alt+4', 'End', 'Enter');
    await editor.type('hai');
    expect(await editor.lines()).toEqual(['Tít', 'bullet: Chữ', 'bullet: hai']);
    await editor.press('Enter', 'Enter');
    expect(await editor.lines()).toEqual(['Tít', 'bullet: Chữ', 'bullet: hai', '']);
    await editor.press('Control+Alt+5', 'Backspace');
    expect(await editor.lines()).toEqual(['Tít', 'bullet: Chữ', 'bullet: hai', '']);
    await editor.press('Control+Alt+3');
    expect(await editor.lines()).toEqual(['Tít', 'bullet: Chữ', 'bullet: hai', 'quote: ']);
    await editor.press('Control+Alt+0');
    expect(await editor.lines()).toEqual(['Tít', 'bullet: Chữ', 'bullet: hai', '']);
  });

  it('goes on after a heading in a paragraph, and splits a heading into two', async () => {
    await editor.start(['heading2', 'Tít phụ']);
    await editor.press('Enter');
    await editor.type('chữ');
    expect(await editor.lines()).toEqual(['heading2: Tít phụ', 'chữ']);
    await editor.press('ArrowUp', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    expect(await editor.lines()).toEqual(['heading2: Tít', 'heading2:  phụ', 'chữ']);
  });

  it('formats what is selected and what comes next', async () => {
    await editor.start(['paragraph', 'Một hai']);
    await editor.press('Shift+Control+ArrowLeft', 'Control+b');
    expect(await editor.lines()).toEqual(['Một {b:hai}']);
    await editor.press('Control+i', 'Control+u');
    expect(await editor.lines()).toEqual(['Một {biu:hai}']);
    await editor.press('Control+b', 'Control+i', 'Control+u', 'End', 'Control+b');
    await editor.type(' đậm');
    await editor.press('Control+b');
    await editor.type(' nhạt');
    expect(await editor.lines()).toEqual(['Một hai{b: đậm} nhạt']);
  });

  it('links what is selected, and refuses an address that runs code', async () => {
    await editor.start(['paragraph', 'xem trang']);
    await editor.press('Shift+Control+ArrowLeft');
    await editor.ask(() => window.trial.body().setLink('javascript:alert(1)'));
    expect(await editor.lines()).toEqual(['xem trang']);
    await editor.ask(() => window.trial.body().setLink('https://example.com/'));
    expect(await editor.lines()).toEqual(['xem {a(https://example.com/):trang}']);
    expect(await editor.ask(() => window.trial.body().state().link)).toBe('https://example.com/');
    await editor.press('End');
    await editor.type(' này');
    expect(await editor.lines()).toEqual(['xem {a(https://example.com/):trang} này']);
    await editor.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await editor.ask(() => window.trial.body().setLink(null));
    expect(await editor.lines()).toEqual(['xem trang này']);
  });

  it('moves a line with Alt+Shift and an arrow, its caret with it', async () => {
    await editor.start(['paragraph', 'một'], ['heading2', 'hai'], ['paragraph', 'ba']);
    await editor.press('Alt+Shift+ArrowUp', 'Alt+Shift+ArrowUp', 'Alt+Shift+ArrowUp');
    expect(await editor.lines()).toEqual(['ba', 'một', 'heading2: hai']);
    await editor.type('!');
    await editor.press('Alt+Shift+ArrowDown');
    expect(await editor.lines()).toEqual(['một', 'ba!', 'heading2: hai']);
  });

  it('deletes everything and takes that back', async () => {
    await editor.start(['paragraph', 'một'], ['heading2', 'hai'], ['bullet', 'ba']);
    await editor.press('Control+a', 'Backspace');
    expect(await editor.lines()).toHaveLength(1);
    await editor.type('mới');
    expect((await editor.lines())[0]).toContain('mới');
    await editor.press('Control+z', 'Control+z');
    expect(await editor.lines()).toEqual(['một', 'heading2: hai', 'bullet: ba']);
  });

  it('leaves by Tab, and by the arrow up at the very start', async () => {
    await editor.start(['paragraph', 'một']);
    await editor.press('Tab');
    expect(await editor.page.evaluate(() => document.activeElement?.textContent)).toBe('Xong');
    await editor.press('Shift+Tab', 'Home', 'ArrowUp');
    expect(await editor.ask(() => window.trial.leftUp())).toBe(1);
    expect(await editor.lines()).toEqual(['một']);
  });

  it('knows no markdown', async () => {
    await editor.start(['paragraph', '']);
    for (const line of ['# một', '- hai', '1. ba', '> bốn', '**năm**', '---']) {
      await editor.type(line);
      await editor.press('Enter');
    }
    expect(await editor.lines()).toEqual(['# một', '- hai', '1. ba', '> bốn', '**năm**', '---', '']);
  });
});

describe('undo in the body', () => {
  it('takes back a word at a time, whichever way it was typed, and gives it again', async () => {
    await editor.start(['paragraph', '']);
    await editor.type('Cổng thông tin điện tử');
    for (const left of ['Cổng thông tin điện ', 'Cổng thông tin ', 'Cổng thông ', 'Cổng ', '']) {
      await editor.press('Control+z');
      expect(await editor.lines()).toEqual([left]);
    }
    expect(await editor.ask(() => window.trial.canUndo())).toBe(false);
    for (const back of ['Cổng ', 'Cổng thông ', 'Cổng thông tin ']) {
      await editor.press('Control+y');
      expect(await editor.lines()).toEqual([back]);
    }
    await editor.press('Control+Shift+z', 'Control+Shift+z');
    expect(await editor.lines()).toEqual(['Cổng thông tin điện tử']);
    expect(await editor.ask(() => window.trial.canRedo())).toBe(false);
  });

  it('takes everything back to the empty page and gives everything again', async () => {
    await editor.start(['paragraph', '']);
    await editor.type('Một hai');
    await editor.press('Enter');
    await editor.type('ba bốn');
    await editor.press('Control+Alt+1', 'Enter');
    await editor.type('năm');
    await editor.press('Control+Alt+4', 'Shift+Home', 'Control+b', 'End', 'Shift+Enter');
    await editor.type('sáu');
    const written = await editor.lines();
    expect(written).toEqual(['Một hai', 'heading2: ba bốn', 'bullet: {b:năm⏎sáu}']);
    let steps = 0;
    while (await editor.ask(() => window.trial.canUndo())) {
      await editor.press('Control+z');
      await editor.lines();
      steps += 1;
      expect(steps).toBeLessThan(20);
    }
    expect(await editor.lines()).toEqual(['']);
    while (await editor.ask(() => window.trial.canRedo())) {
      await editor.press('Control+y');
      await editor.lines();
    }
    expect(await editor.lines()).toEqual(written);
  });

  it('puts the caret where it took something back', async () => {
    await editor.start(['paragraph', 'một'], ['paragraph', 'hai'], ['paragraph', 'ba ']);
    await editor.type('thêm');
    await editor.press('Control+Home', 'Control+z');
    await editor.type('!');
    expect(await editor.lines()).toEqual(['một', 'hai', 'ba !']);
  });

  it('leaves alone what others wrote', async () => {
    await editor.start(['paragraph', 'một ']);
    await editor.type('hai');
    await editor.ask(() => window.trial.remoteInsert(1, 'họ '));
    await editor.press('Control+z');
    expect(await editor.lines()).toEqual(['họ một ']);
    await editor.press('Control+z');
    expect(await editor.lines()).toEqual(['họ một ']);
    await editor.press('Control+y');
    expect(await editor.lines()).toEqual(['họ một hai']);
  });
});
