// The floor: what the browser does with an editable element by itself.
import { readParagraphs } from './text.js';

const root = document.getElementById('editor');
for (const text of await readParagraphs()) {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  root.append(paragraph);
}
root.contentEditable = 'true';
