import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';

let editor: EditorInBrowser;
let openAnother: () => Promise<EditorInBrowser>;
openEditorForTests((opened, another) => {
  editor = opened;
  openAnother = another;
});

/** What UniKey sends for one key: letters taken away by Backspace, then others put in (VK_PACKET). */
type Burst = [removed: number, text: string];

/** `Tiếng Việt` in Telex: T i e e n g s, V i e e t j. */
const telex: Burst[] = [
  [0, 'T'],
  [0, 'i'],
  [0, 'e'],
  [1, 'ê'],
  [0, 'n'],
  [0, 'g'],
  [3, 'ếng'],
  [0, ' '],
  [0, 'V'],
  [0, 'i'],
  [0, 'e'],
  [1, 'ê'],
  [0, 't'],
  [2, 'ệt'],
];

async function send([removed, text]: Burst, betweenThem?: () => Promise<void>): Promise<void> {
  const backspace = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 };
  for (let i = 0; i < removed; i += 1) {
    await editor.devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...backspace });
    await editor.devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...backspace });
  }
  await betweenThem?.();
  for (const letter of text) {
    const packet = { windowsVirtualKeyCode: 231, key: letter, text: letter, unmodifiedText: letter };
    await editor.devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...packet });
    await editor.devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', windowsVirtualKeyCode: 231, key: letter });
  }
}

/** The same without waiting for the page: as fast as the browser takes it. */
function sendAtOnce([removed, text]: Burst): Promise<unknown>[] {
  const backspace = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 };
  const sent: Promise<unknown>[] = [];
  for (let i = 0; i < removed; i += 1) {
    sent.push(editor.devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...backspace }));
    sent.push(editor.devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...backspace }));
  }
  for (const letter of text) {
    const packet = { windowsVirtualKeyCode: 231, key: letter, text: letter, unmodifiedText: letter };
    sent.push(editor.devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...packet }));
    sent.push(
      editor.devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', windowsVirtualKeyCode: 231, key: letter }),
    );
  }
  return sent;
}

async function compose(text: string): Promise<void> {
  await editor.devtools.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
}

describe('a Vietnamese input method that sends keys (UniKey)', () => {
  it('writes what it means', async () => {
    await editor.start(['paragraph', 'Trước '], ['paragraph', '']);
    for (const burst of telex) await send(burst);
    expect(await editor.lines()).toEqual(['Trước ', 'Tiếng Việt']);
  });

  it('writes the same within a line, and behind a format', async () => {
    await editor.start(['paragraph', 'đầu cuối']);
    await editor.press('Control+ArrowLeft', 'Control+b');
    for (const burst of telex) await send(burst);
    expect(await editor.lines()).toEqual(['đầu {b:Tiếng Việt}cuối']);
  });

  it('writes the same when it does not wait for the page', async () => {
    await editor.start(['paragraph', '']);
    for (let times = 0; times < 5; times += 1) await Promise.all([...telex, [0, ' '] as Burst].flatMap(sendAtOnce));
    await editor.settle();
    expect(await editor.lines()).toEqual(['Tiếng Việt '.repeat(5)]);
  });

  it('is undone by words, never within a syllable', async () => {
    await editor.start(['paragraph', '']);
    for (const burst of telex) await send(burst);
    await editor.press('Control+z');
    expect(await editor.lines()).toEqual(['Tiếng ']);
    await editor.press('Control+z');
    expect(await editor.lines()).toEqual(['']);
    await editor.press('Control+y', 'Control+y');
    expect(await editor.lines()).toEqual(['Tiếng Việt']);
  });

  it('is not disturbed by what others write in the same line between its Backspace and its letter', async () => {
    await editor.start(['paragraph', 'đầu cuối']);
    await editor.press('Control+ArrowLeft');
    let others = 0;
    for (const burst of telex) {
      await send(burst, async () => {
        others += 1;
        await editor.ask((n) => window.trial.remoteInsert(1, String(n % 10)), others);
        await editor.ask(() => window.trial.remoteInsert(window.trial.placeOf('cuối') + 4, '.'));
      });
    }
    expect(await editor.lines()).toEqual([`43210987654321đầu Tiếng Việtcuối${'.'.repeat(14)}`]);
  });

  it('is not disturbed by what others write while it does not wait', async () => {
    await editor.start(['paragraph', 'đầu cuối']);
    await editor.press('Control+ArrowLeft');
    const sent: Promise<unknown>[] = [];
    for (const burst of telex) {
      sent.push(...sendAtOnce(burst));
      sent.push(editor.ask(() => window.trial.remoteInsert(1, '^')));
    }
    await Promise.all(sent);
    await editor.settle();
    expect(await editor.lines()).toEqual([`${'^'.repeat(14)}đầu Tiếng Việtcuối`]);
  });
});

describe('an input method that composes', () => {
  it('writes the word when it is whole, and not before', async () => {
    await editor.start(['paragraph', 'Xin ']);
    for (const text of ['c', 'ch', 'cha', 'chaò', 'chào']) await compose(text);
    expect(await editor.ask(() => window.trial.lines())).toEqual(['Xin ']);
    await editor.insert('chào');
    await editor.settle();
    expect(await editor.lines()).toEqual(['Xin chào']);
    await editor.type('!');
    expect(await editor.lines()).toEqual(['Xin chào!']);
  });

  it('writes nothing of a composition that is given up', async () => {
    await editor.start(['paragraph', 'Xin ']);
    await compose('ch');
    await compose('');
    await editor.settle();
    await editor.insert('');
    await editor.settle();
    expect(await editor.lines()).toEqual(['Xin ']);
  });

  const remote: [string, () => void, string[]][] = [
    ['inserts before it', () => window.trial.remoteInsert(1, 'họ: '), ['họ: Xin chào các bạn', 'sau']],
    [
      'inserts behind it',
      () => window.trial.remoteInsert(window.trial.placeOf(' bạn') + 4, '!'),
      ['Xin chào các bạn!', 'sau'],
    ],
    ['splits its line before it', () => window.trial.remoteMark(3), ['Xi', 'n chào các bạn', 'sau']],
    [
      'splits its line behind it',
      () => window.trial.remoteMark(window.trial.placeOf(' bạn')),
      ['Xin chào các', ' bạn', 'sau'],
    ],
    ['deletes what is before it', () => window.trial.remoteDelete(1, 3), [' chào các bạn', 'sau']],
    ['makes its line a heading', () => window.trial.remoteKind(0, 'heading2'), ['heading2: Xin chào các bạn', 'sau']],
    ['makes its line bold', () => window.trial.remoteFormat(1, 3), ['{b:Xin} chào các bạn', 'sau']],
    ['deletes its whole line', () => window.trial.remoteDelete(1, 11), ['chào ', 'sau']],
    ['joins the next line to it', () => window.trial.remoteDelete(12, 1), ['Xin chào các bạnsau']],
    [
      'writes in another line',
      () => window.trial.remoteInsert(window.trial.placeOf('sau'), '!'),
      ['Xin chào các bạn', '!sau'],
    ],
  ];
  for (const [name, change, expected] of remote) {
    it(`is left alone when somebody else ${name}`, async () => {
      await editor.start(['paragraph', 'Xin các bạn'], ['paragraph', 'sau']);
      await editor.press('Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
      await compose('ch');
      await editor.ask(change);
      await compose('chào');
      expect(await editor.page.locator('.body-text').innerText()).toContain('Xin chàocác bạn');
      await editor.insert('chào ');
      await editor.settle();
      expect(await editor.lines()).toEqual(expected);
    });
  }

  for (const way of ['forwards', 'backwards']) {
    it(`replaces what is selected over several lines, ${way}, before it begins`, async () => {
      await editor.start(['paragraph', 'một hai'], ['heading2', 'giữa'], ['paragraph', 'ba bốn']);
      const toEnd = Array.from({ length: 4 }, () => 'ArrowRight');
      if (way === 'forwards') {
        await editor.press('Control+Home', ...toEnd, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+Home');
        await editor.press('Shift+ArrowRight', 'Shift+ArrowRight');
      } else {
        await editor.press('Home', 'ArrowRight', 'ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+Home');
        await editor.press(...toEnd.map((key) => `Shift+${key}`));
      }
      expect(await editor.ask(() => String(window.getSelection()).replaceAll(/\n+/gu, '|'))).toBe('hai|giữa|ba');
      await compose('ch');
      // What was selected is gone for everybody; what is composed is not there yet.
      expect(await editor.ask(() => window.trial.lines())).toEqual(['một  bốn']);
      await editor.ask(() => window.trial.remoteInsert(window.trial.placeOf('bốn'), 'họ '));
      await compose('chào');
      await editor.insert('chào');
      await editor.settle();
      expect(await editor.lines()).toEqual(['một chào họ bốn']);
      await editor.press('Control+z', 'Control+z');
      expect(await editor.lines()).toHaveLength(3);
    });
  }

  it('gives way when the focus leaves in the middle of a word', async () => {
    await editor.start(['paragraph', 'Xin ']);
    await compose('chào');
    await editor.ask(() => window.trial.remoteInsert(1, 'họ: '));
    await editor.page.locator('textarea[name=headline]').click();
    await editor.settle();
    expect(await editor.lines()).toEqual(['họ: Xin chào']);
  });

  it('gives way when it takes longer than anybody composes', async () => {
    const other = await openAnother();
    await other.page.clock.install();
    await other.start(['paragraph', 'Xin ']);
    await other.devtools.send('Input.imeSetComposition', { text: 'chào', selectionStart: 4, selectionEnd: 4 });
    await other.ask(() => window.trial.remoteInsert(1, 'họ: '));
    expect(await other.ask(() => window.trial.lines())).toEqual(['Xin ']);
    await other.page.clock.fastForward(11_000);
    expect(await other.ask(() => window.trial.lines())).toEqual(['họ: Xin chào']);
    await other.devtools.send('Input.insertText', { text: 'chào' });
    await other.type(' bạn');
    await other.settle();
    expect(await other.lines()).toEqual(['họ: Xin chào bạn']);
  });
});
