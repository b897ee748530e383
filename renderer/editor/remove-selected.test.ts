import { createHeadlessEditor } from '@lexical/headless';
import {
  $createLineBreakNode,
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type LexicalEditor,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { $bodyLines } from './body-lines.ts';
import { bodyNodes } from './body-nodes.ts';
import { $createLineNode } from './line-node.ts';
import { $removeSelected } from './remove-selected.ts';

function makeEditor(): LexicalEditor {
  return createHeadlessEditor({
    namespace: 'remove',
    nodes: bodyNodes,
    onError: (error) => {
      throw error;
    },
  });
}

/**
 * Selects from an empty line into the middle of the next, which ends in a break:
 *
 *   |
 *   mười hai chữ|mười chữ đó⏎
 */
function $selectIntoNextLine(isBackward: boolean): void {
  const empty = $createLineNode();
  const text = $createTextNode('mười hai chữmười chữ ');
  $getRoot().clear().append(empty, $createLineNode().append(text, $createLineBreakNode()));
  const selection = $createRangeSelection();
  const [from, to] = isBackward ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
  from.set(empty.getKey(), 0, 'element');
  to.set(text.getKey(), 12, 'text');
  $setSelection(selection);
}

describe('taking away what is selected', () => {
  for (const isBackward of [false, true]) {
    const way = isBackward ? 'backwards' : 'forwards';

    it(`works where Lexical's own way throws "invalid offset 12 for size 9", selected ${way}`, () => {
      const editor = makeEditor();
      const remove = (how: () => void): void =>
        editor.update(
          () => {
            $selectIntoNextLine(isBackward);
            how();
          },
          { discrete: true },
        );
      // Why we do not use it. When this no longer throws, `$removeSelected` can go.
      expect(() =>
        remove(() => {
          const selection = $getSelection();
          if ($isRangeSelection(selection)) selection.removeText();
        }),
      ).toThrow('$getTextNodeOffset: invalid offset 12 for size 9');
      remove(() => expect($removeSelected()).toBe(true));
      editor.read(() => {
        expect($bodyLines().map((line) => line.getTextContent())).toEqual(['mười chữ \n']);
        const selection = $getSelection();
        expect($isRangeSelection(selection) && selection.isCollapsed() && selection.focus.offset).toBe(0);
      });
    });
  }

  it('does nothing where nothing is selected', () => {
    const editor = makeEditor();
    editor.update(
      () => {
        $getRoot()
          .clear()
          .append($createLineNode().append($createTextNode('chữ')));
        $getRoot().selectEnd();
        expect($removeSelected()).toBe(false);
      },
      { discrete: true },
    );
    editor.read(() => expect($getRoot().getTextContent()).toBe('chữ'));
  });
});
