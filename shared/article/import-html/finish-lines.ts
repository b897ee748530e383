/** What can be told only when all lines are there: captions, and lists as they would count here. */
import { countSyllables } from '../../text/count.ts';
import { SOFT_BREAK } from '../clean-text.ts';
import { isListKind, pushText } from '../flat-text.ts';
import { splitCredit } from '../import/caption.ts';
import type { ImportedLine, ImportedPicture } from './imported-html.ts';
import type { LineSigns } from './line-writer.ts';
import type { Marker } from './markers.ts';

const MAX_CAPTION_LENGTH = 800;
const MAX_CAPTION_SYLLABLES = 60;
/** A line that only looks like a caption is one if it is short. */
const MAX_SLANTED_SYLLABLES = 35;

export function finishLines(lines: readonly ImportedLine[], signs: LineSigns): ImportedLine[] {
  const finished = joinCaptions(lines, signs.captions);
  keepNumbers(finished, signs.markers);
  levelLists(finished, signs.exact);
  for (const line of finished) if (line.kind === 'heading2' || line.kind === 'heading3') unboldHeading(line);
  return finished;
}

/** A heading is bold as it is; only a part of one that is bold says something. */
function unboldHeading(line: ImportedLine): void {
  const isBold = line.parts.every(
    (part) => 'text' in part && (part.attributes.bold === true || part.text.trim() === ''),
  );
  if (!isBold) return;
  const { parts } = line;
  line.parts = [];
  for (const part of parts) {
    if (!('text' in part)) continue;
    const { bold: _, ...attributes } = part.attributes;
    pushText(line.parts, part.text, attributes);
  }
}

function textOf(line: ImportedLine): string {
  return line.parts
    .map((part) => ('text' in part ? part.text : ''))
    .join('')
    .replaceAll(SOFT_BREAK, ' ')
    .trim();
}

/** Of a page; what an article of ours says of its photos is said already. */
function lastPicture(line: ImportedLine | undefined): ImportedPicture | null {
  const picture = line?.pictures?.at(-1);
  return picture === undefined || picture.src === '' ? null : picture;
}

function isMereText(line: ImportedLine): boolean {
  return line.kind === 'paragraph' && line.parts.every((part) => 'text' in part);
}

/** `named`: what the document calls a caption; else one that looks so, right below a picture. */
function isCaption(line: ImportedLine, named: boolean): boolean {
  if (!isMereText(line)) return false;
  const text = textOf(line);
  if (named) return text.length <= MAX_CAPTION_LENGTH && countSyllables(text) <= MAX_CAPTION_SYLLABLES;
  const isSlanted = line.parts.every(
    (part) => 'text' in part && (part.attributes.italic === true || part.text.trim() === ''),
  );
  return isSlanted && text.length <= MAX_CAPTION_LENGTH && countSyllables(text) <= MAX_SLANTED_SYLLABLES;
}

/** A caption goes to the picture above it, or, where the document calls it one, to the picture right below it. */
function joinCaptions(lines: readonly ImportedLine[], captions: LineSigns['captions']): ImportedLine[] {
  const result: ImportedLine[] = [];
  const captioned = new Set<ImportedPicture>();
  let above: ImportedPicture | null = null;
  for (const [index, line] of lines.entries()) {
    const isNamed = captions.has(line);
    const own = lastPicture(line);
    if (own !== null || (above === null && !isNamed)) {
      above = own;
      result.push(line);
      continue;
    }
    const hasBelow = isNamed && above === null && !captions.has(lines[index + 2] ?? line);
    const picture: ImportedPicture | null = above ?? (hasBelow ? lastPicture(lines[index + 1]) : null);
    const isFree = picture !== null && (isNamed || picture.caption === '');
    if (!isFree || !isCaption(line, isNamed)) {
      above = null;
      result.push(line);
      continue;
    }
    picture.caption = `${picture.caption} ${textOf(line)}`.trim();
    captioned.add(picture);
  }
  for (const picture of captioned) Object.assign(picture, splitCredit(picture.caption));
  return result;
}

/**
 * A list here counts from 1. One that goes on from another number (copied from the middle, or after a paragraph) keeps
 * its numbers as text.
 */
function keepNumbers(lines: readonly ImportedLine[], markers: ReadonlyMap<ImportedLine, Marker>): void {
  let counts: { isText: boolean }[] = [];
  for (const line of lines) {
    if (line.kind === null || !isListKind(line.kind)) {
      counts = [];
      continue;
    }
    const level = line.indent ?? 0;
    counts.length = Math.min(counts.length, level + 1);
    if (line.kind === 'bullet') {
      counts.length = Math.min(counts.length, level);
      continue;
    }
    const marker = markers.get(line);
    counts[level] ??= { isText: marker?.isFirst === false };
    if (!counts[level].isText || marker === undefined) continue;
    line.kind = 'paragraph';
    delete line.indent;
    const parts = line.parts;
    line.parts = [];
    pushText(line.parts, `${marker.text} `, {});
    for (const part of parts) {
      if ('text' in part) pushText(line.parts, part.text, part.attributes);
      else line.parts.push(part);
    }
  }
}

/** A list that was copied from within another begins at the outermost level. */
function levelLists(lines: readonly ImportedLine[], exact: ReadonlySet<ImportedLine>): void {
  const isItem = (line: ImportedLine | undefined): boolean => line?.kind === 'bullet' || line?.kind === 'number';
  for (let start = 0; start < lines.length; start += 1) {
    let end = start;
    let least = Number.POSITIVE_INFINITY;
    while (isItem(lines[end])) {
      least = Math.min(least, lines[end]!.indent ?? 0);
      end += 1;
    }
    const items = lines.slice(start, end);
    if (least > 0 && !items.some((line) => exact.has(line))) {
      for (const line of items) {
        if (line.indent === least) delete line.indent;
        else line.indent = (line.indent ?? 0) - least;
      }
    }
    start = Math.max(start, end - 1);
  }
}
