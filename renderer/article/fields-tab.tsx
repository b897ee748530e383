import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleDocument, Fields } from '../../shared/article/document.ts';
import { setFields } from '../../shared/article/write.ts';
import type { ArticleState } from '../../shared/contract/desk.ts';
import { formatDateWithWeekday } from '../../shared/text/dates.ts';
import { slugify } from '../../shared/text/slug.ts';
import { currentLanguage } from '../app/words.ts';
import { LOCAL_ORIGIN } from '../editor/local-origin.ts';
import { useOverview } from '../library/use-overview.ts';
import { Segmented } from '../ui/segmented.tsx';
import { TextInput } from '../ui/text-input.tsx';
import type { ArticleSession } from './article-session.ts';

const plainFields = ['author', 'source', 'place'] as const;

/** What is known about the article besides its text. */
export function FieldsTab({
  session,
  state,
  document,
  isEditable,
}: {
  session: ArticleSession;
  state: ArticleState;
  document: ArticleDocument;
  isEditable: boolean;
}): ReactNode {
  const { t } = useTranslation('article');
  const id = useId();
  const overview = useOverview();
  const { fields } = document;
  const change = (part: Partial<Fields>): void => setFields(session.doc, part, LOCAL_ORIGIN);
  const date = fields.publishedOn ?? '';
  return (
    <div className="inspector-section fields-tab">
      <FieldInput
        label={t('field.category')}
        value={fields.category ?? ''}
        onChange={(category) => change({ category })}
        isDisabled={!isEditable}
        list={`${id}-sections`}
      />
      <datalist id={`${id}-sections`}>
        {(overview?.sections ?? []).map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextInput
        label={t('field.publishedOn')}
        type="date"
        value={date}
        onChange={(publishedOn) => change({ publishedOn: publishedOn === '' ? undefined : publishedOn })}
        isDisabled={!isEditable}
        hint={date === '' ? undefined : formatDateWithWeekday(date, currentLanguage())}
      />
      {plainFields.map((name) => (
        <FieldInput
          key={name}
          label={t(`field.${name}`)}
          value={fields[name] ?? ''}
          onChange={(value) => change({ [name]: value })}
          isDisabled={!isEditable}
        />
      ))}
      <FieldInput
        label={t('field.tags')}
        value={(fields.tags ?? []).join(', ')}
        onChange={(value) => {
          const tags = value
            .split(/[,;]/u)
            .map((tag) => tag.trim())
            .filter((tag) => tag !== '');
          change({ tags: [...new Set(tags)] });
        }}
        isDisabled={!isEditable}
        hint={t('field.tagsHint')}
      />
      <FieldInput
        label={t('field.slug')}
        value={fields.slug ?? ''}
        onChange={(value) => change({ slug: slugify(value) })}
        isDisabled={!isEditable}
        placeholder={slugify(document.headline)}
      />
      {isEditable ? (
        <Segmented
          label={t('field.language')}
          value={document.language === 'en' ? 'en' : 'vi'}
          choices={[
            { id: 'vi', label: 'Tiếng Việt', language: 'vi' },
            { id: 'en', label: 'English', language: 'en' },
          ]}
          onChange={(language) => {
            session.undo.cut();
            session.doc.transact(() => session.doc.getMap('fields').set('language', language), LOCAL_ORIGIN);
          }}
        />
      ) : null}
      {state.provenance === null ? null : <ProvenanceOf provenance={state.provenance} />}
    </div>
  );
}

/** A field that is written when it is left or Enter is pressed, so that others see whole words. */
function FieldInput({
  value,
  onChange,
  ...rest
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  isDisabled: boolean;
  hint?: string;
  placeholder?: string;
  list?: string;
}): ReactNode {
  const [draft, setDraft] = useState<string | null>(null);
  const write = (): void => {
    if (draft !== null && draft.trim() !== value) onChange(draft.trim().normalize('NFC'));
    setDraft(null);
  };
  // What is typed is not lost when the tab or the article is left by key.
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(write, 1_000);
    return () => clearTimeout(timer);
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for the field that it wraps
    <div onBlur={write}>
      <TextInput {...rest} value={draft ?? value} onChange={setDraft} onEnter={write} />
    </div>
  );
}

function ProvenanceOf({ provenance }: { provenance: NonNullable<ArticleState['provenance']> }): ReactNode {
  const { t } = useTranslation('article');
  return (
    <details className="provenance">
      <summary>{t('provenance.title', { file: provenance.file })}</summary>
      {provenance.dropped.length === 0 ? null : (
        <>
          <p>{t('provenance.dropped')}</p>
          <ul>
            {provenance.dropped.map(({ line, text }) => (
              <li key={`${line} ${text}`}>
                <span className="tabular">{t('provenance.line', { line })}</span> {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
