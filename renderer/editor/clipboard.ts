/** Copying, cutting, pasting and dropping in the body. */
import { copyToClipboard } from '@lexical/clipboard';
import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import { mergeRegister } from '@lexical/utils';
import {
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  COPY_COMMAND,
  CUT_COMMAND,
  DROP_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
  type PasteCommandType,
} from 'lexical';
import type * as Y from 'yjs';
import type { ArticleUndo } from './article-undo.ts';
import { $deleteSelectedEmbeds } from './embed-selection.ts';
import { htmlOfLines, textOfLines } from './html-out.ts';
import type { TextLine } from './line-content.ts';
import { type Offered, offeredBy } from './read-clipboard.ts';
import { $removeSelected } from './remove-selected.ts';
import { $partsOfSpan, $selectedSpans } from './selected-lines.ts';

export type OnFiles = (files: File[], at: { x: number; y: number } | null) => void;

export type ClipboardPorts = {
  doc: Y.Doc;
  undo: ArticleUndo;
  onFiles: OnFiles;
  paste: (offered: Offered, asPlain: boolean) => void;
};

export function registerClipboard(editor: LexicalEditor, ports: ClipboardPorts): () => void {
  const { onFiles } = ports;
  // The browser itself takes only the text with these keys, but for some.
  let asPlain = false;
  return mergeRegister(
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const isPlain = asPlain;
        asPlain = false;
        return $paste(event, ports, isPlain);
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        asPlain = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyV';
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(COPY_COMMAND, (event) => $copy(editor, event, ports.doc), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!$copy(editor, event, ports.doc)) return false;
        ports.undo.cut();
        return $removeSelected() || $deleteSelectedEmbeds() || true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return false;
        event.preventDefault();
        onFiles(files, { x: event.clientX, y: event.clientY });
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAG_DROP_PASTE,
      (files) => {
        onFiles([...files], null);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}

function $copy(editor: LexicalEditor, event: ClipboardEvent | KeyboardEvent | null, doc: Y.Doc): boolean {
  const lines = $selectedSpans().map((span): TextLine => ({ ...span.line.getLineStyle(), parts: $partsOfSpan(span) }));
  if (lines.length === 0 || (lines.length === 1 && lines[0]!.parts.length === 0)) return false;
  const data = { 'text/plain': textOfLines(lines, doc), 'text/html': htmlOfLines(lines, doc) };
  event?.preventDefault();
  if (event instanceof ClipboardEvent) {
    for (const [type, text] of Object.entries(data)) event.clipboardData?.setData(type, text);
  } else {
    // With a photo selected as a whole the browser has nothing selected, and only the key tells.
    void copyToClipboard(editor, null, data);
  }
  return true;
}

/**
 * What the clipboard offers is read at once, as long as the event lasts; it goes into the document when the editor is done
 * with the event.
 */
function $paste(event: PasteCommandType, ports: ClipboardPorts, asPlain: boolean): boolean {
  if (!(event instanceof ClipboardEvent) || event.clipboardData === null) return false;
  const offered = offeredBy(event.clipboardData);
  event.preventDefault();
  const { files, html, text } = offered;
  // A picture that is copied from a page brings its HTML along, a file its name; picture and file are what is meant.
  const areFilesMeant = files.length > 0 && (text.trim() === '' || (html.trim() === '' && !asPlain));
  if (areFilesMeant) ports.onFiles(files, null);
  else queueMicrotask(() => ports.paste(offered, asPlain));
  return true;
}
