import { $getSelection, $isRangeSelection, type LexicalEditor, type NodeKey } from 'lexical';
import { isInEmbedControl } from './embed-node.ts';
import { $lineOf } from './line-rules.ts';
import { $removeSelected } from './remove-selected.ts';

type Holding = { hold(line: NodeKey): void; release(): void };

/** Tells the binding in which line an input method composes, and when that ends: also when it is left without a word. */
export function watchComposition(editor: LexicalEditor, binding: Holding): () => void {
  let isEnding = false;
  const release = (): void => {
    isEnding = false;
    binding.release();
  };
  // Before Lexical hears of it: it takes away what is selected in the same breath as it begins to write for itself.
  const begin = ({ target, currentTarget }: Event): void => {
    if (target !== currentTarget && target instanceof Element && isInEmbedControl(target)) return;
    // A busy page takes the next word's key before the timer of the last one: two words would be one step of undo.
    if (isEnding && !editor.isComposing()) release();
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
    isEnding = true;
    setTimeout(() => {
      if (isEnding && !editor.isComposing()) release();
    }, 0);
  };
  return editor.registerRootListener((root, former) => {
    former?.removeEventListener('compositionstart', begin, true);
    former?.removeEventListener('compositionend', end);
    former?.removeEventListener('blur', release);
    root?.addEventListener('compositionstart', begin, true);
    root?.addEventListener('compositionend', end);
    root?.addEventListener('blur', release);
  });
}
