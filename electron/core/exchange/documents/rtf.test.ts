/** What Word and old editors write into .rtf, and LibreOffice does not. */
import { describe, expect, it } from 'vitest';
import type { ReadDocument } from '../source-line.ts';
import { DamagedFile } from './reading-faults.ts';
import { readRtf } from './rtf.ts';

const FONTS = String.raw`{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fcharset163 Arial;}{\f2\fnil\fcharset0 .VnTime;}{\f3\fcharset0 VNI-Times;}{\f4\fcharset0 .VnArialH;}}`;
const read = (body: string): ReadDocument =>
  readRtf(Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0${FONTS}${body}}`, 'latin1'));
const linesOf = (body: string): string[] =>
  read(body).lines.map(({ as, text, indent }) => `${as}${indent ?? ''}: ${text}`);

describe('an .rtf of Word', () => {
  it('has letters by code page, by Unicode with what stands for it, and by fonts of TCVN3 and VNI', () => {
    expect(linesOf(String.raw`\pard\f1 Ti\'ea\'ecng Vi\'ea\'f2t\par`)).toEqual(['text: Tiếng Việt']);
    expect(linesOf(String.raw`\pard\uc1 Vi\u7879?t \uc2\u8211\'96\'96 \uc0\u7879 x\par`)).toEqual(['text: Việt – ệx']);
    expect(linesOf(String.raw`\pard\f2 H\'e9i ngh\'de m\'ad\'eai\par`)).toEqual(['text: Hội nghị mười']);
    expect(linesOf(String.raw`\pard\f3 Vie\'e4t {\f0 caf\'e9}\par`)).toEqual(['text: Việt café']);
    expect(linesOf(String.raw`\pard\f4 h\'e9i ngh\'de\par`)).toEqual(['text: HỘI NGHỊ']);
    expect(linesOf(String.raw`\pard\u-10179?\u-8704? a\~b\_c\emdash\line d\par`)).toEqual([
      'text: 😀 a\u00a0b\u2011c—\u2028d',
    ]);
  });

  it('has formats that end with their group or by themselves, links of fields, and nothing hidden', () => {
    expect(
      read(String.raw`\pard a{\b b\i c}d\ul e\ulnone f{\super 2}{\sub 3}{\strike g}{\v hidden}\par`).lines[0]?.runs,
    ).toEqual([
      { text: 'a' },
      { text: 'b', bold: true },
      { text: 'c', bold: true, italic: true },
      { text: 'd' },
      { text: 'e', underline: true },
      { text: 'f' },
      { text: '2', superscript: true },
      { text: '3', subscript: true },
      { text: 'g', strike: true },
    ]);
    const field =
      String.raw`\pard {\field{\*\fldinst{ HYPERLINK "https://a.vn/b?c=1" }}{\fldrslt{\ul\cf1 đ}}} x\par`.replace(
        'đ',
        String.raw`\u273?`,
      );
    expect(read(field).lines[0]?.runs).toEqual([{ text: 'đ', link: 'https://a.vn/b?c=1' }, { text: ' x' }]);
  });

  it('has tables by the edges of their cells, merged both ways, with notes in them', () => {
    const table = String.raw`\trowd\trhdr\cellx1000\cellx2000\cellx3000\pard\intbl A\cell B\cell C\cell\row
\trowd\clvmgf\cellx1000\cellx3000\pard\intbl D\cell E{\footnote\pard note {\i x}\par}\cell\row
\trowd\clvmrg\cellx1000\cellx2000\cellx3000\pard\intbl\cell F\cell G\cell\row\pard after\par`;
    const { lines, found } = read(table);
    expect(lines[0]?.table).toEqual({
      kind: 'table',
      table: 'table-1',
      header: true,
      rows: [
        [{ runs: [{ text: 'A' }] }, { runs: [{ text: 'B' }] }, { runs: [{ text: 'C' }] }],
        [
          { runs: [{ text: 'D' }], rows: 2 },
          { runs: [{ text: 'E' }, { text: '1', superscript: true }], columns: 2 },
        ],
        [{ runs: [{ text: 'F' }] }, { runs: [{ text: 'G' }] }],
      ],
    });
    expect(lines.slice(1).map(({ as, text }) => `${as}: ${text}`)).toEqual([
      'text: after',
      'note-heading: Chú thích',
      'note: note x',
    ]);
    expect(found.notes).toBe(1);
  });

  it('has lists as Word 6 wrote them, and passes over what it does not know', () => {
    const body = String.raw`{\*\unknown{\nested text}}{\info{\title T}}{\header H\par}\pard{\pntext \'b7\tab}{\*\pn\pnlvlblt{\pntxtb\'b7}}One\par
\pard{\*\pn\pnlvlbody\pndec}Two\par\pard{\*\bkmkstart b}Three{\*\bkmkend b}\par`;
    expect(linesOf(body)).toEqual(['bullet: One', 'number: Two', 'text: Three']);
  });

  it('counts what was added and deleted, and takes the one and not the other', () => {
    const { lines, found } = read(String.raw`\pard a {\revised b}{\deleted c} d{\*\annotation e}\par`);
    expect(lines.map(({ text }) => text)).toEqual(['a b d']);
    expect(found).toMatchObject({ insertions: 1, deletions: 1, comments: 1 });
  });

  it('has pictures in hexadecimal or as bytes, above the text of their paragraph, and none of a kind that nobody shows', () => {
    const { lines, pictures } = read(
      `\\pard {\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn wzDescription}{\\sv Ch\\u7907?}}}\\pngblip\n89504e\n47}}{\\nonshppict{\\pict\\wmetafile8 0102}}under\\par{\\pict\\jpegblip\\bin4 \xff\xd8}\xff}\\par`,
    );
    expect(lines.map(({ as, text }) => `${as}: ${text}`)).toEqual(['pictures: Chợ', 'text: under', 'pictures: ']);
    expect(pictures.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).toEqual(['89504e47', 'ffd87dff']);
  });

  it('is damaged where it ends within a group', () => {
    expect(() => readRtf(Buffer.from('{\\rtf1 {\\b abc'))).toThrow(DamagedFile);
    expect(linesOf(`${'{'.repeat(15_000)}x${'}'.repeat(15_000)}\\par`)).toEqual(['text: x']);
    expect(() => read('{'.repeat(30_000))).toThrow(DamagedFile);
  });

  it('has text boxes behind the paragraph that holds them, with tables of their own', () => {
    const box = String.raw`{\shp{\*\shpinst\shpleft0{\sp{\sn fLine}{\sv 0}}{\shptxt \pard Box\par\trowd\cellx1000\cellx2000\pard\intbl A\cell B\cell\row\trowd\cellx1000\cellx2000\pard\intbl C\cell D\cell\row\pard end\par}}}`;
    expect(linesOf(String.raw`\pard before ${box}after\par\pard next\par`)).toEqual([
      'text: before after',
      'text: Box',
      'table: A | B\nC | D',
      'text: end',
      'text: next',
    ]);
  });
});
