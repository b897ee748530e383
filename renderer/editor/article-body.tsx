/** The body of an article: Lexical, bound to the flat text of its document. */
import { mergeRegister } from '@lexical/utils';
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  createEditor,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type * as Y from 'yjs';
import type { Embed, FormatName, LineKind } from '../../shared/article/flat-text.ts';
import type { ArticleUndo } from './article-undo.ts';
import { BodyBinding } from './body-binding.ts';
import {
  $insertPhotos,
  $insertRule,
  $moveLines,
  $readFormat,
  $setKind,
  $setLink,
  type BodyFormat,
  lineKeyAt,
  registerBodyCommands,
  toggleFormat,
} from './body-commands.ts';
import { type CaretPlace, caretPlace, putCaret } from './caret-place.ts';
import { bodyNodes } from './body-nodes.ts';
import { isInEmbedControl } from './embed-node.ts';
import { $isLineNode } from './line-node.ts';
import { $lineOf, $selectEdge, $selectTextEdge, registerLineRules } from './line-rules.ts';
import { $removeSelected } from './remove-selected.ts';
import './editor.css';

export type BodyHandle = {
  focus(at?: 'start' | 'end'): void;
  setKind(kind: LineKind): void;
  toggleFormat(name: FormatName): void;
  setLink(url: string | null): void;
  insertRule(): void;
  /** `at`: a point of the screen; without it behind the caret's line. */
  insertPhotos(ids: string[], at?: { x: number; y: number }): void;
  moveLine(by: -1 | 1): void;
  state(): BodyFormat;
  /** Null where no caret stands in the text. */
  caret(): CaretPlace | null;
  /** Puts the caret there without taking the focus. */
  setCaret(place: CaretPlace): void;
  /** Told when `state()` may answer otherwise. */
  on(listener: () => void): () => void;
};

export type ArticleBodyProps = {
  doc: Y.Doc;
  undo: ArticleUndo;
  editable: boolean;
  label: string;
  placeholder: string;
  className?: string;
  renderEmbed: (embed: Embed) => ReactNode;
  onHandle?: (handle: BodyHandle | null) => void;
  /** Dropped or pasted files; `at` is where they were dropped. */
  onFiles?: (files: File[], at: { x: number; y: number } | null) => void;
  onLeaveUp?: () => void;
};

export function makeBodyEditor(): LexicalEditor {
  return createEditor({
    namespace: 'toasoan-body',
    nodes: bodyNodes,
    theme: {
      text: {
        bold: 'is-bold',
        italic: 'is-italic',
        underline: 'is-underline',
        strikethrough: 'is-strike',
        underlineStrikethrough: 'is-underline-strike',
        superscript: 'is-superscript',
        subscript: 'is-subscript',
      },
    },
    onError: (error) => {
      throw error;
    },
  });
}

export function ArticleBody(props: ArticleBodyProps): ReactNode {
  const { doc, undo, editable, label, placeholder, className, renderEmbed } = props;
  const [editor] = useState(makeBodyEditor);
  const rootRef = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const [embeds, setEmbeds] = useState<Record<NodeKey, Embed>>({});
  const [isEmpty, setIsEmpty] = useState(false);
  useEffect(() => {
    latest.current = props;
  });

  useLayoutEffect(() => {
    editor.setRootElement(rootRef.current);
    const stop = mergeRegister(
      registerLineRules(editor),
      registerBodyCommands(editor, {
        undo,
        onFiles: (files, at) => latest.current.onFiles?.(files, at),
        onLeaveUp: () => latest.current.onLeaveUp?.(),
      }),
      editor.registerDecoratorListener<Embed>((decorators) => setEmbeds(decorators)),
      editor.registerUpdateListener(({ editorState }) => {
        editorState.read(() => {
          setIsEmpty($isBlank());
        });
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
    const handle = makeHandle(editor, undo);
    latest.current.onHandle?.(handle);
    return () => {
      latest.current.onHandle?.(null);
      stopComposing();
      binding.destroy();
      stop();
      editor.setRootElement(null);
    };
  }, [editor, doc, undo]);

  useLayoutEffect(() => {
    editor.setEditable(editable);
  }, [editor, editable]);

  return (
    <div className={`article-body ${className ?? ''}`}>
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
        return place === null || embed.type === 'rule' ? null : createPortal(renderEmbed(embed), place, key);
      })}
    </div>
  );
}

function $isBlank(): boolean {
  const root = $getRoot();
  const line = root.getFirstChild();
  return root.getChildrenSize() <= 1 && (line === null || ($isLineNode(line) && line.isEmpty()));
}

/** Tells the binding in which line an input method composes, and when that ends: also when it is left without a word. */
function watchComposition(editor: LexicalEditor, binding: BodyBinding): () => void {
  // Before Lexical hears of it: it takes away what is selected in the same breath as it begins to write for itself.
  const begin = ({ target }: Event): void => {
    if (target instanceof Element && isInEmbedControl(target)) return;
    let key: NodeKey | null = null;
    editor.update(
      () => {
        $removeSelected();
        const selection = $getSelection();
        key = $isRangeSelection(selection) ? ($lineOf(selection.anchor.getNode())?.getKey() ?? null) : null;
      },
      { discrete: true },
    );
    if (key !== null) binding.hold(key);
  };
  // Lexical commits the composed word in a later update; the binding writes it when that is done.
  const end = (): void => {
    setTimeout(() => {
      if (!editor.isComposing()) binding.release();
    }, 0);
  };
  const leave = (): void => binding.release();
  return editor.registerRootListener((root, former) => {
    former?.removeEventListener('compositionstart', begin, true);
    former?.removeEventListener('compositionend', end);
    former?.removeEventListener('blur', leave);
    root?.addEventListener('compositionstart', begin, true);
    root?.addEventListener('compositionend', end);
    root?.addEventListener('blur', leave);
  });
}

function makeHandle(editor: LexicalEditor, undo: ArticleUndo): BodyHandle {
  const update = (change: () => void): void => {
    if (!editor.isEditable()) return;
    undo.cut();
    editor.focus();
    editor.update(change, { tag: HISTORY_MERGE_TAG });
  };
  return {
    focus: (at) => {
      // A photo that is selected as a whole would not bring the focus along.
      editor.getRootElement()?.focus({ preventScroll: true });
      if (at !== undefined) editor.update(() => $selectTextEdge(at), { discrete: true });
      editor.focus(undefined, { defaultSelection: 'rootStart' });
    },
    setKind: (kind) => update(() => $setKind(kind)),
    toggleFormat: (name) => {
      if (!editor.isEditable()) return;
      undo.cut();
      editor.focus();
      toggleFormat(editor, name);
    },
    setLink: (url) => update(() => $setLink(url)),
    insertRule: () => update($insertRule),
    insertPhotos: (ids, at) => {
      const key = at === undefined ? null : lineKeyAt(editor, at);
      update(() => {
        // Below everything is behind the last line, wherever the caret is.
        if (at !== undefined && key === null) $selectEdge('end');
        $insertPhotos(ids, key);
      });
    },
    moveLine: (by) => update(() => $moveLines(by)),
    state: () => editor.getEditorState().read($readFormat),
    caret: () => caretPlace(editor),
    setCaret: (place) => putCaret(editor, place),
    on: (listener) => editor.registerUpdateListener(listener),
  };
}
