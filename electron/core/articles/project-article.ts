/** What the library and the search know of an article: a projection of its document, its log and its events. */
import { type ArticleDocument, blockText, photosOf } from '../../../shared/article/document.ts';
import { collationKey } from '../../../shared/text/collation.ts';
import { countSyllables } from '../../../shared/text/count.ts';
import { localDateTime } from '../../../shared/text/dates.ts';
import { foldText } from '../../../shared/text/fold.ts';
import type { WorkflowState } from '../../../shared/workflow/machine.ts';
import { standingOf, standings } from '../../../shared/workflow/standing.ts';
import { authorFacets, EVERY_ARTICLE, sectionFacet, standingFacet, tagFacet } from '../search/facets.ts';
import { exactTokens } from '../search/parse-query.ts';
import { plainForSnippets } from '../search/snippet.ts';
import type { ProjectedArticle } from '../store/library-rows.ts';
import type { IndexedText } from '../store/search-index.ts';

export type ArticleTimes = { createdAt: string; updatedAt: string };
/** What an article's row is made of. `nameOf`: a person's name by id. */
export type ArticleFacts = {
  id: string;
  document: ArticleDocument;
  workflow: WorkflowState;
  times: ArticleTimes;
  nameOf: (personId: string) => string | undefined;
};

export function projectArticle({ id, document, workflow, times, nameOf }: ArticleFacts): ProjectedArticle {
  const section = (document.fields.category ?? '').trim();
  const authorId = workflow.authorId ?? '';
  const author = (document.fields.author ?? '').trim() || (nameOf(authorId) ?? '');
  const files = new Map(document.photos.map((photo) => [photo.id, photo.sha256]));
  const placed = document.blocks.flatMap(photosOf).map((photo) => files.get(photo) ?? null);
  const standing = standingOf(workflow);
  return {
    id,
    headline: document.headline,
    headlineOrder: collationKey(document.headline),
    lead: document.lead,
    section,
    sectionKey: nameKey(section),
    sectionOrder: collationKey(section),
    authorId,
    author,
    authorKey: nameKey(author),
    authorOrder: collationKey(author),
    working: workflow.working,
    public: workflow.public,
    returned: workflow.returned,
    standing,
    standingOrder: standings.indexOf(standing),
    syllables: document.blocks.reduce(
      (sum, block) => sum + countSyllables(blockText(block)),
      countSyllables(document.lead),
    ),
    photos: placed.length,
    thumbnail: placed.find((sha256) => sha256 !== null) ?? null,
    tags: document.fields.tags ?? [],
    day: document.fields.publishedOn ?? localDateTime(times.createdAt)?.date ?? times.createdAt.slice(0, 10),
    ...times,
  };
}

/** Spellings of a section, an author or a tag that are the same to a person. */
export function nameKey(name: string): string {
  return foldText(name).replace(/\s+/gu, ' ').trim();
}

export type SearchableText = { indexed: IndexedText; text: string };

/** The words of an article, folded and with their accents, and its text (lead, body, captions) for snippets. */
export function searchableText(document: ArticleDocument, article: ProjectedArticle): SearchableText {
  const body = document.blocks.map(blockText).filter((text) => text !== '');
  const captions = document.photos
    .flatMap(({ caption, credit, alt }) => [caption, credit, alt])
    .filter((text) => text !== '');
  const { category, place, source, penName = '', speaker, contact, tags = [] } = document.fields;
  const labels = [category, place, source, speaker, contact, ...tags].filter((label) => label !== undefined);
  const { author, standing, section } = article;
  const names = [author, penName].filter((name) => name !== '');
  const { headline, lead } = document;
  const facets = [
    ...[EVERY_ARTICLE, standingFacet(standing), sectionFacet(section)],
    ...tags.map(tagFacet),
    ...names.flatMap(authorFacets),
  ];
  const all = [headline, lead, ...body, ...captions, ...names, ...labels];
  return {
    indexed: {
      headline: foldText(headline),
      lead: foldText(lead),
      body: foldText(body.join('\n')),
      captions: foldText(captions.join('\n')),
      author: foldText(names.join('\n')),
      labels: foldText(labels.join('\n')),
      facets: facets.join(' '),
      exact: exactTokens(all.join('\n').normalize('NFC')).join(' '),
    },
    text: plainForSnippets([lead, ...body, ...captions].filter((text) => text !== '').join('\n')),
  };
}
