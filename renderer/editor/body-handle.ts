/** What buttons, menus and the palette do in the body. */
import { mergeRegister } from '@lexical/utils';
import { HISTORY_MERGE_TAG, type LexicalEditor, PASTE_COMMAND } from 'lexical';
import type { Embed, FormatName, LineKind } from '../../shared/article/flat-text.ts';
import type { ArticleUndo } from './article-undo.ts';
import { $readFormat, type BodyFormat } from './body-format.ts';
import { $bodyLines } from './body-lines.ts';
import { type BodyStretch, lineElements, selectedStretch, selectStretch } from './body-places.ts';
import { type CaretPlace, caretPlace, putCaret } from './caret-place.ts';
import { $insertText, $toggleFormat, CLEAR_FORMATS_COMMAND } from './format-deeds.ts';
import { $gatherPhotos, $movePhoto, $toggleGallery } from './gallery-deeds.ts';
import { $insertEmbed, $insertPhotos, $insertRule, lineKeyAt } from './insert-deeds.ts';
import { $moveLines, $setKind, $shiftIndent, $toggleBox } from './line-deeds.ts';
import { $selectEdge, $selectTextEdge } from './line-rules.ts';
import { $setLink } from './link-deed.ts';
import { replaceEmbed } from './replace-embed.ts';
import { showCaretOnceDrawn } from './show-caret.ts';
import type { BodyTables } from './tables/body-tables.ts';

export type BodyHandle = {
  /** Whether the text is still on the page: another article may be there by now. */
  isShown(): boolean;
  focus(at?: 'start' | 'end'): void;
  setKind(kind: LineKind): void;
  toggleFormat(name: FormatName): void;
  /** Takes away what formats the selected text, or what is typed next, has. */
  clearFormats(): void;
  /** On what is selected, or round the caret; where there is neither, `text` is put in with it. Null takes it away. */
  setLink(url: string | null, text?: string): void;
  /** In place of what is selected. */
  insertText(text: string): void;
  insertRule(): void;
  /** As if it came from the clipboard without its formats. */
  pasteText(text: string): void;
  /** In a line of its own; `at`: a point of the screen, without it behind the caret's line. */
  insertEmbed(embed: Embed, at?: { x: number; y: number }): void;
  /** Another headline or name for a related article or an attached document. */
  replaceEmbed(former: Embed, next: Embed): void;
  /** `at`: a point of the screen; without it behind the caret's line. `beside`: a photo whose gallery they go into. */
  insertPhotos(ids: string[], at?: { x: number; y: number }, beside?: string): void;
  /** The photos with these ids, each in a line of its own, become one gallery. */
  gatherPhotos(ids: readonly string[]): void;
  moveLine(by: -1 | 1): void;
  /** One level in or out, for list items. */
  shiftIndent(by: -1 | 1): void;
  /** The selected lines become an info box, or stop being one. */
  toggleBox(): void;
  /** The selected photos become a gallery, or stop being one. */
  toggleGallery(): void;
  /** The selected photo changes places with the one beside it in its gallery. */
  movePhoto(by: -1 | 1): void;
  state(): BodyFormat;
  /** The tables of the text, and what can be done in the one that the caret is in. */
  readonly tables: BodyTables;
  /** Null where no caret stands in the text. */
  caret(): CaretPlace | null;
  /** Puts the caret there without taking the focus. */
  setCaret(place: CaretPlace): void;
  /** What is selected; null where nothing is. */
  selection(): BodyStretch | null;
  /** Selects that without taking the focus. */
  select(stretch: BodyStretch): void;
  /** The element of each line, in order. */
  lineElements(): (HTMLElement | null)[];
  /** Told when `state()` may answer otherwise. */
  on(listener: () => void): () => void;
};

/** Text alone, as the browser tells of a paste. */
function plainPaste(text: string): ClipboardEvent {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  return new ClipboardEvent('paste', { clipboardData, cancelable: true });
}

export function makeBodyHandle(editor: LexicalEditor, undo: ArticleUndo, tables: BodyTables): BodyHandle {
  const update = (change: () => void): void => {
    if (!editor.isEditable()) return;
    undo.cut();
    // A photo that is selected as a whole would not bring the focus along.
    editor.getRootElement()?.focus({ preventScroll: true });
    editor.focus();
    editor.update(change, { tag: HISTORY_MERGE_TAG });
  };
  /** In the cell that the caret is in, or else in the body. */
  const updateText = (change: (editor: LexicalEditor) => void): void => {
    const cell = tables.active?.cell ?? null;
    if (cell === null) {
      update(() => change(editor));
      return;
    }
    undo.cut();
    cell.focus();
    cell.editor.update(() => change(cell.editor), { tag: HISTORY_MERGE_TAG });
  };
  const insertAt = (at: { x: number; y: number } | undefined, insert: (key: string | null) => void): void => {
    const key = at === undefined ? null : lineKeyAt(editor, at);
    update(() => {
      // Below everything is behind the last line, wherever the caret is.
      if (at !== undefined && key === null) $selectEdge('end');
      insert(key);
    });
    showCaretOnceDrawn(editor);
  };
  return {
    isShown: () => editor.getRootElement() !== null,
    focus: (at) => {
      // A photo that is selected as a whole would not bring the focus along.
      editor.getRootElement()?.focus({ preventScroll: true });
      if (at !== undefined) editor.update(() => $selectTextEdge(at), { discrete: true });
      editor.focus(undefined, { defaultSelection: 'rootStart' });
    },
    setKind: (kind) => {
      // A cell is of no kind.
      if (tables.active === null) update(() => $setKind(kind));
    },
    toggleFormat: (name) => {
      if (tables.active === null) update(() => $toggleFormat(name));
      else tables.active.toggleFormat(name);
    },
    clearFormats: () => updateText((target) => target.dispatchCommand(CLEAR_FORMATS_COMMAND, undefined)),
    setLink: (url, text) => updateText(() => $setLink(url, text)),
    insertText: (text) => updateText(() => $insertText(text)),
    insertRule: () => update($insertRule),
    pasteText: (text) => {
      if (!editor.isEditable()) return;
      const target = tables.cellEditor ?? editor;
      target.focus();
      target.dispatchCommand(PASTE_COMMAND, plainPaste(text));
    },
    insertEmbed: (embed, at) => insertAt(at, (key) => $insertEmbed(embed, key)),
    replaceEmbed: (former, next) => {
      if (editor.isEditable()) replaceEmbed(tables.ports.doc, undo, former, next);
    },
    insertPhotos: (ids, at, beside) => insertAt(at, (key) => $insertPhotos(ids, key, beside)),
    gatherPhotos: (ids) => update(() => $gatherPhotos(ids, $bodyLines())),
    moveLine: (by) => update(() => $moveLines(by)),
    shiftIndent: (by) => update(() => $shiftIndent(by)),
    toggleBox: () => update($toggleBox),
    toggleGallery: () => update($toggleGallery),
    movePhoto: (by) => update(() => $movePhoto(by)),
    tables,
    state: () => (tables.cellEditor ?? editor).getEditorState().read($readFormat),
    caret: () => caretPlace(editor),
    setCaret: (place) => putCaret(editor, place),
    selection: () => selectedStretch(editor),
    select: (stretch) => selectStretch(editor, stretch),
    lineElements: () => lineElements(editor),
    on: (listener) => mergeRegister(editor.registerUpdateListener(listener), tables.on(listener)),
  };
}
