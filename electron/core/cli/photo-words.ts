/** What the photo commands say to people. Names of fields are those of the caption desk. */
import type { CopiedField } from '../../../shared/contract/desk-photos.ts';
import type { Language } from '../../../shared/errors/codes.ts';

export type PhotoField = CopiedField | 'rating' | 'label' | 'uses' | 'alike' | 'iimCharset';
export type TakenTotals = { taken: number; known: number; failed: number; passedOver: number };

type PhotoWords = {
  field: Record<PhotoField, string>;
  taken: (totals: TakenTotals) => string;
  takingIn: (progress: { done: number; total: number; perSecond: number; minutesLeft: number | null }) => string;
  stopped: string;
  known: (name: string) => string;
  alike: (name: string, others: string) => string;
  edited: string;
  own: string;
  changed: (sha256: string) => string;
  exported: (count: number, folder: string) => string;
  listed: (shown: number, total: number) => string;
  noCaption: string;
};

const vi: PhotoWords = {
  field: {
    description: 'Chú thích ảnh',
    headline: 'Tiêu đề ảnh',
    credit: 'Nguồn ảnh',
    source: 'Nơi cung cấp',
    creator: 'Người chụp',
    jobTitle: 'Chức danh người chụp',
    copyright: 'Bản quyền',
    alt: 'Văn bản thay thế',
    extendedDescription: 'Mô tả dài',
    instructions: 'Chỉ dẫn sử dụng',
    rightsUsage: 'Điều kiện sử dụng',
    sublocation: 'Địa điểm',
    city: 'Xã, phường, thành phố',
    province: 'Tỉnh',
    country: 'Nước',
    dateCreated: 'Lúc chụp',
    digitalSource: 'Ảnh do đâu mà có',
    keywords: 'Từ khóa',
    people: 'Người trong ảnh',
    decorative: 'Ảnh chỉ để trang trí',
    expires: 'Được dùng đến hết ngày',
    rating: 'Sao',
    label: 'Màu',
    uses: 'Đang dùng trong bài',
    alike: 'Giống ảnh',
    iimCharset: 'Bảng mã IPTC của tệp',
  },
  taken: ({ taken, known, failed, passedOver }) =>
    [
      `Đã nhận ${taken} ảnh vào kho; ${known} ảnh đã có từ trước; không nhận được ${failed} tệp.`,
      ...(passedOver === 0 ? [] : [`Bỏ qua ${passedOver} tệp không phải ảnh.`]),
    ].join(' '),
  takingIn: ({ done, total, perSecond, minutesLeft }) =>
    `${done}/${total} ảnh · ${perSecond} ảnh/giây${minutesLeft === null ? '' : minutesLeft < 1 ? ' · còn chưa đến 1 phút' : ` · còn khoảng ${minutesLeft} phút`}`,
  stopped: 'Đã dừng. Ảnh đã nhận vẫn còn nguyên; chạy lại đúng lệnh này để nhận tiếp.',
  known: (name) => `đã có (${name})`,
  alike: (name, others) => `${name} trông giống ${others}.`,
  edited: 'Ảnh được cắt, xoay hoặc che mặt khi đưa ra.',
  own: 'Ảnh chỉ có trên máy này, chưa gửi về tòa soạn.',
  changed: (sha256) => `Đã ghi vào ảnh ${sha256}.`,
  exported: (count, folder) => `Đã đưa ${count} ảnh ra ${folder}.`,
  listed: (shown, total) => (shown < total ? `${shown} trong ${total} ảnh` : `${total} ảnh`),
  noCaption: 'Chưa có chú thích',
};

const en: PhotoWords = {
  field: {
    description: 'Caption',
    headline: 'Photo headline',
    credit: 'Credit line',
    source: 'Source',
    creator: 'Photographer',
    jobTitle: 'Photographer’s job title',
    copyright: 'Copyright',
    alt: 'Alt text',
    extendedDescription: 'Extended description',
    instructions: 'Instructions',
    rightsUsage: 'Usage terms',
    sublocation: 'Location',
    city: 'City',
    province: 'Province',
    country: 'Country',
    dateCreated: 'Taken',
    digitalSource: 'How it was made',
    keywords: 'Keywords',
    people: 'People in the picture',
    decorative: 'Only decorative',
    expires: 'May be used up to',
    rating: 'Stars',
    label: 'Colour',
    uses: 'Used in',
    alike: 'Looks like',
    iimCharset: 'Charset of the file’s IPTC',
  },
  taken: ({ taken, known, failed, passedOver }) =>
    [
      `${taken} taken into the library; ${known} were there already; ${failed} could not be taken in.`,
      ...(passedOver === 0 ? [] : [`Passed over, being no pictures: ${passedOver}.`]),
    ].join(' '),
  takingIn: ({ done, total, perSecond, minutesLeft }) =>
    `${done}/${total} pictures · ${perSecond} pictures/s${minutesLeft === null ? '' : minutesLeft < 1 ? ' · less than a minute left' : ` · about ${minutesLeft} min left`}`,
  stopped: 'Stopped. What was taken in is kept; run the same command to go on.',
  known: (name) => `there already (${name})`,
  alike: (name, others) => `${name} looks like ${others}.`,
  edited: 'It is cropped, turned or pixelated where it goes out.',
  own: 'It is on this computer alone and was not sent to the office.',
  changed: (sha256) => `Written to the picture ${sha256}.`,
  exported: (count, folder) => `Gave out ${count === 1 ? '1 picture' : `${count} pictures`} to ${folder}.`,
  listed: (shown, total) =>
    shown < total ? `${shown} of ${total} pictures` : total === 1 ? '1 picture' : `${total} pictures`,
  noCaption: 'No caption yet',
};

export const photoWords: Record<Language, PhotoWords> = { vi, en };
