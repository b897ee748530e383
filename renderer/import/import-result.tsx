/** The article that the lines make. What is typed here stays when a line is taken for something else. */
import { type ReactNode, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isTextBlock } from '../../shared/article/document.ts';
import type { DroppedLine } from '../../shared/article/import/assemble.ts';
import type { ImportPreview } from '../../shared/contract/desk-imports.ts';
import { TextInput } from '../ui/text-input.tsx';
import { useTypedValue } from '../ui/typed-value.ts';
import { type Caption, ImportBlocks } from './import-blocks.tsx';
import { ImportDate } from './import-date.tsx';

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
  const tables = blocks.filter(({ kind }) => kind === 'table').length;
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
        {tables === 0 ? null : `, ${t('tables', { count: tables })}`}
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
      <ImportText
        className="import-headline"
        label={t('field.headline')}
        placeholder={t('noHeadline')}
        value={preview.headline}
        onChange={(headline) => change({ headline })}
      />
      <ImportText
        className="import-lead"
        label={t('field.lead')}
        placeholder={t('field.lead')}
        value={preview.lead}
        onChange={(lead) => change({ lead })}
      />
      {textBlocks === 0 ? <p className="import-note">{t('noBody')}</p> : null}
      <ImportBlocks blocks={blocks} captions={captions} onCaption={changeCaption} />
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

function ImportText({
  label,
  value,
  onChange,
  ...rest
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  className: string;
  placeholder: string;
}): ReactNode {
  const typed = useTypedValue<HTMLTextAreaElement>(value, onChange);
  return <textarea aria-label={label} rows={1} spellCheck={false} {...rest} {...typed} />;
}
