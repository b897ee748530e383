/** The find bar of the open article with all that it holds: what is looked for, what replaces it, and the keys for it. */
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ArticleEdits } from '../../shared/find/article-edits.ts';
import type { FindQuery } from '../../shared/find/find-hits.ts';
import { readPassages } from '../../shared/find/passages.ts';
import { replaceHits } from '../../shared/find/replacement.ts';
import { useCommands } from '../app/commands.tsx';
import { useRemembered } from '../app/remembered.ts';
import type { ArticleSession } from '../article/article-session.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { flushViews } from '../editor/inbound.ts';
import { useNotices } from '../ui/notices.tsx';
import { editArticle } from './edit-article.ts';
import { FindBar, type FindOptions } from './find-bar.tsx';
import { selectedWords, selectHit } from './select-hit.ts';
import { type Found, type FoundHit, useFind } from './use-find.ts';
import { useSayDone } from './use-say-done.ts';

const usualOptions: FindOptions = { matchAccents: true, matchCase: false, wholeWord: false, isPattern: false };

/** The same words are often looked for in one article after the other. */
const last = { text: '', by: '' };

function articleColumn(): HTMLElement | null {
  return document.querySelector('.article-main .article-column');
}

export function useFindBar({
  session,
  body,
  isEditable,
  lastField,
}: {
  session: ArticleSession;
  body: BodyHandle | null;
  isEditable: boolean;
  lastField: { readonly current: HTMLTextAreaElement | null };
}): { bar: ReactNode; open: (isReplacing: boolean) => void } {
  const { t } = useTranslation<'tools'>('tools');
  const { say } = useNotices();
  const sayDone = useSayDone();
  const [column, setColumn] = useState<HTMLElement | null>(null);
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [isReplacing, setReplacing] = useState(false);
  const [text, setText] = useState(last.text);
  const [by, setBy] = useState(last.by);
  const [keepCase, setKeepCase] = useRemembered('find.keepCase', false);
  const [kept, setOptions] = useRemembered<FindOptions>('find.options', usualOptions);
  const options = useMemo(() => ({ ...usualOptions, ...kept }), [kept]);
  useEffect(() => {
    Object.assign(last, { text, by });
  }, [text, by]);
  // The text is drawn anew when a person comes back from the changes.
  useEffect(() => {
    if (isOpen && body !== null) setColumn(articleColumn());
  }, [isOpen, body]);
  const field = useRef<HTMLInputElement>(null);
  /** Whether a hit was gone to since the bar was opened. */
  const hasStepped = useRef(false);
  const query = useMemo(
    (): FindQuery | null => (isOpen && text !== '' ? { ...options, text } : null),
    [isOpen, options, text],
  );
  const find = useFind({ session, body, column, layer, lastField, query });
  // Where the caret is is known once the bar knows the column.
  const isNew = useRef(false);
  useLayoutEffect(() => {
    if (!isOpen || !isNew.current) return;
    isNew.current = false;
    find.fromCaret();
  });
  const finding = {
    ...find,
    step: (by: 1 | -1): void => {
      hasStepped.current = true;
      find.step(by);
    },
  };

  const open = (replacing: boolean): void => {
    const here = articleColumn();
    if (here === null) return;
    const isWithin = field.current?.closest('.find-bar')?.contains(document.activeElement) === true;
    if (!isWithin) {
      flushViews(session.doc);
      const words = selectedWords(body, lastField.current, readPassages(session.doc));
      if (words !== '') setText(words);
    }
    hasStepped.current = false;
    setColumn(here);
    if (!isWithin && column === here) find.fromCaret();
    else if (!isWithin) isNew.current = true;
    setOpen(true);
    setReplacing(replacing && isEditable);
    const focus = (): void => {
      field.current?.focus();
      field.current?.select();
    };
    // Once it is there.
    if (field.current === null) requestAnimationFrame(focus);
    else focus();
  };
  const close = (): void => {
    const hit = find.hits[find.current];
    setOpen(false);
    // Who went to a hit goes on there; who did not, where they were.
    if (hasStepped.current && hit !== undefined && column !== null) selectHit(column, body, hit);
    else if (lastField.current !== null) lastField.current.focus({ preventScroll: true });
    else body?.focus();
  };

  const editsOf = (hits: readonly FoundHit[], withText: string): ArticleEdits[] => {
    if (query === null) return [];
    const byPassage = Map.groupBy(hits, ({ passage }) => passage);
    return [...byPassage].flatMap(([{ name, characters }, own]): ArticleEdits[] => {
      const edits = replaceHits(
        characters,
        own.map(({ hit }) => hit),
        query,
        { text: withText, keepCase },
      );
      return edits.length === 0 ? [] : [{ passage: name, characters, edits }];
    });
  };
  /** What is shown may be older than the text, so it is looked for anew. */
  const write = async (hitsOf: (found: Found) => readonly FoundHit[], withText: string) => {
    const hits = hitsOf(await find.refresh());
    const edits = editsOf(hits, withText);
    const done = edits.length === 0 ? null : editArticle(session, edits);
    return done === null && edits.length > 0 ? null : { hits, edits, done };
  };
  const replaceOne = async (withText = by): Promise<void> => {
    const written = await write(({ hits, current }) => hits.slice(Math.max(0, current), current + 1), withText);
    if (written === null) say(t('find.textChanged'));
    const hit = written?.hits[0];
    if (hit === undefined) return;
    hasStepped.current = true;
    const length = written?.edits[0]?.edits[0]?.replacement.length ?? hit.end - hit.start;
    find.goOnFrom({ passage: hit.order, at: hit.start + length });
    await find.refresh();
  };
  const replaceAll = async (): Promise<void> => {
    const written = await write(({ hits }) => hits, by);
    if (written === null) {
      say(t('find.textChanged'));
      return;
    }
    const count = written.edits.reduce((sum, { edits }) => sum + edits.length, 0);
    if (written.done !== null) sayDone(t('find.replaced', { count }), written.done);
    else if (written.hits.length > 0) say(t('find.nothingToReplace'));
    await find.refresh();
  };

  /** From the text it goes on from the caret, and takes the caret along. */
  const stepByKey = (by: 1 | -1): void => {
    if (column?.contains(document.activeElement) !== true) finding.step(by);
    else {
      const hit = find.stepFromCaret(by);
      if (hit !== null) selectHit(column, body, hit);
    }
  };
  const group = t('group');
  useCommands([
    {
      id: 'tools.find',
      title: t('command.find'),
      group,
      keys: 'f3',
      run: () => (isOpen ? stepByKey(1) : open(false)),
    },
    {
      id: 'tools.findFormer',
      title: t('command.former'),
      group,
      keys: 'shift+f3',
      run: () => stepByKey(-1),
      isEnabled: isOpen,
    },
    {
      id: 'tools.replace',
      title: t('command.replace'),
      group,
      keys: 'mod+h',
      run: () => open(true),
    },
  ]);

  const bar = isOpen ? (
    <>
      {column === null ? null : createPortal(<div className="find-layer" aria-hidden="true" ref={setLayer} />, column)}
      <FindBar
        field={field}
        text={text}
        onText={setText}
        options={options}
        onOptions={setOptions}
        finding={finding}
        isReplacing={isReplacing}
        onReplacing={setReplacing}
        by={by}
        onBy={setBy}
        keepCase={keepCase}
        onKeepCase={setKeepCase}
        isEditable={isEditable}
        onReplace={(typed) => void replaceOne(typed)}
        onReplaceAll={() => void replaceAll()}
        onClose={close}
      />
    </>
  ) : null;
  return { bar, open };
}
