/**
 * HTML of a clipboard or a file as lines of an article: headings of two levels, lists, quotes, tables, pictures with their
 * captions, links and the formats that an article has. What programs write beside the text (Word's markup above all) gives
 * nothing; what nobody foresaw gives its text.
 *
 * The walk keeps its own stack, so depth costs memory and never the stack of calls; only tables within tables are read
 * by a walk within the walk, to MAX_TABLE_DEPTH.
 */
import { blockContext } from './block-context.ts';
import { type Context, inBox, isTracked, START } from './context.ts';
import { blockElements, skippedElements } from './elements.ts';
import { finishLines } from './finish-lines.ts';
import { footnoteMark } from './footnotes.ts';
import { type HtmlTree, textBelow } from './html-tree.ts';
import type { ImportedHtml, ImportedLine, ImportedPicture, ImportHtmlOptions } from './imported-html.ts';
import { inlineContext } from './inline-context.ts';
import { type LineSigns, LineWriter } from './line-writer.ts';
import { readOwnEmbed } from './own-embeds.ts';
import { emojiOf, pictureOf } from './pictures.ts';
import type { Style } from './read-style.ts';
import { StyleReader } from './style-sheet.ts';
import { tableLines } from './table-lines.ts';

const MAX_TABLE_DEPTH = 4;

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
    const { maxLines = Number.POSITIVE_INFINITY } = this.#shared.options;
    if (this.#depth > 0) writer.hasBlocks = true;
    const open: Frame<Node>[] = [{ children: this.#tree.childrenOf(root), at: 0, context, isBlock: true }];
    for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
      if (writer.lines.length > maxLines) break;
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
        if (tree.attribute(node, 'width') !== '33%') {
          this.#place({ kind: 'paragraph', ...inBox(context), parts: [{ embed: { type: 'rule' } }] });
        }
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
        this.#writer.text(mark, { ...context, attributes: START.attributes, encoding: null });
        return null;
      }
    }
    if (this.#ownEmbed(node, context)) return null;
    return this.#open(node, tag, style, context);
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
    const isDeletion = (tag === 'del' && isTracked(this.#tree, node)) || className?.toLowerCase() === 'msodel';
    if (isDeletion) this.#countChange(node, 'del');
    return isDeletion;
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

  #place(line: ImportedLine): void {
    this.#writer.hasBlocks = true;
    this.#writer.push(line);
  }

  #picture(node: Node, style: Style, context: Context): void {
    const read = (name: string): string | null => this.#tree.attribute(node, name);
    const emoji = emojiOf(read);
    if (emoji !== null) {
      this.#writer.text(emoji, context);
      return;
    }
    const picture = pictureOf(read, style, this.#shared.options.newId());
    if (picture !== null) this.#placePhoto(picture.photo, picture, context);
  }

  #placePhoto(photo: string, picture: ImportedPicture | null, context: Context): void {
    const { figure, gallery } = context;
    const pictures = picture === null ? {} : { pictures: [picture] };
    const embed = { type: 'photo', photo } as const;
    if (figure !== null) figure.hasPicture = true;
    const open = gallery?.line ?? null;
    if (open !== null && open === this.#writer.lines.at(-1)) {
      open.parts.push({ embed });
      if (picture !== null) open.pictures = [...(open.pictures ?? []), picture];
      return;
    }
    const kind = gallery === null ? 'paragraph' : 'gallery';
    const line: ImportedLine = { kind, ...inBox(context), parts: [{ embed }], ...pictures };
    this.#place(line);
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
        const inner = inlineContext(this.#tree, element, 'td', this.#styleOf(element), start);
        return new Walk(this.#tree, this.#shared, this.#depth + 1).run(element, inner);
      },
    });
    for (const line of lines) this.#writer.push(line);
  }

  #ownEmbed(node: Node, context: Context): boolean {
    const own = readOwnEmbed(this.#tree, node);
    if (own === null) return false;
    if ('photo' in own) this.#placePhoto(own.photo, own.picture, context);
    else this.#place({ kind: 'paragraph', ...inBox(context), parts: [{ embed: own.embed }] });
    return true;
  }

  #open(node: Node, tag: string, style: Style, context: Context): Frame<Node> {
    const writer = this.#writer;
    const isBlock = blockElements.has(tag);
    if (isBlock) {
      writer.hasBlocks = true;
      writer.end();
    }
    if (tag === 'ins' && isTracked(this.#tree, node)) this.#countChange(node, 'ins');
    let inner = inlineContext(this.#tree, node, tag, style, context);
    if (isBlock) {
      const { newId } = this.#shared.options;
      const port = { tree: this.#tree, newId, styleOf: (element: Node) => this.#styleOf(element) };
      inner = blockContext(port, node, tag, style, inner);
    }
    if (style.tabs !== undefined) writer.text('\t'.repeat(style.tabs), { ...inner, keepsSpace: true });
    const isSpace = style.tabs !== undefined || style.spaces === true;
    if (isSpace && style.tabs === undefined) writer.text(' ', inner);
    return { children: isSpace ? NOTHING : this.#tree.childrenOf(node), at: 0, context: inner, isBlock };
  }
}

const NOTHING: readonly never[] = [];
