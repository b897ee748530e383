/** The fields that a query may name, in both languages: `tác giả:"Lê Thu Hà"`, `state:draft`, `từ:2022`. */

import { isoDate } from '../../../shared/text/dates.ts';
import { foldText } from '../../../shared/text/fold.ts';
import type { Standing } from '../../../shared/workflow/standing.ts';

export type QueryField = 'author' | 'tag' | 'section' | 'standing' | 'from' | 'to';

const fields: Record<string, QueryField> = {
  'tac gia': 'author',
  author: 'author',
  by: 'author',
  the: 'tag',
  'tu khoa': 'tag',
  tag: 'tag',
  'chuyen muc': 'section',
  section: 'section',
  'trang thai': 'standing',
  state: 'standing',
  status: 'standing',
  tu: 'from',
  from: 'from',
  den: 'to',
  to: 'to',
};

const states: Record<string, Standing> = {
  nhap: 'draft',
  'ban nhap': 'draft',
  draft: 'draft',
  'tra lai': 'returned',
  'bi tra lai': 'returned',
  returned: 'returned',
  'cho duyet': 'in-review',
  'in review': 'in-review',
  'in-review': 'in-review',
  review: 'in-review',
  'da duyet': 'approved',
  approved: 'approved',
  'da dang': 'live',
  'da xuat ban': 'live',
  live: 'live',
  published: 'live',
  'dang sua': 'correcting',
  'dang sua ban da dang': 'correcting',
  correcting: 'correcting',
  'da go': 'withdrawn',
  withdrawn: 'withdrawn',
  'de rieng': 'spiked',
  spiked: 'spiked',
  'set aside': 'spiked',
};

export function findField(name: string): QueryField | undefined {
  const key = foldText(name).replace(/[\s_-]+/gu, ' ');
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

export function findState(name: string): Standing | undefined {
  const key = foldText(name).trim();
  return Object.hasOwn(states, key) ? states[key] : undefined;
}

/** The longest name of a state that a text begins with, as it stands there. */
export function stateAtStart(text: string): string | undefined {
  const folded = foldText(text);
  const names = Object.keys(states).filter(
    (name) => folded.startsWith(name) && !/^[\p{L}\p{N}]/u.test(folded.slice(name.length)),
  );
  const longest = Math.max(0, ...names.map((name) => name.length));
  // Vietnamese in NFC folds letter by letter.
  return longest === 0 ? undefined : text.slice(0, longest);
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** The first and the last day (YYYY-MM-DD) of `26/4/2022`, `4/2022`, `2022` or `2022-04-26`; null for no date. */
export function readSpan(text: string): { from: string; to: string } | null {
  const value = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value);
  const day = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value);
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(value);
  const year = /^(\d{4})$/.exec(value);
  if (iso !== null) return sameDay(isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  if (day !== null) return sameDay(isoDate(Number(day[3]), Number(day[2]), Number(day[1])));
  if (month !== null) return spanOf(Number(month[2]), Number(month[1]), Number(month[1]));
  if (year !== null) return spanOf(Number(year[1]), 1, 12);
  return null;
}

function sameDay(day: string | null): { from: string; to: string } | null {
  return day === null ? null : { from: day, to: day };
}

function spanOf(year: number, firstMonth: number, lastMonth: number): { from: string; to: string } | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const from = isoDate(year, firstMonth, 1);
  if (from === null) return null;
  const last = new Date(Date.UTC(year, lastMonth, 0)).getUTCDate();
  return { from, to: isoDate(year, lastMonth, last)! };
}
