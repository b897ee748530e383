// Lexical with its own Yjs binding (v1), as its collaboration plugin wires it, to a provider that goes nowhere.
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode, registerList } from '@lexical/list';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { createBinding, createUndoManager, syncLexicalUpdateToYjs, syncYjsChangesToLexical } from '@lexical/yjs';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor, SKIP_COLLAB_TAG } from 'lexical';
import { Awareness } from 'y-protocols/awareness';
import { Doc, UndoManager } from 'yjs';
import { readParagraphs } from './text.js';

const editor = createEditor({
  namespace: 'bare',
  nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode],
  onError: (error) => {
    throw error;
  },
});
const paragraphs = await readParagraphs();
const root = document.getElementById('editor');
editor.setRootElement(root);
registerRichText(editor);
registerList(editor);
const doc = new Doc();
const docs = new Map([['main', doc]]);
const provider = {
  awareness: new Awareness(doc),
  on: () => {},
  off: () => {},
  connect: () => {},
  disconnect: () => {},
};
const binding = createBinding(editor, provider, 'main', doc, docs);
binding.root.getSharedType().observeDeep((events, transaction) => {
  if (transaction.origin === binding) return;
  syncYjsChangesToLexical(binding, provider, events, transaction.origin instanceof UndoManager);
});
editor.registerUpdateListener(({ prevEditorState, editorState, dirtyLeaves, dirtyElements, normalizedNodes, tags }) => {
  if (tags.has(SKIP_COLLAB_TAG)) return;
  syncLexicalUpdateToYjs(
    binding,
    provider,
    prevEditorState,
    editorState,
    dirtyElements,
    dirtyLeaves,
    normalizedNodes,
    tags,
  );
});
window.undoManager = createUndoManager(binding, binding.root.getSharedType());
editor.update(
  () => {
    const root = $getRoot().clear();
    for (const text of paragraphs) root.append($createParagraphNode().append($createTextNode(text)));
  },
  { discrete: true },
);
root.contentEditable = 'true';
window.written = () => binding.root.getSharedType().toString().length;
