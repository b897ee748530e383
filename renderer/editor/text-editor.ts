import { createEditor, type LexicalEditor } from 'lexical';
import { bodyNodes } from './body-nodes.ts';

/** A Lexical editor for the text of an article: its body, or a cell of a table. */
export function makeTextEditor(namespace: string, boxLabel = ''): LexicalEditor {
  return createEditor({
    namespace,
    nodes: bodyNodes,
    theme: {
      boxLabel,
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
