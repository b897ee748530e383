/** Lines that belong to the web page an article was copied from, not to the article. */
import { countSyllables } from '../../text/count.ts';
import { foldText } from '../../text/fold.ts';
import { isShort, MAX_RULED_LENGTH } from './words.ts';

const contacts = [
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  /(?:https?:\/\/|www\.)\S+/giu,
  /(?<![\w@])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|net|org|info)(?:\/\S*)?(?!\w)/giu,
  // Phone numbers: 0967.001.001, (0237) 3 852 246, +84 24 1234 5678, 1900 1234. No dates.
  /(?<![\p{L}\d/-])(?!\d{1,2}[ .-]\d{1,2}[ .-]\d{4}(?!\d))(?:\(?\+?84\)?|\(?0\d{1,4}\)?|1[89]00)(?:[ .-]?\d){4,9}(?![\d/])/gu,
];
const contactLabels =
  /(?:đường dây nóng|số điện thoại|điện thoại|đt|sđt|tel|hotline|fax|email|e-mail|thư điện tử|website|web|zalo)\s*:?/giu;
const MAX_OTHER_SYLLABLES = 2;

/** What the furniture of news pages says, folded. A line is furniture when each of its pieces is. */
const furniture = new RegExp(
  `^(?:${[
    'chia se(?: bai viet)?(?: len)?(?: facebook| zalo| twitter)?',
    'facebook|zalo|twitter|messenger|pinterest|linkedin|youtube|tiktok|google news|telegram|x',
    'in(?: bai(?: viet)?| trang(?: nay)?| an)?|ban in|print|share|tweet|like|thich|copy link|sao chep (?:link|lien ket)',
    'gui (?:email|mail|bai(?: viet)?|cho ban be)|email|luu(?: bai(?: viet)?)?|binh luan(?: \\(?\\d+\\)?)?',
    'co chu|phong to|thu nho|a[+-]?|aa?|nghe (?:doc )?bai(?: viet)?|doc bai(?: viet)?',
    '(?:so )?luot (?:xem|doc|truy cap) ?:? ?[\\d.,]*|[\\d.,]+ luot (?:xem|doc)',
    'danh gia(?: bai viet)?|quay lai|tro ve|ve dau trang|len dau trang|xem cac tin khac|dang nhap|dang ky|tim kiem',
    'theo doi .{0,60} tren google news|(?:ban quyen|copyright|©|\\(c\\)).{0,120}|all rights reserved\\.?',
  ].join('|')})$`,
  'u',
);
const motto = /^(?:cong hoa xa hoi chu nghia viet nam|doc lap - tu do - hanh phuc)$/u;
const siteName = /^(?:cong|trang) thong tin dien tu(?! .*[,.])/u;
const breadcrumb = /^(?:trang chu|home)\s*(?:[>»/›|]|$)/u;

/** Why a line is boilerplate (a key below `guess.`), or null when it is not. */
export function boilerplateReason(text: string): 'contact' | 'page-furniture' | null {
  if (text.length > MAX_RULED_LENGTH) return null;
  let rest = text;
  for (const pattern of contacts) rest = rest.replace(pattern, ' ');
  if (rest !== text && countSyllables(rest.replace(contactLabels, ' ')) <= MAX_OTHER_SYLLABLES) return 'contact';
  const folded = foldText(text);
  if (breadcrumb.test(folded) || motto.test(folded) || (siteName.test(folded) && isShort(text, 14)))
    return 'page-furniture';
  const pieces = folded.split(/\s*[|•·/\t]\s*|\s{2,}|\s+[-–—]\s+/u).filter((piece) => piece !== '');
  return pieces.length > 0 && pieces.every((piece) => furniture.test(piece.trim())) ? 'page-furniture' : null;
}

/** `SỞ VĂN HÓA VÀ THỂ THAO TỈNH SƠN HẠ` above a line of contacts: the letterhead of the page. */
export function isLetterhead(text: string, next: string): boolean {
  if (!isShort(text, 16) || text !== text.toUpperCase()) return false;
  return (
    /^(?:so|ubnd|uy ban|ban|van phong|trung tam|bao|dai|hoi|tinh|cong ty|phong) /u.test(foldText(text)) &&
    boilerplateReason(next) === 'contact'
  );
}
