/** Commands that read articles. */
import { type ArticleDocument, blockText, photosOf } from '../../../shared/article/document.ts';
import { renderArticleText } from '../../../shared/article/render-text.ts';
import { libraryViews } from '../../../shared/contract/desk.ts';
import type { Language } from '../../../shared/errors/codes.ts';
import { standingOf } from '../../../shared/workflow/standing.ts';
import { unmarked } from '../search/snippet.ts';
import { type Command, oneOf, positive } from './command.ts';
import { words } from './words.ts';

const SEARCH_LIMIT = 50;

export const listCommand: Command = {
  usage: `list [--view ${libraryViews.join('|')}]`,
  least: 0,
  most: 0,
  takes: ['view'],
  async run({ openDesk, options, language }) {
    const view = oneOf('view', options.view ?? 'all', libraryViews);
    const { total, rows } = (await openDesk()).list({ view, offset: 0, limit: Number.MAX_SAFE_INTEGER });
    const lines = rows.map((row) => {
      const standing = words[language].standing[standingOf(row)];
      return `${row.id}  ${standing}  ${row.updatedAt.slice(0, 10)}  ${row.headline || words[language].untitled}`;
    });
    return { json: { total, articles: rows }, text: [...lines, words[language].articles(total)].join('\n') };
  },
};

/**
 * `{id, state, revision, headline, lead, body: [{kind, text}], photos: [{sha256, caption, credit, alt, after}], fields,
 * provenance, public, url}`. `revision`: the newest submitted one. The body is its blocks of text; a photo stands
 * behind the first `after` of them, or nowhere (null).
 */
export const showCommand: Command = {
  usage: 'show ID',
  least: 1,
  most: 1,
  takes: [],
  async run({ openDesk, rest: [id = ''], language }) {
    const desk = await openDesk();
    const document = desk.articles.document(id);
    const state = desk.workflow.state(id);
    const { headline, lead, fields } = document;
    const { working, headRevision: revision, provenance, liveUrl: url, returnReason } = state;
    const say = words[language];
    const text = [
      `${id}  ${say.standing[standingOf(state)]}${revision === null ? '' : `  ${say.revision} ${revision.slice(0, 12)}`}`,
      ...(url === null ? [] : [`${say.address}: ${url}`]),
      ...(returnReason === null ? [] : [`${say.reason}: ${returnReason}`]),
      '',
      renderArticleText(document).trimEnd(),
      ...missingFiles(document, language),
      ...(provenance === null ? [] : ['', say.kept(provenance.file, provenance.dropped.length)]),
    ].join('\n');
    const photos = photosWithPlaces(document);
    const { body } = textBlocks(document);
    return {
      json: {
        id,
        state: working,
        revision,
        headline,
        lead,
        body,
        photos,
        fields,
        provenance,
        public: state.public,
        url,
      },
      text,
    };
  },
};

/** The blocks of text, and behind how many of them each photo stands. */
function textBlocks({ blocks }: ArticleDocument): {
  body: { kind: string; text: string }[];
  places: Map<string, number>;
} {
  const body: { kind: string; text: string }[] = [];
  const places = new Map<string, number>();
  for (const block of blocks) {
    const photos = photosOf(block);
    if (photos.length === 0) body.push({ kind: block.kind, text: blockText(block) });
    for (const photo of photos) if (!places.has(photo)) places.set(photo, body.length);
  }
  return { body, places };
}

function photosWithPlaces(document: ArticleDocument) {
  const { places } = textBlocks(document);
  return document.photos.map(({ id, sha256, caption, credit, alt }) => ({
    sha256,
    caption,
    credit,
    alt,
    after: places.get(id) ?? null,
  }));
}

function missingFiles({ photos }: ArticleDocument, language: Language): string[] {
  const missing = photos.flatMap(({ sha256 }, index) => (sha256 === null ? [`${index + 1}`] : []));
  return missing.length === 0 ? [] : ['', `[${missing.join(', ')}] ${words[language].noPhotoFile}`];
}

export const searchCommand: Command = {
  usage: 'search QUERY [--limit N]',
  least: 1,
  most: Number.POSITIVE_INFINITY,
  takes: ['limit'],
  async run({ openDesk, rest, options, language }) {
    const limit = options.limit === undefined ? SEARCH_LIMIT : positive('limit', options.limit);
    const { total, isMore, hits } = (await openDesk()).search(rest.join(' '), limit);
    const plain = hits.map(({ id, headline, snippet }) => ({ id, headline, snippet: unmarked(snippet) }));
    const say = words[language];
    const lines = plain.flatMap(({ id, headline, snippet }) => [`${id}  ${headline || say.untitled}`, `  ${snippet}`]);
    const sum = total === 0 ? say.nothingFound : say.found(hits.length, total, isMore);
    return { json: { total, ...(isMore ? { isMore } : {}), hits: plain }, text: [...lines, sum].join('\n') };
  },
};
