/** One block of a comparison, with a line above it that says in words what text alone cannot show. */
import type { TFunction } from 'i18next';
import { Paperclip } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../shared/article/document.ts';
import { fileSize } from '../../shared/article/render-html.ts';
import type { ChangedBlock as Block, ChangedTrait } from '../../shared/contract/desk-changes.ts';
import { fileAddress } from '../../shared/contract/desk-files.ts';
import { currentLanguage } from '../app/words.ts';
import { ChangedGallery, ChangedPhoto, type PhotoChanges } from './changed-photos.tsx';
import { ChangedRuns, type Runs, WholeRuns } from './changed-runs.tsx';
import { ChangedTable } from './changed-table.tsx';

/** `own`: what changed about the photos that it shows. */
export function ChangedBlock({
  block,
  photos,
  files,
  own,
  isFirst,
}: {
  block: Block;
  photos: ReadonlyMap<string, Photo>;
  /** The attached documents that are on this computer. */
  files: ReadonlySet<string>;
  own: PhotoChanges;
  isFirst: boolean;
}): ReactNode {
  const { t } = useTranslation('review');
  const { op, kind, was, indent, isInBox } = block;
  const isWhole = op === 'insert' || op === 'delete';
  const said = isFirst ? [] : saidOf(t, block);
  // Rows, columns and photos that came or went are steps of their own.
  const isStep = !isFirst && (isWhole || (was !== undefined && was !== kind) || block.traits !== undefined);
  const classes = [
    'changed-block',
    `changed-${isFirst ? 'same' : op}`,
    `kind-${kind}`,
    ...(indent === undefined ? [] : [`indent-${indent}`]),
    ...(isInBox === true ? ['is-in-box'] : []),
  ];
  return (
    <div className={classes.join(' ')} {...(isStep ? { 'data-change': '' } : {})}>
      {said.length === 0 ? null : <span className="changes-label">{said.join(' · ')}</span>}
      <BlockContent block={block} photos={photos} files={files} own={own} isFirst={isFirst} />
    </div>
  );
}

function BlockContent({
  block: { op, kind, runs, number, photo, gallery, table, file },
  photos,
  files,
  own,
  isFirst,
}: {
  block: Block;
  photos: ReadonlyMap<string, Photo>;
  files: ReadonlySet<string>;
  own: PhotoChanges;
  isFirst: boolean;
}): ReactNode {
  const { t } = useTranslation('review');
  const isWhole = op === 'insert' || op === 'delete';
  if (gallery !== undefined) {
    const isAllNew = isFirst || isWhole;
    return <ChangedGallery gallery={gallery} photos={photos} own={own} isFirst={isFirst} isWhole={isAllNew} />;
  }
  if (kind === 'photo') {
    const shown = photo === undefined ? undefined : photos.get(photo);
    return <ChangedPhoto photo={shown} own={own} isFirst={isFirst} />;
  }
  if (kind === 'rule') return <hr />;
  if (table !== undefined) return <ChangedTable table={table} isWhole={isFirst || isWhole} />;
  // A block that is new or gone as a whole is one change.
  const words = isWhole && !isFirst ? <WholeRuns op={op} runs={runs} /> : <ChangedRuns runs={runs} isFirst={isFirst} />;
  if (file !== undefined) {
    const { sha256, bytes } = file;
    return (
      <p className="changed-file">
        <Paperclip aria-hidden="true" />
        <span>{words}</span>
        <span className="changes-size">{fileSize(bytes, currentLanguage())}</span>
        {files.has(sha256) ? (
          <a href={fileAddress({ sha256, name: nameOf(runs) })} download>
            {t('download')}
          </a>
        ) : (
          <span className="changes-size">{t('fileNotHere')}</span>
        )}
      </p>
    );
  }
  if (kind === 'number') return <p data-number={number === undefined ? '– ' : `${number}. `}>{words}</p>;
  if (kind !== 'related') return <p>{words}</p>;
  return (
    <p>
      <span className="changes-label">{t('kind.related')}</span> {words}
    </p>
  );
}

/** As the document is called now; of one that is gone, as it was. */
function nameOf(runs: Runs): string {
  const text = (gone: 'insert' | 'delete'): string =>
    runs.flatMap((run) => (run.op === gone ? [] : [run.text])).join('');
  return text('delete') || text('insert');
}

type Words = TFunction<'review'>;

function saidOf(t: Words, { op, kind, was, traits = [], table, gallery }: Block): string[] {
  const kindWords = (name: string): string => t(`kind.${name}`, { defaultValue: name });
  if (op === 'insert' || op === 'delete') {
    const isPlain = kind === 'paragraph';
    return [
      isPlain ? t(`block.${op}`) : t(op === 'insert' ? 'whole.insert' : 'whole.delete', { kind: kindWords(kind) }),
    ];
  }
  if (op === 'same') return [];
  const said: string[] = [];
  if (was !== undefined && was !== kind) said.push(t('kindChanged', { was: kindWords(was), kind: kindWords(kind) }));
  said.push(...traits.map((trait) => traitWords(t, trait)));
  const counted = (things: readonly { op: string }[] | undefined, name: 'rows' | 'photos'): string[] =>
    (['insert', 'delete'] as const).flatMap((deed) => {
      const count = things?.filter((thing) => thing.op === deed).length ?? 0;
      return count === 0 ? [] : [t(`counted.${name}.${deed}`, { count })];
    });
  const columns = (['insert', 'delete'] as const).flatMap((deed) => {
    const count = table?.columns.filter((column) => column === deed).length ?? 0;
    return count === 0 ? [] : [t(`counted.columns.${deed}`, { count })];
  });
  return [...said, ...counted(table?.rows, 'rows'), ...columns, ...counted(gallery, 'photos')];
}

function traitWords(t: Words, trait: ChangedTrait): string {
  switch (trait.trait) {
    case 'indent': {
      const count = Math.abs(trait.after - trait.before);
      return t(trait.after > trait.before ? 'trait.deeper' : 'trait.shallower', { count });
    }
    case 'box':
      return t(trait.before ? (trait.after ? 'trait.otherBox' : 'trait.outOfBox') : 'trait.intoBox');
    case 'header':
      return t(trait.after ? 'trait.header' : 'trait.noHeader');
    default:
      return t(`trait.${trait.trait}`);
  }
}
