/**
 * Captions among plain paragraphs. Copied pages lose their pictures and keep the captions as short lines of their own.
 * A line is taken for one when it is short, a single sentence without reported words, and either opens as captions do,
 * carries a photo credit, or shows a person whom a neighbouring paragraph names.
 */
import { countSyllables } from '../../text/count.ts';
import {
  countSentences,
  endsSentence,
  fullNames,
  isBareName,
  isShort,
  MAX_RULED_LENGTH,
  openerPattern,
  startsLowerCase,
  wordsPattern,
} from './words.ts';

const MAX_CAPTION_SYLLABLES = 35;
const MAX_JOINED_SYLLABLES = 50;
const MAX_CREDIT_SYLLABLES = 10;

/** Openers of people and scenes that captions of the Vietnamese press begin with. */
const sceneOpener = openerPattern([
  'quang cảnh',
  'toàn cảnh',
  'khung cảnh',
  'một góc',
  'ảnh',
  'hình ảnh',
  'hình',
  '(?:các )?đồng chí',
  'ông',
  'bà',
  'chú thích(?: ảnh)?',
]);
/** These open captions and sentences alike, so they need a deed that a camera can see as well. */
const peopleOpener = openerPattern([
  '(?:các |đông đảo |đông đảo các )?(?:đại biểu|đại diện|lãnh đạo|cán bộ|công chức|viên chức|chiến sĩ|đoàn viên)',
  '(?:các |đông đảo )?(?:em |cháu )?(?:học sinh|thanh niên|người dân|nông dân|hội viên|bà con|nhân dân|công nhân)',
  '(?:các )?(?:thầy|cô|anh|chị|em|bác sĩ|nghệ nhân|cụ)',
  'đoàn|lực lượng|tổ công tác|ban tổ chức|thường trực',
  '(?:phó )?(?:chủ tịch|bí thư|giám đốc|trưởng|cục trưởng|vụ trưởng|viện trưởng|thủ tướng|bộ trưởng)',
  'lễ|nghi thức|tiết mục|công trình|tuyến đường|mô hình|gian hàng|khu|sản phẩm',
]);
const visibleDeed = wordsPattern([
  'phát biểu|trình bày|truyền đạt|báo cáo|giới thiệu|chủ trì|điều hành|tham luận|thảo luận|trao đổi',
  'trao|tặng|nhận|đón|tiếp|thăm|động viên|kiểm tra|khảo sát|làm việc|chụp ảnh|lưu niệm|ký kết|chứng kiến',
  'cắt băng|dâng hương|dâng hoa|thắp hương|trồng cây|trồng|bắt tay|biểu diễn|thu hoạch|tham quan|diễn ra',
  'tham gia|tham dự|dự|hướng dẫn|tuyên truyền|thực hiện|dọn dẹp|vớt|gói|khánh thành|khởi công|tại',
]);
/** Words that bring what somebody said; a caption shows a deed and reports nothing. */
const reported =
  /:\s*\S|[“"«]|(?<!\p{L})(?:cho biết|cho rằng|nhấn mạnh|khẳng định|đề nghị|yêu cầu|nhận định|bày tỏ|mong muốn|kỳ vọng|cam kết|chỉ rõ|lưu ý|ghi nhận|nêu rõ|kết luận rằng|nói rằng|thông tin thêm|(?:chia sẻ|đánh giá|nói)(?! (?:tại|với|cùng|chuyện)))(?!\p{L})/iu;
/** How a sentence of its own goes on after a line that broke off. */
const sentenceOpener = openerPattern([
  'tại|phát biểu|tham dự|dự|theo|trong|sau|tiếp|cũng|với|để|từ|ngày|sáng|chiều|tối|đồng chí|ông|bà|quang cảnh|hội nghị',
]);
const explicitCaption =
  /^(?:\[?(?:ảnh|hình|photo)\s*(?:\d{1,2}|minh họa)\s*[.:\]]|(?:ảnh|chú thích(?: ảnh)?)\s*:)\s*(?=\S)/iu;

const creditLabel = '(?:Ảnh|Nguồn ảnh|Nguồn|Photo|Ảnh chụp)';
const creditForms = [
  new RegExp(String.raw`\s*[([]\s*${creditLabel}\s*:\s*([^()[\]]{1,80}?)\s*[)\]]\s*(\.?)$`, 'iu'),
  new RegExp(String.raw`(?<=[.!?…”")])\s*${creditLabel}\s*:\s*([^:]{1,80}?)()\.?$`, 'iu'),
  new RegExp(String.raw`\s*[-–—|/]\s+${creditLabel}\s*:\s*([^:]{1,80}?)(\.?)$`, 'iu'),
  /\s*\(\s*Ảnh\s+((?:TTXVN|CTV|PV|tư liệu|[A-ZĐ][^()]{1,40}?))\s*\)\s*(\.?)$/u,
];
const creditLine = new RegExp(String.raw`^\(?\s*${creditLabel}(?: bài)?\s*:\s*([^:]{1,80}?)\s*\)?\.?$`, 'iu');
const agency =
  /^(?:TTXVN|VGP|VOV|VTV|PV|CTV|Internet|tư liệu|st|sưu tầm|(?:Báo|Đài|Cổng|Trang|Trung tâm|Văn phòng|Sở|Ban|Phòng|UBND) .*)$/iu;

/** Parts a caption from the credit at its end. `credit` is empty when there is none. */
export function splitCredit(text: string): { caption: string; credit: string } {
  if (text.length > MAX_RULED_LENGTH) return { caption: text, credit: '' };
  for (const form of creditForms) {
    const match = form.exec(text);
    const credit = match?.[1]?.trim() ?? '';
    if (match === null || credit === '' || countSyllables(credit) > MAX_CREDIT_SYLLABLES) continue;
    const before = text.slice(0, match.index).trim();
    if (before === '') continue;
    const stop = match[2] === '.' && !endsSentence(before) ? '.' : '';
    return { caption: before + stop, credit };
  }
  return { caption: text, credit: '' };
}

/** `Tỉnh đoàn An Lạc`, but not `Lãnh đạo tỉnh dự lễ`: at least half of the words begin with a capital. */
function isMostlyNames(text: string): boolean {
  const words = text.split(/\s+/u);
  return words.length <= 8 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 >= words.length;
}

/** The credit of a line that is nothing but one (`Ảnh: Minh Tuấn`), or null. */
export function creditOfLine(text: string): string | null {
  if (!isShort(text, MAX_CREDIT_SYLLABLES + 2)) return null;
  const credit = creditLine.exec(text)?.[1]?.trim();
  if (credit === undefined || !(isBareName(credit) || agency.test(credit) || isMostlyNames(credit))) return null;
  return /^\(?\s*nguồn\s*:/iu.test(text) ? null : credit;
}

function sharesPerson(text: string, neighbours: readonly string[]): boolean {
  return fullNames(text).some((name) => neighbours.some((neighbour) => neighbour.includes(name)));
}

export type CaptionReason = 'caption-opener' | 'caption-credit' | 'caption-person' | 'caption-label';

/** Why a paragraph is a caption, or null. `neighbours` are the texts of the paragraphs before and after it. */
export function captionReason(text: string, neighbours: readonly string[]): CaptionReason | null {
  if (!isShort(text, MAX_CAPTION_SYLLABLES + MAX_CREDIT_SYLLABLES)) return null;
  if (explicitCaption.test(text)) return 'caption-label';
  const { caption, credit } = splitCredit(text);
  if (credit !== '') return 'caption-credit';
  if (countSyllables(caption) > MAX_CAPTION_SYLLABLES || countSentences(caption) > 1) return null;
  if (/[?;]$/u.test(caption) || reported.test(caption)) return null;
  if (sceneOpener.test(caption)) return 'caption-opener';
  if (peopleOpener.test(caption) && visibleDeed.test(caption)) return 'caption-opener';
  return visibleDeed.test(caption) && sharesPerson(caption, neighbours) ? 'caption-person' : null;
}

/** `Một số hình ảnh tại lễ khai mạc:`: what follows are captions, line by line. */
export function opensPhotoSeries(text: string): boolean {
  return isShort(text, 20) && /^(?:một số|một vài|những|chùm|các)\s(?:hình\s)?ảnh(?!\p{L})/iu.test(text);
}

/** True for a line of a photo series; `opening` is its first line, and all are written alike, with or without a stop. */
export function continuesPhotoSeries(text: string, opening: string): boolean {
  if (!isShort(text, MAX_CAPTION_SYLLABLES) || countSentences(text) > 1 || /[?:;]$/u.test(text)) return false;
  return endsSentence(text) === endsSentence(opening) && !/:\s*\S|[“"«]/u.test(splitCredit(text).caption);
}

/** True when `next` goes on with a caption that the line break of the page tore apart. */
export function continuesCaption(text: string, next: string): boolean {
  if (!isShort(text, MAX_CAPTION_SYLLABLES) || !isShort(next, MAX_CAPTION_SYLLABLES)) return false;
  if (endsSentence(text) || /[:;]$/u.test(text) || countSyllables(`${text} ${next}`) > MAX_JOINED_SYLLABLES)
    return false;
  if (captionReason(text.replace(/,$/u, ''), []) === null || splitCredit(text).credit !== '') return false;
  if (reported.test(next) || countSentences(next) > 1) return false;
  return startsLowerCase(next) || (text.endsWith(',') && !sentenceOpener.test(next));
}

/** Drops what only says that a line is a caption: `Ảnh 2:`, `Chú thích:`. */
export function stripCaptionLabel(text: string): string {
  return text.replace(explicitCaption, '').replace(/^\[|\]$/gu, '');
}
