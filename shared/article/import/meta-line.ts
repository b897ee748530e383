/**
 * The line that names section and date: `Tin tức - 26/04/2022`, `Thứ Ba, 26/04/2022 08:15 | Thời sự`,
 * `Chuyên mục: Kinh tế`, `26-4-2022 – Văn hóa`, `An Lạc, ngày 26 tháng 4 năm 2022`. A date makes such a line only when
 * it is a whole segment of it; a headline that holds a date is not one.
 */
import { countSyllables } from '../../text/count.ts';
import { isoDate } from '../../text/dates.ts';
import { isBareName, MAX_RULED_LENGTH } from './words.ts';

export type MetaLine = {
  fields: { category?: string; publishedOn?: string; author?: string; place?: string; tags?: string };
  /** True when every word of the line is in `fields`, so that nothing has to be kept beside them. */
  complete: boolean;
};

const MAX_META_SYLLABLES = 24;
const MAX_SECTION_SYLLABLES = 8;
const datePattern =
  /(?:ngày\s+)?(?<![\d/])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?![\d/])|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)|(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s*,?\s+năm\s+(\d{4})/iu;
const timePattern =
  /(?<!\d)\d{1,2}\s?(?::|h|g|giờ)\s?(?:\d{2})?(?::\d{2})?(?:\s?phút)?(?:\s?(?:AM|PM|SA|CH))?(?!\d)/giu;
const zonePattern = /\(?\s?(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d{2})?\s?\)?/giu;
const weekdayPattern = /(?<!\p{L})(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)(?!\p{L})/giu;
const dateLabel =
  /(?<!\p{L})(?:ngày đăng|đăng ngày|đăng lúc|đăng|ngày cập nhật|cập nhật(?: lúc| ngày| lần cuối)?|ngày xuất bản|xuất bản(?: lúc| ngày)?|thời gian|vào lúc|lúc|ngày)(?!\p{L})/giu;
const sectionLabel = /^(?:chuyên mục|chuyên trang|thể loại|category|mục)\s*:\s*(.+)$/iu;
const tagsLabel = /^(?:từ khóa|từ khoá|tags?|thẻ)\s*:\s*(.+)$/iu;
const authorLabel = /^(?:tác giả|người viết|bài viết của|phóng viên|pv)\s*:\s*(.+)$/iu;

/** The first calendar date of a text as YYYY-MM-DD, with the text around it. Null without an existing day. */
export function findDate(text: string): { date: string; rest: string } | null {
  const match = datePattern.exec(text);
  if (match === null) return null;
  const [, d1, m1, y1, y2, m2, d2, d3, m3, y3] = match;
  const date = isoDate(Number(y1 ?? y2 ?? y3), Number(m1 ?? m2 ?? m3), Number(d1 ?? d2 ?? d3));
  if (date === null) return null;
  return { date, rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}` };
}

const bare = (text: string): string =>
  [timePattern, zonePattern, weekdayPattern, dateLabel]
    .reduce((rest, pattern) => rest.replace(pattern, ' '), text)
    .replace(/[\s,;:.()[\]–—-]+/gu, '');

/** `clean`: the date says everything that the segment says; a time of day would be lost. */
type Segment = { text: string; date: string | null; clean: boolean; before: string };

function readSegment(text: string, before: string): Segment {
  const found = findDate(text);
  const isDate = found !== null && bare(found.rest) === '';
  return {
    text,
    date: isDate ? found.date : null,
    clean: isDate && found.rest.replace(timePattern, '').replace(zonePattern, '') === found.rest,
    before,
  };
}

/** `Tin tức, 26/04/2022` and `An Lạc, ngày 26 tháng 4 năm 2022`: a comma parts the date from one short piece. */
function splitAtComma(segment: Segment): Segment[] {
  if (segment.date !== null) return [segment];
  const match = /^([^,]{2,40}),\s*(.+)$/u.exec(segment.text);
  if (match === null) return [segment];
  const date = readSegment(match[2] ?? '', ', ');
  return date.date === null ? [segment] : [{ ...segment, text: match[1] ?? '' }, date];
}

function segmentsOf(text: string): Segment[] {
  const parts = text.split(/(\s*[|•·]\s*|\s+[-–—>»/]\s+)/u);
  const segments: Segment[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const part = (parts[index] ?? '').trim();
    if (part !== '') segments.push(...splitAtComma(readSegment(part, parts[index - 1] ?? '')));
  }
  return segments;
}

function readLabelled(text: string): MetaLine | null {
  const section = sectionLabel.exec(text)?.[1];
  if (section !== undefined && countSyllables(section) <= MAX_SECTION_SYLLABLES && findDate(section) === null) {
    return { fields: { category: section.trim() }, complete: true };
  }
  const tags = tagsLabel.exec(text)?.[1];
  return tags === undefined ? null : { fields: { tags: tags.trim() }, complete: true };
}

/** What a line says about section, date and author; null when it is no such line. */
export function parseMetaLine(text: string): MetaLine | null {
  if (text.length > MAX_RULED_LENGTH || countSyllables(text) > MAX_META_SYLLABLES) return null;
  const labelled = readLabelled(text);
  if (labelled !== null) return labelled;
  const segments = segmentsOf(text);
  const dated = segments.filter((segment) => segment.date !== null);
  const first = dated[0];
  if (first?.date === undefined || first.date === null) return null;
  const fields: MetaLine['fields'] = { publishedOn: first.date };
  let complete = dated.length === 1 && first.clean;
  for (const segment of segments) {
    if (segment.date !== null) continue;
    const section = sectionLabel.exec(segment.text)?.[1] ?? segment.text;
    const author = authorLabel.exec(segment.text)?.[1];
    if (author !== undefined || (fields.category !== undefined && isBareName(segment.text))) {
      fields.author ??= (author ?? segment.text).trim();
    } else if (bare(segment.text) === '') {
      complete = false;
    } else if (countSyllables(section) > MAX_SECTION_SYLLABLES || /[.!?…]$/u.test(section)) {
      return null;
    } else if (first.before === ', ' && /ngày/iu.test(first.text)) {
      fields.place ??= section;
    } else if (fields.category === undefined) {
      fields.category = section.trim();
    } else if (/^\s+[-–—]\s+$/u.test(segment.before)) {
      // `Tin tức - Sự kiện - 26/04/2022`: the dash belongs to the section's name.
      fields.category += `${segment.before}${section.trim()}`;
    } else {
      complete = false;
    }
  }
  return { fields, complete };
}
