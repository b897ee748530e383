/** Beside the text: what is known of the article, its photos, its review, its history. */
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleDocument } from '../../shared/article/document.ts';
import type { ArticleState } from '../../shared/contract/desk.ts';
import type { KindField } from '../../shared/kinds/article-kinds.ts';
import { missingThings } from '../../shared/workflow/missing.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { HistoryTab } from '../history/history-tab.tsx';
import { PhotosTab } from '../photos/photos-tab.tsx';
import type { PhotoActions } from '../photos/use-add-photos.ts';
import type { PictureThing } from '../review/jump.ts';
import { ReviewTab } from '../review/review-tab.tsx';
import { useLost } from '../review/use-lost.ts';
import type { Steps } from '../review/use-steps.tsx';
import type { ArticleSession } from './article-session.ts';
import { FieldsTab } from './fields-tab.tsx';

export const inspectorTabs = ['fields', 'photos', 'review', 'history'] as const;
export type InspectorTab = (typeof inspectorTabs)[number];

export function Inspector({
  width,
  session,
  state,
  document,
  isEditable,
  tab,
  onTab,
  steps,
  photos,
  body,
  onPhoto,
  onCompare,
}: {
  width: number;
  session: ArticleSession;
  state: ArticleState;
  document: ArticleDocument;
  isEditable: boolean;
  tab: InspectorTab;
  onTab: (tab: InspectorTab) => void;
  steps: Steps;
  photos: PhotoActions;
  body: BodyHandle | null;
  /** Leads to what may be mended of a picture itself. */
  onPhoto: (thing: PictureThing) => void;
  onCompare: () => void;
}): ReactNode {
  const { t } = useTranslation('article');
  const id = useId();
  const tabs = useRef<HTMLDivElement>(null);
  /** The field that the review tab leads to. */
  const [sought, setSought] = useState<KindField | null>(null);
  const lost = useLost(document, steps.blocked);
  const missing = state.working === 'draft' ? missingThings(document, lost) : [];
  const counts: Partial<Record<InspectorTab, number>> = { photos: document.photos.length, review: missing.length };
  const move = (by: number): void => {
    const next = inspectorTabs[(inspectorTabs.indexOf(tab) + by + inspectorTabs.length) % inspectorTabs.length]!;
    onTab(next);
    tabs.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <aside className="inspector" aria-label={t('inspector')} style={{ width }} data-pane>
      <div
        className="inspector-tabs"
        role="tablist"
        ref={tabs}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') move(1);
          if (event.key === 'ArrowLeft') move(-1);
        }}
      >
        {inspectorTabs.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            data-tab={name}
            aria-selected={name === tab}
            aria-controls={`${id}-panel`}
            tabIndex={name === tab ? 0 : -1}
            onClick={() => onTab(name)}
          >
            {t(`tab.${name}`)}
            {counts[name] ? <span className="tab-count tabular">{counts[name]}</span> : null}
          </button>
        ))}
      </div>
      <div className="inspector-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`}>
        {tab === 'fields' ? (
          <FieldsTab
            session={session}
            state={state}
            document={document}
            isEditable={isEditable}
            sought={sought}
            onFound={() => setSought(null)}
          />
        ) : tab === 'photos' ? (
          <PhotosTab articleId={session.id} document={document} isEditable={isEditable} photos={photos} />
        ) : tab === 'review' ? (
          <ReviewTab
            state={state}
            missing={missing}
            steps={steps}
            body={body}
            onField={(field) => {
              onTab('fields');
              setSought(field);
            }}
            onPhoto={onPhoto}
            onCompare={onCompare}
          />
        ) : (
          <HistoryTab state={state} />
        )}
      </div>
    </aside>
  );
}
