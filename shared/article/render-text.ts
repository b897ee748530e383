/** An ArticleDocument as plain text, in the shape that the importer reads back. */
import { formatDate } from '../text/dates.ts';
import { type ArticleDocument, type Block, blockText, isTextBlock, photosOf, type TextBlock } from './document.ts';
import { furnitureOf } from './render-html.ts';

const oneLine = (text: string): string => text.replaceAll('\u2028', ' ');

function renderPhotoText(document: ArticleDocument, id: string, number: number): string {
  const photo = document.photos.find((candidate) => candidate.id === id);
  if (photo === undefined) return '';
  const credit = photo.credit === '' ? '' : ` (${furnitureOf(document).photo}: ${photo.credit})`;
  return `[${furnitureOf(document).photo} ${number}] ${oneLine(photo.caption)}${credit}`;
}

/** How many items of the same list stand before this one, and itself; deeper items do not end a list. */
function itemNumber(blocks: readonly Block[], index: number): number {
  const item = blocks[index] as TextBlock;
  let number = 1;
  for (let at = index - 1; at >= 0; at -= 1) {
    const before = blocks[at]!;
    if (!isTextBlock(before) || (before.kind !== 'bullet' && before.kind !== 'number')) break;
    if ((before.indent ?? 0) > (item.indent ?? 0)) continue;
    if ((before.indent ?? 0) < (item.indent ?? 0) || before.kind !== item.kind) break;
    number += 1;
  }
  return number;
}

function renderBlocks(document: ArticleDocument): string[] {
  const paragraphs: string[] = [];
  const words = furnitureOf(document);
  let photos = 0;
  for (const [index, block] of document.blocks.entries()) {
    if (isTextBlock(block)) {
      const text = oneLine(blockText(block));
      const indent = '  '.repeat(block.indent ?? 0);
      if (block.kind === 'bullet') paragraphs.push(`${indent}- ${text}`);
      else if (block.kind === 'number') paragraphs.push(`${indent}${itemNumber(document.blocks, index)}. ${text}`);
      else paragraphs.push(block.kind === 'attribution' ? `— ${text}` : text);
    } else if (block.kind === 'table') paragraphs.push(oneLine(blockText(block)));
    else if (block.kind === 'rule') paragraphs.push('***');
    else if (block.kind === 'related') paragraphs.push(`${words.related}: ${block.headline}`);
    else if (block.kind === 'file') paragraphs.push(`[${block.name}]`);
    for (const photo of photosOf(block)) {
      photos += 1;
      paragraphs.push(renderPhotoText(document, photo, photos));
    }
  }
  return paragraphs;
}

/** Paragraphs with a blank line between them; the text ends with a line break. */
export function renderArticleText(document: ArticleDocument): string {
  const { category, publishedOn, author, source, tags } = document.fields;
  const words = furnitureOf(document);
  const date = publishedOn === undefined ? undefined : formatDate(publishedOn, 'vi');
  const label = date === undefined && category !== undefined ? `Chuyên mục: ${category}` : undefined;
  const paragraphs = [
    label ?? [category, date].filter((part) => part !== undefined).join(' - '),
    oneLine(document.headline),
    oneLine(document.lead),
    ...renderBlocks(document),
    author === undefined ? '' : `${document.language.startsWith('en') ? 'Author' : words.author}: ${author}`,
    source === undefined ? '' : `${words.source}: ${source}`,
    tags === undefined || tags.length === 0 ? '' : `Từ khóa: ${tags.join(', ')}`,
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}
