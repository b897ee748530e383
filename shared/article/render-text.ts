/** An ArticleDocument as plain text, in the shape that the importer reads back. */
import { formatDate } from '../text/dates.ts';
import { type ArticleDocument, type Block, blockText } from './document.ts';
import { furnitureOf } from './render-html.ts';

const oneLine = (text: string): string => text.replaceAll('\u2028', ' ');

function renderPhotoText(document: ArticleDocument, id: string, number: number): string {
  const photo = document.photos.find((candidate) => candidate.id === id);
  if (photo === undefined) return '';
  const credit = photo.credit === '' ? '' : ` (${furnitureOf(document).photo}: ${photo.credit})`;
  return `[${furnitureOf(document).photo} ${number}] ${oneLine(photo.caption)}${credit}`;
}

function isListItem(block: Block | undefined, kind: string): boolean {
  return block?.kind === kind;
}

function renderBlocks(document: ArticleDocument): string[] {
  const paragraphs: string[] = [];
  let photos = 0;
  let item = 0;
  for (const [index, block] of document.blocks.entries()) {
    item = isListItem(document.blocks[index - 1], block.kind) ? item + 1 : 1;
    const text = oneLine(blockText(block));
    if (block.kind === 'photo') {
      photos += 1;
      paragraphs.push(renderPhotoText(document, block.photo, photos));
    } else if (block.kind === 'rule') paragraphs.push('***');
    else if (block.kind === 'bullet') paragraphs.push(`- ${text}`);
    else if (block.kind === 'number') paragraphs.push(`${item}. ${text}`);
    else paragraphs.push(text);
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
