/**
 * The lines of a page that may be its article's: where one `article` element holds most of the text, what is in it and what
 * stands above it; else the whole page without its furniture.
 */
import { SOFT_BREAK } from '../../../../shared/article/clean-text.ts';
import type { Run } from '../../../../shared/article/document.ts';
import { areFormatted } from '../../../../shared/article/import/runs-of-text.ts';
import { isVisible } from '../../../../shared/article/import/split-paragraphs.ts';
import { textBelow } from '../../../../shared/article/import-html/html-tree.ts';
import { importHtml } from '../../../../shared/article/import-html/import-html.ts';
import type { ImportedLine, ImportedPicture } from '../../../../shared/article/import-html/imported-html.ts';
import { runsOfParts } from '../../../../shared/article/runs.ts';
import { safeLink } from '../../../../shared/article/safe-link.ts';
import { trimRuns } from '../documents/line-text.ts';
import { tableId, textOfTable } from '../documents/table-lines.ts';
import { type SourceLine, type SourcePicture, SourcePictures, textLine, textOfRuns } from '../source-line.ts';
import { isElement, NOWHERE, type Page, type PageElement, pageTree } from './page-tree.ts';

const MIN_ARTICLE_CHARACTERS = 300;
/** An article has some hundreds; a page with more of them than this is left without formats from there on. */
const MAX_FORMATTED_RUNS = 20_000;
/** What holds a cell as long as this is no table but the page's layout. */
const MAX_CELL_CHARACTERS = 500;
const PICTURE = /^data:image\/(?:jpeg|png|webp);base64,/iu;

/** Those of the page are furniture; an article's own header holds its headline and its date. */
const pageFurniture = new Set(['header', 'footer', 'aside', 'nav']);

export type PageLines = {
  lines: SourceLine[];
  pictures: SourcePicture[];
  changes: number;
  comments: number;
  legacy: number;
};

export function readPageLines({ body }: Page): PageLines {
  const outline = outlineOf(body);
  const { chosen, places } = outline;
  const isFurniture = (element: PageElement): boolean =>
    pageFurniture.has(element.tag) && element.isClosed && !outline.inArticle.has(element);
  const start = chosen === null ? Number.POSITIVE_INFINITY : (places.get(chosen) ?? 0);
  const isAboveNot = (element: PageElement): boolean =>
    isFurniture(element) || (chosen !== null && (element.tag === 'article' || (places.get(element) ?? 0) > start));
  const reader = new LineReader(outline.titles);
  reader.read(body, isAboveNot);
  if (chosen !== null) reader.read(chosen, isFurniture);
  return reader.result();
}

type Outline = {
  /** The article element that holds most of the text, if one does. */
  chosen: PageElement | null;
  /** Elements in the order of the page. */
  places: ReadonlyMap<PageElement, number>;
  inArticle: ReadonlySet<PageElement>;
  /** What the page's h1 say. */
  titles: ReadonlySet<string>;
};

function outlineOf(body: PageElement): Outline {
  const places = new Map<PageElement, number>();
  const inArticle = new Set<PageElement>();
  const lengths = new Map<PageElement, number>();
  const titles = new Set<string>();
  const whole = pageTree(
    () => false,
    (href) => href,
  );
  const open: { element: PageElement; article: PageElement | null }[] = [{ element: body, article: null }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { element, article } = next;
    places.set(element, places.size);
    if (article !== null) inArticle.add(element);
    if (element.tag === 'h1') titles.add(plain(textBelow(whole, element)));
    const own = article ?? (element.tag === 'article' ? element : null);
    for (let at = element.children.length - 1; at >= 0; at -= 1) {
      const child = element.children[at]!;
      if (isElement(child)) open.push({ element: child, article: own });
      else if (own !== null) lengths.set(own, (lengths.get(own) ?? 0) + child.trim().length);
    }
  }
  const [longest] = [...lengths].sort(([, a], [, b]) => b - a);
  const chosen = longest !== undefined && longest[1] >= MIN_ARTICLE_CHARACTERS ? longest[0] : null;
  return { chosen, places, inArticle, titles };
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

class LineReader {
  readonly #titles: ReadonlySet<string>;
  readonly #lines: SourceLine[] = [];
  readonly #pictures = new SourcePictures();
  #ids = 0;
  #runs = 0;
  #found = { changes: 0, comments: 0, legacy: 0 };

  constructor(titles: ReadonlySet<string>) {
    this.#titles = titles;
  }

  read(root: PageElement, isLeftOut: (element: PageElement) => boolean): void {
    const tree = pageTree(isLeftOut, (href) => (href.startsWith('#') ? href : (safeLink(href) ?? NOWHERE)));
    const newId = (): string => {
      this.#ids += 1;
      return tableId(this.#ids);
    };
    const { lines, changes, comments, legacy } = importHtml(tree, root, { newId });
    for (const line of lines) this.#add(line);
    const { changes: before, comments: left, legacy: old } = this.#found;
    this.#found = { changes: before + changes, comments: left + comments, legacy: old + legacy.length };
  }

  result(): PageLines {
    return { lines: this.#lines, pictures: this.#pictures.all(), ...this.#found };
  }

  #add(line: ImportedLine): void {
    for (const picture of line.pictures ?? []) this.#addPicture(picture);
    if (line.table !== undefined) {
      this.#addTable({
        ...line.table,
        rows: line.table.rows.map((row) => row.map((cell) => ({ ...cell, runs: this.#clean(cell.runs) }))),
      });
      return;
    }
    if (line.parts.some((part) => 'embed' in part && part.embed.type === 'rule')) {
      this.#lines.push({ as: 'rule', text: '', runs: [] });
      return;
    }
    this.#addText(line.kind, line.indent ?? 0, runsOfParts(line.parts), line.box);
  }

  /** Of a picture elsewhere nothing is there but its caption. */
  #addPicture({ src, caption, credit, alt }: ImportedPicture): void {
    if (PICTURE.test(src)) {
      const bytes = Buffer.from(src.slice(src.indexOf(',') + 1), 'base64');
      const picture = this.#pictures.add(new Uint8Array(bytes), '', alt);
      this.#lines.push({ as: 'pictures', text: alt, runs: [], pictures: [picture] });
    }
    const text = credit === '' ? caption : `${caption} (Ảnh: ${credit})`.trim();
    if (text !== '') this.#lines.push(textLine('caption', [{ text }]));
  }

  #addTable(table: NonNullable<ImportedLine['table']>): void {
    const cells = table.rows.flat();
    const isLayout = table.rows.length < 2 || cells.some(({ runs }) => textOfRuns(runs).length > MAX_CELL_CHARACTERS);
    if (!isLayout) this.#lines.push({ as: 'table', text: textOfTable(table), runs: [], table });
    else for (const { runs } of cells) this.#addText('paragraph', 0, runs);
  }

  /** Old pages part their paragraphs by breaks. */
  #addText(kind: ImportedLine['kind'], indent: number, runs: readonly Run[], box?: string): void {
    const pieces = kind === 'paragraph' || kind === null ? splitAtBreaks(runs) : [runs];
    for (const piece of pieces) {
      const isLink = piece.length > 0 && piece.every(({ text, link }) => link !== undefined || text.trim() === '');
      const clean = trimRuns(this.#clean(piece));
      const text = textOfRuns(clean);
      if (!isVisible(text)) continue;
      const as = kind === 'paragraph' || kind === null || kind === 'gallery' ? 'text' : kind;
      const isTitle = as === 'heading2' && this.#titles.has(plain(text));
      this.#lines.push({
        ...textLine(isTitle ? 'title' : as, clean, indent),
        isLink,
        ...(box !== undefined && { box }),
      });
    }
  }

  #clean(runs: readonly Run[]): Run[] {
    const clean = runs.map((run): Run => {
      if (run.link !== NOWHERE) return run;
      const { link: _, ...rest } = run;
      return rest;
    });
    if (areFormatted(clean)) this.#runs += clean.length;
    return this.#runs > MAX_FORMATTED_RUNS ? [{ text: textOfRuns(clean) }] : mergePlain(clean);
  }
}

function mergePlain(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    const isPlain = (it: Run): boolean => Object.keys(it).length === 1;
    if (last !== undefined && isPlain(last) && isPlain(run)) merged[merged.length - 1] = { text: last.text + run.text };
    else merged.push(run);
  }
  return merged;
}

function splitAtBreaks(runs: readonly Run[]): Run[][] {
  const pieces: Run[][] = [[]];
  for (const run of runs) {
    for (const [index, text] of run.text.split(SOFT_BREAK).entries()) {
      if (index > 0) pieces.push([]);
      if (text !== '') pieces.at(-1)?.push({ ...run, text });
    }
  }
  return pieces;
}
