/** What is said of a picture in a list: in marks to the eye, in one sentence to a screen reader. */
import type { TFunction } from 'i18next';
import type { PhotoRow } from '../../shared/contract/desk-photos.ts';
import { writeDate } from '../article/read-date.ts';

type Words = TFunction<'photoLibrary'>;

/**
 * The same words again without being put together again: a sheet that is scrolled fast asks for hundreds a second. One of
 * these for a language.
 */
export function rememberWords(t: Words): Words {
  const known = new Map<string, string>();
  const remembering = (key: string, values?: Record<string, unknown>): string => {
    const name = values === undefined ? key : `${key}\n${Object.values(values).join('\n')}`;
    let words = known.get(name);
    if (words === undefined) {
      words = (t as (key: string, values?: Record<string, unknown>) => string)(key, values);
      if (known.size < MOST_WORDS) known.set(name, words);
    }
    return words;
  };
  return remembering as Words;
}
const MOST_WORDS = 5_000;

export const photoMarks = ['withheld', 'rights', 'lacks', 'alike', 'uses', 'edited', 'own', 'elsewhere'] as const;
export type PhotoMark = { mark: (typeof photoMarks)[number]; words: string; short: string | null; isBad: boolean };

/** The worst first. `today`: YYYY-MM-DD. */
export function marksOf(row: PhotoRow, today: string, t: Words): PhotoMark[] {
  const marks: PhotoMark[] = [];
  const add = (mark: PhotoMark['mark'], words: string, short: string | null = null, isBad = false): void => {
    marks.push({ mark, words, short, isBad });
  };
  if (row.isWithheld) add('withheld', t('mark.withheld'), null, true);
  if (row.expires !== null && row.expires < today) {
    add('rights', t('mark.expired', { day: writeDate(row.expires) }), null, true);
  } else if (row.expires !== null) add('rights', t('mark.expires', { day: writeDate(row.expires) }));
  if (row.lacks.length > 0)
    add('lacks', t('mark.lacks', { parts: lacksWords(row, t) }), t('short.lacks', { count: row.lacks.length }));
  if (row.alike > 0) add('alike', t('mark.alike', { count: row.alike }), t('short.alike', { count: row.alike }));
  if (row.uses > 0) add('uses', t('mark.uses', { count: row.uses }), t('short.uses', { count: row.uses }));
  if (row.isEdited) add('edited', t('mark.edited'));
  if (!row.shared && row.uses === 0) add('own', t('mark.own'));
  if (!row.isHere) add('elsewhere', t('mark.elsewhere'));
  return marks;
}

export function lacksWords({ lacks }: PhotoRow, t: Words): string {
  return lacks.map((part) => t(`lacks.${part}`)).join(', ');
}

/** Its headline or the beginning of its caption, else its file's name. */
export function titleOf({ headline, description, name }: PhotoRow): { title: string; isName: boolean } {
  const said = headline.trim() || description.trim();
  return said === '' ? { title: name, isName: true } : { title: said, isName: false };
}

export function starWords(rating: number, t: Words): string {
  if (rating < 0) return t('stars.aside');
  return rating === 0 ? t('stars.none') : t('stars.count', { count: rating });
}

const DAY_LENGTH = 'YYYY-MM-DD'.length;

/** `26/11/2026 08:30:05`: frames of one minute are told apart by their seconds. */
export function takenWords(taken: string): string {
  const time = /T(\d\d:\d\d(?::\d\d)?)/u.exec(taken)?.[1];
  return [writeDate(taken.slice(0, DAY_LENGTH)), ...(time === undefined ? [] : [time])].join(' ');
}

/** Everything that the cell shows, in one sentence after another. */
export function cellWords(row: PhotoRow, today: string, t: Words): string {
  const { title, isName } = titleOf(row);
  const parts = [
    title,
    ...(isName ? [] : [row.name]),
    ...(row.rating === 0 ? [] : [starWords(row.rating, t)]),
    ...(row.label === null ? [] : [t('label.whole', { label: t(`label.${row.label}`) })]),
    ...marksOf(row, today, t).map(({ words }) => words),
  ];
  return `${parts.join('. ')}.`;
}
