// Tiptap with its starter kit and its Yjs collaboration (ProseMirror's), to no provider.
import { Editor } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import StarterKit from '@tiptap/starter-kit';
import { Doc } from 'yjs';
import { readParagraphs } from './text.js';

const paragraphs = await readParagraphs();
const document = new Doc();
const editor = new Editor({
  element: window.document.getElementById('editor'),
  extensions: [StarterKit.configure({ undoRedo: false }), Collaboration.configure({ document })],
});
editor.commands.setContent({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});
window.written = () => document.getXmlFragment('default').toString().length;
