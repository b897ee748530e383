/** A credit is typed once: what fills the blank for it in the caption is the picture's credit, where it has none. */
import { useCallback, useLayoutEffect, useState } from 'react';
import { creditBlank, creditTypedOver } from '../../shared/photos/caption-template.ts';
import { flushViews } from '../editor/inbound.ts';
import type { RecordSession } from '../photo-records/record-session.ts';

type TypedCredit = Pick<RecordSession, 'doc' | 'record' | 'change'>;

/** Watches the caption of one picture. */
export class CreditFromCaption {
  readonly #session: TypedCredit;
  readonly #stop: () => void;
  /** The caption as it was when its credit was last open. */
  #former: string | null = null;

  constructor(session: TypedCredit) {
    this.#session = session;
    const text = session.doc.getText('description');
    const look = (): void => {
      const caption = text.toString();
      if (creditBlank(caption) !== undefined) this.#former = caption;
    };
    look();
    text.observe(look);
    this.#stop = () => text.unobserve(look);
  }

  /** The blank was left. One step of undo, so that the credit can go and the caption stay. */
  take(): void {
    if (this.#former === null) return;
    flushViews(this.#session.doc);
    const { description, credit } = this.#session.record();
    if (creditBlank(description) !== undefined) return;
    const typed = creditTypedOver(this.#former, description);
    this.#former = null;
    if (typed !== null && credit.trim() === '') {
      this.#session.change({ texts: { credit: { how: 'set', text: typed } } });
    }
  }

  end(): void {
    this.#stop();
  }
}

/** Answers what is called when a blank of the caption is left; going to another picture leaves it as well. */
export function useCreditFromCaption(session: RecordSession): () => void {
  const [watched, setWatched] = useState<CreditFromCaption | null>(null);
  useLayoutEffect(() => {
    const made = new CreditFromCaption(session);
    setWatched(made);
    return () => {
      made.take();
      made.end();
    };
  }, [session]);
  return useCallback(() => watched?.take(), [watched]);
}
