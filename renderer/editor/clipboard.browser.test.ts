import { describe, expect, it } from 'vitest';
import { type EditorInBrowser, openEditorForTests } from '../../tests/support/editor-page.ts';
import type { Trial } from './testing/page.tsx';

let editor: EditorInBrowser;
openEditorForTests((opened) => {
  editor = opened;
});

type Pasted = { html?: string; text?: string; rtf?: string; files?: string[] };

async function paste(pasted: Pasted): Promise<void> {
  await editor.ask(({ html, text, rtf, files }) => {
    const clipboardData = new DataTransfer();
    if (html !== undefined) clipboardData.setData('text/html', html);
    if (text !== undefined) clipboardData.setData('text/plain', text);
    if (rtf !== undefined) clipboardData.setData('text/rtf', rtf);
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

/** Photos that were pasted have names of their own. */
const withoutIds = (lines: string[]): string[] => lines.map((line) => line.replaceAll(/<\w{14}>/gu, '<photo>'));
const told = (): Promise<ReturnType<Trial['pasted']>> => editor.ask(() => window.trial.pasted());

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
      'bullet>: tám',
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
    expect(withoutIds(await editor.lines())).toEqual(['đầu chữ to', '<photo>', 'liên kết']);
    await editor.start(['paragraph', '']);
    await paste({ html: '<pre>x\n y</pre>' });
    expect(await editor.lines()).toEqual(['x⏎y']);
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

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==';
const PIXEL_HEX = Buffer.from(PIXEL, 'base64').toString('hex');

describe('pasting what is more than text', () => {
  it('puts a table into the text, in one step with what stands round it', async () => {
    await editor.start(['paragraph', 'đầu']);
    await paste({
      html: '<p>a</p><table><tr><th>Tên</th><th>Số</th></tr><tr><td>x</td><td><b>1</b></td></tr></table><p>b</p>',
    });
    expect(await editor.lines()).toEqual(['đầua', '<table>', 'b']);
    const blocks = await editor.ask(() => window.trial.blocks());
    expect(blocks[1]).toMatchObject({
      kind: 'table',
      header: true,
      rows: [
        [{ runs: [{ text: 'Tên' }] }, { runs: [{ text: 'Số' }] }],
        [{ runs: [{ text: 'x' }] }, { runs: [{ text: '1', bold: true }] }],
      ],
    });
    await editor.press('Control+z');
    expect(await editor.lines()).toEqual(['đầu']);
    await editor.press('Control+Shift+z');
    expect(await editor.ask(() => window.trial.blocks())).toEqual(blocks);
  });

  it('makes rows of a spreadsheet a table', async () => {
    await editor.start(['paragraph', '']);
    await paste({ text: 'Tỉnh\tXã\nThanh Hóa\t166\n' });
    expect((await editor.lines()).filter((line) => line !== '')).toEqual(['<table>']);
  });

  it('keeps places for pictures, with their captions and what there is of their bytes', async () => {
    await editor.start(['paragraph', '']);
    await paste({
      html: `<p>a</p><figure><img src="data:image/png;base64,${PIXEL}"><figcaption>Chú thích</figcaption></figure>
        <img src="https://example.com/b.jpg" alt="mô tả"><p>b</p>`,
    });
    expect(withoutIds(await editor.lines())).toEqual(['a', '<photo>', '<photo>', 'b']);
    expect(await told()).toEqual([
      { changes: 0, comments: 0, legacy: [], missing: 1, pictures: [`anh-1.png ${PIXEL_HEX.length / 2}`] },
    ]);
    const photos = await editor.ask(() => window.trial.photos());
    expect(photos.map(({ sha256, caption, alt }) => ({ sha256, caption, alt }))).toEqual([
      { sha256: null, caption: 'Chú thích', alt: '' },
      { sha256: null, caption: '', alt: 'mô tả' },
    ]);
    await editor.press('Control+z');
    expect(await editor.ask(() => window.trial.photos())).toEqual([]);
  });

  it('takes the pictures of Word from the RTF beside its HTML', async () => {
    const html = `<p class=MsoNormal><img width=300 height=200 src="file:///C:/Temp/msohtmlclip1/01/clip_image001.png"></p>
      <p class=MsoNormal>a</p><p><img width=300 height=200 src="file:///C:/Temp/clip_image002.jpg"></p>`;
    const blip = (type: string): string =>
      `{\\*\\shppict{\\pict{\\*\\picprop\\shplid1025}\\picscalex100\\${type}\\bliptag12{\\*\\blipuid 0011}${PIXEL_HEX}}}` +
      `{\\nonshppict{\\pict\\wmetafile8 ${PIXEL_HEX}}}`;
    const rtf = `{\\rtf1{\\*\\listpicture{\\pict\\pngblip ${PIXEL_HEX}}}${blip('pngblip')}a${blip('jpegblip')}}`;
    await editor.start(['paragraph', '']);
    await paste({ html, rtf });
    expect(withoutIds(await editor.lines()).slice(0, 3)).toEqual(['<photo>', 'a', '<photo>']);
    const size = PIXEL_HEX.length / 2;
    expect(await told()).toMatchObject([{ missing: 0, pictures: [`anh-1.png ${size}`, `anh-2.jpg ${size}`] }]);
    await editor.start(['paragraph', '']);
    await paste({ html, rtf: `{\\rtf1${blip('pngblip')}}` });
    expect(await told()).toMatchObject([{ missing: 2, pictures: [] }]);
  });

  it('tells of changes that nobody has decided on, of comments and of old fonts', async () => {
    await editor.start(['paragraph', '']);
    await paste({
      html: `<p>a<ins cite="x" datetime="1">b</ins><del cite="x" datetime="1">c</del><a class=msocomanchor>[A1]</a>
        <span style="font-family:.VnTime">ViÖt</span></p>`,
    });
    expect(await editor.lines()).toEqual(['ab Việt']);
    expect(await told()).toEqual([{ changes: 2, comments: 1, legacy: ['tcvn3'], missing: 0, pictures: [] }]);
  });

  it('pastes text alone with Ctrl+Shift+V', async () => {
    await editor.start(['paragraph', '']);
    const html = '<h2>Tít</h2><p>a <b>b</b></p>';
    await editor.ask(() => {
      const key = { ctrlKey: true, shiftKey: true, code: 'KeyV', key: 'V', bubbles: true, cancelable: true };
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', key));
    });
    await paste({ html, text: 'Tít\na\tb' });
    expect(await editor.lines()).toEqual(['Tít', 'a\tb']);
    await editor.press('Enter');
    await paste({ html, text: 'Tít\na b' });
    expect((await editor.lines()).slice(2)).toEqual(['heading2: Tít', 'a {b:b}']);
  });

  it('says why nothing was pasted, and changes nothing', async () => {
    await editor.start(['paragraph', 'chữ']);
    await paste({ html: '<p> </p><script>1</script>', text: ' ' });
    await paste({ html: '<p>a</p>'.repeat(10_001) });
    expect(await told()).toEqual(['paste-empty', 'paste-too-large']);
    expect(await editor.lines()).toEqual(['chữ']);
    expect(await editor.ask(() => window.trial.canUndo())).toBe(false);
  });

  it('nests a list below the item that it is pasted into', async () => {
    await editor.start(['bullet', 'a'], ['bullet', '', { indent: 1 }]);
    await paste({ html: '<ul><li>b<ul><li>c</li></ul></li></ul>' });
    expect(await editor.lines()).toEqual(['bullet: a', 'bullet>: b', 'bullet>>: c']);
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
        '<blockquote><p>lời</p></blockquote><hr><figure data-toasoan-photo="p1"></figure><p>cuối</p>',
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

  it('gives every kind of block back as it was', async () => {
    await editor.start(
      ['heading2', 'Tít'],
      ['bullet', 'một'],
      ['number', 'hai', { indent: 1 }],
      ['number', 'ba', { indent: 3 }],
      ['bullet', 'bốn'],
      ['quote', 'lời'],
      ['quote', 'lời nữa'],
      ['attribution', 'người nói'],
      ['paragraph', 'trong hộp', { box: 'b1' }],
      ['bullet', 'cũng trong hộp', { box: 'b1' }],
      ['photo', 'p1', { box: 'b1' }],
      ['gallery', 'p2 p3'],
      ['rule', ''],
      ['heading3', 'Tít nhỏ'],
      ['paragraph', 'cuối\tcùng  nhé'],
    );
    const before = await editor.lines();
    await editor.press('Control+a', 'Control+x', 'Control+v');
    expect(await editor.lines()).toEqual(before);
  });

  it('gives tables, related articles and files back, and says them to other programs', async () => {
    await editor.start(['paragraph', '']);
    await paste({
      html: `<p>đầu</p><table><colgroup><col style="width:30%"><col style="width:70%"></colgroup><tr><th>Tên</th><th>Số</th></tr>
        <tr><td rowspan=2>a<br>b</td><td><i>1</i></td></tr><tr><td>2</td></tr></table>
        <p data-toasoan-related="bai-1">Bài khác</p>
        <p data-toasoan-file="${'0'.repeat(64)}" data-bytes="12">tệp.pdf</p><p>cuối</p>`,
    });
    const blocks = await editor.ask(() => window.trial.blocks());
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'related', 'file', 'paragraph']);
    await editor.press('Control+a');
    const { html, text } = await copied('Control+x');
    expect(html).toContain('<thead><tr><th scope="col">Tên</th><th scope="col">Số</th></tr></thead>');
    expect(text).toBe('đầu\nTên\tSố\na b\t1\n2\nBài khác\ntệp.pdf\ncuối');
    await editor.press('Control+v');
    const after = await editor.ask(() => window.trial.blocks());
    const withoutTable = (found: typeof blocks): unknown[] =>
      found.map((block) => (block.kind === 'table' ? { ...block, table: '' } : block));
    expect(withoutTable(after)).toEqual(withoutTable(blocks));
  });

  it('gives a table of any shape back, exactly', async () => {
    await editor.start(['paragraph', '']);
    const rows = [
      '<tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td></td></tr>',
      '<tr><td><b>đậm</b></td></tr><tr><td></td></tr>',
      '<tr><td>một ô</td></tr>',
      '<thead><tr><th>Tên</th></tr></thead><tr><td>x<br>y</td></tr>',
    ];
    await paste({ html: rows.map((row) => `<table data-toasoan-table>${row}</table><p>-</p>`).join('') });
    const before = await editor.ask(() => window.trial.blocks());
    expect(before.map((block) => (block.kind === 'table' ? block.rows.length : '-'))).toEqual([
      2,
      '-',
      2,
      '-',
      1,
      '-',
      2,
      '-',
    ]);
    await editor.press('Control+a', 'Control+x', 'Control+v');
    const after = await editor.ask(() => window.trial.blocks());
    const plain = (found: typeof before): unknown[] =>
      found.map((block) => (block.kind === 'table' ? { ...block, table: '' } : block));
    expect(plain(after)).toEqual(plain(before));
  });

  it('takes photos along into another article, with what is said of them', async () => {
    await editor.start(['paragraph', '']);
    const sha256 = 'ab'.repeat(32);
    await paste({
      html: `<figure data-toasoan-photo="p9" data-sha256="${sha256}" data-caption="Chú thích" data-credit="Mai Hoa" data-alt="Tả"></figure>`,
    });
    expect(await editor.ask(() => window.trial.photos())).toEqual([
      { id: 'p9', sha256, caption: 'Chú thích', credit: 'Mai Hoa', alt: 'Tả' },
    ]);
    await editor.press('Control+a');
    const { html } = await copied('Control+c');
    expect(html).toContain(`data-sha256="${sha256}"`);
    expect(html).toContain('<p>Chú thích</p>');
    expect(await told()).toMatchObject([{ missing: 0, pictures: [] }]);
  });
});
