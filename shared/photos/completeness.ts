/**
 * What a caption still lacks, as a photo desk asks: who, what, where, when, credit, alt text. A hint, not a judgement: whether a
 * picture shows people at all is for those to say who see it, and a caption is read by simple signs, in Vietnamese and English.
 */
import { type CaptionPart, captionParts } from '../contract/desk-photos.ts';
import { blankParts, blanksOf } from './caption-template.ts';
import type { PhotoRecord } from './photo-details.ts';

export type CaptionRecord = Pick<
  PhotoRecord,
  'description' | 'people' | 'sublocation' | 'city' | 'province' | 'dateCreated' | 'credit' | 'alt' | 'decorative'
>;

/** In the order of `captionParts`; empty where nothing is missing. A blank that a template left is missing whatever else is given. */
export function captionLacks(record: CaptionRecord): CaptionPart[] {
  const blank = blankParts(record.description);
  const text = withoutBlanks(record.description.normalize('NFC')).replace(CREDIT, ' ');
  const has: Record<CaptionPart, boolean> = {
    who: record.people.some(({ name }) => name.trim() !== '') || namesSomebody(text),
    what: saysMore(text, record),
    where: placesOf(record).length > 0 || saysWhere(text),
    when: record.dateCreated !== null || saysWhen(text),
    credit: record.credit.trim() !== '',
    alt: record.decorative || record.alt.trim() !== '',
  };
  return captionParts.filter((part) => !has[part] || blank.has(part));
}

const WORD = String.raw`\p{Lu}[\p{L}\p{M}’'-]*`;
const START = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;
/** How people are called; a name follows. */
const CALLED = String.raw`(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Cc]ụ|[Mm]ẹ|[Bb]ác sĩ|[Gg]iáo sư|[Mm]r\.?|[Mm]rs\.?|[Mm]s\.?|[Dd]r\.?)`;
const SURNAME =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lương|Trịnh|Mai|Cao|Tô|Hà|Tạ|Chu|Châu|Thái|Lâm|Quách|Lữ|La|Đào|Trương|Vương|Phùng|Kiều|Tống|Nghiêm|Hứa|Doãn|Lưu|Thạch|Triệu|Văn|Vi|Lò|Giàng|Vàng|Hầu|Sùng|Ksor|Rơ|Y';
const called = new RegExp(`${START}${CALLED} ${WORD}`, 'u');
/** A family name and at least two more: `Mai Xuân Liêm`, not `Hà Nội`. */
const wholeName = new RegExp(`${START}(?:${SURNAME})(?: ${WORD}){2,4}${END}`, 'u');
/** Streets, schools and bridges have people's names too. */
const namedAfter = new RegExp(
  `(?:[Đđ]ường|[Pp]hố|[Tt]rường|THPT|THCS|[Tt]iểu học|[Cc]ông viên|[Cc]ầu|[Ss]ân bay|[Gg]iải)(?: ${WORD})*? ?$`,
  'u',
);

function namesSomebody(text: string): boolean {
  if (called.test(text)) return true;
  const name = wholeName.exec(text);
  return name !== null && !namedAfter.test(text.slice(0, name.index).trimEnd());
}

/** A caption that tells what happens has more than names, titles, places and dates: two words, not both of a name. */
const LEAST_WORDS = 2;

function saysMore(text: string, record: CaptionRecord): boolean {
  let rest = text.replace(days, ' ');
  const known = [...record.people.flatMap(({ name, title = '' }) => [name, title]), ...placesOf(record)];
  for (const word of known) if (word.trim() !== '') rest = rest.replaceAll(word.normalize('NFC').trim(), ' ');
  rest = rest
    .replace(new RegExp(`${START}${CALLED} ${WORD}(?: ${WORD})*`, 'gu'), ' ')
    .replace(new RegExp(`${START}(?:${SURNAME})(?: ${WORD}){2,4}${END}`, 'gu'), ' ')
    .replace(/[Tt]ừ trái sang|[Ff]rom left/gu, ' ');
  return /(?<!\p{L})\p{Ll}/u.test(rest) && (rest.match(/[\p{L}\p{N}]+/gu) ?? []).length >= LEAST_WORDS;
}

/** Who took it is nobody in it. */
const CREDIT = /(?:^|(?<=[.\s(]))(?:Ảnh|Photo|Nguồn|Credit)\s*:.*$/u;

const placesOf = ({ sublocation, city, province }: CaptionRecord): string[] =>
  [sublocation, city, province].map((place) => place.trim()).filter((place) => place !== '');

/** `tại Hội nghị` is an event, not a place. */
const EVENT =
  '(?:[Hh]ội nghị|[Bb]uổi|[Ll]ễ|[Kk]ỳ họp|[Pp]hiên|[Hh]ội thảo|[Cc]uộc|[Đđ]ại hội|[Ss]ự kiện|[Cc]hương trình|đây|đó|the (?:conference|meeting|ceremony))';
const where = new RegExp(`${START}(?:[Tt]ại|[Ởở]) (?!${EVENT}${END})[\\p{L}\\p{N}]`, 'u');
const englishWhere = /(?<![\p{L}\p{N}])(?:[Ii]n|[Aa]t) (?:the )?\p{Lu}/u;
const area =
  /(?<![\p{L}\p{N}])(?:tỉnh|thành phố|TP\.?|xã|phường|huyện|quận|thị xã|thị trấn|thôn|bản|làng|đường|phố|đảo|sông|Tỉnh|Thành phố|Xã|Phường|Huyện|Quận|Thị xã|Thị trấn|Thôn|Đường|Phố|Đảo) \p{Lu}/u;

const saysWhere = (text: string): boolean => where.test(text) || englishWhere.test(text) || area.test(text);

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DAYTIME = '(?:[Nn]gày|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Hh]ôm)';
const DAY = '(?:0?[1-9]|[12][0-9]|3[01])';
const MONTH_NUMBER = '(?:0?[1-9]|1[0-2])';
const days = new RegExp(
  [
    // Without a year only where a word says that it is a day: `1/4` and `22.8` are measures too.
    String.raw`(?<![\p{L}\p{N}/])(?:${DAYTIME} )*${DAY}[/.-]${MONTH_NUMBER}[/.-](?:\d{4}|\d{2})(?![\p{L}\p{N}/])`,
    String.raw`(?<![\p{L}\p{N}])(?:${DAYTIME} )+${DAY}[/.-]${MONTH_NUMBER}(?![\p{L}\p{N}/])`,
    String.raw`[Nn]gày \d{1,2}(?: tháng \d{1,2})?(?: năm \d{4})?`,
    String.raw`[Tt]háng \d{1,2}(?: năm |/)\d{4}`,
    String.raw`(?:[Kk]hoảng|[Vv]ào) năm \d{4}|(?:[Aa]bout|[Cc]irca|[Cc]a?\.) \d{4}`,
    String.raw`\d{1,2} (?:${MONTH})(?:,? \d{4})?`,
    String.raw`(?:${MONTH}) \d{1,2}(?:,? \d{4})?`,
  ].join('|'),
  'gu',
);

const saysWhen = (text: string): boolean => text.match(days) !== null;

function withoutBlanks(text: string): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of blanksOf(text)) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}
