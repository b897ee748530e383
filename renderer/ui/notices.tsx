/** Notices stack quietly at the lower right, leave by themselves when they only inform, and can be read again. */
import { X } from 'lucide-react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
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
  tellError: (error: AppError) => void;
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
  const hide = (id: number): void => setHidden((ids) => new Set(ids).add(id));

  const api = useMemo((): Omit<Notices, 'past'> => {
    const add = (kind: Notice['kind'], text: string, action?: Notice['action']): void => {
      const id = nextId.current;
      nextId.current += 1;
      setPast((notices) => {
        // The same thing said again is not two notices.
        const rest = notices.filter((notice, index) => !(index === 0 && notice.kind === kind && notice.text === text));
        return [{ id, kind, text, action, at: new Date() }, ...rest].slice(0, MOST_KEPT);
      });
    };
    return {
      say: (text, action) => add('info', text, action),
      tellError: (error) => add('error', errorText(error.code, language, error.details)),
    };
  }, [language]);

  const shown = past.filter(({ id }) => !hidden.has(id)).slice(0, MOST_SHOWN);
  const value = useMemo(() => ({ ...api, past }), [api, past]);
  return (
    <NoticeContext value={value}>
      {children}
      <section className="notices" aria-label={regionLabel} aria-live="polite">
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
  const latest = useRef(onHide);
  useEffect(() => {
    latest.current = onHide;
  });
  useEffect(() => {
    // An error stays until it has been read.
    if (notice.kind === 'error') return;
    const timer = setTimeout(() => latest.current(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
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
