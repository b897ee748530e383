import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { importHtml } from './import-html.ts';
import type { ImportedHtml, ImportedLine } from './imported-html.ts';
import { parse5Tree } from './parse5-tree.ts';
import { styleSheetsOf } from './style-sheet.ts';

function imported(html: string): ImportedHtml {
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `n${ids}`;
  };
  return importHtml(parse5Tree, parse(html), { newId, css: styleSheetsOf(html) });
}

function show(line: ImportedLine): string {
  const text = line.parts.map((part) => {
    if ('embed' in part) return `<${part.embed.type}>`;
    const { link, ...formats } = part.attributes;
    const names = Object.keys(formats).map((name) => name.slice(0, 3));
    if (link !== undefined) names.push(link);
    const shown = part.text.replaceAll('\u2028', '⏎').replaceAll('\u00a0', '~');
    return names.length === 0 ? shown : `{${names.join(' ')}:${shown}}`;
  });
  const { kind, indent, box } = line;
  const prefix = [box, kind === 'paragraph' ? undefined : `${kind}${indent ?? ''}`].filter(
    (part) => part !== undefined,
  );
  return [...prefix, text.join('')].join(' ');
}

const lines = (html: string): string[] => imported(html).lines.map(show);

describe('HTML as lines', () => {
  it('keeps headings of two levels, paragraphs, quotes and rules', () => {
    expect(
      lines('<h1>A</h1><h3><b>B</b></h3><p>c <b>d</b> <i>e</i><br>f</p><blockquote><p>g</p><p>h</p></blockquote><hr>i'),
    ).toEqual(['heading2 A', 'heading3 B', 'c {bol:d} {ita:e⏎}f', 'quote g', 'quote h', '<rule>', 'i']);
  });

  it('keeps formats, by elements and by styles', () => {
    expect(
      lines(
        `<p><s>a</s><sup>b</sup><sub>c</sub><u>d</u><span style="text-decoration:line-through">e</span>
         <span style="vertical-align:super">f</span><b style="font-weight:normal">g</b><a href="https://a.vn/">h<u>i</u></a></p>`,
      ),
    ).toEqual(['{str:a}{sup:b}{sub:c}{und:d}{str:e} {sup:f}g{https://a.vn/:hi}']);
  });

  it('keeps spaces that do not break inside, and no white space at the ends', () => {
    expect(lines('<p>&nbsp; a&nbsp;b  <b> c</b> <br> <br> d &nbsp;</p><p>&nbsp;</p><p></p>')).toEqual([
      'a~b {bol:c}',
      'd',
    ]);
  });

  it('nests lists as they were nested', () => {
    expect(
      lines('<ul><li>a<ol><li>b</li><li>c</li></ol></li><ul><li>d</li></ul><li><p>e</p><p>f</p></li></ul>'),
    ).toEqual(['bullet a', 'number1 b', 'number1 c', 'bullet1 d', 'bullet e⏎f']);
    expect(lines('<ul><li aria-level="3">a</li></ul><p>x</p>')).toEqual(['bullet a', 'x']);
  });

  it('keeps the numbers of a list that does not begin at 1 as text', () => {
    expect(lines('<ol start="3"><li>a</li><li>b</li></ol><p>x</p><ol><li>c</li></ol>')).toEqual([
      '3. a',
      '4. b',
      'x',
      'number c',
    ]);
  });

  it('knows the lists of Word', () => {
    const item = (level: number, marker: string, text: string): string =>
      `<p class=MsoListParagraphCxSpMiddle style='text-indent:-.25in;mso-list:l0 level${level} lfo1'><![if !supportLists]>` +
      `<span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
    expect(
      lines(item(1, '·', 'a') + item(2, 'o', 'b') + item(1, '1.', 'c') + item(2, 'a)', 'd') + item(1, '2.', 'e')),
    ).toEqual(['bullet a', 'bullet1 b', 'number c', 'number1 d', 'number e']);
    expect(lines(item(1, 'Điều 3.', 'a') + item(1, '4.', 'b'))).toEqual(['Điều 3. a', '4. b']);
    const heading = "<h1 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>II. </span>Tít</h1>";
    expect(lines(heading)).toEqual(['heading2 II. Tít']);
  });

  it('leaves out what Word writes beside the text', () => {
    expect(
      lines(`<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--><style>p.x{display:none}</style>
        <p class=MsoNormal>a<o:p>&nbsp;</o:p></p><p class=x>b</p><span style='mso-hide:all'>c</span><script>d</script>
        <p>e<span style='mso-tab-count:2'>  </span>f<span style='mso-spacerun:yes'>&nbsp; </span>g</p>`),
    ).toEqual(['a', 'e\t\tf g']);
  });

  it('takes the insertions of tracked changes, leaves the deletions out, and counts both', () => {
    const {
      lines: found,
      changes,
      comments,
    } = imported(
      `<p>a<ins cite="mailto:x" datetime="2026-01-01T10:00"><b>b</b></ins><ins cite="mailto:x" datetime="2026-01-01T10:00">c</ins>
       d<del cite="mailto:x" datetime="2026-01-01T10:00">e</del><a style='mso-comment-reference:X_1'>f</a><span class=MsoCommentReference><span
       style='mso-special-character:comment'><a class=msocomanchor href="#_msocom_1">[X1]</a></span></span></p>
       <div style='mso-element:comment-list'><div style='mso-element:comment'><p>bỏ</p></div></div>`,
    );
    expect(found.map(show)).toEqual(['a{bol:b}c df']);
    expect({ changes, comments }).toEqual({ changes: 2, comments: 1 });
  });

  it('turns footnotes into numbers and notes', () => {
    expect(
      lines(`<p>a<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p>
        <div style='mso-element:footnote-list'><hr width="33%"><div style='mso-element:footnote' id=ftn1>
        <p><a href="#_ftnref1"><sup>[1]</sup></a> chú</p></div></div>`),
    ).toEqual(['a[1]', '[1] chú']);
    expect(
      lines(
        '<p>a<sup><a href="#footnote-1">[1]</a></sup></p><ol><li id="footnote-1"><p>chú <a href="#footnote-ref-1">↑</a></p></li></ol>',
      ),
    ).toEqual(['a[1]', '[1] chú']);
  });

  it('decodes the fonts of old, each run by its own font', () => {
    const html = `<style>p.MsoNormal { font-family:".VnTime"; }</style><p class=MsoNormal>Céng hoµ
      <span style='font-family:"Times New Roman"'>xã hội</span> <font face="VNI-Times">chu<b>û</b> nghóa</font>
      <span style='font-family:.VnTimeH'>viÖt nam</span> Mường</p>`;
    const { lines: found, legacy } = imported(html);
    expect(found.map(show)).toEqual(['Cộng hoà xã hội chủ nghĩa VIỆT NAM Mường']);
    expect(legacy.sort()).toEqual(['tcvn3', 'tcvn3-caps', 'vni']);
  });

  it('gives pictures places of their own, with what is written below them', () => {
    const { lines: found } = imported(
      `<p>a<img src="data:image/png;base64,AA==" alt="x" width=300 height=200>b</p><img src="p.gif" width=1 height=1>
       <figure><img data-src="https://a.vn/1.jpg" src="data:image/gif;base64,AA"><figcaption>Chú <i>thích</i></figcaption></figure>
       <table class="tplCaption"><tr><td><img src="2.jpg"></td></tr><tr><td>Dưới ảnh</td></tr></table><p class="MsoCaption">lạc</p>
       <p>c <img alt="😀" src="e.png"></p>`,
    );
    expect(found.map(show)).toEqual(['a', '<photo>', 'b', '<photo>', '<photo>', 'c 😀']);
    expect(found.flatMap(({ pictures = [] }) => pictures.map(({ src, caption, alt }) => [src, caption, alt]))).toEqual([
      ['data:image/png;base64,AA==', '', 'x'],
      ['https://a.vn/1.jpg', 'Chú thích', ''],
      ['2.jpg', 'Dưới ảnh lạc', ''],
    ]);
  });

  it('makes tables with header, spans and widths', () => {
    const { lines: found } = imported(
      `<table border=1><colgroup><col width=100><col width=200><col width=100></colgroup>
       <tr><td><b>Tên</b></td><td colspan=2><b>Số</b></td></tr>
       <tr><td rowspan=2>a<br>b</td><td><p>1</p><p>2</p></td><td><ul><li>x</li><li>y</li></ul></td></tr><tr><td>3</td><td></td></tr></table>`,
    );
    expect(found).toHaveLength(1);
    const table = found[0]!.table!;
    expect(found[0]!.parts).toEqual([{ embed: { type: 'table', table: table.table } }]);
    expect(table).toMatchObject({ header: true, widths: [25, 50, 25] });
    expect(table.rows).toEqual([
      [{ runs: [{ text: 'Tên' }] }, { runs: [{ text: 'Số' }], columns: 2 }],
      [
        { runs: [{ text: 'a\u2028b' }], rows: 2 },
        { runs: [{ text: '1\u20282' }] },
        { runs: [{ text: '• x\u2028• y' }] },
      ],
      [{ runs: [{ text: '3' }] }, { runs: [] }],
    ]);
  });

  it('takes a table that only arranges apart, and a frame round text as an info box', () => {
    expect(lines('<table><tr><td><h2>a</h2><p>b</p></td><td>c</td></tr></table>')).toEqual(['heading2 a', 'b', 'c']);
    expect(lines('<p>x</p><table border=1><tr><td><p>b</p><ul><li>c</li></ul></td></tr></table>')).toEqual([
      'x',
      'n1 b',
      'n1 bullet c',
    ]);
  });

  it('keeps a part of a line as a part of a line', () => {
    expect(imported('ba <b>bốn</b> ').lines).toEqual([
      {
        kind: 'paragraph',
        parts: [
          { text: 'ba ', attributes: {} },
          { text: 'bốn', attributes: { bold: true } },
          { text: ' ', attributes: {} },
        ],
      },
    ]);
  });

  it('gives an article of ours back', () => {
    const { lines: found } = imported(
      `<aside data-toasoan-box="b"><p>hộp</p></aside><figure class="quote"><blockquote><p>lời</p></blockquote><figcaption>tên</figcaption></figure>
       <div class="gallery"><figure data-toasoan-photo="p1"></figure><figure data-toasoan-photo="p2" data-caption="chú"></figure></div>
       <p data-toasoan-related="a1">Bài khác</p><p data-toasoan-file="${'0'.repeat(64)}" data-bytes="12">tệp.pdf</p>`,
    );
    expect(found.map(show)).toEqual([
      'n1 hộp',
      'quote lời',
      'attribution tên',
      'gallery <photo><photo>',
      '<related>',
      '<file>',
    ]);
    expect(found[3]!.pictures).toEqual([{ photo: 'p2', src: '', caption: 'chú', credit: '', alt: '' }]);
  });
});

describe('hostile HTML', () => {
  it('is walked however deep it is', () => {
    const deep = '<div>'.repeat(10_000);
    expect(lines(`${deep}a`)).toEqual(['a']);
    expect(lines(`${'<table><tr><td>'.repeat(300)}a`)).toEqual(['a']);
    expect(lines(`${'<ul><li>'.repeat(300)}a`)).toEqual(['bullet a']);
  });

  it('costs no more than its length', () => {
    const many = (piece: string): string => piece.repeat(8_000);
    expect(imported(many('<span style="color:red">a</span>')).lines).toHaveLength(1);
    expect(imported(`<p>a${many(' <b> </b>')}b</p>`).lines.map(show)).toEqual(['a b']);
    expect(imported(`<p>a${many('<br> ')}</p>`).lines.map(show)).toEqual(['a']);
    expect(imported(`<table>${many('<tr><td rowspan=60000 colspan=60000>a')}</table>`).lines.length).toBeGreaterThan(0);
    for (const css of [many('/*'), many('@a{'), many('a{b:c'), many('<style>')]) styleSheetsOf(`<style>${css}`);
    for (const css of [many('/*'), many('@a{'), many('a{b:c'), many('@;')])
      expect(lines(`<style>${css}</style>a`)).toEqual(['a']);
  });
});
