import { expect as expectPage, type Locator } from '@playwright/test';
import { beforeEach, describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';
import { type InputMethod, inputMethods } from '../../tests/support/input-methods.ts';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

const headline = (): Locator => editor.page.getByRole('textbox', { name: 'Tít' });
async function typeBy(method: InputMethod, text: string): Promise<void> {
  await inputMethods[method](editor.devtools, text);
  // A composed word is written when the page has come to rest.
  await editor.settle();
}

async function open(...seed: Parameters<EditorInBrowser['start']>): Promise<void> {
  await editor.start(...seed);
  await editor.ask(() =>
    window.trial.abbreviations([
      ['ubnd', 'Ủy ban nhân dân'],
      ['đc', 'đồng chí'],
      ['tp', 'thành phố'],
      ['tp.hcm', 'Thành phố Hồ Chí Minh'],
    ]),
  );
}

describe('an abbreviation in the body', () => {
  beforeEach(async () => {
    await open(['paragraph', '']);
    await editor.page.locator('.body-text').click();
  });

  it('becomes what it stands for with the space behind it, and not before', async () => {
    await editor.type('Chủ tịch ubnd');
    expect(await editor.lines()).toEqual(['Chủ tịch ubnd']);
    await editor.type(' tỉnh');
    expect(await editor.lines()).toEqual(['Chủ tịch Ủy ban nhân dân tỉnh']);
  });

  it('becomes it with a sign too, but waits where more of it may come', async () => {
    await editor.type('tại tp.hcm, (đc) và tp.');
    expect(await editor.lines()).toEqual(['tại Thành phố Hồ Chí Minh, (đồng chí) và tp.']);
  });

  it('comes back by one undo, and stays when a space is typed there again', async () => {
    await editor.type('gặp ubnd ');
    await editor.press('Control+z');
    expect(await editor.lines()).toEqual(['gặp ubnd ']);
    await editor.press('Backspace');
    await editor.type(' xã và ubnd ');
    expect(await editor.lines()).toEqual(['gặp ubnd xã và Ủy ban nhân dân ']);
  });

  it('leaves other words, pasted words and words in a selection alone', async () => {
    await editor.type('UBND ubndx xubnd  ');
    await editor.ask(() => window.trial.body().insertText('ubnd '));
    expect(await editor.lines()).toEqual(['UBND ubndx xubnd  ubnd ']);
  });

  it('keeps its format, and what is typed next has it too', async () => {
    await editor.press('Control+b');
    await editor.type('ubnd xã');
    expect(await editor.lines()).toEqual(['{b:Ủy ban nhân dân xã}']);
  });

  it('is not half a word of which the other half looks different', async () => {
    await editor.press('Control+b');
    await editor.type('x');
    await editor.press('Control+b');
    await editor.type('ubnd ');
    expect(await editor.lines()).toEqual(['{b:x}ubnd ']);
  });

  it('leaves what others write meanwhile whole', async () => {
    await editor.type('gặp ubnd');
    await editor.ask(() => window.trial.remoteInsert(1, 'họ '));
    await editor.type(' xã');
    expect(await editor.lines()).toEqual(['họ gặp Ủy ban nhân dân xã']);
  });

  it.each(['hook', 'burst', 'compose'] as const)(
    'tears nothing of what an input method (%s) types round it',
    async (method) => {
      const text = 'Sáng nay, đc chủ tịch ubnd tỉnh gặp đc bí thư, ubnd huyện và Ủy viên tp Thủ Đức. ';
      await typeBy(method, text);
      const long = text
        .replaceAll('đc', 'đồng chí')
        .replaceAll('ubnd', 'Ủy ban nhân dân')
        .replaceAll('tp ', 'thành phố ');
      expect(await editor.lines()).toEqual([long]);
      expect(long).toBe(long.normalize('NFC'));
    },
  );

  it('goes on as text that undo takes back word by word', async () => {
    await typeBy('hook', 'gặp ubnd xã');
    for (const before of ['gặp Ủy ban nhân dân ', 'gặp ubnd ', 'gặp ', '']) {
      await editor.press('Control+z');
      expect(await editor.lines()).toEqual([before]);
    }
    for (let step = 0; step < 4; step += 1) await editor.press('Control+Shift+z');
    expect(await editor.lines()).toEqual(['gặp Ủy ban nhân dân xã']);
  });
});

describe('an abbreviation in a field', () => {
  beforeEach(async () => {
    await open(['paragraph', '']);
    await headline().focus();
  });
  const written = async (): Promise<string> => {
    await editor.lines();
    return editor.ask(() => window.trial.headline());
  };

  it.each(['hook', 'burst', 'compose'] as const)('becomes what it stands for (%s)', async (method) => {
    await typeBy(method, 'Chủ tịch ubnd tỉnh gặp đc Bí thư ');
    expect(await written()).toBe('Chủ tịch Ủy ban nhân dân tỉnh gặp đồng chí Bí thư ');
    await expectPage(headline()).toHaveValue('Chủ tịch Ủy ban nhân dân tỉnh gặp đồng chí Bí thư ');
  });

  it('in the middle leaves the caret behind its ending', async () => {
    await editor.type('Gặp xã');
    await editor.press('ArrowLeft', 'ArrowLeft');
    await editor.type('ubnd các ');
    expect(await written()).toBe('Gặp Ủy ban nhân dân các xã');
  });

  it('comes back by one undo, and stays when a space is typed there again', async () => {
    await editor.type('ubnd ');
    await editor.press('Control+z');
    expect(await written()).toBe('ubnd ');
    await editor.press('Backspace');
    await editor.type(' đc ');
    expect(await written()).toBe('ubnd đồng chí ');
  });
});
