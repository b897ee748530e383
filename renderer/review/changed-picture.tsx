/** What is done to a picture where it is shown, and what else goes with it, in words: a reviewer approves that as well. */
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureChange } from '../../shared/contract/desk-changes.ts';
import { formatDate, formatInstant } from '../../shared/text/dates.ts';
import { currentLanguage } from '../app/words.ts';

export function ChangedPicture({
  changes,
  isFirst,
}: {
  changes: readonly PictureChange[];
  isFirst: boolean;
}): ReactNode {
  const { t } = useTranslation('review');
  if (changes.length === 0) return null;
  return (
    <ul className="changes-picture">
      {changes.map((change) => (
        <li key={keyOf(change)} {...(isFirst ? {} : { 'data-change': '' })}>
          {change.what === 'value' ? <ChangedValue {...change} isFirst={isFirst} /> : wordsOf(t, change)}
        </li>
      ))}
    </ul>
  );
}

function keyOf(change: PictureChange): string {
  if (change.what === 'crop') return `crop ${change.shape}`;
  return change.what === 'value' ? change.field : change.what;
}

function ChangedValue({
  field,
  before,
  after,
  isFirst,
}: Extract<PictureChange, { what: 'value' }> & { isFirst: boolean }): ReactNode {
  const { t } = useTranslation('captionDesk');
  const shown = (value: string): string =>
    field === 'digitalSource' ? t(`digitalSource.${value}`, { defaultValue: value }) : dateWords(value);
  return (
    <>
      <span className="changes-label">{t(`field.${field}`)}</span> {before === '' ? null : <del>{shown(before)}</del>}{' '}
      {after === '' ? null : isFirst ? shown(after) : <ins>{shown(after)}</ins>}
    </>
  );
}

/** A day, or an instant with its zone; a time whose zone is not known is told as it is written. */
function dateWords(value: string): string {
  const [day = '', time] = value.split('T');
  if (time === undefined) return formatDate(day, currentLanguage());
  if (/(?:Z|[+-]\d\d:\d\d)$/.test(time)) return formatInstant(value, currentLanguage());
  return `${time}, ${formatDate(day, currentLanguage())}`;
}

function wordsOf(t: TFunction<'review'>, change: Exclude<PictureChange, { what: 'value' }>): string {
  switch (change.what) {
    case 'decorative':
    case 'withheld':
      return t(`picture.${change.what}.${change.after ? 'on' : 'off'}`);
    case 'pixelated':
      if (change.after === 0) return t('picture.pixelated.none');
      return change.before === change.after
        ? t('picture.pixelated.moved', { count: change.after })
        : t('picture.pixelated.some', { count: change.after });
    case 'turn':
      return change.after === 0 ? t('picture.turn.none') : t('picture.turn.some', { degrees: change.after });
    case 'straighten': {
      if (change.after === 0) return t('picture.straighten.none');
      const degrees = change.after.toLocaleString(currentLanguage(), { maximumFractionDigits: 1 });
      return t('picture.straighten.some', { degrees });
    }
    case 'crop':
      return t(`picture.crop.${change.op}`, { shape: t(`picture.shape.${shapeKey(change.shape)}`) });
    case 'focus':
      return t(`picture.focus.${change.op}`);
    case 'areas':
      return t('picture.areas', { names: change.names.join(', ') });
  }
}

/** A colon would part a key from its namespace. */
function shapeKey(shape: '16:9' | '4:3' | '1:1' | 'free'): 'wide' | 'photo' | 'square' | 'free' {
  return ({ '16:9': 'wide', '4:3': 'photo', '1:1': 'square', free: 'free' } as const)[shape];
}
