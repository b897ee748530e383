/** What a person should know of how a file was read, beside its lines. */
import type { Language } from '../../../shared/errors/codes.ts';
import type { ReadAs } from '../exchange/import-archive.ts';

type Facts = {
  encoding: (encoding: string) => string;
  photos: (count: number) => string;
  unreadPictures: (count: number) => string;
  changes: (insertions: number, deletions: number) => string;
  comments: (count: number) => string;
  notes: (count: number) => string;
  legacy: (count: number) => string;
};

const facts: Record<Language, Facts> = {
  vi: {
    encoding: (encoding) => `Bảng mã: ${encoding}. Nếu chữ không đúng, nhập lại với --encoding và --again.`,
    photos: (count) => `Đã lấy ${count} ảnh.`,
    unreadPictures: (count) => `${count} ảnh ở dạng không đọc được; chỗ ảnh để trống.`,
    changes: (insertions, deletions) =>
      `Có chỗ sửa chưa duyệt: đã lấy ${insertions} chỗ thêm, bỏ ${deletions} chỗ xóa.`,
    comments: (count) => `Bỏ ${count} ghi chú bên lề.`,
    notes: (count) => `${count} chú thích xếp ở cuối bài.`,
    legacy: (count) => `Đã chuyển ${count} đoạn phông chữ cũ sang Unicode.`,
  },
  en: {
    encoding: (encoding) =>
      `Encoding: ${encoding}. Where the letters are wrong, import again with --encoding and --again.`,
    photos: (count) => `Photos taken in: ${count}.`,
    unreadPictures: (count) => `Pictures that cannot be read: ${count}; their places are empty.`,
    changes: (insertions, deletions) =>
      `Tracked changes nobody has accepted: insertions taken ${insertions}, deletions left out ${deletions}.`,
    comments: (count) => `Comments left out: ${count}.`,
    notes: (count) => `Notes, now at the end of the article: ${count}.`,
    legacy: (count) => `Pieces of text in old fonts, now Unicode: ${count}.`,
  },
};

export function importFacts({ format, encoding, found, photos, unreadPictures }: ReadAs, language: Language): string[] {
  const say = facts[language];
  const { insertions, deletions, comments, notes, legacy } = found;
  const isUsual = encoding.startsWith('UTF-8') || (format !== 'txt' && format !== 'html');
  return [
    ...(isUsual ? [] : [say.encoding(encoding)]),
    ...(photos > 0 ? [say.photos(photos)] : []),
    ...(unreadPictures > 0 ? [say.unreadPictures(unreadPictures)] : []),
    ...(insertions + deletions > 0 ? [say.changes(insertions, deletions)] : []),
    ...(comments > 0 ? [say.comments(comments)] : []),
    ...(notes > 0 ? [say.notes(notes)] : []),
    ...(legacy > 0 ? [say.legacy(legacy)] : []),
  ].map((fact) => `  ${fact}`);
}
