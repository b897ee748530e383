/** What a check of a desk can find, in both languages. */
import type { Language } from '../../../shared/errors/codes.ts';

const texts = {
  'database-page': { vi: 'Tệp cơ sở dữ liệu: {id}', en: 'Database file: {id}' },
  'update-bytes': { vi: 'Thay đổi {id} không còn như lúc ghi', en: 'Update {id} is not as it was written' },
  'update-unreadable': { vi: 'Thay đổi {id} không đọc được', en: 'Update {id} cannot be read' },
  'updates-missing': {
    vi: 'Bài {id} thiếu thay đổi đứng trước',
    en: 'Article {id} lacks updates that others build on',
  },
  'snapshot-differs': {
    vi: 'Bản chụp của bài {id} khác nhật ký',
    en: 'The snapshot of article {id} is not what its log says',
  },
  'projection-differs': {
    vi: 'Bài {id} trong danh sách khác nhật ký',
    en: 'The list shows article {id} otherwise than its log says',
  },
  'search-differs': {
    vi: 'Chỉ mục tìm kiếm của bài {id} khác nhật ký',
    en: 'The search index of article {id} is not what its log says',
  },
  'photo-row-differs': {
    vi: 'Ảnh {id} trong kho ảnh khác nhật ký',
    en: 'The photo library shows photo {id} otherwise than its log says',
  },
  'people-differ': {
    vi: 'Những người có tên trong {id} được ghi khác nhật ký',
    en: 'Whom {id} names is kept otherwise than its log says',
  },
  'photo-uses-differ': {
    vi: 'Kho ảnh ghi bài {id} dùng ảnh khác nhật ký',
    en: 'The photo library has article {id} use other photos than its log says',
  },
  'search-index': { vi: 'Chỉ mục tìm kiếm hỏng: {id}', en: 'The search index is damaged: {id}' },
  'event-unreadable': { vi: 'Các bước của bài {id} không đọc được', en: 'The events of article {id} cannot be read' },
  'event-hash': { vi: 'Bước {id} không khớp với mã băm', en: 'Event {id} does not match its hash' },
  'event-signature': { vi: 'Chữ ký của bước {id} không đúng', en: 'The signature of event {id} is not right' },
  'event-chain': { vi: 'Bước {id} không nối với bước đứng trước', en: 'Event {id} does not follow the one before it' },
  'event-revision': {
    vi: 'Bước {id} nêu một phiên bản không có ở đây',
    en: 'Event {id} names a revision that is not here',
  },
  'revision-hash': { vi: 'Phiên bản {id} không khớp với mã băm', en: 'Revision {id} does not match its hash' },
  'revision-unreadable': { vi: 'Phiên bản {id} không đọc được', en: 'Revision {id} cannot be read' },
  'photo-missing': { vi: 'Không có tệp của ảnh {id}', en: 'The file of photo {id} is missing' },
  'photo-hash': { vi: 'Tệp của ảnh {id} không khớp với mã băm', en: 'The file of photo {id} does not match its hash' },
  'file-missing': { vi: 'Không có tài liệu đính kèm {id}', en: 'The attached document {id} is missing' },
  'file-hash': {
    vi: 'Tài liệu đính kèm {id} không khớp với mã băm',
    en: 'The attached document {id} does not match its hash',
  },
  'outbox-entry': { vi: 'Mục chờ gửi {id} không có nội dung', en: 'Entry {id} waits to be sent and has no content' },
} as const satisfies Record<string, Record<Language, string>>;

export type Fault = keyof typeof texts;
/** `id`: of what is at fault; for the database file what SQLite says. */
export type Problem = { fault: Fault; id: string };

export function faultText({ fault, id }: Problem, language: Language): string {
  return texts[fault][language].replace('{id}', id);
}
