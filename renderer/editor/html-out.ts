/**
 * What is copied, as other programs expect it: real headings, nested lists, tables and quotes, without classes or styles,
 * and plain text. Names of our own stand beside them in attributes, so that what is pasted back is what it was.
 */
import * as Y from 'yjs';
import { type BlockGroup, boxesOf, groupsOf, listItems } from '../../shared/article/block-groups.ts';
import { SOFT_BREAK } from '../../shared/article/clean-text.ts';
import {
  type Block,
  blockText,
  isTextBlock,
  type Photo,
  type Run,
  type TableBlock,
  type TextBlock,
} from '../../shared/article/document.ts';
import type { LinePart } from '../../shared/article/flat-text.ts';
import {
  BOX_ATTRIBUTE,
  EXACT_INDENT_ATTRIBUTE,
  FILE_ATTRIBUTE,
  PHOTO_ATTRIBUTE,
  RELATED_ATTRIBUTE,
  TABLE_ATTRIBUTE,
} from '../../shared/article/import-html/elements.ts';
import { blocksOfLine, readArticle } from '../../shared/article/read.ts';
import { renderRuns } from '../../shared/article/render-html.ts';
import { renderTable } from '../../shared/article/render-table.ts';
import { runsOfParts } from '../../shared/article/runs.ts';
import { escapeHtml } from '../../shared/text/escape-html.ts';
import type { TextLine } from './line-content.ts';
import { lineTags } from './line-node.ts';

/** A part of one line is inline; lines are blocks. Photos and tables are described as `doc` knows them. */
export function htmlOfLines(lines: readonly TextLine[], doc: Y.Doc = new Y.Doc()): string {
  const [only] = lines;
  if (lines.length === 1 && only !== undefined && !hasEmbed(only.parts)) return inlineHtml(runsOfParts(only.parts));
  const blocks = lines.flatMap((line) => blocksOfLine(line, doc));
  const hasPhotos = blocks.some(({ kind }) => kind === 'photo' || kind === 'gallery');
  const photos = new Map(hasPhotos ? readArticle(doc).photos.map((photo) => [photo.id, photo]) : []);
  return boxesOf(blocks)
    .map(({ box, blocks: inside }) => {
      const html = groupsOf(inside)
        .map((group) => htmlOfGroup(group, photos))
        .join('');
      return box === null ? html : `<aside ${BOX_ATTRIBUTE}="">${html}</aside>`;
    })
    .join('');
}

/** A line each, cells with tabs between them; what is no text says nothing. */
export function textOfLines(lines: readonly TextLine[], doc: Y.Doc = new Y.Doc()): string {
  return lines
    .map((line) => {
      if (!hasEmbed(line.parts)) return line.parts.map((part) => ('text' in part ? part.text : '')).join('');
      return blocksOfLine(line, doc)
        .map((block) =>
          block.kind === 'related' ? block.headline : block.kind === 'file' ? block.name : cellsText(block),
        )
        .join('\n');
    })
    .join('\n')
    .replaceAll(SOFT_BREAK, '\n');
}

function cellsText(block: Block): string {
  const text = blockText(block);
  return block.kind === 'table' ? text.replaceAll(SOFT_BREAK, ' ') : text;
}

function hasEmbed(parts: readonly LinePart[]): boolean {
  return parts.some((part) => 'embed' in part);
}

type Photos = ReadonlyMap<string, Photo>;

function htmlOfGroup(group: BlockGroup, photos: Photos): string {
  if (group.kind === 'list') return htmlOfList(group.items);
  if (group.kind === 'quote') return htmlOfQuote(group.quotes, group.attribution);
  return htmlOfBlock(group.block, photos);
}

/** Tabs, and more than one space, which HTML would make one. */
const KEPT_SPACES = /\t| {2}/u;
const KEEPS_SPACES = 'style="white-space:pre-wrap"';

function inlineHtml(runs: readonly Run[]): string {
  const html = renderRuns(runs);
  return hasKeptSpaces(runs) ? `<span ${KEEPS_SPACES}>${html}</span>` : html;
}

function hasKeptSpaces(runs: readonly Run[]): boolean {
  return KEPT_SPACES.test(runs.map(({ text }) => text).join(''));
}

function element(tag: string, runs: readonly Run[], attributes = ''): string {
  return `<${tag}${attributes}${hasKeptSpaces(runs) ? ` ${KEEPS_SPACES}` : ''}>${renderRuns(runs)}</${tag}>`;
}

function htmlOfBlock(block: Block, photos: Photos): string {
  if (isTextBlock(block)) return element(lineTags[block.kind], block.runs);
  switch (block.kind) {
    case 'rule':
      return '<hr>';
    case 'photo':
      return htmlOfPhoto(block.photo, photos);
    case 'gallery':
      return `<div class="gallery">${block.photos.map((id) => htmlOfPhoto(id, photos)).join('')}</div>`;
    case 'related':
      return `<p ${RELATED_ATTRIBUTE}="${escapeHtml(block.article)}">${escapeHtml(block.headline)}</p>`;
    case 'file':
      return `<p ${FILE_ATTRIBUTE}="${block.sha256}" data-bytes="${block.bytes}">${escapeHtml(block.name)}</p>`;
    case 'table':
      return htmlOfTable(block);
  }
}

/** Other programs draw no lines that nobody asks for. */
export function htmlOfTable(block: TableBlock): string {
  const drawn = `<table ${TABLE_ATTRIBUTE}="" border="1" cellspacing="0" width="100%" style="border-collapse:collapse">`;
  return renderTable(block, renderRuns).replace('<table>', drawn);
}

function htmlOfPhoto(id: string, photos: Photos): string {
  const photo = photos.get(id);
  const said: [name: string, value: string | null | undefined][] = [
    ['sha256', photo?.sha256],
    ['caption', photo?.caption],
    ['credit', photo?.credit],
    ['alt', photo?.alt],
  ];
  const attributes = said.flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [` data-${name}="${escapeHtml(value)}"`],
  );
  // Programs that know no figure run its captions together.
  const caption = photo === undefined || photo.caption === '' ? '' : `<p>${escapeHtml(photo.caption)}</p>`;
  return `<figure ${PHOTO_ATTRIBUTE}="${escapeHtml(id)}"${attributes.join('')}>${caption}</figure>`;
}

function htmlOfQuote(quotes: readonly TextBlock[], attribution: TextBlock | null): string {
  const said = quotes.map(({ runs }) => element('p', runs)).join('');
  const quote = said === '' ? '' : `<blockquote>${said}</blockquote>`;
  if (attribution === null) return quote;
  if (quote === '') return element('p', attribution.runs, ' class="attribution"');
  return `<figure>${quote}${element('figcaption', attribution.runs)}</figure>`;
}

/** Real nested lists. An item's depth stands beside it: it may be deeper than they can say, or copied without those above. */
function htmlOfList(items: readonly TextBlock[]): string {
  let html = '';
  const open: { tag: string; list: number }[] = [];
  const close = (): void => {
    html += `</li></${open.pop()!.tag}>`;
  };
  for (const { item, level, list } of listItems(items)) {
    while (open.length > level + 1) close();
    if (open.length === level + 1 && open[level]!.list !== list) close();
    if (open.length === level + 1) html += '</li>';
    else {
      const tag = item.kind === 'number' ? 'ol' : 'ul';
      open.push({ tag, list });
      html += `<${tag}>`;
    }
    const indent = item.indent ?? 0;
    html += `<li${indent === 0 ? '' : ` ${EXACT_INDENT_ATTRIBUTE}="${indent}"`}>${inlineHtml(item.runs)}`;
  }
  while (open.length > 0) close();
  return html;
}
