import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleDocument, Fields } from '../../shared/article/document.ts';
import { guessReasons } from '../../shared/article/import/guess-reasons.ts';
import { setFields } from '../../shared/article/write.ts';
import type { ArticleState } from '../../shared/contract/desk.ts';
import { formatDateWithWeekday } from '../../shared/text/dates.ts';
import { slugify } from '../../shared/text/slug.ts';
import { momentWords } from '../app/time-words.ts';
import { currentLanguage } from '../app/words.ts';
import { LOCAL_ORIGIN } from '../editor/local-origin.ts';
import { useOverview } from '../library/overview.tsx';
import { Segmented } from '../ui/segmented.tsx';
import type { ArticleSession } from './article-session.ts';
import { FieldInput } from './field-input.tsx';
import { readDate, writeDate } from './read-date.ts';

const plainFields = ['author', 'source', 'place'] as const;
const EXAMPLE_DATE = '26/04/2022';

/** What is known about the article besides its text. Every letter is written at once, like the text's own. */
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
  const sections = useId();
  const overview = useOverview();
  const { fields } = document;
  const { doc, undo } = session;
  const change = (part: Partial<Fields>): void => setFields(doc, part, LOCAL_ORIGIN);
  const own = { undo, isDisabled: !isEditable };
  return (
    <div className="inspector-section fields-tab">
      <FieldInput
        {...own}
        label={t('field.category')}
        value={fields.category ?? ''}
        onChange={(category) => change({ category: tidy(category) })}
        list={sections}
      />
      <datalist id={sections}>
        {(overview?.sections ?? []).map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <DateField {...own} value={fields.publishedOn} onChange={(publishedOn) => change({ publishedOn })} />
      {plainFields.map((name) => (
        <FieldInput
          {...own}
          key={name}
          label={t(`field.${name}`)}
          value={fields[name] ?? ''}
          onChange={(value) => change({ [name]: tidy(value) })}
        />
      ))}
      <FieldInput
        {...own}
        label={t('field.tags')}
        value={(fields.tags ?? []).join(', ')}
        onChange={(value) => change({ tags: readTags(value) })}
        hint={t('field.tagsHint')}
      />
      <FieldInput
        {...own}
        label={t('field.slug')}
        value={fields.slug ?? ''}
        onChange={(value) => change({ slug: slugify(value) })}
        placeholder={slugify(document.headline)}
        hint={t('field.slugHint')}
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
            undo.cut();
            doc.transact(() => doc.getMap('fields').set('language', language), LOCAL_ORIGIN);
            undo.cut();
          }}
        />
      ) : null}
      {state.provenance === null ? null : <ProvenanceOf provenance={state.provenance} />}
    </div>
  );
}

function tidy(text: string): string {
  return text.trim().normalize('NFC');
}

function readTags(text: string): string[] {
  return [...new Set(text.split(/[,;]/u).map(tidy))].filter((tag) => tag !== '');
}

function DateField({
  value,
  onChange,
  ...own
}: {
  undo: ArticleSession['undo'];
  isDisabled: boolean;
  value: string | undefined;
  onChange: (date: string | undefined) => void;
}): ReactNode {
  const { t } = useTranslation('article');
  const write = (text: string): void => {
    const date = readDate(text, new Date());
    // What is no date leaves the former one in the article.
    if (date !== null || text.trim() === '') onChange(date ?? undefined);
  };
  return (
    <FieldInput
      {...own}
      label={t('field.publishedOn')}
      value={value === undefined ? '' : writeDate(value)}
      // A date is whole with its year; what may still grow into another one is read when the field is left.
      onChange={(text) => {
        if (/\d{4}$|^$/u.test(text.trim())) write(text);
      }}
      onLeave={write}
      errorOf={(text) =>
        text.trim() === '' || readDate(text, new Date()) !== null
          ? null
          : t('field.dateUnknown', { example: EXAMPLE_DATE })
      }
      placeholder={EXAMPLE_DATE}
      hint={
        value === undefined
          ? t('field.dateHint', { example: EXAMPLE_DATE })
          : formatDateWithWeekday(value, currentLanguage())
      }
    />
  );
}

function ProvenanceOf({ provenance }: { provenance: NonNullable<ArticleState['provenance']> }): ReactNode {
  const { t } = useTranslation(['article', 'import']);
  const { file, importedAt, encoding, dropped } = provenance;
  const reasonOf = (why: string): string => {
    const known = guessReasons.find((reason) => reason === why);
    return known === undefined ? '' : t(`import:guess.${known}`);
  };
  return (
    <details className="provenance">
      <summary>{t('article:provenance.title', { file })}</summary>
      <p>{t('article:provenance.about', { time: momentWords(importedAt, currentLanguage()), encoding })}</p>
      {dropped.length === 0 ? null : (
        <>
          <p>{t('article:provenance.dropped', { count: dropped.length })}</p>
          <ul>
            {dropped.map(({ line, text, why }) => (
              <li key={`${line} ${text}`}>
                <p className="provenance-text">{text}</p>
                <p>
                  <span className="tabular">{t('article:provenance.line', { line })}</span> {reasonOf(why)}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
