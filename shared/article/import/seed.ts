/** A confirmed preview as an ArticleDocument. The preview comes back from the page, so nothing in it is trusted. */
import type { ImportPreview } from '../../contract/desk-imports.ts';
import { isoDate } from '../../text/dates.ts';
import { guessLanguage } from '../../text/guess-language.ts';
import { cleanText } from '../clean-text.ts';
import {
  type ArticleDocument,
  type Block,
  blockText,
  type Fields,
  isTextBlock,
  type Photo,
  photosOf,
  type Run,
} from '../document.ts';

const plainFields = ['category', 'author', 'source', 'place', 'slug'] as const;

/** NFC on one line: what headline, lead, captions and fields hold. */
function oneLine(text: string): string {
  const whole = text.toWellFormed().normalize('NFC');
  return whole.replace(/[\n\r\v\f\u0085\u2028\u2029]+/gu, ' ').replace(/(?!\t)\p{Cc}/gu, '');
}

function seedFields(fields: ImportPreview['fields']): Fields {
  const seed: Fields = {};
  for (const name of plainFields) {
    const value = oneLine(fields[name] ?? '').trim();
    if (value !== '') seed[name] = value;
  }
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(fields.publishedOn ?? '') ?? [];
  const date = isoDate(Number(year), Number(month), Number(day));
  if (date !== null) seed.publishedOn = date;
  const tags = oneLine(fields.tags ?? '')
    .split(/[,;]/u)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  if (tags.length > 0) seed.tags = tags;
  return seed;
}

const cleanRuns = (runs: readonly Run[], clean: (text: string) => string): Run[] =>
  runs.map((run) => ({ ...run, text: clean(run.text) })).filter((run) => run.text !== '');

function seedBlocks(blocks: readonly Block[], isPhoto: (id: string) => boolean): Block[] {
  const placed = new Set<string>();
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'photo' || block.kind === 'gallery') {
      const photos = photosOf(block).filter((id) => isPhoto(id) && !placed.has(id));
      for (const id of photos) placed.add(id);
      if (photos.length === 0) return [];
      return [block.kind === 'photo' ? block : { ...block, photos }];
    }
    if (block.kind === 'table') {
      const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, runs: cleanRuns(cell.runs, cleanText) })));
      return [{ ...block, rows }];
    }
    return [isTextBlock(block) ? { ...block, runs: cleanRuns(block.runs, cleanText) } : block];
  });
}

/** The article that a preview stands for, in the person's last word on it. Pictures that are not `kept` are no pictures. */
export function documentOfPreview(preview: ImportPreview, kept: ReadonlySet<string> = new Set()): ArticleDocument {
  const captions = new Map(preview.captions.map((photo) => [photo.id, photo]));
  const blocks = seedBlocks(preview.blocks, (id) => captions.has(id));
  const inBody = blocks.flatMap(photosOf);
  const order = [...new Set([...inBody, ...captions.keys()])];
  const photos = order.flatMap((id): Photo[] => {
    const photo = captions.get(id);
    if (photo === undefined) return [];
    const { picture = '', alt = '' } = photo;
    const sha256 = kept.has(picture) ? picture : null;
    const [caption, credit] = [oneLine(photo.caption).trim(), oneLine(photo.credit).trim()];
    return [{ id, sha256, caption, credit, alt: oneLine(alt).trim() }];
  });
  const headline = oneLine(preview.headline).trim();
  const lead = oneLine(preview.lead).trim();
  const text = [headline, lead, ...blocks.map(blockText)];
  return {
    version: 1,
    language: guessLanguage(text.join('\n')),
    headline,
    lead,
    blocks,
    photos,
    fields: seedFields(preview.fields),
  };
}
