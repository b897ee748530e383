/**
 * HTML of a clipboard or a file as lines of an article: headings of two levels, lists, quotes, tables, pictures with their
 * captions, links and the formats that an article has. What programs write beside the text (Word's markup above all) gives
 * nothing; what nobody foresaw gives its text.
 *
 * The walk keeps its own stack, so depth costs memory and never the stack of calls; only tables within tables are read
 * by a walk within the walk, to MAX_TABLE_DEPTH.
 */
import { legacyEncodingOfFont } from '../../text/legacy/encodings.ts';
import { cleanLine } from '../clean-text.ts';
import { MAX_INDENT } from '../document.ts';
import { type Attributes, asEmbed, asId, type LineKind } from '../flat-text.ts';
import { safeLink } from '../safe-link.ts';
import {
  BOX_ATTRIBUTE,
  blockElements,
  EXACT_INDENT_ATTRIBUTE,
  elementFormats,
  FILE_ATTRIBUTE,
  headingKinds,
  PHOTO_ATTRIBUTE,
  RELATED_ATTRIBUTE,
  skippedElements,
} from './elements.ts';
import { finishLines } from './finish-lines.ts';
import { footnoteMark, noteNumber } from './footnotes.ts';
import { type HtmlTree, textBelow } from './html-tree.ts';
import type { ImportedHtml, ImportedLine, ImportHtmlOptions } from './imported-html.ts';
import { type LineSigns, LineWriter, type TextContext } from './line-writer.ts';
import { type Marker, plainMarker, readMarker } from './markers.ts';
import { emojiOf, pictureOf } from './pictures.ts';
import { type Style, StyleReader, UNSTYLED } from './read-style.ts';
import { tableLines } from './table-lines.ts';

const MAX_TABLE_DEPTH = 4;

type List = { isNumbered: boolean; level: number; next: number };
type Figure = { hasPicture: boolean; hasQuote: boolean };

type Context = TextContext & {
  list: List | null;
  figure: Figure | null;
  gallery: { line: ImportedLine | null } | null;
  isTracked: boolean;
};

type Frame<Node> = { children: ArrayLike<Node>; at: number; context: Context; isBlock: boolean };

/** What all walks of one document share. */
type Shared = {
  options: ImportHtmlOptions;
  styles: StyleReader;
  signs: LineSigns;
  changes: number;
  comments: number;
  commentMarks: number;
};

const NO_ATTRIBUTES: Attributes = Object.freeze({});
const START: Context = Object.freeze({
  kind: 'paragraph',
  indent: 0,
  box: null,
  attributes: NO_ATTRIBUTES,
  encoding: null,
  keepsSpace: false,
  item: null,
  isCaption: false,
  list: null,
  figure: null,
  gallery: null,
  isTracked: false,
});

/** The lines of everything below `root`. Never throws for what the HTML says. */
export function importHtml<Node>(tree: HtmlTree<Node>, root: Node, options: ImportHtmlOptions): ImportedHtml {
  const shared: Shared = {
    options,
    styles: new StyleReader(options.css ?? ''),
    signs: { captions: new Set(), markers: new Map(), exact: new Set(), legacy: new Set() },
    changes: 0,
    comments: 0,
    commentMarks: 0,
  };
  const lines = finishLines(new Walk(tree, shared, 0).run(root, START), shared.signs);
  const comments = Math.max(shared.comments, shared.commentMarks);
  return { lines, changes: shared.changes, comments, legacy: [...shared.signs.legacy] };
}

class Walk<Node> {
  readonly #tree: HtmlTree<Node>;
  readonly #shared: Shared;
  readonly #depth: number;
  readonly #writer: LineWriter;
  #lastChange: string | null = null;

  constructor(tree: HtmlTree<Node>, shared: Shared, depth: number) {
    this.#tree = tree;
    this.#shared = shared;
    this.#depth = depth;
    this.#writer = new LineWriter(shared.signs);
  }

  run(root: Node, context: Context): ImportedLine[] {
    const writer = this.#writer;
    if (this.#depth > 0) writer.hasBlocks = true;
    const open: Frame<Node>[] = [{ children: this.#tree.childrenOf(root), at: 0, context, isBlock: true }];
    for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
      if (frame.at >= frame.children.length) {
        open.pop();
        if (frame.isBlock) writer.end();
        continue;
      }
      const inner = this.#enter(frame.children[frame.at]!, frame.context);
      frame.at += 1;
      if (inner !== null) open.push(inner);
    }
    return writer.lines;
  }

  #styleOf(node: Node): Style {
    const tree = this.#tree;
    const tag = tree.tagOf(node) ?? '';
    return this.#shared.styles.of(tag, tree.attribute(node, 'class'), tree.attribute(node, 'style'));
  }

  /** Writes what a node gives by itself; answers what is to be walked below it. */
  #enter(node: Node, context: Context): Frame<Node> | null {
    const tree = this.#tree;
    const text = tree.textOf(node);
    if (text !== null) {
      if (!context.isTracked && this.#lastChange !== null && text.trim() !== '') this.#lastChange = null;
      this.#writer.text(text, context);
      return null;
    }
    const tag = tree.tagOf(node);
    if (tag === null || skippedElements.has(tag) || tree.attribute(node, 'hidden') !== null) return null;
    const className = tree.attribute(node, 'class');
    const style = this.#shared.styles.of(tag, className, tree.attribute(node, 'style'));
    if (this.#isLeftOut(node, tag, className, style)) return null;
    switch (tag) {
      case 'br':
        this.#writer.break();
        return null;
      case 'hr':
        // Word's own rule above the notes.
        if (tree.attribute(node, 'width') !== '33%') this.#pushRule(context);
        return null;
      case 'img':
        this.#picture(node, style, context);
        return null;
      case 'table':
        if (this.#depth < MAX_TABLE_DEPTH) {
          this.#table(node, context);
          return null;
        }
        break;
      case 'a': {
        const mark = this.#footnote(node);
        if (mark === null) break;
        this.#writer.text(mark, { ...context, attributes: NO_ATTRIBUTES, encoding: null });
        return null;
      }
    }
    if (this.#ownEmbed(node, context)) return null;
    return this.#open(node, tag, className, style, context);
  }

  /** True for what stands beside the text. Counts what a person has to know of. */
  #isLeftOut(node: Node, tag: string, className: string | null, style: Style): boolean {
    if (style.hidden === true || style.isMarker === true || style.isComment === true) return true;
    if (style.isCommentMark === true || className?.includes('msocomanchor') === true) {
      // Word writes either or both.
      if (style.isCommentMark === true) this.#shared.commentMarks += 1;
      else this.#shared.comments += 1;
      return true;
    }
    // The label that LibreOffice writes into a list item, as XHTML.
    if (className?.startsWith('ListLabel_20_') === true) return true;
    const isDeletion = (tag === 'del' && this.#isTracked(node)) || className?.toLowerCase() === 'msodel';
    if (isDeletion) this.#countChange(node, 'del');
    return isDeletion;
  }

  #isTracked(node: Node): boolean {
    return this.#tree.attribute(node, 'datetime') !== null || this.#tree.attribute(node, 'cite') !== null;
  }

  /** Pieces of one change, which the program cut at formats and paragraphs, count once. */
  #countChange(node: Node, kind: 'ins' | 'del'): void {
    const change = `${kind}|${this.#tree.attribute(node, 'datetime')}|${this.#tree.attribute(node, 'cite')}`;
    if (change !== this.#lastChange) this.#shared.changes += 1;
    this.#lastChange = change;
  }

  #footnote(node: Node): string | null {
    const href = this.#tree.attribute(node, 'href');
    return href?.startsWith('#') === true ? footnoteMark(href, textBelow(this.#tree, node, 200)) : null;
  }

  #pushRule({ box }: Context): void {
    this.#writer.hasBlocks = true;
    this.#writer.push({ kind: 'paragraph', ...(box === null ? {} : { box }), parts: [{ embed: { type: 'rule' } }] });
  }

  #picture(node: Node, style: Style, context: Context): void {
    const read = (name: string): string | null => this.#tree.attribute(node, name);
    const emoji = emojiOf(read);
    if (emoji !== null) {
      this.#writer.text(emoji, context);
      return;
    }
    const picture = pictureOf(read, style, this.#shared.options.newId());
    if (picture === null) return;
    this.#placePhoto({ photo: picture.photo, pictures: [picture] }, context);
  }

  #placePhoto({ photo, pictures }: { photo: string; pictures?: ImportedLine['pictures'] }, context: Context): void {
    const writer = this.#writer;
    writer.hasBlocks = true;
    if (context.figure !== null) context.figure.hasPicture = true;
    const embed = { type: 'photo', photo } as const;
    const gallery = context.gallery;
    if (gallery?.line != null && gallery.line === writer.lines.at(-1)) {
      gallery.line.parts.push({ embed });
      if (pictures !== undefined) gallery.line.pictures = [...(gallery.line.pictures ?? []), ...pictures];
      return;
    }
    const { box } = context;
    const line: ImportedLine = {
      kind: gallery === null ? 'paragraph' : 'gallery',
      ...(box === null ? {} : { box }),
      parts: [{ embed }],
      ...(pictures === undefined ? {} : { pictures }),
    };
    writer.push(line);
    if (gallery !== null) gallery.line = line;
  }

  #table(node: Node, context: Context): void {
    this.#writer.hasBlocks = true;
    this.#writer.end();
    const start: Context = { ...context, kind: 'paragraph', indent: 0, item: null, list: null, isCaption: false };
    const lines = tableLines(this.#tree, node, {
      newId: this.#shared.options.newId,
      signs: this.#shared.signs,
      box: context.box,
      styleOf: (element) => this.#styleOf(element),
      linesBelow: (element) => {
        const inner = this.#context(element, 'td', this.#styleOf(element), start);
        return new Walk(this.#tree, this.#shared, this.#depth + 1).run(element, inner);
      },
    });
    for (const line of lines) this.#writer.push(line);
  }

  /** What an article of ours wrote as an embed. */
  #ownEmbed(node: Node, context: Context): boolean {
    const read = (name: string): string | null => this.#tree.attribute(node, name);
    const photo = asId(read(PHOTO_ATTRIBUTE));
    if (photo !== null) {
      const words = (name: string): string => cleanLine(read(`data-${name}`) ?? '');
      const sha256 = read('data-sha256');
      const isKnown = sha256 !== null && /^[0-9a-f]{64}$/u.test(sha256);
      const picture = { photo, src: '', caption: words('caption'), credit: words('credit'), alt: words('alt') };
      const brings = isKnown || read('data-caption') !== null;
      this.#placePhoto(
        { photo, ...(brings ? { pictures: [isKnown ? { ...picture, sha256 } : picture] } : {}) },
        context,
      );
      return true;
    }
    const related = read(RELATED_ATTRIBUTE);
    const file = read(FILE_ATTRIBUTE);
    if (related === null && file === null) return false;
    const said = textBelow(this.#tree, node, 2_000).trim();
    const embed =
      related !== null
        ? asEmbed({ type: 'related', article: related, headline: read('data-headline') ?? said })
        : asEmbed({ type: 'file', sha256: file, name: read('data-name') ?? said, bytes: Number(read('data-bytes')) });
    if (embed.type === 'unknown') return false;
    this.#writer.hasBlocks = true;
    this.#writer.push({ kind: 'paragraph', ...(context.box === null ? {} : { box: context.box }), parts: [{ embed }] });
    return true;
  }

  #open(node: Node, tag: string, className: string | null, style: Style, context: Context): Frame<Node> {
    const writer = this.#writer;
    const isBlock = blockElements.has(tag);
    if (isBlock) {
      writer.hasBlocks = true;
      writer.end();
    }
    if (tag === 'ins' && this.#isTracked(node)) this.#countChange(node, 'ins');
    let inner = this.#context(node, tag, style, context);
    if (isBlock) inner = this.#blockContext(node, tag, className, style, inner);
    if (style.tabs !== undefined) writer.text('\t'.repeat(style.tabs), { ...inner, keepsSpace: true });
    const isSpace = style.tabs !== undefined || style.spaces === true;
    if (isSpace && style.tabs === undefined) writer.text(' ', inner);
    return { children: isSpace ? NOTHING : this.#tree.childrenOf(node), at: 0, context: inner, isBlock };
  }

  /** What an element says of the text in it. */
  #context(node: Node, tag: string, style: Style, context: Context): Context {
    const { attributes } = context;
    const isTrackedInsertion = tag === 'ins' && this.#isTracked(node);
    const format = elementFormats[tag];
    const face = tag === 'font' ? this.#tree.attribute(node, 'face') : null;
    const href = tag === 'a' ? safeLink(this.#tree.attribute(node, 'href') ?? '') : null;
    if (style === UNSTYLED && format === undefined && face === null && href === null && !isTrackedInsertion)
      return context;
    const next: Attributes = { ...attributes };
    if (format !== undefined) next[format] = true;
    if (style.bold === true) next.bold = true;
    // Google Docs wraps everything in <b style="font-weight: normal">.
    else if (style.bold === false) delete next.bold;
    if (style.italic === true) next.italic = true;
    else if (style.italic === false) delete next.italic;
    if (style.underline === true) next.underline = true;
    if (style.strike === true) next.strike = true;
    if (style.position === 'none') {
      delete next.superscript;
      delete next.subscript;
    } else if (style.position !== undefined && !tableParts.has(tag)) next[style.position] = true;
    if (next.superscript === true) delete next.subscript;
    if (href !== null) next.link = href;
    if (next.link !== undefined) delete next.underline;
    // A heading is bold as it is.
    if (context.kind === 'heading2' || context.kind === 'heading3') delete next.bold;
    const encoding = face !== null ? legacyEncodingOfFont(face.split(',')[0] ?? '') : style.encoding;
    return {
      ...context,
      attributes: next,
      encoding: encoding === undefined ? context.encoding : encoding,
      keepsSpace: style.keepsSpace ?? context.keepsSpace,
      isTracked: context.isTracked || isTrackedInsertion,
    };
  }

  /** What a block says of the lines in it. */
  #blockContext(node: Node, tag: string, className: string | null, style: Style, context: Context): Context {
    const names = className?.toLowerCase() ?? '';
    const inner: Context = { ...context };
    const become = (kind: LineKind): void => {
      inner.kind = kind;
      inner.indent = 0;
      inner.item = null;
    };
    switch (tag) {
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        inner.list = {
          isNumbered: tag === 'ol',
          level: context.list === null ? 0 : context.list.level + 1,
          next: this.#number(node, 'start') ?? 1,
        };
        return inner;
      case 'li':
        this.#openItem(node, inner);
        break;
      case 'blockquote':
        become('quote');
        if (inner.figure !== null) inner.figure.hasQuote = true;
        break;
      case 'figure':
        inner.figure = { hasPicture: false, hasQuote: false };
        break;
      case 'figcaption':
      case 'caption':
        become('paragraph');
        if (inner.figure?.hasQuote === true && !inner.figure.hasPicture) inner.kind = 'attribution';
        else if (tag === 'figcaption') inner.isCaption = true;
        break;
      case 'footer':
        if (context.kind === 'quote') become('attribution');
        break;
      case 'pre':
        inner.keepsSpace = true;
        break;
    }
    const box = this.#tree.attribute(node, BOX_ATTRIBUTE);
    if (box !== null || (tag === 'aside' && / box /u.test(` ${names} `))) {
      inner.box = this.#shared.options.newId();
    }
    if (names !== '') this.#readClass(names, inner, become);
    const level = style.outline ?? this.#headingLevel(node, names);
    const heading = headingKinds[tag] ?? (level === null ? undefined : outlineKind(level));
    if (heading !== undefined) become(heading);
    if (inner.kind === 'heading2' || inner.kind === 'heading3') {
      const { bold: _, ...rest } = inner.attributes;
      inner.attributes = rest;
    }
    if (style.listLevel !== undefined && tag !== 'li')
      this.#openWordItem(node, style.listLevel, heading !== undefined, inner);
    return inner;
  }

  #readClass(names: string, inner: Context, become: (kind: LineKind) => void): void {
    if (
      /\b(?:mso)?caption\b|imagecaption|photo-?caption|[_-]caption|chu-?thich|desc[_-]?image|image[_-]?desc/u.test(
        names,
      )
    ) {
      inner.isCaption = true;
    } else if (/\bmso(?:intense)?quote\b/u.test(names)) become('quote');
    else if (/\bmsotitle/u.test(names)) become('heading2');
    else if (/\bmsosubtitle/u.test(names)) become('heading3');
    else if (/^attribution$/u.test(names)) become('attribution');
    else if (/^gallery$/u.test(names)) inner.gallery = { line: null };
  }

  /** Of a paragraph that is a heading in all but its element. */
  #headingLevel(node: Node, names: string): number | null {
    if (this.#tree.attribute(node, 'role') === 'heading') return this.#number(node, 'aria-level') ?? 2;
    const level = /\bheading_20_(\d)\b/u.exec(names)?.[1];
    return level === undefined ? null : Number(level);
  }

  #number(node: Node, name: string): number | null {
    const value = this.#tree.attribute(node, name);
    return value !== null && /^\s*\d{1,6}\s*$/u.test(value) ? Number(value) : null;
  }

  #openItem(node: Node, inner: Context): void {
    const { list } = inner;
    const note = noteNumber(this.#tree.attribute(node, 'id'));
    inner.item = { line: null };
    inner.isCaption = false;
    if (note !== null) {
      inner.kind = 'paragraph';
      inner.indent = 0;
      inner.item.prefix = `[${note}] `;
      return;
    }
    const exact = this.#number(node, EXACT_INDENT_ATTRIBUTE);
    const level =
      exact !== null ? exact + 1 : (this.#number(node, 'aria-level') ?? this.#number(node, 'data-aria-level'));
    if (exact !== null) inner.item.isExact = true;
    inner.indent = Math.min(MAX_INDENT, Math.max(0, level === null ? (list?.level ?? 0) : level - 1));
    inner.kind = list?.isNumbered === true ? 'number' : 'bullet';
    if (list === null || !list.isNumbered) return;
    const ordinal = this.#number(node, 'value') ?? list.next;
    list.next = ordinal + 1;
    inner.item.marker = plainMarker(ordinal);
  }

  #openWordItem(node: Node, level: number, isHeading: boolean, inner: Context): void {
    const marker = this.#findMarker(node);
    if (isHeading || marker?.kind === 'words') {
      // A heading has no number of its own.
      if (marker !== null && marker.kind !== 'bullet') this.#writer.text(`${marker.text} `, inner);
      return;
    }
    inner.kind = marker?.kind === 'number' ? 'number' : 'bullet';
    inner.indent = Math.min(MAX_INDENT, level);
    inner.item = { line: null, ...(marker === null ? {} : { marker }) };
    inner.isCaption = false;
  }

  /** Word's marker stands among the first things of the paragraph. */
  #findMarker(node: Node): Marker | null {
    const tree = this.#tree;
    const open: Node[] = [node];
    for (let looked = 0; looked < 12; looked += 1) {
      const next = open.pop();
      if (next === undefined) return null;
      const tag = tree.tagOf(next);
      if (tag !== null && next !== node) {
        if (this.#styleOf(next).isMarker === true) return readMarker(textBelow(tree, next, 200));
      }
      const children = tree.childrenOf(next);
      for (let at = Math.min(children.length, 8) - 1; at >= 0; at -= 1) open.push(children[at]!);
    }
    return null;
  }
}

const NOTHING: readonly never[] = [];
const tableParts: ReadonlySet<string> = new Set(['table', 'tbody', 'thead', 'tr', 'td', 'th']);

function outlineKind(level: number): LineKind {
  return level <= 2 ? 'heading2' : 'heading3';
}
