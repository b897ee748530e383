/** Reading an article's Y.Doc. Total: whatever a hostile or newer peer put there becomes a valid ArticleDocument. */
import * as Y from 'yjs';
import { cleanLine, cleanText, readPlainText } from './clean-text.ts';
import {
  type ArticleDocument,
  type Block,
  DOCUMENT_VERSION,
  type Fields,
  fieldsSchema,
  type Photo,
  type Provenance,
  provenanceSchema,
  type Run,
} from './document.ts';
import { asId, equalAttributes, getBody, type Line, readLines } from './flat-text.ts';

const SHA256 = /^[0-9a-f]{64}$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;
export const DEFAULT_LANGUAGE = 'vi';

const plainFieldNames = ['category', 'author', 'source', 'place', 'slug'] as const;

/** Text and formats, cleaned and joined. A combining mark never begins a run: alone it could not be composed. */
function cleanRuns(runs: readonly Run[]): Run[] {
  const clean: Run[] = [];
  for (const run of runs) {
    const last = clean.at(-1);
    if (last === undefined) {
      clean.push({ ...run });
      continue;
    }
    const combining = /^\p{M}+/u.exec(run.text)?.[0] ?? '';
    last.text += combining;
    const text = run.text.slice(combining.length);
    if (text === '') continue;
    if (equalAttributes(last, run)) last.text += text;
    else clean.push({ ...run, text });
  }
  return clean.map((run) => ({ ...run, text: cleanText(run.text) })).filter((run) => run.text !== '');
}

/** A line of text is one block; a line with photos or rules in it is as many blocks as it has parts. */
function readBlocks(line: Line): Block[] {
  const blocks: Block[] = [];
  let runs: Run[] = [];
  let embeds = 0;
  const endText = (): void => {
    const clean = cleanRuns(runs);
    runs = [];
    if (clean.length > 0) blocks.push({ kind: line.kind, runs: clean });
  };
  for (const part of line.parts) {
    if ('text' in part) runs.push({ text: part.text, ...part.attributes });
    else if (part.embed.type !== 'unknown') {
      endText();
      embeds += 1;
      blocks.push(part.embed.type === 'photo' ? { kind: 'photo', photo: part.embed.photo } : { kind: 'rule' });
    }
  }
  endText();
  return blocks.length === 0 && embeds === 0 ? [{ kind: line.kind, runs: [] }] : blocks;
}

/** The blocks of a flat text. One empty paragraph and nothing else is an empty body. */
export function readBody(text: Y.Text): Block[] {
  const blocks = readLines(text).flatMap(readBlocks);
  const [only] = blocks;
  return blocks.length === 1 && only?.kind === 'paragraph' && only.runs.length === 0 ? [] : blocks;
}

function readPhotos(doc: Y.Doc, blocks: readonly Block[]): Photo[] {
  const known = new Map<string, { photo: Photo; addedAt: number }>();
  for (const [key, value] of doc.getMap('photos').entries()) {
    const id = asId(key);
    if (id === null || !(value instanceof Y.Map)) continue;
    const sha256 = value.get('sha256');
    const addedAt = value.get('addedAt');
    known.set(id, {
      photo: {
        id,
        sha256: typeof sha256 === 'string' && SHA256.test(sha256) ? sha256 : null,
        caption: readPlainText(value.get('caption')),
        credit: readPlainText(value.get('credit')),
        alt: readPlainText(value.get('alt')),
      },
      addedAt: typeof addedAt === 'number' && Number.isFinite(addedAt) ? addedAt : 0,
    });
  }
  const inBody = [...new Set(blocks.flatMap((block) => (block.kind === 'photo' ? [block.photo] : [])))];
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
  const publishedOn = fieldsSchema.shape.publishedOn.safeParse(map.get('publishedOn'));
  if (publishedOn.success && publishedOn.data !== undefined) fields.publishedOn = publishedOn.data;
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
