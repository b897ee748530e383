/** One article with every kind of block and every format, and what an office knows of it, for files of every format. */
import { readFileSync } from 'node:fs';
import type { ExportSource } from '../../electron/core/exchange/export/export-source.ts';
import type { ArticleDocument } from '../../shared/article/document.ts';
import { makeRevision } from '../../shared/article/revision.ts';

export const PHOTO = { boats: 'a1'.repeat(32), canyon: 'b2'.repeat(32) };
const DECISION = 'c3'.repeat(32);

export const wholeArticle: ArticleDocument = {
  version: 1,
  language: 'vi',
  headline: 'Nghề cá Sầm Sơn trước mùa biển động: “Ai cũng muốn ra khơi”',
  lead: 'Hơn 1.200 tàu cá của thành phố đã về bờ trước ngày 15/9. Ngư dân chờ những phiên biển đầu tiên sau bão, còn chính quyền lo chỗ neo đậu và giá dầu.',
  blocks: [
    {
      kind: 'paragraph',
      runs: [
        { text: 'Sáng sớm ở bến ' },
        { text: 'Lạch Hới', bold: true },
        { text: ', người ta đã nghe tiếng máy. Theo ' },
        { text: 'Quyết định 1976/QĐ-TTg', link: 'https://vi-du.example/quyet-dinh?so=1976&nam=2022' },
        { text: ', cảng được nạo vét sâu 3,5 m, rộng 10' },
        { text: '2', superscript: true },
        { text: ' m và xử lý khí H' },
        { text: '2', subscript: true },
        { text: 'S tại chỗ. ' },
        { text: 'Giá dầu 24.000 đồng', strike: true },
        { text: ' đã giảm, ' },
        { text: 'nghiêng và gạch chân', italic: true, underline: true },
        { text: '.\u2028Dòng thứ hai của cùng một đoạn.' },
      ],
    },
    { kind: 'photo', photo: 'p1' },
    { kind: 'heading2', runs: [{ text: 'Ba việc phải làm ngay' }] },
    { kind: 'number', runs: [{ text: 'Kiểm đếm tàu thuyền' }] },
    { kind: 'bullet', indent: 1, runs: [{ text: 'tàu trên 15 m' }] },
    { kind: 'bullet', indent: 1, runs: [{ text: 'tàu dưới 15 m' }] },
    { kind: 'number', indent: 2, runs: [{ text: 'thúng chai' }] },
    { kind: 'number', runs: [{ text: 'Gia cố bờ kè' }] },
    { kind: 'number', runs: [{ text: 'Dự trữ lương thực' }] },
    { kind: 'heading3', runs: [{ text: 'Lời người trong cuộc' }] },
    { kind: 'quote', runs: [{ text: 'Biển lặng thì đi, biển động thì về. Nghề này không ai dám nói trước.' }] },
    { kind: 'attribution', runs: [{ text: 'Ông Nguyễn Văn Ẩn, ngư dân phường Quảng Tiến' }] },
    { kind: 'number', runs: [{ text: 'Danh sách mới, đếm lại từ một' }] },
    {
      kind: 'table',
      table: 't1',
      header: true,
      widths: [40, 30, 30],
      rows: [
        [{ runs: [{ text: 'Phường' }] }, { runs: [{ text: 'Số tàu' }] }, { runs: [{ text: 'Sản lượng (tấn)' }] }],
        [{ runs: [{ text: 'Quảng Tiến' }], rows: 2 }, { runs: [{ text: '412' }] }, { runs: [{ text: '8.150' }] }],
        [{ runs: [{ text: 'chưa kể thúng', italic: true }], columns: 2 }],
        [{ runs: [{ text: 'Trung Sơn' }] }, { runs: [{ text: '96' }] }, { runs: [{ text: '1.204' }] }],
      ],
    },
    { kind: 'heading3', box: 'h1', runs: [{ text: 'Hộp thông tin: đường dây nóng' }] },
    { kind: 'paragraph', box: 'h1', runs: [{ text: 'Ban chỉ huy phòng chống thiên tai trực 24/24.' }] },
    { kind: 'bullet', box: 'h1', runs: [{ text: 'Điện thoại: 0237 3821 999' }] },
    { kind: 'gallery', photos: ['p1', 'p2', 'p3'] },
    { kind: 'rule' },
    {
      kind: 'paragraph',
      runs: [
        {
          text: 'Ỷ lại, ẩn ý, ngoằn ngoèo, khuỷu tay, Đắk Lắk: mọi dấu đều phải còn nguyên. Ắ Ẳ Ẵ Ặ Ấ Ẩ Ẫ Ậ Ế Ể Ễ Ệ Ố Ổ Ỗ Ộ Ớ Ở Ỡ Ợ Ứ Ử Ữ Ự Ỳ Ỷ Ỹ Ỵ.',
        },
      ],
    },
    { kind: 'related', article: 'khac', headline: 'Bài học từ cơn bão số 4' },
    { kind: 'file', sha256: DECISION, name: 'Quyết định 1976.pdf', bytes: 1_234_567 },
  ],
  photos: [
    {
      id: 'p1',
      sha256: PHOTO.boats,
      caption: 'Tàu cá neo ở bến Lạch Hới.',
      credit: 'Thu Hà',
      alt: 'Những chiếc tàu gỗ',
    },
    { id: 'p2', sha256: PHOTO.canyon, caption: 'Vách đá phía bắc.', credit: '', alt: 'Vách đá' },
    { id: 'p3', sha256: null, caption: 'Ảnh còn đợi phóng viên gửi.', credit: '', alt: '' },
  ],
  fields: {
    category: 'Kinh tế',
    publishedOn: '2026-09-14',
    author: 'Lê Thu Hà',
    source: 'Báo Thanh Hóa',
    place: 'Sầm Sơn',
    tags: ['nghề cá', 'bão'],
  },
};

const sample = (name: string): Uint8Array => readFileSync(new URL(`../../resources/sample/${name}`, import.meta.url));

/** What an export of this document is made of. */
export function sourceOf(document: ArticleDocument, rest: Partial<ExportSource> = {}): ExportSource {
  return {
    document,
    office: 'Báo Thanh Hóa',
    mark: 'draft',
    isMarkWaiting: false,
    revision: makeRevision(document).hash,
    at: '2026-09-14T03:05:00.000Z',
    photos: new Map([
      [PHOTO.boats, { bytes: sample('nagasaki-boats.jpg'), mime: 'image/jpeg', width: 1024, height: 819 }],
      [PHOTO.canyon, { bytes: sample('black-canyon.jpg'), mime: 'image/jpeg', width: 1024, height: 750 }],
    ]),
    trail: null,
    articleUrls: new Map([['khac', 'https://vi-du.example/bai/bai-hoc']]),
    ...rest,
  };
}

/** Words of the article's body, in the order in which every file has them. */
export const wholeArticleWords = [
  'Nghề cá Sầm Sơn',
  'Hơn 1.200 tàu cá',
  'Sáng sớm ở bến',
  'Lạch Hới',
  'Quyết định 1976/QĐ-TTg',
  'Dòng thứ hai',
  'Tàu cá neo ở bến Lạch Hới.',
  'Thu Hà',
  'Ba việc phải làm ngay',
  'Kiểm đếm tàu thuyền',
  'tàu trên 15 m',
  'thúng chai',
  'Gia cố bờ kè',
  'Lời người trong cuộc',
  'Biển lặng thì đi',
  'Ông Nguyễn Văn Ẩn',
  'đếm lại từ một',
  'Sản lượng (tấn)',
  'Quảng Tiến',
  'chưa kể thúng',
  '1.204',
  'Hộp thông tin',
  'Ban chỉ huy',
  '0237 3821 999',
  'Vách đá phía bắc.',
  'Ảnh còn đợi phóng viên gửi.',
  'Ỷ lại, ẩn ý, ngoằn ngoèo, khuỷu tay, Đắk Lắk',
  'Ắ Ẳ Ẵ Ặ Ấ Ẩ Ẫ Ậ Ế Ể Ễ Ệ Ố Ổ Ỗ Ộ Ớ Ở Ỡ Ợ Ứ Ử Ữ Ự Ỳ Ỷ Ỹ Ỵ',
  'Bài học từ cơn bão số 4',
  'Quyết định 1976.pdf',
  'Lê Thu Hà',
];
