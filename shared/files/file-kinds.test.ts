import { describe, expect, it } from 'vitest';
import { attachmentHeader, fileNameOf } from './file-kinds.ts';

describe('the name of an attached document', () => {
  it.each([
    ['Báo cáo quý III.pdf', 'pdf', 'Báo cáo quý III.pdf'],
    ['BÁO CÁO.PDF', 'pdf', 'BÁO CÁO.pdf'],
    ['báo cáo', 'docx', 'báo cáo.docx'],
    ['ảnh cưới.exe', 'pdf', 'ảnh cưới.exe.pdf'],
    ['thư mục/../mật.docx', 'docx', 'thư mục .. mật.docx'],
    ['hoá đơn\u202Efdp.exe', 'pdf', 'hoá đơn fdp.exe.pdf'],
    ['dự toán.dot', 'doc', 'dự toán.dot'],
    ['.pdf', 'pdf', 'pdf.pdf'],
    [' \n ', 'zip', 'tài liệu.zip'],
    ['so\u0302\u0301 lie\u0323\u0302u.csv', 'text', 'số liệu.csv'],
  ] as const)('%j, a %s, is %j', (name, kind, expected) => {
    expect(fileNameOf(name, kind)).toBe(expected);
  });

  it('is cut at letters, not in the middle of one, and keeps its end', () => {
    const name = fileNameOf(`${'ế'.repeat(400)}.pdf`, 'pdf');
    expect(name).toBe(`${'ế'.repeat(150)}.pdf`);
    expect(fileNameOf(name, 'pdf')).toBe(name);
  });

  it('is told to browsers in full, and in plain letters to those that know no other', () => {
    const header = attachmentHeader("Quyết định số 12 (bản 'cuối')*.pdf");
    expect(header).toMatch(/^attachment; filename="Quyet dinh so 12 _ban _cuoi___\.pdf"; filename\*=UTF-8''/);
    const [, encoded] = /UTF-8''(.+)$/.exec(header)!;
    expect(encoded).toMatch(/^[A-Za-z0-9%!#$&+.^_`|~-]+$/);
    expect(decodeURIComponent(encoded!)).toBe("Quyết định số 12 (bản 'cuối')*.pdf");
  });
});
