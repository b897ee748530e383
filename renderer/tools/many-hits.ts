/** What was found in many articles, each hit with the edit that would replace it. */
import type { ArticleReplacement, ToolArticle } from '../../shared/contract/desk-tools.ts';
import type { FindQuery, Hit } from '../../shared/find/find-hits.ts';
import { type ReplaceWith, replacementFor } from '../../shared/find/replacement.ts';
import type { TextEdit } from '../../shared/text-tools/text-edit.ts';

export type ManyHit = { key: string; passage: ToolArticle['passages'][number]; edit: TextEdit };
export type ArticleHits = { article: ToolArticle; hits: ManyHit[] };

/** `hits`: of each passage of each article, in order. Articles without any are left out. */
export function hitsByArticle(
  articles: readonly ToolArticle[],
  hits: readonly (readonly Hit[])[],
  query: FindQuery,
  by: ReplaceWith,
): ArticleHits[] {
  let at = 0;
  return articles.flatMap((article): ArticleHits[] => {
    const own = article.passages.flatMap((passage) => {
      const found = hits[at] ?? [];
      at += 1;
      return found.map((hit): ManyHit => {
        const was = passage.characters.slice(hit.start, hit.end);
        const replacement = replacementFor(was, hit, query, by);
        const edit = { start: hit.start, end: hit.end, replacement };
        return { key: `${article.id} ${passage.name} ${hit.start}`, passage, edit };
      });
    });
    return own.length === 0 ? [] : [{ article, hits: own }];
  });
}

/** Whether a hit would be changed at all. */
export function changesAnything({ passage, edit }: ManyHit): boolean {
  return passage.characters.slice(edit.start, edit.end) !== edit.replacement;
}

/** The chosen hits of the articles that may be changed. */
export function chosenReplacements(
  found: readonly ArticleHits[],
  isLeft: (key: string) => boolean,
): ArticleReplacement[] {
  return found.flatMap(({ article, hits }): ArticleReplacement[] => {
    if (article.closed !== null) return [];
    const chosen = hits.filter((hit) => changesAnything(hit) && !isLeft(hit.key));
    const changes = [...Map.groupBy(chosen, ({ passage }) => passage)].map(([{ name, characters }, own]) => ({
      passage: name,
      characters,
      edits: own.map(({ edit }) => edit),
    }));
    return changes.length === 0 ? [] : [{ id: article.id, state: article.state, changes }];
  });
}
