/**
 * The words of an article in the order in which they are read: headline, lead, each line of the body; at a photo its
 * caption, credit and alt text, at a table its cells. What a tool finds or changes is named by a passage and places in it.
 */
import * as Y from 'yjs';
import { getBody, type Line, readLines, walkText } from '../article/flat-text.ts';
import { readArticle } from '../article/read.ts';
import { cellText, readTableShape } from '../article/table.ts';
import { NO_CHARACTER } from '../text-tools/text-edit.ts';

export const photoWords = ['caption', 'credit', 'alt'] as const;
export const passageKinds = ['headline', 'lead', 'body', 'cell', ...photoWords] as const;
export type PassageKind = (typeof passageKinds)[number];

/** What a passage is called where it is shown. Counts from 1: the paragraph, the photo or the table it belongs to. */
export type PassagePlace = { kind: PassageKind; number: number; row?: number; column?: number };

export type Passage = PassagePlace & {
  /** Unique in its article, and the same wherever the article is read in the same state. */
  name: string;
  text: Y.Text;
  /** Where the passage begins in `text`; a character of it is a place of the text. */
  at: number;
  /** For the body and its tables: the line of the body that it is, or stands in, from 0. */
  line?: number;
  /** `NO_CHARACTER` for each place that is none. */
  characters: string;
};

/** The passages of an article that say anything. */
export function readPassages(doc: Y.Doc): Passage[] {
  const passages: Passage[] = [];
  const names = new Set<string>();
  const add = (passage: Passage): void => {
    if (passage.characters === '') return;
    // Two people who move one block make two of its name.
    for (let copy = 2, own = passage.name; names.has(passage.name); copy += 1) passage.name = `${own}#${copy}`;
    names.add(passage.name);
    passages.push(passage);
  };
  const whole = (name: string, place: PassagePlace, text: Y.Text): void =>
    add({ name, ...place, text, at: 0, characters: charactersOf(text) });
  whole('headline', { kind: 'headline', number: 1 }, doc.getText('headline'));
  whole('lead', { kind: 'lead', number: 1 }, doc.getText('lead'));

  const photos = readArticle(doc).photos.map(({ id }) => id);
  const done = new Set<string>();
  const addPhoto = (id: string): void => {
    const photo = doc.getMap('photos').get(id);
    if (done.has(id) || !(photo instanceof Y.Map)) return;
    done.add(id);
    for (const kind of photoWords) {
      const text = photo.get(kind);
      if (text instanceof Y.Text) whole(`photo:${id}:${kind}`, { kind, number: photos.indexOf(id) + 1 }, text);
    }
  };
  let paragraphs = 0;
  let tables = 0;
  const body = getBody(doc);
  for (const [index, line] of readLines(body).entries()) {
    const characters = lineCharacters(line);
    const hasText = line.parts.some((part) => 'text' in part);
    if (hasText) {
      paragraphs += 1;
      const at = line.start + (line.mark === null ? 0 : 1);
      add({ name: `body:${line.id}`, kind: 'body', number: paragraphs, text: body, at, line: index, characters });
    }
    for (const part of line.parts) {
      if (!('embed' in part)) continue;
      if (part.embed.type === 'photo') addPhoto(part.embed.photo);
      if (part.embed.type !== 'table' || done.has(`table:${part.embed.table}`)) continue;
      done.add(`table:${part.embed.table}`);
      tables += 1;
      for (const cell of cellsOf(doc, part.embed.table)) add({ ...cell, number: tables, line: index });
    }
  }
  for (const id of photos) addPhoto(id);
  return passages;
}

function cellsOf(doc: Y.Doc, table: string): Passage[] {
  const { rows, columns, covered } = readTableShape(doc, table);
  return rows.flatMap((row, rowAt) =>
    columns.flatMap((column, columnAt): Passage[] => {
      if (covered.has(`${row}:${column}`)) return [];
      const text = cellText(doc, table, row, column);
      const place = { kind: 'cell', number: 1, row: rowAt + 1, column: columnAt + 1 } as const;
      return [{ name: `cell:${table}:${row}:${column}`, ...place, text, at: 0, characters: charactersOf(text) }];
    }),
  );
}

function charactersOf(text: Y.Text): string {
  let characters = '';
  walkText(
    text,
    (run) => {
      characters += run;
    },
    (_, places) => {
      characters += NO_CHARACTER.repeat(places);
    },
  );
  return characters;
}

function lineCharacters({ parts }: Line): string {
  return parts.map((part) => ('text' in part ? part.text : NO_CHARACTER)).join('');
}
