/** The blocks of the article to be, as a reader would see them; captions and credits can be written at once. */
import { ImageOff, ImagePlus } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Block,
  isTextBlock,
  photosOf,
  type Run,
  type TableBlock,
  type TextBlock,
} from '../../shared/article/document.ts';
import type { ImportPreview } from '../../shared/contract/desk-imports.ts';
import { TextInput } from '../ui/text-input.tsx';
import { usePicture } from './pictures.tsx';

export type Caption = ImportPreview['captions'][number];
type ChangeCaption = (id: string, part: Partial<Caption>) => void;

export const ImportBlocks = memo(function ImportBlocks({
  blocks,
  captions,
  onCaption,
}: {
  blocks: readonly Block[];
  captions: readonly Caption[];
  onCaption: ChangeCaption;
}): ReactNode {
  const { t } = useTranslation('import');
  const marks = listMarks(blocks);
  const shown = blocks.map((block, index) => {
    const photos = photosOf(block).flatMap((id) => {
      const at = captions.findIndex((caption) => caption.id === id);
      const photo = captions[at];
      return photo === undefined ? [] : [<PhotoPlace key={id} n={at + 1} photo={photo} onCaption={onCaption} />];
    });
    if (photos.length > 0 && block.kind === 'photo') return photos[0];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a preview are nothing but their order
      <Piece key={index} block={block} mark={marks[index] ?? null}>
        {photos}
      </Piece>
    );
  });
  return (
    <div className="import-blocks">
      {boxesOf(blocks).map(({ box, from, to }) =>
        box === undefined ? (
          shown.slice(from, to)
        ) : (
          <section key={from} className="import-box" aria-label={t('box')}>
            {shown.slice(from, to)}
          </section>
        ),
      )}
    </div>
  );
});

/** Stretches of blocks that stand in one info box, or in none. */
function boxesOf(blocks: readonly Block[]): { box: string | undefined; from: number; to: number }[] {
  const boxes: { box: string | undefined; from: number; to: number }[] = [];
  for (const [index, { box }] of blocks.entries()) {
    const last = boxes.at(-1);
    if (last !== undefined && last.box === box) last.to = index + 1;
    else boxes.push({ box, from: index, to: index + 1 });
  }
  return boxes;
}

function Piece({ block, mark, children }: { block: Block; mark: string | null; children: ReactNode }): ReactNode {
  if (isTextBlock(block)) return <TextPiece block={block} mark={mark} />;
  if (block.kind === 'table') return <TablePiece table={block} />;
  if (block.kind === 'gallery') return <div className="import-gallery">{children}</div>;
  return block.kind === 'rule' ? <hr className="import-rule" /> : null;
}

/** The bullets and numbers of list items: each level counts for itself, from 1 below a new item above it. */
function listMarks(blocks: readonly Block[]): (string | null)[] {
  let counts: number[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'bullet' && block.kind !== 'number') {
      counts = [];
      return null;
    }
    const level = block.indent ?? 0;
    counts = counts.slice(0, level + 1);
    if (block.kind === 'bullet') return '•';
    counts[level] = (counts[level] ?? 0) + 1;
    return `${counts[level]}.`;
  });
}

const pieces = {
  paragraph: 'p',
  heading2: 'h3',
  heading3: 'h4',
  quote: 'blockquote',
  attribution: 'p',
  bullet: 'p',
  number: 'p',
} as const;

const TextPiece = memo(function TextPiece({
  block: { kind, runs, indent = 0 },
  mark,
}: {
  block: TextBlock;
  mark: string | null;
}): ReactNode {
  const Tag = pieces[kind];
  return (
    <Tag
      className={`import-block is-${kind}`}
      data-mark={mark ?? undefined}
      data-indent={indent > 0 ? indent : undefined}
    >
      <Runs runs={runs} />
    </Tag>
  );
});

function TablePiece({ table }: { table: TableBlock }): ReactNode {
  return (
    <div className="import-table-frame">
      <table className="import-table">
        <tbody>
          {table.rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a preview are nothing but their order
            <tr key={row}>
              {cells.map(({ runs, columns, rows }, column) => {
                const Tag = row === 0 && table.header === true ? 'th' : 'td';
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <Tag key={column} colSpan={columns} rowSpan={rows}>
                    <Runs runs={runs} />
                  </Tag>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const formats = [
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strike', 's'],
  ['superscript', 'sup'],
  ['subscript', 'sub'],
] as const;

function Runs({ runs }: { runs: readonly Run[] }): ReactNode {
  return runs.map((run, index) => {
    let shown: ReactNode = run.text.replaceAll('\u2028', '\n');
    for (const [name, Tag] of formats) if (run[name] === true) shown = <Tag>{shown}</Tag>;
    if (run.link !== undefined) {
      shown = (
        <span className="import-link" title={run.link}>
          {shown}
        </span>
      );
    }
    // biome-ignore lint/suspicious/noArrayIndexKey: runs are nothing but their order
    return <span key={index}>{shown}</span>;
  });
}

function PhotoPlace({ n, photo, onCaption }: { n: number; photo: Caption; onCaption: ChangeCaption }): ReactNode {
  const { t } = useTranslation('import');
  const shown = usePicture(photo.picture);
  const isTaken = shown !== null && shown.picture.problem === null;
  return (
    <figure className={`import-photo ${isTaken ? 'has-picture' : ''}`} aria-label={t('photo', { n })}>
      {isTaken ? (
        <div className="import-picture" style={{ aspectRatio: `${shown.picture.width} / ${shown.picture.height}` }}>
          {shown.address === null ? null : <img src={shown.address} alt={photo.alt ?? ''} />}
        </div>
      ) : (
        <p className="import-photo-place">
          {shown === null ? <ImagePlus aria-hidden="true" /> : <ImageOff aria-hidden="true" />}
          <span>
            {t('photo', { n })}. {t(shown === null ? 'photoNote' : 'photoUnreadable')}
          </span>
        </p>
      )}
      <TextInput
        label={t('field.caption', { n })}
        lines="as-needed"
        value={photo.caption}
        onChange={(caption) => onCaption(photo.id, { caption })}
      />
      <TextInput
        label={t('field.credit', { n })}
        value={photo.credit}
        onChange={(credit) => onCaption(photo.id, { credit })}
      />
    </figure>
  );
}
