/** What stands on a printed article besides its own words, in its language. Words are those of the page. */
import type { EventType, Role } from '../../../../../shared/workflow/event.ts';
import type { ExportMark, TrailStep } from '../export-source.ts';

type PrintWords = {
  mark: Record<ExportMark, string>;
  markWaiting: string;
  page: (page: number, pages: number) => string;
  printed: (at: string) => string;
  revision: string;
  trail: string;
  /** Heads of the trail's columns. */
  columns: readonly string[];
  event: Record<EventType, string>;
  standing: Record<Exclude<TrailStep['standing'], 'accepted'>, string>;
  role: Record<Role, string>;
  endpoint: string;
  thisText: string;
  chained: string;
  textHash: string;
  noSteps: string;
};

const vi: PrintWords = {
  mark: { draft: 'BẢN NHÁP', 'in-review': 'CHỜ DUYỆT', approved: 'ĐÃ DUYỆT', live: 'ĐÃ ĐĂNG' },
  markWaiting: 'CHỜ ĐỒNG BỘ',
  page: (page, pages) => `Trang ${page}/${pages}`,
  printed: (at) => `In lúc ${at}`,
  revision: 'Bản',
  trail: 'Quá trình duyệt',
  columns: ['Lúc', 'Bước', 'Người, vai trò hiện nay', 'Bản'],
  event: {
    created: 'Tạo bài',
    submitted: 'Gửi duyệt',
    recalled: 'Thu hồi',
    returned: 'Trả lại',
    approved: 'Duyệt',
    reopened: 'Mở lại để sửa',
    published: 'Đăng',
    withdrawn: 'Gỡ bài',
    spiked: 'Để riêng',
    restored: 'Khôi phục',
  },
  standing: { waiting: 'chờ đồng bộ', refused: 'không được nhận' },
  role: { writer: 'Phóng viên', reviewer: 'Người duyệt', admin: 'Quản trị' },
  endpoint: 'Trang tin',
  thisText: 'bản đang in',
  chained: 'Mỗi bước được ký trên máy của người làm và nối với bước trước bằng mã băm SHA-256. Mã của bước mới nhất:',
  textHash: 'Mã của bản đang in:',
  noSteps: 'Bài chưa qua bước nào.',
};

const en: PrintWords = {
  mark: { draft: 'DRAFT', 'in-review': 'IN REVIEW', approved: 'APPROVED', live: 'PUBLISHED' },
  markWaiting: 'WAITING TO SYNC',
  page: (page, pages) => `Page ${page} of ${pages}`,
  printed: (at) => `Printed at ${at}`,
  revision: 'Revision',
  trail: 'Approval trail',
  columns: ['When', 'Step', 'Person, role now', 'Revision'],
  event: {
    created: 'Created',
    submitted: 'Submitted',
    recalled: 'Recalled',
    returned: 'Returned',
    approved: 'Approved',
    reopened: 'Reopened',
    published: 'Published',
    withdrawn: 'Taken down',
    spiked: 'Set aside',
    restored: 'Restored',
  },
  standing: { waiting: 'waiting to sync', refused: 'refused' },
  role: { writer: 'Writer', reviewer: 'Reviewer', admin: 'Administrator' },
  endpoint: 'Public site',
  thisText: 'this text',
  chained:
    'Each step is signed on the computer of who took it, and chained to the one before by SHA-256. The newest step is:',
  textHash: 'This text is:',
  noSteps: 'The article has taken no step yet.',
};

export const printLanguage = (language: string): 'vi' | 'en' => (language.startsWith('en') ? 'en' : 'vi');

export const printWords = (language: string): PrintWords => (printLanguage(language) === 'en' ? en : vi);
