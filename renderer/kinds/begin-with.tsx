/** Below a blank page: what the article may begin as. It goes as soon as something is written, and nothing moves by that. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { setFields } from '../../shared/article/write.ts';
import { type ArticleKind, articleKinds } from '../../shared/kinds/article-kinds.ts';
import { beginBody } from '../../shared/kinds/begin-body.ts';
import { currentLanguage } from '../app/words.ts';
import type { ArticleUndo } from '../editor/article-undo.ts';
import { LOCAL_ORIGIN } from '../editor/local-origin.ts';
import './kinds.css';

/** The kind and its template as one step of undo. */
export function beginWith(doc: Y.Doc, undo: ArticleUndo, kind: ArticleKind, language: 'vi' | 'en'): void {
  undo.edit({ type: 'other' }, () => {
    setFields(doc, { kind: kind.id }, LOCAL_ORIGIN);
    beginBody(doc, kind, language, LOCAL_ORIGIN);
  });
}

export function BeginWith({
  doc,
  undo,
  language,
  onBegun,
}: {
  doc: Y.Doc;
  undo: ArticleUndo;
  /** The article's. */
  language: 'vi' | 'en';
  onBegun: () => void;
}): ReactNode {
  const { t } = useTranslation('kinds');
  return (
    <fieldset className="begin-with">
      <legend>{t('beginWith')}</legend>
      {articleKinds.map((kind) => (
        <button
          key={kind.id}
          type="button"
          title={kind.about[currentLanguage()]}
          onClick={() => {
            beginWith(doc, undo, kind, language);
            onBegun();
          }}
        >
          {kind.name[currentLanguage()]}
        </button>
      ))}
    </fieldset>
  );
}
