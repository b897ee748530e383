// CKEditor 5 with what an article needs, its autosave and its word count.
import {
  Autosave,
  BlockQuote,
  Bold,
  ClassicEditor,
  Essentials,
  Heading,
  Italic,
  Link,
  List,
  Paragraph,
  PasteFromOffice,
  Table,
  Underline,
  WordCount,
} from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';
import { readParagraphs } from './text.js';

const paragraphs = await readParagraphs();
await ClassicEditor.create(document.getElementById('editor'), {
  licenseKey: 'GPL',
  plugins: [
    Essentials,
    Paragraph,
    Heading,
    Bold,
    Italic,
    Underline,
    Link,
    List,
    BlockQuote,
    Table,
    PasteFromOffice,
    Autosave,
    WordCount,
  ],
  autosave: { waitingTime: 1000, save: async (editor) => editor.getData().length },
  initialData: paragraphs.map((text) => `<p>${text}</p>`).join(''),
});
