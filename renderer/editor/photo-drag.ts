/**
 * Photos moved by the mouse: within their gallery, from one to another, into a gallery, or out to a line of their own. A
 * photo is taken by its picture; its fields keep the mouse for themselves.
 */
import { mergeRegister } from '@lexical/utils';
import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  type LexicalEditor,
  type NodeKey,
  stopLexicalPropagation,
} from 'lexical';
import type { ArticleUndo } from './article-undo.ts';
import { $isEmbedNode, isInEmbedControl } from './embed-node.ts';
import { $isInGallery, $putPhoto, $putPhotoByLine } from './gallery-deeds.ts';
import { $isLineNode } from './line-node.ts';
import { $lineOf } from './line-rules.ts';

/** What is carried says nothing outside of this page. */
const CARRIED = 'application/x-toasoan-photo';

/** Beside an embed of a gallery, or above or below a line. */
type Target = { element: HTMLElement; key: NodeKey; isBehind: boolean; isLine: boolean };

export function registerPhotoDrag(editor: LexicalEditor, undo: ArticleUndo): () => void {
  let carried: NodeKey | null = null;
  let shown: HTMLElement | null = null;

  const show = (target: Target | null): void => {
    shown?.removeAttribute('data-drop');
    shown = target?.element ?? null;
    if (target !== null) {
      target.element.dataset.drop = `${target.isLine ? 'line' : 'photo'}-${target.isBehind ? 'behind' : 'before'}`;
    }
  };
  const end = (): void => {
    show(null);
    carried = null;
  };
  const onPress = ({ target }: MouseEvent): void => {
    const embed = photoAt(target);
    // Only while it may be meant: text in a field could not be selected in something that can be dragged.
    if (embed !== null) embed.draggable = editor.isEditable() && !isInEmbedControl(target as Element);
  };
  const onStart = (event: DragEvent): void => {
    const embed = event.target === photoAt(event.target) ? photoAt(event.target) : null;
    if (embed === null || event.dataTransfer === null) return;
    carried = editor.read(() => $getNearestNodeFromDOMNode(embed)?.getKey() ?? null);
    event.dataTransfer.setData(CARRIED, '');
    event.dataTransfer.effectAllowed = 'move';
    const picture = embed.querySelector('img');
    if (picture !== null) event.dataTransfer.setDragImage(picture, picture.width / 2, picture.height / 2);
    stopLexicalPropagation(event);
  };
  const onOver = (event: DragEvent): void => {
    if (carried === null) return;
    const target = targetAt(editor, event, carried);
    event.preventDefault();
    stopLexicalPropagation(event);
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = target === null ? 'none' : 'move';
    show(target);
  };
  const onDrop = (event: DragEvent): void => {
    if (carried === null) return;
    const [key, target] = [carried, targetAt(editor, event, carried)];
    event.preventDefault();
    stopLexicalPropagation(event);
    end();
    if (target === null) return;
    undo.cut();
    editor.update(() => $put(key, target));
    undo.cut();
  };
  const listeners = { mousedown: onPress, dragstart: onStart, dragover: onOver, drop: onDrop, dragend: end };
  return mergeRegister(
    editor.registerRootListener((root, former) => {
      for (const [type, listener] of Object.entries(listeners)) {
        // Before Lexical hears of it.
        former?.removeEventListener(type, listener as EventListener, true);
        root?.addEventListener(type, listener as EventListener, true);
      }
    }),
  );
}

function photoAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.embed[data-embed="photo"]') : null;
}

function targetAt(editor: LexicalEditor, { target, clientX, clientY }: DragEvent, carried: NodeKey): Target | null {
  if (!(target instanceof Element)) return null;
  return editor.read((): Target | null => {
    const embed = photoAt(target);
    const node = embed === null ? null : $getNearestNodeFromDOMNode(embed);
    if (embed !== null && $isEmbedNode(node) && $isInGallery(node)) {
      const { left, width } = embed.getBoundingClientRect();
      const isBehind = clientX > left + width / 2;
      return node.getKey() === carried ? null : { element: embed, key: node.getKey(), isBehind, isLine: false };
    }
    const element = target.closest<HTMLElement>('.body-text .line');
    const line = element === null ? null : $getNearestNodeFromDOMNode(element);
    if (element === null || !$isLineNode(line)) return null;
    const { top, height } = element.getBoundingClientRect();
    return { element, key: line.getKey(), isBehind: clientY > top + height / 2, isLine: true };
  });
}

function $put(key: NodeKey, target: Target): void {
  const photo = $getNodeByKey(key);
  const beside = $getNodeByKey(target.key);
  if (!$isEmbedNode(photo) || $lineOf(photo) === null) return;
  if ($isEmbedNode(beside)) $putPhoto(photo, beside, target.isBehind);
  else if ($isLineNode(beside)) $putPhotoByLine(photo, beside, target.isBehind);
}
