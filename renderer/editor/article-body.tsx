/** The body of an article: Lexical, bound to the flat text of its document. */
import { mergeRegister } from '@lexical/utils';
import { $getRoot, type LexicalEditor, type NodeKey } from 'lexical';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type * as Y from 'yjs';
import type { Embed } from '../../shared/article/flat-text.ts';
import type { ArticleUndo } from './article-undo.ts';
import { BodyBinding } from './body-binding.ts';
import { registerBodyCommands } from './body-commands.ts';
import { type BodyHandle, makeBodyHandle } from './body-handle.ts';
import { keepCaretOnFocus } from './caret-on-focus.ts';
import { EmbedNode } from './embed-node.ts';
import { $isLineNode } from './line-node.ts';
import { registerLineRules } from './line-rules.ts';
import { registerListNumbers } from './list-numbers.ts';
import { type PasteResult, pasteOffered } from './paste.ts';
import { showCaretOnceDrawn } from './show-caret.ts';
import { showNoBreakSpaces } from './shown-marks.ts';
import { BodyTables } from './tables/body-tables.ts';
import { TableView } from './tables/table-view.tsx';
import { makeTextEditor } from './text-editor.ts';
import { watchComposition } from './watch-composition.ts';
import './editor.css';

export type ArticleBodyProps = {
  doc: Y.Doc;
  undo: ArticleUndo;
  editable: boolean;
  label: string;
  /** What readers of the screen are told of an info box. */
  boxLabel: string;
  placeholder: string;
  className?: string;
  renderEmbed: (embed: Embed) => ReactNode;
  onHandle?: (handle: BodyHandle | null) => void;
  /** Dropped or pasted files; `at` is where they were dropped. */
  onFiles?: (files: File[], at: { x: number; y: number } | null) => void;
  onLeaveUp?: () => void;
  /** Shows spaces that do not break, soft breaks and ends of lines. */
  showsMarks?: boolean;
  /** Told what came of a paste. */
  onPasted?: (result: PasteResult) => void;
};

export function makeBodyEditor(boxLabel = ''): LexicalEditor {
  return makeTextEditor('toasoan-body', boxLabel);
}

export function ArticleBody(props: ArticleBodyProps): ReactNode {
  const { doc, undo, editable, label, boxLabel, placeholder, className, renderEmbed, showsMarks = false } = props;
  const [editor] = useState(() => makeBodyEditor(boxLabel));
  const rootRef = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const [embeds, setEmbeds] = useState<Record<NodeKey, Embed>>({});
  const [isEmpty, setIsEmpty] = useState(false);
  useEffect(() => {
    latest.current = props;
  });

  const tables = useMemo(
    () =>
      new BodyTables({
        body: editor,
        doc,
        undo,
        onFiles: (files, at) => latest.current.onFiles?.(files, at),
        onLeaveUp: () => latest.current.onLeaveUp?.(),
        onPasted: (result) => latest.current.onPasted?.(result),
      }),
    [editor, doc, undo],
  );

  useLayoutEffect(() => {
    editor.setRootElement(rootRef.current);
    let wasBlank: boolean | null = null;
    const stop = mergeRegister(
      tables.start(),
      keepCaretOnFocus(editor),
      registerLineRules(editor),
      registerListNumbers(editor),
      registerBodyCommands(editor, {
        doc,
        undo,
        paste: (offered, asPlain) => {
          const result = pasteOffered({ editor, doc, undo }, offered, asPlain);
          latest.current.onPasted?.(result);
          showCaretOnceDrawn(editor);
        },
        onFiles: (files, at) => latest.current.onFiles?.(files, at),
        onLeaveUp: () => latest.current.onLeaveUp?.(),
      }),
      editor.registerDecoratorListener<Embed>((decorators) => setEmbeds(decorators)),
      // An embed that comes to stand in another line, or a box, has a new element to be drawn in.
      editor.registerMutationListener(EmbedNode, () => setEmbeds((shown) => ({ ...shown }))),
      editor.registerUpdateListener(({ editorState }) => {
        const isBlank = editorState.read($isBlank);
        // Each key comes by here; React is asked only when it changes.
        if (isBlank === wasBlank) return;
        wasBlank = isBlank;
        setIsEmpty(isBlank);
      }),
    );
    const binding = new BodyBinding(editor, doc, undo, {
      hasFocus: () => document.activeElement === rootRef.current,
      focus: () => {
        rootRef.current?.focus({ preventScroll: true });
        editor.focus();
      },
    });
    const stopComposing = watchComposition(editor, binding);
    const handle = makeBodyHandle(editor, undo, tables);
    latest.current.onHandle?.(handle);
    return () => {
      latest.current.onHandle?.(null);
      stopComposing();
      binding.destroy();
      stop();
      editor.setRootElement(null);
    };
  }, [editor, doc, undo, tables]);

  useLayoutEffect(() => {
    editor.setEditable(editable);
  }, [editor, editable]);

  useEffect(() => (showsMarks ? showNoBreakSpaces(editor) : undefined), [editor, showsMarks]);

  return (
    <div className={`article-body ${showsMarks ? 'shows-marks' : ''} ${className ?? ''}`}>
      {isEmpty ? (
        <p className="body-placeholder" aria-hidden="true">
          {placeholder}
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a rich text has no element of its own */}
      <div
        ref={rootRef}
        className="body-text"
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-label={label}
        aria-readonly={!editable}
        contentEditable={editable}
        suppressContentEditableWarning
        spellCheck={false}
        // Completion and correction by the system leave selections that break Vietnamese input methods.
        autoCorrect="off"
        autoCapitalize="off"
      />
      {Object.entries(embeds).map(([key, embed]) => {
        const place = editor.getElementByKey(key);
        if (place === null || embed.type === 'rule') return null;
        if (embed.type !== 'table') return createPortal(renderEmbed(embed), place, key);
        const table = <TableView tables={tables} embedKey={key} table={embed.table} isEditable={editable} />;
        return createPortal(table, place, key);
      })}
    </div>
  );
}

function $isBlank(): boolean {
  const root = $getRoot();
  const line = root.getFirstChild();
  return root.getChildrenSize() <= 1 && (line === null || ($isLineNode(line) && line.isEmpty()));
}
