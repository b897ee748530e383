/** The lines of a page that may be its article's. */
import type { PageParagraph } from './read-page.ts';

const MIN_ARTICLE_CHARACTERS = 300;

/** Where one `article` element holds most of the text, what is not below it. */
export function articleParagraphs(paragraphs: readonly PageParagraph[]): PageParagraph[] {
  const lengths = new Map<number, number>();
  for (const { article = 0, text } of paragraphs) lengths.set(article, (lengths.get(article) ?? 0) + text.length);
  lengths.delete(0);
  const [longest] = [...lengths].sort(([, a], [, b]) => b - a);
  if (longest === undefined || longest[1] < MIN_ARTICLE_CHARACTERS) return [...paragraphs];
  const first = paragraphs.findIndex(({ article }) => article === longest[0]);
  return paragraphs.filter(({ article }, index) => article === longest[0] || (index < first && article === 0));
}
