/** An ArticleDocument as plain text, in the shape that the importer reads back. */

import { formatDate } from '../text/dates.ts';
import { boxesOf, groupsOf, listItems } from './block-groups.ts';
import { creditApart } from './credit-apart.ts';
import {
  type ArticleDocument,
  type Block,
  isTextBlock,
  photosOf,
  type Run,
  type TableBlock,
  type TextBlock,
} from './document.ts';
import { furnitureOf } from './render-html.ts';
import { bylineOf, notesOf } from './signature.ts';
import { tableGrid } from './table-grid.ts';

const oneLine = (text: string): string => text.replaceAll('\u2028', ' ');

function renderPhotoText(document: ArticleDocument, id: string, number: number): string {
  const photo = document.photos.find((candidate) => candidate.id === id);
  if (photo === undefined) return '';
  const apart = creditApart(photo);
  const credit = apart === '' ? '' : ` (${furnitureOf(document).photo}: ${apart})`;
  return `[${furnitureOf(document).photo} ${number}] ${oneLine(photo.caption)}${credit}`;
}

function listParagraphs(items: readonly TextBlock[]): string[] {
  return listItems(items).map(({ item, level, number }) => {
    const sign = item.kind === 'bullet' ? '-' : `${number}.`;
    return `${'  '.repeat(level)}${sign} ${runsText(item.runs)}`;
  });
}

const scriptOf = (signs: string): Record<string, string> =>
  Object.fromEntries([...'0123456789+-()'].map((sign, at) => [sign, [...signs][at]!]));
const raised = scriptOf('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾');
const lowered = scriptOf('₀₁₂₃₄₅₆₇₈₉₊₋₍₎');

/** Raised and lowered figures stay so: 10² is not 102. */
function runsText(runs: readonly Run[]): string {
  const inScript = (text: string, script: Record<string, string>): string => {
    const signs = [...text].map((sign) => script[sign]);
    return signs.includes(undefined) ? text : signs.join('');
  };
  return oneLine(
    runs
      .map(({ text, superscript, subscript }) => {
        if (superscript) return inScript(text, raised);
        return subscript ? inScript(text, lowered) : text;
      })
      .join(''),
  );
}

/** Cells with tabs between them; one that is covered by another is empty. */
function tableText({ rows }: TableBlock): string {
  const lines = tableGrid(rows).rows.map((row) =>
    row.map((place) => runsText(place?.cell.runs ?? []).replaceAll('\t', ' ')),
  );
  return lines.map((cells) => cells.join('\t')).join('\n');
}

/** Every paragraph of the body. Photos are counted through the whole article. */
function renderBlocks(document: ArticleDocument): string[] {
  const words = furnitureOf(document);
  let photos = 0;
  const blockParagraphs = (block: Block): string[] => {
    if (isTextBlock(block)) return [runsText(block.runs)];
    switch (block.kind) {
      case 'table':
        return [tableText(block)];
      case 'rule':
        return ['***'];
      case 'related':
        return [`${words.related}: ${block.headline}`];
      case 'file':
        return [`${words.attached}: ${block.name}`];
      default:
        return photosOf(block).map((photo) => {
          photos += 1;
          return renderPhotoText(document, photo, photos);
        });
    }
  };
  const groups = boxesOf(document.blocks).flatMap(({ blocks }) => groupsOf(blocks));
  return groups.flatMap((group) => {
    if (group.kind === 'list') return listParagraphs(group.items);
    if (group.kind === 'block') return blockParagraphs(group.block);
    const by = group.attribution === null ? [] : [`— ${runsText(group.attribution.runs)}`];
    return [...group.quotes.map((quote) => runsText(quote.runs)), ...by];
  });
}

/** Paragraphs with a blank line between them; the text ends with a line break. */
export function renderArticleText(document: ArticleDocument): string {
  const { category, publishedOn } = document.fields;
  const author = bylineOf(document);
  const words = furnitureOf(document);
  const date = publishedOn === undefined ? undefined : formatDate(publishedOn, 'vi');
  const label = date === undefined && category !== undefined ? `Chuyên mục: ${category}` : undefined;
  const paragraphs = [
    label ?? [category, date].filter((part) => part !== undefined).join(' - '),
    oneLine(document.headline),
    oneLine(document.lead),
    ...renderBlocks(document),
    author === '' ? '' : `${document.language.startsWith('en') ? 'Author' : words.author}: ${author}`,
    ...notesOf(document).map(({ label, value }) => `${label}: ${value}`),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}
