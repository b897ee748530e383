/** What the command line says to people, in the language of the computer. Words are those of the page. */
import type { BackupKind, DeskCounts, Loss } from '../../../shared/contract/desk.ts';
import type { Guess } from '../../../shared/contract/desk-imports.ts';
import type { Language } from '../../../shared/errors/codes.ts';
import type { Standing } from '../../../shared/workflow/standing.ts';
import type { Verification } from '../verify/verify-desk.ts';

/** How many files of an import ended how. */
export type ImportTotals = { imported: number; skipped: number; failed: number };

type Words = {
  usage: string;
  untitled: string;
  standing: Record<Standing, string>;
  guess: Record<Guess['as'], string>;
  imported: (file: string, id: string) => string;
  importedBefore: (file: string, id: string) => string;
  importTotals: (totals: ImportTotals) => string;
  unread: (count: number, extensions: string) => string;
  stopped: (stand: number, left: number) => string;
  importing: (progress: { done: number; total: number; perSecond: number; minutesLeft: number | null }) => string;
  line: (line: number) => string;
  noPhotoFile: string;
  kept: (file: string, count: number) => string;
  articles: (count: number) => string;
  /** `isMore`: there are more than `total`. */
  found: (shown: number, total: number, isMore: boolean) => string;
  revision: string;
  joined: (office: string, name: string) => string;
  exported: (file: string) => string;
  synced: string;
  waiting: (count: number) => string;
  refused: string;
  photoAdded: (place: number) => string;
  fileAdded: (name: string) => string;
  nothingFound: string;
  sound: (checked: Verification['checked']) => string;
  address: string;
  reason: string;
  backedUp: (name: string, articles: number, folder: string) => string;
  backupKind: Record<BackupKind, string>;
  backupsIn: (count: number, folder: string) => string;
  restored: (at: string, articles: number) => string;
  keptBefore: (name: string) => string;
  onlyBefore: (count: number) => string;
  setAside: (folder: string) => string;
  photosMissing: (count: number) => string;
  filesMissing: (count: number) => string;
  mended: (at: string | null, counts: DeskCounts) => string;
  rescued: (counts: DeskCounts) => string;
  nothingLost: string;
  lost: Record<Loss['what'], string>;
};

const vi: Words = {
  usage: 'cách dùng: npm run --silent toasoan -- LỆNH --data THƯ_MỤC [--json]',
  untitled: 'Chưa có tiêu đề',
  standing: {
    draft: 'Nháp',
    returned: 'Bị trả lại',
    'in-review': 'Chờ duyệt',
    approved: 'Đã duyệt',
    live: 'Đã đăng',
    correcting: 'Đang sửa bản đã đăng',
    withdrawn: 'Đã gỡ',
    spiked: 'Để riêng',
  },
  guess: {
    headline: 'Tít',
    lead: 'Sapo',
    body: 'Thân bài',
    heading: 'Tít phụ',
    subheading: 'Tít phụ nhỏ',
    quote: 'Trích dẫn',
    attribution: 'Người nói',
    bullet: 'Gạch đầu dòng',
    number: 'Mục có số',
    photo: 'Ảnh',
    caption: 'Chú thích ảnh',
    credit: 'Nguồn ảnh',
    table: 'Bảng',
    rule: 'Đường kẻ',
    meta: 'Chuyên mục, ngày',
    author: 'Tác giả',
    source: 'Nguồn bài',
    boilerplate: 'Khung trang (bỏ)',
    related: 'Bài liên quan (bỏ)',
    'end-mark': 'Dấu hết bài (bỏ)',
  },
  imported: (file, id) => `Đã nhập ${file} thành bài ${id}. Phần mềm hiểu từng dòng như sau:`,
  importedBefore: (file, id) => `${file} đã được nhập trước đây thành bài ${id}; thêm --again để nhập lần nữa.`,
  importTotals: ({ imported, skipped, failed }) =>
    `Đã nhập ${imported} bài; bỏ qua ${skipped} tệp đã nhập trước đây; không nhập được ${failed} tệp.`,
  unread: (count, extensions) => `Không đọc ${count} tệp thuộc loại khác (${extensions}).`,
  stopped: (stand, left) =>
    `Đã dừng. ${stand} bài vừa nhập vẫn còn nguyên; còn ${left} tệp. Chạy lại đúng lệnh này để nhập tiếp.`,
  importing: ({ done, total, perSecond, minutesLeft }) =>
    `${done}/${total} tệp · ${perSecond} bài/giây${minutesLeft === null ? '' : minutesLeft < 1 ? ' · còn chưa đến 1 phút' : ` · còn khoảng ${minutesLeft} phút`}`,
  line: (line) => `dòng ${line}`,
  noPhotoFile: 'chưa có tệp ảnh',
  kept: (file, count) => `Nhập từ ${file}; ${count} dòng không vào bài được giữ riêng.`,
  articles: (count) => `${count} bài`,
  found: (shown, total, isMore) =>
    shown < total || isMore
      ? `${shown} bài mới nhất trong ${isMore ? 'hơn ' : ''}${total} bài tìm thấy`
      : `${total} bài`,
  revision: 'phiên bản',
  joined: (office, name) => `Đã vào tòa soạn ${office} với tên ${name}. Chạy lệnh sync để gửi và nhận bài.`,
  exported: (file) => `Đã lưu bài thành ${file}.`,
  synced: 'Đã đồng bộ.',
  waiting: (count) => (count === 0 ? 'Không còn gì chờ gửi.' : `${count} mục chờ gửi.`),
  refused: 'Máy chủ từ chối',
  photoAdded: (place) => `Đã đặt ảnh vào chỗ ảnh ${place}.`,
  fileAdded: (name) => `Đã đính kèm ${name} ở cuối bài.`,
  nothingFound: 'Không tìm thấy bài nào.',
  sound: ({ articles, updates, events, revisions, photos, files }) =>
    `Dữ liệu nguyên vẹn: ${articles} bài, ${updates} thay đổi, ${events} bước, ${revisions} phiên bản, ${photos} ảnh, ${files} tài liệu đính kèm.`,
  address: 'địa chỉ',
  reason: 'lý do trả lại',
  backedUp: (name, articles, folder) => `Đã sao lưu ${articles} bài vào bản ${name}, trong thư mục ${folder}.`,
  backupKind: {
    hourly: 'hằng giờ',
    daily: 'hằng ngày',
    weekly: 'hằng tuần',
    manual: 'bạn tự lưu',
    'before-restore': 'trước khi khôi phục',
    'before-migration': 'trước khi nâng cấp',
  },
  backupsIn: (count, folder) => `${count} bản sao lưu trong ${folder}`,
  restored: (at, articles) => `Đã khôi phục bản sao lưu lúc ${at}: ${articles} bài.`,
  keptBefore: (name) => `Những gì có trước đó được giữ trong bản sao lưu ${name}.`,
  onlyBefore: (count) => `${count} mục chưa gửi về tòa soạn chỉ còn trong bản đó.`,
  setAside: (folder) => `Các tệp bị hỏng được giữ nguyên trong ${folder}.`,
  photosMissing: (count) => `Không còn tệp của ${count} ảnh.`,
  filesMissing: (count) => `Không còn ${count} tài liệu đính kèm.`,
  mended: (at, { articles, updates }) =>
    `Đã sửa xong, ${at === null ? 'không có bản sao lưu nào để dựa vào' : `dựa trên bản sao lưu lúc ${at}`}: ${articles} bài, ${updates} thay đổi.`,
  rescued: ({ articles, updates, events }) =>
    `Cứu được từ tệp hỏng: ${articles} bài mới, ${updates} thay đổi, ${events} bước.`,
  nothingLost: 'Không mất gì.',
  lost: {
    updates: 'thay đổi',
    events: 'bước',
    revisions: 'phiên bản',
    waiting: 'mục chờ gửi',
    photos: 'ảnh',
    files: 'tài liệu đính kèm',
    people: 'người',
    settings: 'thiết lập',
    other: 'mục khác',
  },
};

const en: Words = {
  usage: 'usage: npm run --silent toasoan -- COMMAND --data DIR [--json]',
  untitled: 'No headline yet',
  standing: {
    draft: 'Draft',
    returned: 'Returned',
    'in-review': 'In review',
    approved: 'Approved',
    live: 'Published',
    correcting: 'Correcting what is live',
    withdrawn: 'Withdrawn',
    spiked: 'Set aside',
  },
  guess: {
    headline: 'Headline',
    lead: 'Lead',
    body: 'Body',
    heading: 'Subheading',
    subheading: 'Small subheading',
    quote: 'Quote',
    attribution: 'Attribution',
    bullet: 'Bullet',
    number: 'Numbered item',
    photo: 'Photo',
    caption: 'Caption',
    credit: 'Photo credit',
    table: 'Table',
    rule: 'Rule',
    meta: 'Section, date',
    author: 'Author',
    source: 'Source',
    boilerplate: 'Page furniture (left out)',
    related: 'Related articles (left out)',
    'end-mark': 'End mark (left out)',
  },
  imported: (file, id) => `Imported ${file} as article ${id}. Each line was taken for:`,
  importedBefore: (file, id) => `${file} was imported before, as article ${id}; add --again to import it once more.`,
  importTotals: ({ imported, skipped, failed }) =>
    `${imported} imported; ${skipped} skipped, imported before; ${failed} failed.`,
  unread: (count, extensions) => `Not read, being of other kinds: ${count} (${extensions}).`,
  stopped: (stand, left) =>
    `Stopped. What was imported is kept (articles: ${stand}); still to do: ${left}. Run the same command to go on.`,
  importing: ({ done, total, perSecond, minutesLeft }) =>
    `${done}/${total} files · ${perSecond} articles/s${minutesLeft === null ? '' : minutesLeft < 1 ? ' · less than a minute left' : ` · about ${minutesLeft} min left`}`,
  line: (line) => `line ${line}`,
  noPhotoFile: 'no picture yet',
  kept: (file, count) => `Imported from ${file}; ${count} lines that are not in the article are kept aside.`,
  articles: (count) => (count === 1 ? '1 article' : `${count} articles`),
  found: (shown, total, isMore) =>
    shown < total || isMore
      ? `the newest ${shown} of ${isMore ? 'more than ' : ''}${total} articles found`
      : total === 1
        ? '1 article'
        : `${total} articles`,
  revision: 'revision',
  joined: (office, name) => `Joined ${office} as ${name}. Run sync to send and fetch articles.`,
  exported: (file) => `Saved the article as ${file}.`,
  synced: 'Synced.',
  waiting: (count) => (count === 0 ? 'Nothing waits to be sent.' : `${count} entries wait to be sent.`),
  refused: 'Refused by the endpoint',
  photoAdded: (place) => `The picture is at photo place ${place}.`,
  fileAdded: (name) => `${name} is attached at the end of the article.`,
  nothingFound: 'No article was found.',
  sound: ({ articles, updates, events, revisions, photos, files }) =>
    `Everything is sound: ${articles} articles, ${updates} updates, ${events} events, ${revisions} revisions, ${photos} photos, ${files} attached documents.`,
  address: 'address',
  reason: 'reason of the return',
  backedUp: (name, articles, folder) =>
    `Backed up ${articles === 1 ? '1 article' : `${articles} articles`} as ${name} in ${folder}.`,
  backupKind: {
    hourly: 'hourly',
    daily: 'daily',
    weekly: 'weekly',
    manual: 'by you',
    'before-restore': 'before a restore',
    'before-migration': 'before an upgrade',
  },
  backupsIn: (count, folder) => `${count === 1 ? '1 backup' : `${count} backups`} in ${folder}`,
  restored: (at, articles) => `Restored the backup of ${at}: ${articles === 1 ? '1 article' : `${articles} articles`}.`,
  keptBefore: (name) => `What was there before is kept as the backup ${name}.`,
  onlyBefore: (count) => `${count} entries that were never sent to the office are in that one alone.`,
  setAside: (folder) => `The damaged files are kept whole in ${folder}.`,
  photosMissing: (count) => `The files of ${count} photos are gone.`,
  filesMissing: (count) => `${count} attached documents are gone.`,
  mended: (at, { articles, updates }) =>
    `Mended, ${at === null ? 'with no backup to build on' : `on the backup of ${at}`}: ${articles} articles, ${updates} updates.`,
  rescued: ({ articles, updates, events }) =>
    `Rescued from the damaged file: ${articles} new articles, ${updates} updates, ${events} events.`,
  nothingLost: 'Nothing was lost.',
  lost: {
    updates: 'updates',
    events: 'events',
    revisions: 'revisions',
    waiting: 'waiting entries',
    photos: 'photos',
    files: 'attached documents',
    people: 'people',
    settings: 'settings',
    other: 'other things',
  },
};

export const words: Record<Language, Words> = { vi, en };
