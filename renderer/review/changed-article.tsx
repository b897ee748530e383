/**
 * An article with its changes in it: what was added is underlined, what was taken away struck. An article that nobody has read before is all new, and is shown as it reads.
 */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../shared/article/document.ts';
import type { Changes } from '../../shared/contract/desk-changes.ts';
import { findKind } from '../../shared/kinds/article-kinds.ts';
import { formatDateWithWeekday } from '../../shared/text/dates.ts';
import { currentLanguage } from '../app/words.ts';
import { photoUrl } from '../photos/use-photo.ts';
import type { Compared } from './use-changes.ts';

type Runs = Changes['headline'];
type Caption = Changes['captions'][number];

export function ChangedArticle({ changes, language, photos }: Compared): ReactNode {
  const { t } = useTranslation('review');
  const isFirst = changes.from === null;
  const placed = new Set(changes.blocks.flatMap(({ photo }) => (photo === undefined ? [] : [photo])));
  const elsewhere = changes.captions.filter(({ photo }) => !placed.has(photo));
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
        {changes.blocks.map((block, index) => (
          <ChangedBlock
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a comparison have no other name and never move
            key={index}
            block={block}
            photo={block.photo === undefined ? undefined : photos.get(block.photo)}
            captions={changes.captions.filter(({ photo }) => photo === block.photo)}
            isFirst={isFirst}
          />
        ))}
        {isFirst || elsewhere.length === 0 ? null : (
          <div className="changes-elsewhere">
            <p className="changes-label">{t('elsewhere')}</p>
            <ChangedCaptions captions={elsewhere} />
          </div>
        )}
      </div>
    </div>
  );
}

function hasNone({ headline, lead, blocks, captions, fields }: Changes): boolean {
  return (
    [headline, lead].every((runs) => runs.every(({ op }) => op === 'same')) &&
    blocks.every(({ op }) => op === 'same') &&
    captions.length === 0 &&
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

function ChangedBlock({
  block: { op, kind, was, runs },
  photo,
  captions,
  isFirst,
}: {
  block: Changes['blocks'][number];
  photo: Photo | undefined;
  captions: readonly Caption[];
  isFirst: boolean;
}): ReactNode {
  const { t } = useTranslation('review');
  const kindWords = (name: string): string => t(`kind.${name}`, { defaultValue: name });
  const isWhole = op === 'insert' || op === 'delete';
  const isOtherKind = op === 'change' && was !== undefined && was !== kind;
  const label = isFirst
    ? null
    : isWhole
      ? t(`block.${op}`)
      : isOtherKind
        ? t('kindChanged', { was: kindWords(was), kind: kindWords(kind) })
        : null;
  return (
    <div
      className={`changed-block changed-${isFirst ? 'same' : op} kind-${kind}`}
      {...(label === null ? {} : { 'data-change': '' })}
    >
      {label === null ? null : <span className="changes-label">{label}</span>}
      {kind === 'photo' ? (
        <ChangedPhoto photo={photo} captions={isFirst ? [] : captions} />
      ) : kind === 'rule' ? (
        <hr />
      ) : (
        <p>
          {/* A block that is new or gone as a whole is one change. */}
          {isWhole ? <WholeRuns op={op} runs={runs} /> : <ChangedRuns runs={runs} isFirst={isFirst} />}
        </p>
      )}
    </div>
  );
}

function ChangedPhoto({ photo, captions }: { photo: Photo | undefined; captions: readonly Caption[] }): ReactNode {
  const { t } = useTranslation('review');
  const isChanged = (field: string): boolean => captions.some((caption) => caption.field === field);
  return (
    <figure>
      {photo === undefined || photo.sha256 === null ? (
        <span className="changes-no-photo">{t('noPhoto')}</span>
      ) : (
        <img src={photoUrl(photo.sha256, 'preview')} alt={photo.alt} />
      )}
      <figcaption>
        {photo === undefined || isChanged('caption') ? null : <p className="changes-caption">{photo.caption}</p>}
        {photo === undefined || isChanged('credit') || photo.credit === '' ? null : (
          <p className="changes-credit">{photo.credit}</p>
        )}
        <ChangedCaptions captions={captions} />
      </figcaption>
    </figure>
  );
}

function ChangedCaptions({ captions }: { captions: readonly Caption[] }): ReactNode {
  const { t } = useTranslation('review');
  return captions.map(({ photo, field, runs }) => (
    <p key={`${photo} ${field}`} className="changes-caption">
      <span className="changes-label">{t(`caption.${field}`, { defaultValue: field })}</span>{' '}
      {field === 'file' ? <ChangedFile runs={runs} /> : <ChangedRuns runs={runs} isFirst={false} />}
    </p>
  ));
}

/** Of a picture that was exchanged, the former one beside its name; the new one stands in the text. */
function ChangedFile({ runs }: { runs: Runs }): ReactNode {
  const { t } = useTranslation('review');
  const former = runs
    .filter(({ op }) => op !== 'insert')
    .map(({ text }) => text)
    .join('');
  const isGone = runs.every(({ op }) => op === 'delete');
  return (
    <span data-change>
      {former === '' ? (
        <ins>{t('file.added')}</ins>
      ) : (
        <>
          <del>{t(isGone ? 'file.removed' : 'file.former')}</del>
          <img className="changes-former" src={photoUrl(former, 'thumb')} alt="" />
        </>
      )}
    </span>
  );
}

function WholeRuns({ op, runs }: { op: 'insert' | 'delete'; runs: Runs }): ReactNode {
  const text = runs.map((run) => run.text).join('');
  return op === 'insert' ? <ins>{text}</ins> : <del>{text}</del>;
}

type Stretch = { at: number; isSame: boolean; runs: Runs };

/** What was taken away and what came in its place are one change. */
function ChangedRuns({ runs, isFirst }: { runs: Runs; isFirst: boolean }): ReactNode {
  const stretches: Stretch[] = [];
  for (const [at, run] of runs.entries()) {
    const isSame = run.op === 'same';
    const last = stretches.at(-1);
    if (last?.isSame === isSame) last.runs.push(run);
    else stretches.push({ at, isSame, runs: [run] });
  }
  return stretches.map(({ at, isSame, runs: own }) => (
    <span key={at} {...(isSame || isFirst ? {} : { 'data-change': '' })}>
      {own.map(({ op, text }) =>
        op === 'insert' ? <ins key={op}>{text}</ins> : op === 'delete' ? <del key={op}>{text}</del> : text,
      )}
    </span>
  ));
}
