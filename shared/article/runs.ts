/** Parts of a flat text as the runs of an ArticleDocument, and back. */
import { cleanText } from './clean-text.ts';
import type { Run } from './document.ts';
import { type Attributes, equalAttributes, type LinePart } from './flat-text.ts';

/**
 * The text of the parts, cleaned and joined; what is pinned to it is no part of a document. A combining mark never begins
 * a run: alone it could not be composed.
 */
export function runsOfParts(parts: readonly LinePart[]): Run[] {
  const runs: Run[] = [];
  for (const part of parts) {
    if (!('text' in part)) continue;
    const { anchors: _, ...formats } = part.attributes;
    const last = runs.at(-1);
    if (last === undefined) {
      runs.push({ text: part.text, ...formats });
      continue;
    }
    const combining = /^\p{M}+/u.exec(part.text)?.[0] ?? '';
    last.text += combining;
    const text = part.text.slice(combining.length);
    if (text === '') continue;
    if (equalAttributes(last, formats)) last.text += text;
    else runs.push({ text, ...formats });
  }
  return runs.map((run) => ({ ...run, text: cleanText(run.text) })).filter((run) => run.text !== '');
}

export function attributesOfRun({ text: _, ...attributes }: Run): Attributes {
  return attributes;
}
