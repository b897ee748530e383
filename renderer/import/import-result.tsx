/** The article that the lines make. What is typed here stays when a line is taken for something else. */
import { ImagePlus } from 'lucide-react';
import { memo, type ReactNode, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Block, isTextBlock, type TextBlock } from '../../shared/article/document.ts';
import type { DroppedLine } from '../../shared/article/import/assemble.ts';
import type { ImportPreview } from '../../shared/contract/desk-imports.ts';
import { TextInput } from '../ui/text-input.tsx';
import { ImportDate } from './import-date.tsx';

type Caption = ImportPreview['captions'][number];

const fields = ['category', 'publishedOn', 'author', 'source'] as const;

export function ImportResult({
  preview,
  dropped,
  onChange,
}: {
  preview: ImportPreview;
  dropped: readonly DroppedLine[];
  onChange: (preview: ImportPreview) => void;
}): ReactNode {
  const { t } = useTranslation('import');
  const { blocks, captions } = preview;
  const textBlocks = blocks.filter(isTextBlock).length;
  const change = (part: Partial<ImportPreview>): void => onChange({ ...preview, ...part });
  const latest = useRef<(id: string, part: Partial<Caption>) => void>(() => {});
  latest.current = (id, part) =>
    change({ captions: captions.map((photo) => (photo.id === id ? { ...photo, ...part } : photo)) });
  // The same function always, so that a long article is not drawn anew for a key typed into its headline.
  const changeCaption = useCallback((id: string, part: Partial<Caption>) => latest.current(id, part), []);
  return (
    <div className="import-result">
      <p className="import-summary tabular">
        {t('summary', { blocks: t('blocks', { count: textBlocks }), count: captions.length })}
      </p>
      <div className="import-fields">
        {fields.map((name) => {
          const own = {
            value: preview.fields[name] ?? '',
            onChange: (value: string) => change({ fields: { ...preview.fields, [name]: value } }),
          };
          return name === 'publishedOn' ? (
            <ImportDate key={name} {...own} />
          ) : (
            <TextInput key={name} label={t(`field.${name}`)} {...own} />
          );
        })}
      </div>
      <textarea
        className="import-headline"
        aria-label={t('field.headline')}
        placeholder={t('noHeadline')}
        rows={1}
        spellCheck={false}
        value={preview.headline}
        onChange={(event) => change({ headline: event.target.value })}
      />
      <textarea
        className="import-lead"
        aria-label={t('field.lead')}
        placeholder={t('field.lead')}
        rows={1}
        spellCheck={false}
        value={preview.lead}
        onChange={(event) => change({ lead: event.target.value })}
      />
      {textBlocks === 0 ? <p className="import-note">{t('noBody')}</p> : null}
      <Blocks blocks={blocks} captions={captions} onCaption={changeCaption} />
      {dropped.length === 0 ? null : (
        <details className="import-dropped">
          <summary>{t('droppedTitle', { count: dropped.length })}</summary>
          <p className="import-note">{t('droppedNote')}</p>
          <ul>
            {dropped.map(({ line, text }) => (
              <li key={`${line} ${text}`}>
                <span className="import-number tabular">{line}</span> {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const Blocks = memo(function Blocks({
  blocks,
  captions,
  onCaption,
}: {
  blocks: readonly Block[];
  captions: readonly Caption[];
  onCaption: (id: string, part: Partial<Caption>) => void;
}): ReactNode {
  let number = 0;
  return (
    <div className="import-blocks">
      {blocks.map((block, index) => {
        number = block.kind === 'number' ? number + 1 : 0;
        if (block.kind === 'photo') {
          const at = captions.findIndex(({ id }) => id === block.photo);
          const caption = captions[at];
          if (caption === undefined) return null;
          return <PhotoPlace key={block.photo} n={at + 1} photo={caption} onCaption={onCaption} />;
        }
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a preview are nothing but their order
        return isTextBlock(block) ? <TextPiece key={index} block={block} number={number} /> : <hr key={index} />;
      })}
    </div>
  );
});

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
  block: { kind, runs },
  number,
}: {
  block: TextBlock;
  number: number;
}): ReactNode {
  const Piece = pieces[kind];
  const mark = kind === 'bullet' ? '•' : kind === 'number' ? `${number}.` : undefined;
  return (
    <Piece className={`import-block is-${kind}`} data-mark={mark}>
      {runs.map(({ text }) => text).join('')}
    </Piece>
  );
});

function PhotoPlace({
  n,
  photo,
  onCaption,
}: {
  n: number;
  photo: Caption;
  onCaption: (id: string, part: Partial<Caption>) => void;
}): ReactNode {
  const { t } = useTranslation('import');
  return (
    <figure className="import-photo" aria-label={t('photo', { n })}>
      <p className="import-photo-place">
        <ImagePlus aria-hidden="true" />
        <span>
          {t('photo', { n })}. {t('photoNote')}
        </span>
      </p>
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
