import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

type Pasted = { html?: string; text?: string; files?: string[] };

async function paste(pasted: Pasted): Promise<void> {
  await editor.ask(({ html, text, files }) => {
    const clipboardData = new DataTransfer();
    if (html !== undefined) clipboardData.setData('text/html', html);
    if (text !== undefined) clipboardData.setData('text/plain', text);
    for (const name of files ?? []) clipboardData.items.add(new File(['x'], name, { type: 'image/jpeg' }));
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(event);
  }, pasted);
  await editor.settle();
}

/** What copying (or cutting) puts on the clipboard. */
async function copied(keys: string): Promise<{ html: string; text: string }> {
  await editor.ask(() => {
    const keep = (event: ClipboardEvent): void => {
      const { clipboardData } = event;
      const [html, text] = [clipboardData!.getData('text/html'), clipboardData!.getData('text/plain')];
      Object.assign(window, { kept: { html, text } });
    };
    document.addEventListener('copy', keep, { once: true });
    document.addEventListener('cut', keep, { once: true });
  });
  await editor.press(keys);
  return editor.ask(() => (window as unknown as { kept: { html: string; text: string } }).kept);
}

describe('pasting into the body', () => {
  it('takes headings, lists, quotes, links and formats from HTML', async () => {
    await editor.start(['paragraph', '']);
    await paste({
      html: `<meta charset="utf-8"><h1>Tít lớn</h1><h2>Tít</h2><h3>Tít nhỏ</h3>
        <p>Một <b>hai</b> <i>ba <u>bốn</u></i> <a href="https://example.com/a?b=1">năm</a><br>sáu</p>
        <ul><li>bảy<ul><li>tám</li></ul></li><li><p>chín</p></li></ul>
        <ol><li>mười</li></ol><blockquote><p>lời</p><p>nói</p></blockquote><hr><p></p><p>&nbsp;</p>cuối`,
    });
    expect(await editor.lines()).toEqual([
      'heading2: Tít lớn',
      'heading2: Tít',
      'heading3: Tít nhỏ',
      'Một {b:hai} {i:ba }{iu:bốn} {a(https://example.com/a?b=1):năm⏎}sáu',
      'bullet: bảy',
      'bullet: tám',
      'bullet: chín',
      'number: mười',
      'quote: lời',
      'quote: nói',
      '<rule>',
      'cuối',
    ]);
    await editor.type('!');
    expect((await editor.lines()).at(-1)).toBe('cuối!');
    await editor.press('Control+z', 'Control+z');
    expect(await editor.lines()).toEqual(['']);
  });

  it('takes everything else as its text, and nothing that runs', async () => {
    await editor.start(['paragraph', 'đầu ']);
    await paste({
      html: `<div onclick="alert(1)"><script>alert(2)</script><style>p{}</style>
        <span style="font-size:40px;color:red">chữ <font face="x">to</font></span><img src=x onerror="alert(3)">
        <a href="javascript:alert(4)">liên kết</a></div>`,
    });
    expect(await editor.lines()).toEqual(['đầu chữ to liên kết']);
    await editor.start(['paragraph', '']);
    await paste({ html: '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table><pre>x\n y</pre>' });
    expect((await editor.lines()).join('|').replaceAll(/\s+/gu, ' ')).toMatch(/^a ?\|? ?b\|c ?\|? ?d\|x⏎ ?y$/u);
  });

  it('knows what other programs wrap their text in', async () => {
    await editor.start(['paragraph', '']);
    await paste({
      html: `<b style="font-weight:normal" id="docs-internal-guid"><p dir="ltr"><span style="font-weight:700">Đậm</span>
        <span style="font-style:italic">nghiêng</span></p><br><p><span>thường</span></p></b>`,
    });
    expect(await editor.lines()).toEqual(['{b:Đậm} {i:nghiêng}', 'thường']);
    await editor.start(['paragraph', '']);
    await paste({
      html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
        <p class=MsoNormal><span lang=VI>Tie\u0302\u0301ng Vie\u0323\u0302t<o:p></o:p></span></p>
        <!--EndFragment--></body></html>`,
    });
    expect(await editor.lines()).toEqual(['Tiếng Việt'.normalize('NFC')]);
  });

  it('puts one paragraph into the line, and several in its place with the rest behind them', async () => {
    await editor.start(['paragraph', 'đầu cuối']);
    await editor.press('Control+ArrowLeft');
    await paste({ html: '<p>một <b>hai</b></p>' });
    expect(await editor.lines()).toEqual(['đầu một {b:hai}cuối']);
    await editor.press('Control+z');
    await paste({ text: 'một\r\nhai\n\n\nba' });
    expect((await editor.lines()).join('|')).toBe('đầu một|hai|bacuối');
    await editor.type('!');
    expect((await editor.lines()).join('|')).toBe('đầu một|hai|ba!cuối');
  });

  it('replaces what is selected, over several lines', async () => {
    await editor.start(['paragraph', 'một'], ['heading2', 'hai'], ['paragraph', 'ba']);
    await editor.press('Control+a');
    await paste({ text: 'mới' });
    expect((await editor.lines()).map((line) => line.replace('heading2: ', ''))).toEqual(['mới']);
    await editor.press('Control+z');
    expect(await editor.lines()).toEqual(['một', 'heading2: hai', 'ba']);
  });

  it('keeps the kind of the line that one pasted paragraph goes into', async () => {
    await editor.start(['heading2', '']);
    await paste({ text: 'Tít' });
    expect(await editor.lines()).toEqual(['heading2: Tít']);
    await editor.start(['bullet', 'a'], ['bullet', '']);
    await paste({ html: '<ul><li>b</li><li>c</li></ul>' });
    expect(await editor.lines()).toEqual(['bullet: a', 'bullet: b', 'bullet: c']);
  });

  it('goes behind a photo that is selected', async () => {
    await editor.start(['photo', 'p1'], ['paragraph', 'sau']);
    await editor.press('ArrowUp');
    await paste({ text: 'mới' });
    expect(await editor.lines()).toEqual(['<p1>', 'mới', 'sau']);
  });

  it('hands files on, with the place where they were dropped', async () => {
    await editor.start(['paragraph', 'chữ']);
    await paste({ files: ['a.jpg', 'b.jpg'], html: '<img src="https://example.com/a.jpg">' });
    await editor.ask(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'c.jpg', { type: 'image/jpeg' }));
      const line = document.querySelector('.body-text > *')!;
      const event = { dataTransfer, bubbles: true, cancelable: true, clientX: 200, clientY: 200 };
      line.dispatchEvent(new DragEvent('drop', event));
    });
    expect(await editor.ask(() => window.trial.files())).toEqual(['a.jpg', 'b.jpg', 'c.jpg at a place']);
    expect(await editor.lines()).toEqual(['chữ']);
  });
});

describe('copying from the body', () => {
  it('gives plain text and real HTML', async () => {
    await editor.start(
      ['heading2', 'Tít'],
      ['paragraph', 'đoạn'],
      ['bullet', 'một'],
      ['bullet', 'hai'],
      ['number', 'ba'],
      ['quote', 'lời'],
      ['rule', ''],
      ['photo', 'p1'],
      ['paragraph', 'cuối'],
    );
    await editor.press('Control+a');
    const { html, text } = await copied('Control+c');
    expect(html).toBe(
      '<h2>Tít</h2><p>đoạn</p><ul><li>một</li><li>hai</li></ul><ol><li>ba</li></ol>' +
        '<blockquote>lời</blockquote><hr><figure data-toasoan-photo="p1"></figure><p>cuối</p>',
    );
    expect(text).toBe('Tít\nđoạn\nmột\nhai\nba\nlời\n\n\ncuối');
  });

  it('gives what is pasted back as it was, photos and formats too', async () => {
    await editor.start(['heading2', 'Tít'], ['bullet', 'một hai'], ['photo', 'p1'], ['number', 'ba']);
    await editor.press('ArrowUp', 'ArrowUp', 'End', 'Shift+Control+ArrowLeft', 'Control+b');
    const before = await editor.lines();
    expect(before).toEqual(['heading2: Tít', 'bullet: một {b:hai}', '<p1>', 'number: ba']);
    await editor.press('Control+a', 'Control+x');
    expect((await editor.lines()).join('')).not.toContain('Tít');
    await editor.press('Control+v');
    expect((await editor.lines()).filter((line) => line !== '')).toEqual(before);
    await editor.press('Control+z', 'Control+z');
    expect(await editor.lines()).toEqual(before);
  });

  it('gives a part of a line as that part', async () => {
    await editor.start(['bullet', 'một hai ba']);
    await editor.press('Shift+Control+ArrowLeft');
    const { html, text } = await copied('Control+c');
    expect(text).toBe('ba');
    expect(html).toBe('ba');
    await editor.press('ArrowRight', 'Control+v');
    expect(await editor.lines()).toEqual(['bullet: một hai baba']);
  });

  it('takes a selected photo along', async () => {
    await editor.start(['photo', 'p1'], ['paragraph', 'sau']);
    await editor.press('ArrowUp', 'Control+x');
    expect(await editor.lines()).toEqual(['', 'sau']);
    await editor.press('ArrowDown', 'End', 'Control+v');
    expect((await editor.lines()).filter((line) => line !== '')).toEqual(['sau', '<p1>']);
  });
});
