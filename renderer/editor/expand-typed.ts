/** Abbreviations in a Lexical editor: the body, or a cell of a table. */
import { mergeRegister } from '@lexical/utils';
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from 'lexical';
import { type Expansion, endingOf, findExpansion, LastExpansion } from './abbreviations.ts';
import type { ArticleUndo } from './article-undo.ts';
import { $placeOfPoint } from './places.ts';

/** `at`: where the word begins in its line. */
type Found = Expansion & { node: TextNode; caret: number; line: NodeKey; at: number };

export function registerAbbreviations(editor: LexicalEditor, undo: ArticleUndo): () => void {
  let ending: string | null = null;
  const last = new LastExpansion(undo, (place, short, end) => {
    const found = editor.getEditorState().read(() => $findShort(short, end));
    if (found === null || placeName(found) !== place) return;
    editor.update(() => {
      found.node.select(found.caret + end.length, found.caret + end.length);
    });
  });
  const onBeforeInput = (event: Event): void => {
    ending = event instanceof InputEvent ? endingOf(event) : null;
  };
  const expand = (typed: string): void => {
    const found = editor.getEditorState().read(() => $find(typed));
    if (found === null) return;
    const place = placeName(found);
    if (last.isTakenBack(place, found.short)) return;
    last.note(place, found.short, typed);
    undo.cut();
    editor.update(
      () => {
        const now = $find(typed);
        if (now === null) return;
        const caret = now.caret + now.long.length - now.short.length;
        now.node.spliceText(now.start, now.short.length, now.long).select(caret, caret);
      },
      { discrete: true },
    );
    undo.cut();
  };
  return mergeRegister(
    last.stop,
    editor.registerRootListener((root, former) => {
      former?.removeEventListener('beforeinput', onBeforeInput, true);
      root?.addEventListener('beforeinput', onBeforeInput, true);
    }),
    editor.registerUpdateListener(() => {
      if (ending === null) return;
      const typed = ending;
      ending = null;
      // Behind the binding, which writes the ending as a step of its own; before the next key.
      queueMicrotask(() => expand(typed));
    }),
  );
}

function placeName({ line, at }: Pick<Found, 'line' | 'at'>): string {
  return `${line} ${at}`;
}

/** A short form with the caret behind it, and then what had ended it. */
function $findShort(short: string, ending: string): Pick<Found, 'node' | 'caret' | 'line' | 'at'> | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  const place = $placeOfPoint(selection.anchor);
  if (!$isTextNode(node) || place === null) return null;
  const caret = selection.anchor.offset;
  const text = node.getTextContent();
  if (!text.slice(0, caret).endsWith(short) || !text.startsWith(ending, caret)) return null;
  return { node, caret, line: place.line, at: place.offset - short.length };
}

function $find(ending: string): Found | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  const place = $placeOfPoint(selection.anchor);
  if (!$isTextNode(node) || place === null) return null;
  const caret = selection.anchor.offset;
  const expansion = findExpansion(node.getTextContent().slice(0, caret), ending);
  if (expansion === null || (expansion.start === 0 && $followsLetters(node))) return null;
  return { ...expansion, node, caret, line: place.line, at: place.offset - caret + expansion.start };
}

/** The word goes on before this node: only its end has this format. */
function $followsLetters(node: LexicalNode): boolean {
  for (let at: LexicalNode | null = node; at !== null; at = at.getParent()) {
    const before: LexicalNode | null = at.getPreviousSibling();
    if (before !== null) {
      const leaf = $isElementNode(before) ? before.getLastDescendant() : before;
      return $isTextNode(leaf) && /\S$/u.test(leaf.getTextContent());
    }
    const parent: LexicalNode | null = at.getParent();
    if (parent === null || !$isElementNode(parent) || !parent.isInline()) return false;
  }
  return false;
}
