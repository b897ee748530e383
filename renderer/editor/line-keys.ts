/** Enter, Backspace and Tab, where a line is more than a paragraph. */
import { mergeRegister } from '@lexical/utils';
import {
  COMMAND_PRIORITY_HIGH,
  KEY_BACKSPACE_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { isListKind, type LineStyle } from '../../shared/article/flat-text.ts';
import { $edgeLine } from './body-lines.ts';
import { $isEmbedLine } from './embed-node.ts';
import { $removeBox, $setBox, $shiftIndent } from './line-deeds.ts';
import { $boxOf } from './line-groups.ts';
import type { LineNode } from './line-node.ts';
import { $lineAtStart } from './line-rules.ts';

export function registerLineKeys(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(KEY_BACKSPACE_COMMAND, $backspace, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ENTER_COMMAND, $enter, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_TAB_COMMAND, $tab, COMMAND_PRIORITY_HIGH),
  );
}

/**
 * At the start of a line Backspace first takes away what the line is: a nested item comes out one level, an item, heading
 * or quote becomes a paragraph, and the first line of a box leaves it; an empty first line takes the whole box away.
 */
function $backspace(event: KeyboardEvent): boolean {
  const line = $lineAtStart();
  if (line === null || $isEmbedLine(line)) return false;
  const { kind, indent } = line.getLineStyle();
  if (indent > 0) $shiftIndent(-1);
  else if (kind !== 'paragraph') line.setKind('paragraph');
  else if (!$isEdgeOfBox(line, 'first')) return false;
  else if (line.isEmpty()) $removeBox(line);
  else $setBox([line], null);
  event.preventDefault();
  return true;
}

/** Enter in an empty line ends what the line is: a level, a list, a quote, and at the end of a box the box. */
function $enter(event: KeyboardEvent | null): boolean {
  const line = $lineAtStart();
  if (event?.shiftKey === true || line === null || !line.isEmpty()) return false;
  const style = $styleOut(line);
  if (style === null) return false;
  event?.preventDefault();
  line.setLineStyle(style);
  return true;
}

function $styleOut(line: LineNode): LineStyle | null {
  const style = line.getLineStyle();
  if (style.indent > 0) return { ...style, indent: style.indent - 1 };
  if (isListKind(style.kind) || style.kind === 'quote' || style.kind === 'attribution' || style.kind === 'gallery') {
    return { ...style, kind: 'paragraph' };
  }
  return $isEdgeOfBox(line, 'last') ? { ...style, box: null } : null;
}

function $isEdgeOfBox(line: LineNode, edge: 'first' | 'last'): boolean {
  const box = $boxOf(line);
  return box !== null && $edgeLine(box, edge)?.is(line) === true;
}

/** In a list Tab moves items in and out; everywhere else it leads on to what is next on the page. */
function $tab(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || !$shiftIndent(event.shiftKey ? -1 : 1)) return false;
  event.preventDefault();
  return true;
}
