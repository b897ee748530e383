/**
 * Binds a textarea to a plain Y.Text, both ways, as the body's binding does for the body: what was typed is the smallest
 * difference that ends at the caret, others' edits move the caret along, and a word that is being composed is written
 * when it is whole.
 */
import type * as Y from 'yjs';
import { deletePlaces } from '../../shared/article/flat-text.ts';
import { endingOf, findExpansion, LastExpansion } from './abbreviations.ts';
import type { ArticleUndo } from './article-undo.ts';
import { type Delta, endOfChange, movePlace } from './delta.ts';
import { Inbound } from './inbound.ts';
import type { Edit } from './undo-steps.ts';

export class TextBinding {
  readonly #field: HTMLTextAreaElement;
  readonly #text: Y.Text;
  readonly #undo: ArticleUndo;
  readonly #inbound: Inbound;
  readonly #isOneLine: boolean;
  readonly #stop: () => void;
  /** What field and text last agreed on. */
  #agreed: string;
  #isComposing = false;
  #isPushing = false;
  readonly #expanded: LastExpansion;

  constructor(field: HTMLTextAreaElement, text: Y.Text, undo: ArticleUndo, isOneLine: boolean) {
    this.#field = field;
    this.#text = text;
    this.#undo = undo;
    this.#isOneLine = isOneLine;
    this.#inbound = Inbound.of(text.doc!);
    this.#expanded = new LastExpansion(undo, (place, short, ending) => {
      const caret = Number(place) + short.length;
      if (field.selectionStart !== caret || !field.value.startsWith(short + ending, Number(place))) return;
      field.setSelectionRange(caret + ending.length, caret + ending.length);
    });
    this.#agreed = plainText(text);
    field.value = this.#agreed;
    const observer = (event: Y.YTextEvent, { origin }: Y.Transaction): void => {
      if (!this.#isPushing) this.#pull(event.delta as Delta, origin === undo.origin);
    };
    text.observe(observer);
    const unwatch = this.#inbound.watch(this);
    const listeners: [string, (event: Event) => void][] = [
      ['input', (event) => this.#onInput(event as InputEvent)],
      ['beforeinput', (event) => this.#onBeforeInput(event as InputEvent)],
      ['keydown', (event) => this.#onKeyDown(event as KeyboardEvent)],
      ['compositionstart', () => this.#hold()],
      ['compositionend', () => this.release()],
      ['blur', () => this.release()],
    ];
    for (const [type, listener] of listeners) field.addEventListener(type, listener);
    this.#stop = () => {
      text.unobserve(observer);
      this.#expanded.stop();
      for (const [type, listener] of listeners) field.removeEventListener(type, listener);
      this.release();
      unwatch();
    };
  }

  destroy(): void {
    this.flush();
    this.#stop();
  }

  /** Writes what the field says into the text, but for a word that is being composed. */
  flush(): void {
    if (this.#isComposing) return;
    const value = this.#tidy();
    const former = this.#agreed;
    if (value === former) return;
    const { at, removed, inserted } = difference(former, value, this.#field.selectionStart);
    this.#agreed = value;
    this.#isPushing = true;
    try {
      this.#undo.edit(editOf(this.#text, at, removed, inserted), () => {
        const from = this.#placeOf(at, former);
        if (removed !== '') deletePlaces(this.#text, from, this.#placeOf(at + removed.length, former) - from);
        if (inserted !== '') this.#text.insert(from, inserted);
      });
    } finally {
      this.#isPushing = false;
    }
  }

  #onInput(event: InputEvent): void {
    this.flush();
    const ending = endingOf(event);
    if (ending !== null && !this.#isComposing) this.#expand(ending);
  }

  /** An abbreviation before the caret becomes what it stands for, in a step of its own. */
  #expand(ending: string): void {
    const field = this.#field;
    const caret = field.selectionStart;
    const found = caret === field.selectionEnd ? findExpansion(field.value.slice(0, caret), ending) : null;
    if (found === null) return;
    const { start, short, long } = found;
    if (this.#expanded.isTakenBack(`${start}`, short)) return;
    this.#expanded.note(`${start}`, short, ending);
    this.#undo.cut();
    field.setRangeText(long, start, start + short.length, 'preserve');
    field.setSelectionRange(caret + long.length - short.length, caret + long.length - short.length);
    this.flush();
    this.#undo.cut();
  }

  /** The field's value composed (NFC) and without what it cannot hold; the field is set to it with its caret kept. */
  #tidy(): string {
    const { value } = this.#field;
    const clean = (text: string): string => {
      const lines = this.#isOneLine ? text.replace(/[\r\n\u2028\u2029]+/gu, ' ') : text.replace(/\r\n?|\u2029/gu, '\n');
      return lines.toWellFormed().normalize('NFC');
    };
    const tidy = clean(value);
    if (tidy !== value) {
      const [start, end] = [this.#field.selectionStart, this.#field.selectionEnd];
      this.#field.value = tidy;
      this.#field.setSelectionRange(clean(value.slice(0, start)).length, clean(value.slice(0, end)).length);
    }
    return tidy;
  }

  /** The place in the Y.Text of an offset in its characters: something foreign may stand between them. */
  #placeOf(offset: number, characters: string): number {
    if (this.#text.length === characters.length) return offset;
    let place = 0;
    let seen = 0;
    for (const { insert } of this.#text.toDelta() as { insert: unknown }[]) {
      if (typeof insert !== 'string') {
        place += 1;
        continue;
      }
      if (offset <= seen + insert.length) return place + offset - seen;
      seen += insert.length;
      place += insert.length;
    }
    return place;
  }

  #pull(delta: Delta, showsChange: boolean): void {
    const field = this.#field;
    const value = plainText(this.#text);
    const [start, end] = [field.selectionStart, field.selectionEnd];
    this.#agreed = value;
    if (field.value === value) return;
    field.value = value;
    if (showsChange) {
      const at = Math.min(endOfChange(delta, 0) ?? 0, value.length);
      field.focus();
      field.setSelectionRange(at, at);
    } else field.setSelectionRange(movePlace(start, delta, 0), movePlace(end, delta, 0));
  }

  #hold(): void {
    this.flush();
    this.#isComposing = true;
    this.#inbound.hold(this);
  }

  /** The word is whole, the focus has left, or it has taken too long. */
  release(): void {
    if (!this.#isComposing) return;
    this.#isComposing = false;
    this.flush();
    this.#inbound.release(this);
  }

  /** The browser's own undo would undo what others wrote, and knows nothing of the rest of the article. */
  #onBeforeInput(event: InputEvent): void {
    if (this.#deletesWhole(event)) {
      this.flush();
      this.#undo.cut();
    }
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    if (event.inputType === 'historyUndo') this.#undo.undo();
    else this.#undo.redo();
  }

  /** More than a letter, and not by an input method: see deletions.ts. */
  #deletesWhole({ inputType, isComposing }: InputEvent): boolean {
    const { selectionStart, selectionEnd } = this.#field;
    const isWhole = selectionEnd - selectionStart > 1 || /^delete(?:Word|SoftLine|HardLine|ByCut)/u.test(inputType);
    return !isComposing && isWhole && inputType.startsWith('delete') && inputType !== 'deleteByComposition';
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    const isUndo = key === 'z' && !event.shiftKey;
    if (!isUndo && !(key === 'z' && event.shiftKey) && !(key === 'y' && !event.shiftKey)) return;
    event.preventDefault();
    // The step may take the field away with the photo that it belongs to; the text round it is not to take back one more.
    event.stopPropagation();
    if (isUndo) this.#undo.undo();
    else this.#undo.redo();
  }
}

/** The characters of a text, without what is not one. */
export function plainText(text: Y.Text): string {
  return (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('')
    .replaceAll('\u2028', '\n');
}

/** What became of `former`, told so that it ends at the caret where it can be told in several ways. */
export function difference(
  former: string,
  value: string,
  caret: number,
): { at: number; removed: string; inserted: string } {
  const shorter = Math.min(former.length, value.length);
  const afterCaret = Math.max(0, Math.min(shorter, value.length - caret));
  let suffix = 0;
  while (suffix < afterCaret && former[former.length - 1 - suffix] === value[value.length - 1 - suffix]) suffix += 1;
  let prefix = 0;
  while (prefix < shorter - suffix && former[prefix] === value[prefix]) prefix += 1;
  while (suffix < shorter - prefix && former[former.length - 1 - suffix] === value[value.length - 1 - suffix])
    suffix += 1;
  // Half of a surrogate pair is no character.
  if (prefix > 0 && isLowSurrogate(former, prefix)) prefix -= 1;
  else if (prefix > 0 && isLowSurrogate(value, prefix)) prefix -= 1;
  if (suffix > 0 && (isLowSurrogate(former, former.length - suffix) || isLowSurrogate(value, value.length - suffix))) {
    suffix -= 1;
  }
  return {
    at: prefix,
    removed: former.slice(prefix, former.length - suffix),
    inserted: value.slice(prefix, value.length - suffix),
  };
}

function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

function editOf(text: Y.Text, at: number, removed: string, inserted: string): Edit {
  if (removed === '') return { type: 'insert', text, at, inserted };
  return inserted === '' ? { type: 'remove', text, at, removed } : { type: 'replace', text, at, inserted, removed };
}
