import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleDocument, Fields } from '../../shared/article/document.ts';
import { guessReasons } from '../../shared/article/import/guess-reasons.ts';
import { setFields } from '../../shared/article/write.ts';
import type { ArticleState } from '../../shared/contract/desk.ts';
import { type KindField as FieldOfKind, findKind, kindFields } from '../../shared/kinds/article-kinds.ts';
import { formatDateWithWeekday } from '../../shared/text/dates.ts';
import { slugify } from '../../shared/text/slug.ts';
import { momentWords } from '../app/time-words.ts';
import { currentLanguage } from '../app/words.ts';
import { LOCAL_ORIGIN } from '../editor/local-origin.ts';
import { beginWith } from '../kinds/begin-with.tsx';
import { KindField } from '../kinds/kind-field.tsx';
import { Lengths } from '../kinds/lengths.tsx';
import { useOverview } from '../library/overview.tsx';
import { Segmented } from '../ui/segmented.tsx';
import type { ArticleSession } from './article-session.ts';
import { FieldInput } from './field-input.tsx';
import { readDate, writeDate } from './read-date.ts';

/** What an article of no kind has. */
const usualFields: readonly FieldOfKind[] = ['category', 'publishedOn', 'author', 'source', 'place', 'tags'];
const EXAMPLE_DATE = '26/04/2022';

/** What is known about the article besides its text. Every letter is written at once, like the text's own. */
export function FieldsTab({
  session,
  state,
  document,
  isEditable,
  sought,
  onFound,
}: {
  session: ArticleSession;
  state: ArticleState;
  document: ArticleDocument;
  isEditable: boolean;
  /** The field that somebody is led to. */
  sought: FieldOfKind | null;
  onFound: () => void;
}): ReactNode {
  const { t } = useTranslation('article');
  const { t: kindWords } = useTranslation('kinds');
  const tab = useRef<HTMLDivElement>(null);
  const sections = useId();
  const overview = useOverview();
  const { fields } = document;
  const { doc, undo } = session;
  const change = (part: Partial<Fields>): void => setFields(doc, part, LOCAL_ORIGIN);
  const own = { undo, isDisabled: !isEditable };
  const kind = findKind(fields.kind);
  // What an article has stays in sight when its kind has no such field.
  const shown = kindFields.filter((name) => (kind?.fields ?? usualFields).includes(name) || fields[name] !== undefined);
  const label = (name: FieldOfKind): string => {
    const words = t(`field.${name}`);
    return kind?.required.includes(name) === true ? kindWords('required', { label: words }) : words;
  };
  useEffect(() => {
    if (sought === null) return;
    const field = tab.current?.querySelector<HTMLElement>(`[data-field="${sought}"] input`);
    field?.scrollIntoView({ block: 'nearest' });
    field?.focus();
    onFound();
  }, [sought, onFound]);
  const fieldOf = (name: FieldOfKind): ReactNode => {
    if (name === 'publishedOn' || name === 'eventDate') {
      return (
        <DateField {...own} label={label(name)} value={fields[name]} onChange={(date) => change({ [name]: date })} />
      );
    }
    if (name === 'tags') {
      return (
        <FieldInput
          {...own}
          label={label(name)}
          value={(fields.tags ?? []).join(', ')}
          onChange={(value) => change({ tags: readTags(value) })}
          hint={t('field.tagsHint')}
        />
      );
    }
    return (
      <FieldInput
        {...own}
        label={label(name)}
        value={fields[name] ?? ''}
        onChange={(value) => change({ [name]: tidy(value) })}
        list={name === 'category' ? sections : undefined}
      />
    );
  };
  return (
    <div className="inspector-section fields-tab" ref={tab}>
      <KindField
        value={fields.kind}
        isDisabled={!isEditable}
        onChange={(id) => {
          const chosen = findKind(id);
          undo.cut();
          if (chosen === undefined) change({ kind: undefined });
          else beginWith(doc, undo, chosen, document.language === 'en' ? 'en' : 'vi');
          undo.cut();
        }}
      />
      <datalist id={sections}>
        {(overview?.sections ?? []).map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {shown.map((name) => (
        <div key={name} data-field={name}>
          {fieldOf(name)}
        </div>
      ))}
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
      <Lengths document={document} />
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
  label,
  value,
  onChange,
  ...own
}: {
  undo: ArticleSession['undo'];
  isDisabled: boolean;
  label: string;
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
      label={label}
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
