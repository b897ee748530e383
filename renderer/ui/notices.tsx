/** Notices stack quietly above the status bar, leave by themselves when they only inform, and can be read again. */
import { X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { AppError } from '../../shared/errors/app-error.ts';
import { errorText } from '../../shared/errors/app-error.ts';
import type { Language } from '../../shared/errors/codes.ts';
import { Button, IconButton } from './button.tsx';
import './notices.css';

export type Notice = {
  id: number;
  kind: 'info' | 'error';
  text: string;
  at: Date;
  action?: { label: string; run: () => void };
};

export type Notices = {
  say: (text: string, action?: Notice['action']) => void;
  /** Answers with what takes it out of sight, for whoever knows that it holds no longer. */
  tellError: (error: AppError) => () => void;
  /** Everything said since the page was opened, the newest first. */
  past: readonly Notice[];
};

const NoticeContext = createContext<Notices | null>(null);
const SHOWN_MS = 7_000;
const MOST_KEPT = 50;
const MOST_SHOWN = 4;

export function useNotices(): Notices {
  const notices = useContext(NoticeContext);
  if (notices === null) throw new Error('no NoticeProvider above this component');
  return notices;
}

export function NoticeProvider({
  language,
  closeLabel,
  regionLabel,
  children,
}: {
  language: Language;
  closeLabel: string;
  regionLabel: string;
  children: ReactNode;
}): ReactNode {
  const [past, setPast] = useState<readonly Notice[]>([]);
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const nextId = useRef(1);
  const hide = useCallback((id: number): void => setHidden((ids) => new Set(ids).add(id)), []);

  const api = useMemo((): Omit<Notices, 'past'> => {
    const add = (kind: Notice['kind'], text: string, action?: Notice['action']): (() => void) => {
      const id = nextId.current;
      nextId.current += 1;
      // An error stays until it has been read; what only informs has its time, in sight or behind others.
      if (kind === 'info') setTimeout(() => hide(id), SHOWN_MS);
      setPast((notices) => {
        // The same thing said again is not two notices.
        const rest = notices.filter((notice, index) => !(index === 0 && notice.kind === kind && notice.text === text));
        return [{ id, kind, text, action, at: new Date() }, ...rest].slice(0, MOST_KEPT);
      });
      return () => hide(id);
    };
    return {
      say: (text, action) => {
        add('info', text, action);
      },
      tellError: (error) => add('error', errorText(error.code, language, error.details)),
    };
  }, [language, hide]);

  const shown = past.filter(({ id }) => !hidden.has(id)).slice(0, MOST_SHOWN);
  const value = useMemo(() => ({ ...api, past }), [api, past]);
  return (
    <NoticeContext value={value}>
      {children}
      {/* Also over a dialog: pressing it is not a press outside of that. */}
      <section className="notices" aria-label={regionLabel} aria-live="polite" data-react-aria-top-layer="true">
        {shown.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} closeLabel={closeLabel} onHide={() => hide(notice.id)} />
        ))}
      </section>
    </NoticeContext>
  );
}

function NoticeCard({
  notice,
  closeLabel,
  onHide,
}: {
  notice: Notice;
  closeLabel: string;
  onHide: () => void;
}): ReactNode {
  return (
    <div className={`notice notice-${notice.kind}`} role={notice.kind === 'error' ? 'alert' : 'status'}>
      <p>{notice.text}</p>
      {notice.action === undefined ? null : (
        <Button
          look="quiet"
          onPress={() => {
            notice.action?.run();
            onHide();
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <IconButton label={closeLabel} onPress={onHide}>
        <X />
      </IconButton>
    </div>
  );
}
