// The baseline: Lexical's rich text with its history and nothing else, showing the text at ./text.json.
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';

const asked = performance.now();
const response = await fetch('./text.json');
const paragraphs = (await response.json()) as string[];
const editor = createEditor({
  namespace: 'bare',
  onError: (error) => {
    throw error;
  },
});
const root = document.getElementById('editor')!;
editor.setRootElement(root);
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);
editor.update(
  () => {
    const root = $getRoot().clear();
    for (const text of paragraphs) root.append($createParagraphNode().append($createTextNode(text)));
  },
  { discrete: true },
);
// When the text was painted, in milliseconds from asking for it.
const shown = new Promise<number>((resolve) => {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now() - asked);
    channel.port2.postMessage(null);
  });
});
Object.assign(window, { shown });
// Only now: what is typed sooner would be wiped out by the text that comes.
root.contentEditable = 'true';
editor.focus();
