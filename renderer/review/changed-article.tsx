/**
 * An article with its changes in it: what was added is underlined, what was taken away struck. An article that nobody has
 * read before is all new, and is shown as it reads.
 */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isChanged } from '../../shared/article/diff-runs.ts';
import type { ChangedBlock as Block, Changes } from '../../shared/contract/desk-changes.ts';
import { findKind } from '../../shared/kinds/article-kinds.ts';
import { formatDateWithWeekday } from '../../shared/text/dates.ts';
import { currentLanguage } from '../app/words.ts';
import { ChangedBlock } from './changed-block.tsx';
import { ChangedWords, changesOfPhotos } from './changed-photos.tsx';
import { ChangedRuns } from './changed-runs.tsx';
import type { Compared } from './use-changes.ts';

export function ChangedArticle({ changes, language, photos, files }: Compared): ReactNode {
  const { t } = useTranslation('review');
  const isFirst = changes.from === null;
  const placed = new Set(changes.blocks.flatMap(photosOf));
  const elsewhere = changesOfPhotos(changes, (photo) => !placed.has(photo));
  return (
    <div className={`changes-column ${isFirst ? 'is-first' : ''}`} lang={language}>
      {hasNone(changes) ? <p className="changes-none">{t('none')}</p> : null}
      <ChangedFields fields={changes.fields} isFirst={isFirst} />
      <h1 className="article-headline">
        <ChangedRuns runs={changes.headline} isFirst={isFirst} />
      </h1>
      <p className="article-lead">
        <ChangedRuns runs={changes.lead} isFirst={isFirst} />
      </p>
      <div className="article-text">
        {changes.blocks.map((block, index) => {
          const own = photosOf(block);
          return (
            <ChangedBlock
              // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a comparison have no other name and never move
              key={index}
              block={block}
              photos={photos}
              files={files}
              own={changesOfPhotos(changes, (photo) => own.includes(photo))}
              isFirst={isFirst}
            />
          );
        })}
        {isFirst || elsewhere.captions.length + elsewhere.pictures.length === 0 ? null : (
          <div className="changes-elsewhere">
            <p className="changes-label">{t('elsewhere')}</p>
            <ChangedWords own={elsewhere} isFirst={false} />
          </div>
        )}
      </div>
    </div>
  );
}

function photosOf({ photo, gallery = [] }: Block): string[] {
  return photo === undefined ? gallery.map((placed) => placed.photo) : [photo];
}

function hasNone({ headline, lead, blocks, captions, pictures, fields }: Changes): boolean {
  return (
    !isChanged(headline) &&
    !isChanged(lead) &&
    blocks.every(({ op }) => op === 'same') &&
    captions.length === 0 &&
    pictures.length === 0 &&
    fields.length === 0
  );
}

function ChangedFields({ fields, isFirst }: { fields: Changes['fields']; isFirst: boolean }): ReactNode {
  const { t } = useTranslation('review');
  if (fields.length === 0) return null;
  const shown = (field: string, value: string): string => {
    if (field === 'kind') return findKind(value)?.name[currentLanguage()] ?? value;
    return field === 'publishedOn' || field === 'eventDate' ? formatDateWithWeekday(value, currentLanguage()) : value;
  };
  return (
    <dl className="changes-fields">
      {fields.map(({ field, before, after }) => (
        <div key={field} {...(isFirst ? {} : { 'data-change': '' })}>
          <dt>{t(`field.${field}`, { defaultValue: field })}</dt>
          <dd>
            {before === '' ? null : <del>{shown(field, before)}</del>}{' '}
            {after === '' ? null : <ins>{shown(field, after)}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
