/**
 * The editor by itself, for the tests in a browser: a headline, a body and the captions of its photos over one document
 * (`mine`), and a second document (`theirs`) that is somebody else's. What is written here reaches theirs at once; what
 * is written there comes through the door for others' edits.
 */
import type { LexicalEditor } from 'lexical';
import { type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import * as Y from 'yjs';
import { type Block, photosOf, type TextBlockKind } from '../../../shared/article/document.ts';
import {
  type Embed,
  getBody,
  type Line,
  type LinePart,
  makeMark,
  readLines,
} from '../../../shared/article/flat-text.ts';
import { readArticle } from '../../../shared/article/read.ts';
import { cellText, readTableShape } from '../../../shared/article/table.ts';
import { type Axis, insertLines, removeLines } from '../../../shared/article/table-edits.ts';
import { addPhoto, newArticleUpdate } from '../../../shared/article/write.ts';
import { CommandProvider } from '../../app/commands.tsx';
import { startWords } from '../../app/words.ts';
import { expandFrom } from '../abbreviations.ts';
import { ArticleBody } from '../article-body.tsx';
import { ArticleUndo } from '../article-undo.ts';
import { BodyBinding } from '../body-binding.ts';
import type { BodyHandle } from '../body-handle.ts';
import { importClipboardHtml } from '../html-lines.ts';
import { applyRemoteUpdate, flushViews } from '../inbound.ts';
import { REMOTE_ORIGIN } from '../local-origin.ts';
import type { PasteResult } from '../paste.ts';
import { TextField } from '../text-field.tsx';

type Seed = [
  TextBlockKind | 'photo' | 'gallery' | 'rule' | 'table',
  /** The photos of a gallery have spaces between them, the cells of a table bars, its rows slashes. */
  string,
  style?: { indent?: number; box?: string },
][];

const page = createRoot(document.getElementById('page')!);
let mine = new Y.Doc();
let theirs = new Y.Doc();
let undo = new ArticleUndo(mine);
let handle: BodyHandle | null = null;
let files: string[] = [];
let leftUp = 0;
let pasted: PasteResult[] = [];
let setEditable: (editable: boolean) => void = () => {};
let setMarks: (shown: boolean) => void = () => {};

/** The table that an article is opened with. */
const TABLE = 'bang';

const runsOf = (text: string): { text: string }[] => (text === '' ? [] : [{ text }]);

function seedBlocks(seed: Seed): Block[] {
  return seed.map(([kind, text, { indent, box } = {}]): Block => {
    const inBox = box === undefined ? {} : { box };
    if (kind === 'photo') return { kind, photo: text, ...inBox };
    if (kind === 'gallery') return { kind, photos: text.split(' '), ...inBox };
    if (kind === 'rule') return { kind, ...inBox };
    if (kind === 'table') {
      const rows = text.split('/').map((row) => row.split('|').map((cell) => ({ runs: runsOf(cell) })));
      return { kind, table: TABLE, header: true, rows, ...inBox };
    }
    return { kind, runs: text === '' ? [] : [{ text }], ...(indent === undefined ? {} : { indent }), ...inBox };
  });
}

function Caption({ embed }: { embed: Embed }): ReactNode {
  const [doc] = useState(mine);
  if (embed.type !== 'photo') return null;
  const photo = doc.getMap('photos').get(embed.photo) as Y.Map<unknown> | undefined;
  const caption = photo?.get('caption');
  if (!(caption instanceof Y.Text)) return <p>?</p>;
  return (
    <figure>
      <button type="button">Chọn ảnh</button>
      <TextField text={caption} undo={undo} label="Chú thích" editable lines="one" />
    </figure>
  );
}

function Article(): ReactNode {
  const [editable, set] = useState(true);
  setEditable = set;
  const [showsMarks, setShowsMarks] = useState(false);
  setMarks = setShowsMarks;
  return (
    <main data-article={mine.guid}>
      <TextField
        text={mine.getText('headline')}
        undo={undo}
        label="Tít"
        name="headline"
        editable
        placeholder="Tít"
        onEnter={() => handle?.focus('start')}
      />
      <TextField text={mine.getText('lead')} undo={undo} label="Sapo" name="lead" editable lines="many" />
      <ArticleBody
        doc={mine}
        undo={undo}
        editable={editable}
        label="Nội dung"
        boxLabel="Hộp thông tin"
        showsMarks={showsMarks}
        placeholder="Viết ở đây"
        renderEmbed={(embed) => <Caption embed={embed} />}
        onHandle={(given) => {
          handle = given;
        }}
        onFiles={(dropped, at) => {
          files.push(...dropped.map(({ name }) => `${name}${at === null ? '' : ' at a place'}`));
        }}
        onLeaveUp={() => {
          leftUp += 1;
        }}
        onPasted={(result) => pasted.push(result)}
      />
      <button type="button">Xong</button>
    </main>
  );
}

/** Answers the name of the article, which its element carries too. */
function open(seed: Seed): string {
  page.render(null);
  undo.destroy();
  mine = new Y.Doc();
  theirs = new Y.Doc();
  const blocks = seedBlocks(seed);
  const document = { ...readArticle(mine), blocks };
  Y.applyUpdate(mine, newArticleUpdate({ document }), 'seed');
  for (const block of blocks) {
    for (const id of photosOf(block)) {
      addPhoto(mine, { id, sha256: null, caption: '', credit: '', alt: '' }, 'seed');
    }
  }
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine), 'seed');
  mine.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== REMOTE_ORIGIN) Y.applyUpdate(theirs, update, 'from mine');
  });
  undo = new ArticleUndo(mine);
  files = [];
  pasted = [];
  leftUp = 0;
  page.render(
    <CommandProvider>
      <Article key={mine.guid} />
    </CommandProvider>,
  );
  return mine.guid;
}

/** What somebody else does to their own body, sent as one update. */
function remote(change: (body: Y.Text) => void): void {
  const before = Y.encodeStateVector(theirs);
  theirs.transact(() => change(getBody(theirs)));
  applyRemoteUpdate(mine, Y.encodeStateAsUpdate(theirs, before));
}

/** `[box] kind>> text`: a sign for each level of depth. */
function showLine({ kind, indent, box, parts }: Line): string {
  const where = box === null ? '' : '[box] ';
  const text = showParts(parts);
  return where + (kind === 'paragraph' ? text : `${kind}${'>'.repeat(indent)}: ${text}`);
}

function showParts(parts: readonly LinePart[]): string {
  const shown = parts.map((part) => {
    if ('embed' in part) return `<${part.embed.type === 'photo' ? part.embed.photo : part.embed.type}>`;
    const { bold, italic, underline, strike, superscript, subscript, link, anchors } = part.attributes;
    const formats = [
      bold && 'b',
      italic && 'i',
      underline && 'u',
      strike && 's',
      superscript && '^',
      subscript && '_',
      link !== undefined && `a(${link})`,
      anchors !== undefined && `@${anchors}`,
    ]
      .filter((format) => typeof format === 'string')
      .join('');
    const shown = part.text.replaceAll('\u2028', '⏎');
    return formats === '' ? shown : `{${formats}:${shown}}`;
  });
  return shown.join('');
}

/** The cells of the tables in the body; `2x1:` before one that covers two columns. */
function showTables(): string[][][] {
  return readArticle(mine).blocks.flatMap((block) =>
    block.kind === 'table'
      ? [
          block.rows.map((cells) =>
            cells.map(({ runs, columns = 1, rows = 1 }) => {
              const parts = runs.map(({ text, ...attributes }) => ({ text, attributes }));
              return (columns * rows > 1 ? `${columns}x${rows}:` : '') + showParts(parts);
            }),
          ),
        ]
      : [],
  );
}

/** What the page shows in its cells, for `difference`. */
function differenceInCells(): string | null {
  const shown = [...document.querySelectorAll<HTMLElement>('.cell-text')].map((cell) => textOf(cell));
  const tables = readArticle(mine).blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));
  const texts = tables.map(({ runs }) => runs.map(({ text }) => text).join(''));
  return JSON.stringify(shown) === JSON.stringify(texts) ? null : `cells: ${JSON.stringify([shown, texts])}`;
}

function textOf(node: Node): string {
  if (node instanceof HTMLElement && node.classList.contains('embed')) return '\uFFFC';
  // The break that keeps an empty line open is no part of the text.
  if (node instanceof HTMLBRElement) return node.hasAttribute('data-lexical-managed-linebreak') ? '' : '\u2028';
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  return [...node.childNodes].map(textOf).join('');
}

function domLines(): string[] {
  const lines = document.querySelectorAll<HTMLElement>('.body-text .line');
  // A table's cells are lines of their own.
  return [...lines].flatMap((line) =>
    line.closest('.embed') === null ? [`${line.dataset.kind} ${textOf(line)}`] : [],
  );
}

/** Null if editor, cache, flat text, the page's elements and the other person's document all say the same. */
function difference(): string | null {
  flushViews(mine);
  const root = document.querySelector('.body-text') as HTMLElement & { __lexicalEditor: LexicalEditor };
  const inEditor = BodyBinding.of(root.__lexicalEditor).findDifference();
  if (inEditor !== null) return `editor: ${inEditor}`;
  const expected = readLines(getBody(mine)).map(
    ({ kind, parts }) => `${kind} ${parts.map((part) => ('text' in part ? part.text : '\uFFFC')).join('')}`,
  );
  if (JSON.stringify(domLines()) !== JSON.stringify(expected)) {
    return `page: ${JSON.stringify(domLines())} for ${JSON.stringify(expected)}`;
  }
  const inCells = differenceInCells();
  if (inCells !== null) return inCells;
  const [here, there] = [readArticle(mine), readArticle(theirs)].map((article) => JSON.stringify(article));
  if (here !== there) return `theirs: ${there} for ${here}`;
  for (const [name, value] of [
    ['headline', readField('headline')],
    ['lead', readField('lead')],
  ] as const) {
    const shown = document.querySelector<HTMLTextAreaElement>(`textarea[name=${name}]`)?.value;
    if (shown !== value) return `${name}: ${shown} for ${value}`;
  }
  return null;
}

function readField(name: 'headline' | 'lead'): string {
  return mine.getText(name).toString();
}

const trial = {
  open,
  difference,
  lines: () => readLines(getBody(mine)).map(showLine),
  headline: () => readField('headline'),
  caption: (id: string) => String((mine.getMap('photos').get(id) as Y.Map<unknown>).get('caption')),
  tables: showTables,
  /** Somebody else writes in a cell of the table that the article was opened with. */
  remoteCell: (row: number, column: number, place: number, text: string) =>
    remote(() => {
      const { rows, columns } = readTableShape(theirs, TABLE);
      cellText(theirs, TABLE, rows[row]!, columns[column]!).insert(place, text, {});
    }),
  remoteLines: (deed: 'insert' | 'remove', axis: Axis, at: number) =>
    remote(() => {
      if (deed === 'insert') insertLines(theirs, TABLE, axis, at);
      else removeLines(theirs, TABLE, axis, at);
    }),
  remoteInsert: (place: number, text: string) => remote((body) => body.insert(place, text, {})),
  remoteDelete: (place: number, length: number) => remote((body) => body.delete(place, length)),
  remoteMark: (place: number, kind: TextBlockKind = 'paragraph') =>
    remote((body) => body.insertEmbed(place, makeMark(kind), {})),
  remoteFormat: (place: number, length: number) => remote((body) => body.format(place, length, { bold: true })),
  remoteAttributes: (place: number, length: number, attributes: Record<string, unknown>) =>
    remote((body) => body.format(place, length, attributes)),
  remoteKind: (line: number, kind: TextBlockKind) => remote((body) => readLines(body)[line]?.mark?.set('kind', kind)),
  remoteStyle: (line: number, style: Record<string, unknown>) =>
    remote((body) => {
      for (const [name, value] of Object.entries(style)) readLines(body)[line]?.mark?.set(name, value);
    }),
  /** What no editor of ours writes. */
  remoteForeign: () =>
    remote((body) => {
      body.insert(0, 'trước');
      body.insertEmbed(2, new Y.Map([['type', 'table']]));
      body.insertEmbed(9, new Y.Map([['kind', 7]]));
      body.insertEmbed(10, { image: 'x' });
      body.insertEmbed(11, new Y.Array());
      body.insert(12, 'thêm', { bold: 'yes', color: 'red', link: 'javascript:alert(1)' });
    }),
  remoteHeadline: (place: number, text: string, removed = 0) =>
    remote(() => {
      const headline = theirs.getText('headline');
      if (removed > 0) headline.delete(place, removed);
      headline.insert(place, text);
    }),
  /** The place of a piece of text in the body. */
  placeOf: (text: string) => {
    let flat = '';
    for (const { insert } of getBody(mine).toDelta() as { insert: unknown }[]) {
      flat += typeof insert === 'string' ? insert : '\uFFFC';
    }
    return flat.indexOf(text);
  },
  undo: () => undo.undo(),
  redo: () => undo.redo(),
  canUndo: () => undo.canUndo,
  canRedo: () => undo.canRedo,
  setEditable: (editable: boolean) => setEditable(editable),
  setMarks: (shown: boolean) => setMarks(shown),
  body: () => handle!,
  abbreviations: (entries: [short: string, long: string][]) => expandFrom(new Map(entries)),
  files: () => files,
  /** What came of each paste: the code of its error, or what a person is told. */
  pasted: () =>
    pasted.map((result) => {
      if ('error' in result) return result.error.code;
      const { changes, comments, legacy, missing, pictures } = result.pasted;
      return { changes, comments, legacy, missing, pictures: pictures.map(({ file }) => `${file.name} ${file.size}`) };
    }),
  blocks: () => readArticle(mine).blocks,
  photos: () => readArticle(mine).photos,
  /** Answers what HTML is imported as. */
  importHtml: (html: string) => {
    let ids = 0;
    return importClipboardHtml(html, () => {
      ids += 1;
      return `n${ids}`;
    });
  },
  leftUp: () => leftUp,
  updates: () => Y.encodeStateAsUpdate(mine).byteLength,
};
export type Trial = typeof trial;

declare global {
  interface Window {
    trial: Trial;
  }
}
window.trial = trial;
void startWords('vi');
open([['paragraph', '']]);
