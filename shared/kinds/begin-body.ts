/** A kind's template as the body of an article that has none yet. */
import type * as Y from 'yjs';
import { getBody, lineStyle, makeMark, readLines, setMarkStyle } from '../article/flat-text.ts';
import { readBody } from '../article/read.ts';
import type { ArticleKind } from './article-kinds.ts';

/** False, and nothing is changed, where the body has something in it already or the kind begins with nothing. */
export function beginBody(doc: Y.Doc, { template }: ArticleKind, language: 'vi' | 'en', origin: unknown): boolean {
  const body = getBody(doc);
  const [first] = readLines(body);
  if (template.length === 0 || readBody(body).length > 0 || first === undefined) return false;
  doc.transact(() => {
    // The mark at place 0 stays whoever is first.
    if (first.mark === null) body.insertEmbed(0, makeMark('paragraph'), {});
    let at = 1;
    for (const [index, { kind, text }] of template.entries()) {
      if (index > 0) {
        body.insertEmbed(at, makeMark(kind), {});
        at += 1;
      } else {
        const mark = readLines(body)[0]?.mark;
        if (mark) setMarkStyle(mark, lineStyle(kind));
      }
      body.insert(at, text[language], {});
      at += text[language].length;
    }
  }, origin);
  return true;
}
