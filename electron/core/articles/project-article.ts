/** What the library and the search know of an article: a projection of its document, its log and its events. */
import { type ArticleDocument, blockText } from '../../../shared/article/document.ts';
import { countSyllables } from '../../../shared/text/count.ts';
import { foldText } from '../../../shared/text/fold.ts';
import type { WorkflowState } from '../../../shared/workflow/machine.ts';
import type { ProjectedArticle } from '../store/library-rows.ts';
import type { IndexedText } from '../store/search-index.ts';

export type ArticleTimes = { createdAt: string; updatedAt: string };

export function projectArticle(
  id: string,
  document: ArticleDocument,
  workflow: WorkflowState,
  times: ArticleTimes,
): ProjectedArticle {
  const section = (document.fields.category ?? '').trim();
  const files = new Map(document.photos.map((photo) => [photo.id, photo.sha256]));
  const placed = document.blocks.flatMap((block) => (block.kind === 'photo' ? [files.get(block.photo) ?? null] : []));
  return {
    id,
    headline: document.headline,
    lead: document.lead,
    section,
    sectionKey: sectionKey(section),
    authorId: workflow.authorId ?? '',
    byline: (document.fields.author ?? '').trim(),
    working: workflow.working,
    public: workflow.public,
    returned: workflow.returned,
    syllables: document.blocks.reduce(
      (sum, block) => sum + countSyllables(blockText(block)),
      countSyllables(document.lead),
    ),
    photos: placed.length,
    thumbnail: placed.find((sha256) => sha256 !== null) ?? null,
    ...times,
  };
}

/** Spellings of a section that are the same to a person. */
export function sectionKey(section: string): string {
  return foldText(section).replace(/\s+/gu, ' ').trim();
}

export type SearchableText = { indexed: IndexedText; text: string };

/** The words of an article, folded for the index, and its accented text (lead, body, captions) for snippets. */
export function searchableText(document: ArticleDocument): SearchableText {
  const body = document.blocks.map(blockText).filter((text) => text !== '');
  const captions = document.photos
    .flatMap(({ caption, credit, alt }) => [caption, credit, alt])
    .filter((text) => text !== '');
  const { author, category, place, source, tags = [] } = document.fields;
  const names = [author, category, place, source, ...tags].filter((name) => name !== undefined);
  return {
    indexed: {
      headline: foldText(document.headline),
      lead: foldText(document.lead),
      body: foldText(body.join('\n')),
      captions: foldText(captions.join('\n')),
      names: foldText(names.join('\n')),
    },
    text: [document.lead, ...body, ...captions].filter((text) => text !== '').join('\n'),
  };
}
