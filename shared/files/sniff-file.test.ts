import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sniffFile } from './sniff-file.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])) as Zippable);
const office = (...names: string[]): Uint8Array => zip('[Content_Types].xml', '_rels/.rels', ...names);
const openDocument = (mimetype: string, ...names: string[]): Uint8Array =>
  zipSync({
    mimetype: [strToU8(mimetype), { level: 0 }],
    ...(Object.fromEntries(names.map((name) => [name, strToU8('x')])) as Zippable),
  });

/** A compound file whose directory holds these names. */
function compound(...names: string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 3);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  view.setUint32(68, 0xffff_fffe, true);
  view.setUint32(76, 0, true);
  view.setUint32(512, 0xffff_fffd, true);
  view.setUint32(516, 0xffff_fffe, true);
  for (const [index, name] of names.entries()) {
    const at = 1_024 + 128 * index;
    for (const [unit, char] of [...name].entries()) view.setUint16(at + 2 * unit, char.charCodeAt(0), true);
    view.setUint16(at + 64, 2 * name.length + 2, true);
  }
  return bytes;
}

describe('what may be attached is known by its content:', () => {
  it.each([
    ['a PDF', text('%PDF-1.7\n%\u00e2\u00e3'), 'pdf'],
    ['a PDF behind a byte order mark', text('\ufeff\r\n%PDF-1.4'), 'pdf'],
    ['a Word document', office('word/document.xml', 'word/embeddings/oleObject1.bin'), 'docx'],
    ['a workbook', office('xl/workbook.xml'), 'xlsx'],
    ['slides', office('ppt/presentation.xml'), 'pptx'],
    ['an OpenDocument text', openDocument('application/vnd.oasis.opendocument.text', 'content.xml'), 'odt'],
    ['an OpenDocument table', openDocument('application/vnd.oasis.opendocument.spreadsheet', 'content.xml'), 'ods'],
    ['a book', openDocument('application/epub+zip', 'OEBPS/bai.xhtml'), 'epub'],
    ['an archive', zip('ảnh/một.jpg', 'báo cáo.pdf'), 'zip'],
    ['an old Word document', compound('Root Entry', 'WordDocument'), 'doc'],
    ['an old workbook', compound('Root Entry', 'Workbook'), 'xls'],
    ['old slides', compound('Root Entry', 'PowerPoint Document'), 'ppt'],
    ['rich text', text('{\\rtf1\\ansi Xin chào}'), 'rtf'],
  ])('%s', (_, bytes, kind) => {
    expect(sniffFile(bytes, 'không có đuôi')).toEqual({ kind });
  });

  it('text, where its name says that it is meant as such', () => {
    expect(sniffFile(text('Họ tên;Điểm\nLan;9'), 'điểm.csv')).toEqual({ kind: 'text' });
    expect(sniffFile(text('Xin chào'))).toEqual({ kind: 'text' });
    expect(sniffFile(Uint8Array.of(0xff, 0xfe, 0x41, 0x00), 'a.txt')).toEqual({ kind: 'text' });
  });
});

describe('what is refused, whatever its name says:', () => {
  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['an empty archive', zipSync({}), 'empty'],
    ['a program for Windows', text('MZ\u0090\u0000'), 'program'],
    ['a program for Linux', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2), 'program'],
    ['a program for macOS', Uint8Array.of(0xcf, 0xfa, 0xed, 0xfe, 7), 'program'],
    ['a script', text('#!/bin/sh\nrm -rf ~'), 'program'],
    ['an archive with a program in it', zip('hoá đơn.pdf.exe'), 'program'],
    ['a Java program', zip('META-INF/MANIFEST.MF', 'a/B.class'), 'program'],
    ['an archive with a page that runs scripts', zip('xem.html'), 'program'],
    ['a Word document with macros', office('word/document.xml', 'word/vbaProject.bin'), 'macros'],
    ['an archive with a macro document', zip('bảng lương.xlsm'), 'macros'],
    ['a Word document with a macro workbook in it', office('word/document.xml', 'word/embeddings/a.xlsm'), 'macros'],
    [
      'an OpenDocument table with macros',
      openDocument('application/vnd.oasis.opendocument.spreadsheet', 'Basic/Standard/Module1.xml'),
      'macros',
    ],
    ['an old workbook with macros', compound('Root Entry', 'Workbook', '_VBA_PROJECT_CUR'), 'macros'],
    ['a document under a password', compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'locked'],
    ['an installer', compound('Root Entry', '\u4840\u3f7f'), 'unknown'],
    ['an archive that was cut off', zip('một.pdf', 'hai.pdf').subarray(0, 60), 'unknown'],
    ['a compound file that was cut off', compound('Root Entry', 'WordDocument').subarray(0, 700), 'unknown'],
    ['a package of no kind we know', office('visio/document.xml'), 'unknown'],
    ['a binary workbook', office('xl/workbook.bin'), 'unknown'],
    ['a page', text('<!doctype html><script>alert(1)</script>'), 'unknown'],
    ['noise', Uint8Array.of(1, 2, 3, 4, 5), 'unknown'],
  ])('%s', (_, bytes, refused) => {
    expect(sniffFile(bytes, 'báo cáo.pdf')).toEqual({ refused });
  });

  it('a script that is plain text by its name', () => {
    expect(sniffFile(text('echo off'), 'cài đặt.bat')).toEqual({ refused: 'program' });
  });

  it('text of a legacy encoding, which nobody can tell from noise', () => {
    expect(sniffFile(Uint8Array.of(0x54, 0xac, 0x00), 'a.txt')).toEqual({ refused: 'unknown' });
  });
});
