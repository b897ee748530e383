/** Reading an article's Y.Doc. Total: whatever a hostile or newer peer put there becomes a valid ArticleDocument. */
import * as Y from 'yjs';
import { cleanLine } from './clean-text.ts';
import {
  type ArticleDocument,
  type Block,
  DOCUMENT_VERSION,
  type Fields,
  fieldsSchema,
  isTextBlock,
  type Photo,
  type Provenance,
  photosOf,
  provenanceSchema,
} from './document.ts';
import { asId, type Embed, getBody, type Line, type LineStyle, readLines, walkText } from './flat-text.ts';
import { runsOfParts } from './runs.ts';
import { readTable } from './table.ts';

const SHA256 = /^[0-9a-f]{64}$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;
export const DEFAULT_LANGUAGE = 'vi';

const plainFieldNames = [
  'kind',
  'category',
  'author',
  'penName',
  'speaker',
  'contact',
  'source',
  'place',
  'slug',
] as const;
const dateFieldNames = ['publishedOn', 'eventDate'] as const;

/** The plain text that stands at this place, be it a Y.Text or a string; on one line. Empty for anything else. */
function readPlainText(value: unknown): string {
  if (typeof value === 'string') return cleanLine(value);
  if (!(value instanceof Y.Text)) return '';
  let text = '';
  walkText(
    value,
    (run) => {
      text += run;
    },
    () => {},
  );
  return cleanLine(text);
}

function embedBlock(embed: Embed, doc: Y.Doc | null): Block | null {
  if (embed.type === 'unknown') return null;
  const { type, ...rest } = embed;
  if (type === 'rule') return { kind: 'rule' };
  if (type === 'table') return doc === null ? null : readTable(doc, (rest as { table: string }).table);
  return { kind: type, ...rest } as Block;
}

/**
 * A line of text is one block; a line with embeds in it is as many blocks as it has parts, but for the photos of a
 * gallery's line, which are one. A table that is among `tables` is passed over; others are added there.
 */
export function blocksOfLine(
  line: LineStyle & Pick<Line, 'parts'>,
  doc: Y.Doc | null,
  tables: Set<string> = new Set(),
): Block[] {
  const blocks: Block[] = [];
  const { kind, indent, box } = line;
  const inBox = box === null ? {} : { box };
  const style = {
    kind: kind === 'gallery' ? 'paragraph' : kind,
    ...(indent === 0 ? {} : { indent }),
    ...inBox,
  } as const;
  let text: Line['parts'] = [];
  const endText = (): void => {
    const runs = runsOfParts(text);
    text = [];
    if (runs.length > 0) blocks.push({ ...style, runs });
  };
  for (const part of line.parts) {
    if ('text' in part) {
      text.push(part);
      continue;
    }
    const last = text.length === 0 ? blocks.at(-1) : undefined;
    if (kind === 'gallery' && part.embed.type === 'photo' && last?.kind === 'gallery') {
      if (!last.photos.includes(part.embed.photo)) last.photos.push(part.embed.photo);
      continue;
    }
    if (part.embed.type === 'table') {
      if (tables.has(part.embed.table)) {
        endText();
        continue;
      }
      tables.add(part.embed.table);
    }
    const block = embedBlock(part.embed, doc);
    if (block === null) continue;
    endText();
    if (kind === 'gallery' && block.kind === 'photo') blocks.push({ kind: 'gallery', photos: [block.photo], ...inBox });
    else blocks.push({ ...block, ...inBox });
  }
  endText();
  if (blocks.length > 0 || line.parts.some((part) => 'embed' in part && part.embed.type !== 'unknown')) return blocks;
  return kind === 'gallery' ? [] : [{ ...style, runs: [] }];
}

/**
 * The blocks of a flat text. One empty paragraph and nothing else is an empty body. A table whose place came twice, as when
 * two people undo its removal, is shown at the first.
 */
export function readBody(text: Y.Text): Block[] {
  const tables = new Set<string>();
  const blocks = readLines(text).flatMap((line) => blocksOfLine(line, text.doc, tables));
  const [only] = blocks;
  const isEmpty = only !== undefined && isTextBlock(only) && only.kind === 'paragraph' && only.runs.length === 0;
  return blocks.length === 1 && isEmpty ? [] : blocks;
}

function readPhotos(doc: Y.Doc, blocks: readonly Block[]): Photo[] {
  const known = new Map<string, { photo: Photo; addedAt: number }>();
  for (const [key, value] of doc.getMap('photos').entries()) {
    const id = asId(key);
    if (id === null || !(value instanceof Y.Map)) continue;
    const sha256 = value.get('sha256');
    const addedAt = value.get('addedAt');
    const isDecorative = value.get('decorative') === true;
    known.set(id, {
      photo: {
        id,
        sha256: typeof sha256 === 'string' && SHA256.test(sha256) ? sha256 : null,
        caption: readPlainText(value.get('caption')),
        credit: readPlainText(value.get('credit')),
        // What was written before it was said to be decorative stays in the Y.Doc.
        alt: isDecorative ? '' : readPlainText(value.get('alt')),
        ...(isDecorative ? { decorative: true as const } : {}),
      },
      addedAt: typeof addedAt === 'number' && Number.isFinite(addedAt) ? addedAt : 0,
    });
  }
  const inBody = [...new Set(blocks.flatMap(photosOf))];
  const placed = new Set(inBody);
  const elsewhere = [...known.values()]
    .filter(({ photo }) => !placed.has(photo.id))
    .sort((a, b) => a.addedAt - b.addedAt || (a.photo.id < b.photo.id ? -1 : 1));
  return [
    // A place whose photo is not known is still a place, which a person can fill or remove.
    ...inBody.map((id) => known.get(id)?.photo ?? { id, sha256: null, caption: '', credit: '', alt: '' }),
    ...elsewhere.map(({ photo }) => photo),
  ];
}

function readFields(doc: Y.Doc): Fields {
  const map = doc.getMap('fields');
  const fields: Fields = {};
  for (const name of plainFieldNames) {
    const value = readPlainText(map.get(name));
    if (value !== '') fields[name] = value;
  }
  for (const name of dateFieldNames) {
    const date = fieldsSchema.shape[name].safeParse(map.get(name));
    if (date.success && date.data !== undefined) fields[name] = date.data;
  }
  const tags = map.get('tags');
  if (Array.isArray(tags)) {
    const clean = tags.flatMap((tag) => (typeof tag === 'string' && tag !== '' ? [cleanLine(tag)] : []));
    if (clean.length > 0) fields.tags = clean.filter((tag) => tag !== '');
  }
  return fields;
}

/** The article that a Y.Doc stands for. Never throws. */
export function readArticle(doc: Y.Doc): ArticleDocument {
  const blocks = readBody(getBody(doc));
  const language = doc.getMap('fields').get('language');
  return {
    version: DOCUMENT_VERSION,
    language: typeof language === 'string' && LANGUAGE.test(language) ? language : DEFAULT_LANGUAGE,
    headline: readPlainText(doc.getText('headline')),
    lead: readPlainText(doc.getText('lead')),
    blocks,
    photos: readPhotos(doc, blocks),
    fields: readFields(doc),
  };
}

/** Where an imported article came from; null for one that was not imported. Never throws. */
export function readProvenance(doc: Y.Doc): Provenance | null {
  const map = doc.getMap('provenance');
  const found = provenanceSchema.safeParse({
    file: map.get('file'),
    importedAt: map.get('importedAt'),
    encoding: map.get('encoding'),
    dropped: map.get('dropped'),
  });
  return found.success ? found.data : null;
}
