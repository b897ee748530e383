/** Spelling in the open article: marks, the menu of a word, the keys and the names of what can be done. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../app/commands.tsx';
import { useDialogs } from '../app/dialogs.tsx';
import type { ArticleSession } from '../article/article-session.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { editArticle } from '../tools/edit-article.ts';
import { pageText, passageElement } from '../tools/passage-element.ts';
import { selectHit } from '../tools/select-hit.ts';
import type { MenuPlace } from '../ui/context-menu.tsx';
import { useNotices } from '../ui/notices.tsx';
import type { Mark } from './article-checker.ts';
import type { ArticleSpelling } from './article-spelling.ts';
import { nextMark, placeOf } from './next-mark.ts';
import { articleColumn, useArticleSpelling } from './use-article-spelling.ts';
import { useIsSpelling } from './use-is-spelling.ts';
import { WordMenu } from './word-menu.tsx';
import './spelling.css';

type Shown = { mark: Mark; at: MenuPlace; suggestions: string[] };

export function useSpelling({
  session,
  body,
  isEditable,
  language,
}: {
  session: ArticleSession;
  body: BodyHandle | null;
  isEditable: boolean;
  /** Of the article; others than these are not checked. */
  language: string;
}): ReactNode {
  const { t } = useTranslation<'spelling'>('spelling');
  const { say } = useNotices();
  const { show: showDialog } = useDialogs();
  const [isOn, setOn] = useIsSpelling();
  const spelling = useArticleSpelling({ session, body, language: isOn && isEditable ? language : null });
  const [shown, setShown] = useState<Shown | null>(null);
  const stepped = useRef<Mark | null>(null);
  const latestShow = useRef<(mark: Mark, at: MenuPlace) => void>(() => {});
  useEffect(() => {
    latestShow.current = (mark, at) => {
      if (spelling !== null) setShown({ mark, at, suggestions: spelling.suggest(mark) });
    };
  });
  useContextMenu(spelling, latestShow);

  const step = (by: 1 | -1): void => {
    const column = articleColumn();
    if (spelling === null || column === null) return;
    spelling.catchUp();
    spelling.showTyped();
    const mark = nextMark(spelling.marks(), placeOf(session, body, column), stepped.current, by);
    stepped.current = mark;
    if (mark === null) {
      say(t('none'));
      return;
    }
    spelling.painter.reveal(mark);
    selectHit(column, body, mark);
    const box = spelling.painter.boxOf(mark);
    if (box !== null) latestShow.current(mark, { x: box.left, y: box.bottom + 2, height: box.height + 4 });
  };
  const group = t('group');
  useCommands([
    {
      id: 'spelling.next',
      title: t('command.next'),
      group,
      keys: 'f7',
      run: () => step(1),
      isEnabled: isEditable && isOn,
    },
    {
      id: 'spelling.former',
      title: t('command.former'),
      group,
      keys: 'shift+f7',
      run: () => step(-1),
      isEnabled: isEditable && isOn,
    },
    { id: 'spelling.toggle', title: t(isOn ? 'command.off' : 'command.on'), group, run: () => setOn(!isOn) },
  ]);

  const replace = ({ passage, start, end }: Mark, word: string): void => {
    const change = {
      passage: passage.name,
      characters: passage.characters,
      edits: [{ start, end, replacement: word }],
    };
    // Once the menu has given the focus back.
    setTimeout(() => {
      if (editArticle(session, [change]) === null) say(t('changed'));
      else putCaretBehind(body, passage, start + word.length);
      spelling?.checkNow();
    }, 0);
  };

  if (shown === null || spelling === null) return null;
  return (
    <WordMenu
      {...shown}
      onReplace={(word) => replace(shown.mark, word)}
      onIgnore={() => spelling.ignore(shown.mark)}
      onLists={() => showDialog('lists')}
      onClose={() => setShown(null)}
    />
  );
}

/** A press of the right button on a marked word, or of the menu key in it. */
function useContextMenu(
  spelling: ArticleSpelling | null,
  show: { readonly current: (mark: Mark, at: MenuPlace) => void },
): void {
  useEffect(() => {
    const column = articleColumn();
    if (spelling === null || column === null) return;
    const onMenu = (event: MouseEvent): void => {
      const { painter } = spelling;
      spelling.catchUp();
      const isByMouse = event.button === 2;
      const mark = isByMouse ? painter.markAt(event.clientX, event.clientY) : painter.markAtCaret();
      if (mark === null) return;
      event.preventDefault();
      // A table has a menu of its own.
      event.stopPropagation();
      const box = painter.boxOf(mark);
      show.current(
        mark,
        box === null
          ? { x: event.clientX, y: event.clientY }
          : { x: box.left, y: box.bottom + 2, height: box.height + 4 },
      );
    };
    column.addEventListener('contextmenu', onMenu, true);
    return () => column.removeEventListener('contextmenu', onMenu, true);
  }, [spelling, show]);
}

function putCaretBehind(body: BodyHandle | null, passage: Mark['passage'], at: number): void {
  if (passage.kind === 'body' && passage.line !== undefined) {
    body?.setCaret({ line: passage.line, offset: at });
    body?.focus();
    return;
  }
  const column = articleColumn();
  const element = column === null ? null : passageElement(pageText(column, body), passage);
  if (!(element instanceof HTMLTextAreaElement)) return;
  element.focus({ preventScroll: true });
  element.setSelectionRange(at, at);
}
