/** One person's editor for the fuzz: a document with the real binding over a headless editor, and things to do in it. */
import { createHeadlessEditor } from '@lexical/headless';
import {
  $createRangeSelection,
  $createTextNode,
  $setSelection,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
  type TextFormatType,
} from 'lexical';
import * as Y from 'yjs';
import { getBody, lineKinds, lineStyle, readLines } from '../../shared/article/flat-text.ts';
import { newArticleUpdate } from '../../shared/article/write.ts';
import { ArticleUndo } from './article-undo.ts';
import { BodyBinding } from './body-binding.ts';
import { $bodyLines, $previousLine } from './body-lines.ts';
import { bodyNodes } from './body-nodes.ts';
import { $isEmbedNode, type EmbedNode } from './embed-node.ts';
import { $isInGallery, $putPhoto, $putPhotoByLine, $toggleGallery } from './gallery-deeds.ts';
import { applyRemoteUpdate, flushViews } from './inbound.ts';
import { $insertEmbed, $insertPhotos, $insertRule } from './insert-deeds.ts';
import { $insertPasted } from './insert-pasted.ts';
import { $moveLines, $shiftIndent, $toggleBox } from './line-deeds.ts';
import type { LineNode } from './line-node.ts';
import { registerLineRules } from './line-rules.ts';
import { $setLink } from './link-deed.ts';
import { $setPoint } from './places.ts';
import { $removeSelected } from './remove-selected.ts';

export type Random = () => number;

/** Mulberry32. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function clientId(random: Random): number {
  return 1 + Math.floor(random() * 0x7fffffff);
}

export const seedUpdate = newArticleUpdate();
const WORD = /[a-z]\d+z/gu;

export class Replica {
  readonly name: string;
  readonly doc = new Y.Doc();
  readonly undo: ArticleUndo;
  readonly editor: LexicalEditor;
  readonly binding: BodyBinding;
  readonly #random: Random;
  readonly #stopRules: () => void;
  #words = 0;

  constructor(name: string, random: Random) {
    this.name = name;
    this.#random = random;
    // Who comes first where two insert at one place hangs on this.
    this.doc.clientID = clientId(random);
    Y.applyUpdate(this.doc, seedUpdate, 'seed');
    this.undo = new ArticleUndo(this.doc);
    this.editor = createHeadlessEditor({
      namespace: name,
      nodes: bodyNodes,
      onError: (error) => {
        throw error;
      },
    });
    this.#stopRules = registerLineRules(this.editor);
    this.binding = new BodyBinding(this.editor, this.doc, this.undo);
  }

  destroy(): void {
    this.binding.destroy();
    this.#stopRules();
    this.undo.destroy();
    this.doc.destroy();
  }

  take(update: Uint8Array): void {
    applyRemoteUpdate(this.doc, update);
  }

  /** Every word in the text, in order. */
  words(): string[] {
    return wordsOf(getBody(this.doc));
  }

  /** The text with its marks, for a message. */
  text(): string {
    return (getBody(this.doc).toDelta() as { insert: unknown }[])
      .map(({ insert }) => (typeof insert === 'string' ? insert : '¶'))
      .join('');
  }

  /** Does something; answers what it was. */
  act(deeds: readonly Deed[]): Deed {
    const deed = deeds[Math.floor(this.#random() * deeds.length)]!;
    if (deed === 'undo') this.undo.undo();
    else if (deed === 'redo') this.undo.redo();
    else this.editor.update(() => this.#$do(deed), { discrete: true });
    flushViews(this.doc);
    return deed;
  }

  #pick(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #word(): string {
    this.#words += 1;
    return `${this.name}${this.#words}z`;
  }

  #$line(): LineNode {
    const lines = $bodyLines();
    return lines[this.#pick(lines.length)]!;
  }

  /** A place in the line where no word is torn. */
  #boundary(line: LineNode): number {
    const text = $placesOf(line);
    const places = [0, text.length];
    for (let at = 1; at < text.length; at += 1) {
      if (!/[a-z\d]/u.test(text[at - 1]!) || !/[a-z\d]/u.test(text[at]!)) places.push(at);
    }
    return places[this.#pick(places.length)]!;
  }

  #$select(line = this.#$line(), at = this.#boundary(line)): RangeSelection {
    const selection = $createRangeSelection();
    $setPoint(selection.anchor, line, at);
    $setPoint(selection.focus, line, at);
    $setSelection(selection);
    return selection;
  }

  #$selectRange(sameLine: boolean): RangeSelection {
    const from = this.#$line();
    const to = sameLine ? from : this.#$line();
    const [first, second] = from.isBefore(to) || from.is(to) ? [from, to] : [to, from];
    const selection = this.#$select(first);
    let end = this.#boundary(second);
    if (first.is(second)) end = Math.max(end, Math.min($placesOf(first).length, end));
    $setPoint(selection.focus, second, end);
    return selection;
  }

  #$do(deed: Exclude<Deed, 'undo' | 'redo'>): void {
    switch (deed) {
      case 'type': {
        const selection = this.#$select();
        for (const letter of ` ${this.#word()} `) selection.insertText(letter);
        return;
      }
      case 'enter':
        this.#$select().insertParagraph();
        return;
      case 'break':
        this.#$select().insertLineBreak();
        return;
      case 'join': {
        const line = this.#$line();
        const before = $previousLine(line);
        if (before === null) return;
        this.#$select(line, 0);
        before.append(...line.getChildren());
        line.remove();
        return;
      }
      case 'kind': {
        this.#$line().setKind(lineKinds[this.#pick(lineKinds.length)]!);
        return;
      }
      case 'style':
        this.#$line().setLineStyle(
          lineStyle({
            kind: this.#random() < 0.7 ? 'bullet' : lineKinds[this.#pick(lineKinds.length)]!,
            indent: this.#pick(3),
            box: this.#random() < 0.5 ? null : `box${this.#pick(2)}`,
          }),
        );
        return;
      case 'format': {
        const formats: TextFormatType[] = ['bold', 'italic', 'underline', 'strikethrough', 'superscript', 'subscript'];
        this.#$selectRange(this.#random() < 0.7).formatText(formats[this.#pick(formats.length)]!);
        return;
      }
      case 'link':
        this.#$selectRange(true);
        $setLink(this.#random() < 0.8 ? `https://example.com/${this.#pick(3)}` : null);
        return;
      case 'delete':
        this.#$selectRange(this.#random() < 0.6);
        $removeSelected();
        return;
      case 'move':
        this.#$select(this.#$line(), 0);
        $moveLines(this.#random() < 0.5 ? -1 : 1);
        return;
      case 'paste':
        this.#$select();
        $insertPasted(
          Array.from({ length: 1 + this.#pick(3) }, () => ({
            kind: lineKinds[this.#pick(lineKinds.length)]!,
            parts: [
              { text: ` ${this.#word()} `, attributes: {} },
              { text: ` ${this.#word()} `, attributes: { bold: true } },
            ],
          })),
        );
        return;
      case 'photo':
        this.#$select();
        $insertPhotos([`p${this.#word()}`], null);
        return;
      case 'rule':
        this.#$select();
        $insertRule();
        return;
      case 'indent':
        this.#$selectRange(this.#random() < 0.5);
        $shiftIndent(this.#random() < 0.6 ? 1 : -1);
        return;
      case 'box':
        this.#$selectRange(this.#random() < 0.5);
        $toggleBox();
        return;
      case 'gallery':
        this.#$selectRange(this.#random() < 0.3);
        $toggleGallery();
        return;
      case 'drag': {
        const photos = $bodyLines().flatMap((line) => line.getChildren().filter($isPhoto));
        const [photo, beside] = [photos[this.#pick(photos.length)], photos[this.#pick(photos.length)]];
        const isBehind = this.#random() < 0.5;
        if (photo === undefined || beside === undefined) return;
        if ($isInGallery(beside)) $putPhoto(photo, beside, isBehind);
        else $putPhotoByLine(photo, this.#$line(), isBehind);
        return;
      }
      case 'reference':
        this.#$select();
        $insertEmbed({ type: 'related', article: this.#word(), headline: 'Bài khác' });
        return;
      case 'inline': {
        this.#$select().insertNodes([$createTextNode(` ${this.#word()} `).toggleFormat('italic')]);
        return;
      }
    }
  }
}

export const deeds = [
  'type',
  'enter',
  'break',
  'join',
  'kind',
  'style',
  'format',
  'link',
  'delete',
  'move',
  'paste',
  'photo',
  'rule',
  'indent',
  'box',
  'gallery',
  'drag',
  'reference',
  'inline',
  'undo',
  'redo',
] as const;
export type Deed = (typeof deeds)[number];

function $isPhoto(node: LexicalNode): node is EmbedNode {
  return $isEmbedNode(node) && node.getEmbed().type === 'photo';
}

/** Every photo in the text, in order, as often as it stands there. */
export function photosIn(text: Y.Text): string[] {
  return readLines(text).flatMap(({ parts }) =>
    parts.flatMap((part) => ('embed' in part && part.embed.type === 'photo' ? [part.embed.photo] : [])),
  );
}

export function wordsOf(text: Y.Text): string[] {
  const words: string[] = [];
  let run = '';
  const end = (): void => {
    words.push(...(run.match(WORD) ?? []));
    run = '';
  };
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    if (typeof insert === 'string') run += insert;
    else end();
  }
  end();
  return words;
}

/** The line's characters, one for each place. */
function $placesOf(line: LineNode): string {
  return line
    .getAllTextNodes()
    .map((node) => node.getTextContent())
    .join('');
}
