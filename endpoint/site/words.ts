/** The site's own words; an article's words come from its document. */
import type { SiteLanguage } from './types.ts';

const vi = {
  skip: 'Đến nội dung chính',
  sections: 'Chuyên mục',
  source: 'Nguồn',
  tags: 'Từ khóa',
  published: 'Đăng lúc',
  updated: 'Cập nhật lúc',
  approved: 'Mã bản đã duyệt',
  approvedHint: 'SHA-256 của bản được duyệt; nội dung trên trang đúng với bản này.',
  feed: 'Nguồn tin RSS',
  newer: 'Tin mới hơn',
  older: 'Tin cũ hơn',
  pages: 'Các trang',
  page: (page: number, pages: number) => `Trang ${page} trên ${pages}`,
  empty: 'Chưa có bài nào được đăng.',
  notFound: 'Không tìm thấy trang',
  notFoundText: 'Địa chỉ này không có bài nào. Có thể bài đã được chuyển, hoặc địa chỉ bị gõ thiếu.',
  gone: 'Bài đã được gỡ',
  goneText: 'Tòa soạn đã gỡ bài này khỏi trang. Bài vẫn được lưu trong hồ sơ của tòa soạn.',
  goHome: 'Về trang chủ',
};

const en: typeof vi = {
  skip: 'Skip to the main content',
  sections: 'Sections',
  source: 'Source',
  tags: 'Tags',
  published: 'Published',
  updated: 'Updated',
  approved: 'Approved revision',
  approvedHint: 'SHA-256 of the approved revision; what this page says is exactly that.',
  feed: 'RSS feed',
  newer: 'Newer',
  older: 'Older',
  pages: 'Pages',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  empty: 'Nothing has been published yet.',
  notFound: 'Page not found',
  notFoundText: 'There is no article at this address. It may have moved, or the address was cut short.',
  gone: 'This article was withdrawn',
  goneText: 'The newsroom has withdrawn this article. It is kept in the records of the newsroom.',
  goHome: 'Go to the front page',
};

export const siteWords: Record<SiteLanguage, typeof vi> = { vi, en };
export type SiteWords = typeof vi;
