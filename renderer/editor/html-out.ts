/** What is copied, as other programs expect it: real headings and lists without classes or styles, and plain text. */
import { SOFT_BREAK } from '../../shared/article/clean-text.ts';
import type { LineKind, LinePart } from '../../shared/article/flat-text.ts';
import { renderRuns } from '../../shared/article/render-html.ts';
import { runsOfParts } from '../../shared/article/runs.ts';
import { escapeHtml } from '../../shared/text/escape-html.ts';
import { PHOTO_ATTRIBUTE } from './embed-node.ts';
import type { TextLine } from './line-content.ts';
import { lineTags } from './line-node.ts';

const lists: Partial<Record<LineKind, string>> = { bullet: 'ul', number: 'ol' };

function htmlOfEmbeds(parts: readonly LinePart[]): string {
  return parts
    .map((part) => {
      if ('text' in part || part.embed.type === 'unknown') return '';
      if (part.embed.type === 'rule') return '<hr>';
      if (part.embed.type !== 'photo') return '';
      return `<figure ${PHOTO_ATTRIBUTE}="${escapeHtml(part.embed.photo)}"></figure>`;
    })
    .join('');
}

function htmlOfText(parts: readonly LinePart[]): string {
  return renderRuns(runsOfParts(parts));
}

/** A part of one line is inline; lines are blocks, and neighbouring list items are one list. */
export function htmlOfLines(lines: readonly TextLine[]): string {
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) return htmlOfText(only.parts) + htmlOfEmbeds(only.parts);
  let html = '';
  for (const [index, { kind, parts }] of lines.entries()) {
    const list = lists[kind];
    if (list !== undefined && lists[lines[index - 1]?.kind ?? 'paragraph'] !== list) html += `<${list}>`;
    const text = htmlOfText(parts);
    const embeds = htmlOfEmbeds(parts);
    if (text !== '' || embeds === '') html += `<${lineTags[kind]}>${text}</${lineTags[kind]}>`;
    html += embeds;
    if (list !== undefined && lists[lines[index + 1]?.kind ?? 'paragraph'] !== list) html += `</${list}>`;
  }
  return html;
}

/** A line each; what is no text says nothing. */
export function textOfLines(lines: readonly TextLine[]): string {
  return lines
    .map(({ parts }) => parts.map((part) => ('text' in part ? part.text : '')).join(''))
    .join('\n')
    .replaceAll(SOFT_BREAK, '\n');
}
