/** What stands at an article's end: end marks, who wrote it, where it comes from, and the list of related articles. */
import { foldText } from '../../text/fold.ts';
import { isBareName, isShort, MAX_RULED_LENGTH } from './words.ts';

const MAX_SIGN_OFF_SYLLABLES = 16;

/** `…tiếp theo./.` → text `…tiếp theo.` and mark `./.`; the mark is empty when there is none. */
export function stripEndMark(text: string): { text: string; mark: string } {
  const match = /\s*(?:\.\s?\/\s?\.|\/\s?\.|\.\s?\/\s?-|\.\/)\s*$/u.exec(text);
  if (match === null || match.index === 0) return { text, mark: '' };
  const before = text.slice(0, match.index).trimEnd();
  return { text: /[.!?…:][”"’)]*$/u.test(before) ? before : `${before}.`, mark: match[0].trim() };
}

/** A line that is nothing but an end mark: `./.`, `Hết`, `***`, `-----`, `-30-`. */
export function isEndMark(text: string): boolean {
  return /^(?:\.?\s?\/\s?\.|[-–—(*]*\s*(?:hết|the end|-30-|30)\s*[-–—)*]*\.?(?:\/\.)?|[*#=~_–—-]{3,}|(?:\*\s+){2,}\*)$/iu.test(
    text,
  );
}

const relatedHeading = new RegExp(
  `^(?:${[
    '(?:cac |mot so )?(?:bai viet|tin bai|tin tuc|tin|bai)(?:,? bai)? (?:co )?(?:lien quan|khac|cung chuyen muc|cung chu de|moi hon|moi nhat|cu hon|da dua|noi bat|truoc do|tieu diem|doc nhieu)(?: nhat)?',
    'cung chuyen muc|xem them|doc them|doc nhieu(?: nhat)?|tin moi|tin cu|co the ban quan tam|lien quan',
    'y kien ban doc|binh luan|related (?:articles|news|posts)|read more',
  ].join('|')})\\s*[:.…»>]*$`,
  'u',
);

/** `Bài viết liên quan`, `Tin cùng chuyên mục:` and the like. */
export function isRelatedHeading(text: string): boolean {
  return isShort(text, MAX_SIGN_OFF_SYLLABLES) && relatedHeading.test(foldText(text));
}

export type SignOff =
  | { as: 'author'; value: string; photosToo: boolean; why: 'author-label' | 'author-name' }
  | { as: 'source'; value: string; why: 'source-label' | 'source-name' };

const authorLabel =
  /^\(?\s*((?:tin|bài)(?:\s*(?:,|và|&|-|–|\/|\+)\s*(?:bài|tin|ảnh|video|clip))*|tác giả|người viết|phóng viên|pv|thực hiện|bài viết|biên soạn)\s*:\s*(.+?)\s*\)?$/iu;
const sourceLabel = /^\(?\s*(?:nguồn(?: tin)?|nguồn bài)\s*:\s*(.+?)\s*\)?$/iu;
const accordingTo = /^\(?\s*[Tt]heo\s+(\p{Lu}[^,;:.!?()]{1,60}?)\s*\)?\.?$/u;
const accordingToSite = /^\(?\s*theo\s*:?\s+((?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/\S*)?)\s*\)?\.?$/iu;
const newsroom = /^(?:Báo|Đài|Tạp chí|Cổng|Trang|TTXVN|VOV|VTV|VGP|Thông tấn xã)(?:[\s.,–-].*)?$/u;
const unit = /^(?:Sở|Văn phòng|Trung tâm|Phòng|Ban|UBND|Ủy ban|Hội|Đoàn|Liên đoàn|Chi cục|Cục)\s[^.;:!?]+$/u;

/**
 * The author or source that a line states, or null. A label (`Nguồn:`, `Tin, ảnh:`) says so anywhere; bare names and
 * newsrooms only at the end of the article (`atEnd`).
 */
export function parseSignOff(text: string, atEnd: boolean): SignOff | null {
  const signOff = readSignOff(text, atEnd);
  return signOff !== null && /[\p{L}\p{N}]/u.test(signOff.value) ? signOff : null;
}

function readSignOff(text: string, atEnd: boolean): SignOff | null {
  if (text.length > MAX_RULED_LENGTH || !isShort(text, MAX_SIGN_OFF_SYLLABLES)) return null;
  const source = sourceLabel.exec(text)?.[1] ?? accordingToSite.exec(text)?.[1];
  if (source !== undefined) return { as: 'source', value: source, why: 'source-label' };
  const author = authorLabel.exec(text);
  if (author?.[2] !== undefined && !/[.!?…].*\s/u.test(author[2])) {
    return {
      as: 'author',
      value: author[2].replace(/\.$/u, ''),
      photosToo: /ảnh/iu.test(author[1] ?? ''),
      why: 'author-label',
    };
  }
  if (!atEnd) return null;
  const theo = accordingTo.exec(text)?.[1];
  if (theo !== undefined) return { as: 'source', value: theo.trim(), why: 'source-label' };
  const line = text.replace(/^\((.+)\)$/u, '$1').replace(/\.$/u, '');
  if (isShort(line, 10) && newsroom.test(line)) return { as: 'source', value: line, why: 'source-name' };
  if (isBareName(line)) return { as: 'author', value: line, photosToo: false, why: 'author-name' };
  const named = /^(.+?)\s*[(–-]\s*([^()]+)\)?$/u.exec(line);
  const isSigned = named?.[1] !== undefined && isBareName(named[1]) && unit.test(named[2]?.trim() ?? '');
  if (isSigned || (isShort(line, 10) && unit.test(line) && !/\.$/u.test(text))) {
    return { as: 'author', value: line, photosToo: false, why: 'author-name' };
  }
  return null;
}
