/** Writing an article's Y.Doc outside the editor. */
import * as Y from 'yjs';
import { changeOf } from './change-of.ts';
import { cleanText } from './clean-text.ts';
import { type ArticleDocument, type Block, type Fields, fieldNames, type Photo, type Provenance } from './document.ts';
import { type Attributes, type Embed, getBody, makeEmbed, makeMark } from './flat-text.ts';
import { attributesOfRun } from './runs.ts';
import { writeTable } from './table.ts';

type Insert = { insert: string | Y.Map<unknown>; attributes?: Attributes };

/** The line of a block: its mark and what stands behind it. A table's embed alone; see `writeTable`. */
function lineOf(block: Block): Insert[] {
  const { box } = block;
  const embedLine = (kind: 'paragraph' | 'gallery', embeds: readonly Embed[]): Insert[] => [
    { insert: makeMark({ kind, ...(box === undefined ? {} : { box }) }) },
    ...embeds.map((embed) => ({ insert: makeEmbed(embed) })),
  ];
  switch (block.kind) {
    case 'photo':
      return embedLine('paragraph', [{ type: 'photo', photo: block.photo }]);
    case 'gallery':
      return embedLine(
        'gallery',
        block.photos.map((photo) => ({ type: 'photo', photo })),
      );
    case 'rule':
      return embedLine('paragraph', [{ type: 'rule' }]);
    case 'related':
      return embedLine('paragraph', [{ type: 'related', article: block.article, headline: block.headline }]);
    case 'file': {
      const { sha256, name, bytes } = block;
      return embedLine('paragraph', [{ type: 'file', sha256, name, bytes }]);
    }
    case 'table':
      return embedLine('paragraph', [{ type: 'table', table: block.table }]);
    default: {
      const { kind, indent, runs } = block;
      const mark = makeMark({
        kind,
        ...(indent === undefined ? {} : { indent }),
        ...(box === undefined ? {} : { box }),
      });
      return [
        { insert: mark },
        ...runs.map((run) => ({ insert: cleanText(run.text), attributes: attributesOfRun(run) })),
      ];
    }
  }
}

function bodyDelta(blocks: readonly Block[]): Insert[] {
  return blocks.length === 0 ? [{ insert: makeMark('paragraph') }] : blocks.flatMap(lineOf);
}

function makePhoto(photo: Omit<Photo, 'id'>, addedAt: number): Y.Map<unknown> {
  return new Y.Map<unknown>([
    ['sha256', photo.sha256],
    ['caption', new Y.Text(cleanText(photo.caption))],
    ['credit', new Y.Text(cleanText(photo.credit))],
    ['alt', new Y.Text(cleanText(photo.alt))],
    ['addedAt', addedAt],
    ...(photo.decorative === true ? [['decorative', true] as const] : []),
  ]);
}

/**
 * The first update of a NEW article, its first mark among it. Made once, where the article is made: two of them do not
 * merge into one article.
 */
export function newArticleUpdate(seed?: { document: ArticleDocument; provenance?: Provenance }): Uint8Array {
  const doc = new Y.Doc();
  const now = Date.now();
  doc.transact(() => {
    const document = seed?.document;
    getBody(doc).applyDelta(bodyDelta(document?.blocks ?? []));
    for (const block of document?.blocks ?? []) if (block.kind === 'table') writeTable(doc, block);
    if (document === undefined) return;
    if (document.headline !== '') doc.getText('headline').insert(0, cleanText(document.headline));
    if (document.lead !== '') doc.getText('lead').insert(0, cleanText(document.lead));
    doc.getMap('fields').set('language', document.language);
    setFields(doc, document.fields, 'seed');
    document.photos.forEach((photo, place) => {
      doc.getMap('photos').set(photo.id, makePhoto(photo, now + place));
    });
    const provenance = seed?.provenance;
    if (provenance === undefined) return;
    for (const name of ['file', 'importedAt', 'encoding', 'dropped'] as const) {
      doc.getMap('provenance').set(name, provenance[name]);
    }
  }, 'seed');
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** An update that says nothing. */
const NOTHING = Uint8Array.of(0, 0);

/** What `change` does to an article in this state, as one update. The state's own document is left as it is. */
export function updateOf(state: Uint8Array, change: (doc: Y.Doc) => void): Uint8Array<ArrayBuffer> {
  return changeOf(state, change) ?? NOTHING;
}

/** Sets the fields that are given; an empty text, an empty list or undefined takes a field away. */
export function setFields(doc: Y.Doc, fields: Partial<Fields>, origin: unknown): void {
  doc.transact(() => {
    const map = doc.getMap('fields');
    for (const name of fieldNames) {
      if (!Object.hasOwn(fields, name)) continue;
      const value = fields[name];
      if (value === undefined || value.length === 0) map.delete(name);
      else if (JSON.stringify(map.get(name)) !== JSON.stringify(value)) map.set(name, value);
    }
  }, origin);
}

/** Adds a photo to the article; its place in the body is an embed of its own. */
export function addPhoto(doc: Y.Doc, photo: Photo, origin: unknown): void {
  doc.transact(() => {
    doc.getMap('photos').set(photo.id, makePhoto(photo, Date.now()));
  }, origin);
}

/** Gives a photo its picture, or takes it away. False if there is no such photo. */
export function setPhotoFile(doc: Y.Doc, photoId: string, sha256: string | null, origin: unknown): boolean {
  const photo = doc.getMap('photos').get(photoId);
  if (!(photo instanceof Y.Map)) return false;
  doc.transact(() => {
    photo.set('sha256', sha256);
  }, origin);
  return true;
}

/** Says that a photo tells a reader nothing, or that it does. */
export function setPhotoDecorative(doc: Y.Doc, photoId: string, isDecorative: boolean, origin: unknown): void {
  const photo = doc.getMap('photos').get(photoId);
  if (!(photo instanceof Y.Map) || (photo.get('decorative') === true) === isDecorative) return;
  doc.transact(() => {
    if (isDecorative) photo.set('decorative', true);
    else photo.delete('decorative');
  }, origin);
}
