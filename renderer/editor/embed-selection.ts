/**
 * A photo or a rule alone in its line, and each photo of a gallery, is selected as a whole: no caret stands beside it, and
 * no text is joined to it by chance. Arrows lead to it and on, Backspace and Delete next to it select it, and when it is
 * selected take it away. Beside text (as a merge may leave it) it behaves as a letter does.
 */
import { mergeRegister } from '@lexical/utils';
import {
  $createNodeSelection,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getPreviousSelection,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  SELECTION_CHANGE_COMMAND,
} from 'lexical';
import { $nextLine, $previousLine } from './body-lines.ts';
import { $isEmbedLine, $isEmbedNode, type EmbedNode, isInEmbedControl } from './embed-node.ts';
import { $createLineNode, $isLineNode, type LineNode } from './line-node.ts';
import { $lineAtEnd, $lineAtStart, $lineOf, $selectEdge } from './line-rules.ts';

/** What opens an embed that leads elsewhere, in its view. */
const DOOR = '[data-opens]:enabled';

export function registerEmbedSelection(editor: LexicalEditor): () => void {
  const deletions = [DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND];
  const arrows = [
    [KEY_ARROW_LEFT_COMMAND, true, false],
    [KEY_ARROW_RIGHT_COMMAND, false, false],
    [KEY_ARROW_UP_COMMAND, true, true],
    [KEY_ARROW_DOWN_COMMAND, false, true],
  ] as const;
  return mergeRegister(
    editor.registerCommand(SELECTION_CHANGE_COMMAND, $selectWhereCaretIs, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(CLICK_COMMAND, $selectClicked, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ENTER_COMMAND, (event) => $enter(editor, event), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_DOWN_COMMAND, $homeOrEnd, COMMAND_PRIORITY_HIGH),
    ...deletions.map((command) =>
      editor.registerCommand(
        command,
        (isBackward) => $deleteSelectedEmbeds() || $selectNeighbour(isBackward),
        COMMAND_PRIORITY_HIGH,
      ),
    ),
    ...arrows.map(([command, isBackward, isAcross]) =>
      editor.registerCommand(command, (event) => $leave(event, isBackward, isAcross), COMMAND_PRIORITY_HIGH),
    ),
    leaveByPress(editor),
    showSelected(editor),
  );
}

/** The embed, when it is all there is in its line. */
export function $loneEmbed(line: LexicalNode | null): EmbedNode | null {
  if (!$isLineNode(line) || line.getChildrenSize() !== 1) return null;
  const only = line.getFirstChild();
  return $isEmbedNode(only) ? only : null;
}

export function $selectEmbed(embed: EmbedNode): void {
  const selection = $createNodeSelection();
  selection.add(embed.getKey());
  $setSelection(selection);
}

/** The embeds that are selected as a whole. */
export function $selectedEmbeds(): EmbedNode[] {
  const selection = $getSelection();
  return $isNodeSelection(selection) ? selection.getNodes().filter($isEmbedNode) : [];
}

/** The embed at an edge of a line in which no caret can stand. */
function $edgeEmbed(line: LineNode | null, edge: 'first' | 'last'): EmbedNode | null {
  if (line === null || !$isEmbedLine(line)) return null;
  if (line.getKind() !== 'gallery' && line.getChildrenSize() > 1) return null;
  return (edge === 'first' ? line.getFirstChild() : line.getLastChild()) as EmbedNode;
}

/**
 * In a gallery the next photo is selected then; else the caret stands in the line that was left empty. False if no embed
 * is selected.
 */
export function $deleteSelectedEmbeds(): boolean {
  let line: LineNode | null = null;
  let next: LexicalNode | null = null;
  for (const embed of $selectedEmbeds()) {
    line = $lineOf(embed);
    next = embed.getNextSibling() ?? embed.getPreviousSibling();
    embed.remove();
  }
  if (line === null) return false;
  if ($isEmbedNode(next) && $edgeEmbed(line, 'first') !== null) $selectEmbed(next);
  else {
    if (line.isEmpty() && line.getKind() === 'gallery') line.setKind('paragraph');
    line.selectStart();
  }
  return true;
}

/** Puts the caret into a new line behind the selected embed; false if none is selected. */
export function $openLineBehindEmbed(): boolean {
  const line = $selectedEmbeds().map($lineOf).at(-1);
  if (line === undefined || line === null) return false;
  const next = $createLineNode({ box: line.getLineStyle().box });
  line.insertAfter(next, false);
  next.selectStart();
  return true;
}

function $selectWhereCaretIs(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const line = $lineOf(selection.anchor.getNode());
  const embed = $edgeEmbed(line, $cameFromAbove(line) ? 'first' : 'last');
  if (embed !== null) $selectEmbed(embed);
  return false;
}

function $cameFromAbove(line: LineNode | null): boolean {
  const former = $getPreviousSelection();
  const node = $isRangeSelection(former) ? $getNodeByKey(former.anchor.key) : null;
  return node !== null && line !== null && node.isBefore(line);
}

/** Lexical would keep what is selected as a whole, though a press of the mouse is about to put the caret into the text. */
function leaveByPress(editor: LexicalEditor): () => void {
  const onPress = ({ target }: MouseEvent): void => {
    if (!(target instanceof Element)) return;
    editor.update(
      () => {
        const isText = !$isEmbedNode($getNearestNodeFromDOMNode(target));
        if (isText && $selectedEmbeds().length > 0) $setSelection(null);
      },
      { discrete: true },
    );
  };
  return editor.registerRootListener((root, former) => {
    former?.removeEventListener('mousedown', onPress);
    root?.addEventListener('mousedown', onPress);
  });
}

function $selectClicked({ target }: MouseEvent): boolean {
  if (!(target instanceof Element) || isInEmbedControl(target)) return false;
  const node = $getNearestNodeFromDOMNode(target);
  if (!$isEmbedNode(node)) return false;
  $selectEmbed(node);
  return true;
}

/** Enter opens what can be opened; behind everything else it begins a line. */
function $enter(editor: LexicalEditor, event: KeyboardEvent | null): boolean {
  const [embed] = $selectedEmbeds();
  const door = embed === undefined ? null : editor.getElementByKey(embed.getKey())?.querySelector<HTMLElement>(DOOR);
  if (door != null) queueMicrotask(() => door.click());
  else if (!$openLineBehindEmbed()) return false;
  event?.preventDefault();
  return true;
}

/** Backspace behind a line of one embed, or Delete before it: the embed is selected; a line left empty goes. */
function $selectNeighbour(isBackward: boolean): boolean {
  const line = isBackward ? $lineAtStart() : $lineAtEnd();
  if (line === null) return false;
  const embed = isBackward ? $edgeEmbed($previousLine(line), 'last') : $edgeEmbed($nextLine(line), 'first');
  if (embed === null) return false;
  if (line.isEmpty()) line.remove();
  $selectEmbed(embed);
  return true;
}

/** `isAcross`: past the whole line, as arrows up and down go. */
function $leave(event: KeyboardEvent, isBackward: boolean, isAcross: boolean): boolean {
  if (event.shiftKey) return false;
  const embeds = $selectedEmbeds();
  const embed = isBackward ? embeds[0] : embeds.at(-1);
  const line = embed === undefined ? null : $lineOf(embed);
  if (embed === undefined || line === null) return false;
  const beside = isBackward ? embed.getPreviousSibling() : embed.getNextSibling();
  if ($edgeEmbed(line, 'first') === null) {
    const place = embed.getIndexWithinParent() + (isBackward ? 0 : 1);
    line.select(place, place);
  } else if (!isAcross && $isEmbedNode(beside)) {
    $selectEmbed(beside);
  } else {
    const next = isBackward ? $previousLine(line) : $nextLine(line);
    const neighbour = $edgeEmbed(next, isBackward ? 'last' : 'first');
    // At the very start somebody else may know where the arrow leads.
    if (next === null) return false;
    if (neighbour !== null) $selectEmbed(neighbour);
    else if (isBackward) next.selectEnd();
    else next.selectStart();
  }
  event.preventDefault();
  return true;
}

/** The browser moves a caret to the start or the end, but there is none. */
function $homeOrEnd(event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || $selectedEmbeds().length === 0) return false;
  if (event.key !== 'Home' && event.key !== 'End') return false;
  event.preventDefault();
  $selectEdge(event.key === 'Home' ? 'start' : 'end');
  return true;
}

/** Marks selected embeds for the style sheet, and shows the one that the arrows led to. */
function showSelected(editor: LexicalEditor): () => void {
  let shown: readonly NodeKey[] = [];
  return editor.registerUpdateListener(({ editorState }) => {
    const selected = editorState.read(() => $selectedEmbeds().map((embed) => embed.getKey()));
    if (selected.length === 0 && shown.length === 0) return;
    for (const key of shown) editor.getElementByKey(key)?.classList.remove('is-selected');
    for (const key of selected) {
      const element = editor.getElementByKey(key);
      element?.classList.add('is-selected');
      if (!shown.includes(key)) element?.scrollIntoView({ block: 'nearest' });
    }
    shown = selected;
  });
}
