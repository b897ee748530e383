/** The library's rows: a projection of the log and the events, one row an article. */
import type { ArticleRow, LibrarySort, LibraryView } from '../../../shared/contract/desk.ts';
import type { PublicState, WorkingState } from '../../../shared/workflow/machine.ts';
import type { Standing } from '../../../shared/workflow/standing.ts';
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

/** `...Key`: folded, for finding. `...Order`: a collation key, for sorting. */
export type ProjectedArticle = {
  id: string;
  headline: string;
  headlineOrder: string;
  lead: string;
  section: string;
  sectionKey: string;
  sectionOrder: string;
  /** Who began it. */
  authorId: string;
  /** Whom the article names, else the person who began it. */
  author: string;
  authorKey: string;
  authorOrder: string;
  working: WorkingState;
  public: PublicState;
  returned: boolean;
  standing: Standing;
  /** By how far it has come. */
  standingOrder: number;
  syllables: number;
  photos: number;
  thumbnail: string | null;
  tags: readonly string[];
  /** YYYY-MM-DD */
  day: string;
  createdAt: string;
  updatedAt: string;
};

/** Who looks at the library: `reviews` where their role may approve. `fourEyes`: nobody reviews what they wrote. */
export type Reader = { personId: string; reviews: boolean; fourEyes: boolean };
/** Names are folded. Days are YYYY-MM-DD, both included. */
export type RowFilter = {
  view: LibraryView;
  standing?: Standing;
  sectionKey?: string;
  authorKey?: string;
  tagKey?: string;
  from?: string;
  to?: string;
};

const columns = `a.id, a.headline, a.section, a.author, a.working, a.public, a.returned, a.syllables, a.photos, a.tags,
  a.day, a.updated_at, (SELECT p.sha256 FROM photos p WHERE p.sha256 = a.thumbnail) AS thumbnail`;

type LibraryRow = {
  id: string;
  headline: string;
  section: string;
  author: string;
  working: WorkingState;
  public: PublicState;
  returned: number;
  syllables: number;
  photos: number;
  tags: string;
  day: string;
  updated_at: string;
  thumbnail: string | null;
};

function parseRow({ returned, updated_at: updatedAt, tags, ...row }: LibraryRow): ArticleRow {
  return { ...row, returned: returned !== 0, tags: JSON.parse(tags) as string[], updatedAt };
}

const viewConditions: Record<LibraryView, string> = {
  all: "a.working <> 'spiked'",
  mine: "a.author_id = :personId AND a.working <> 'spiked'",
  waiting: "a.working = 'in-review' AND :reviews AND NOT (:fourEyes AND a.author_id = :personId)",
  draft: "a.working = 'draft'",
  'in-review': "a.working = 'in-review'",
  approved: "a.working = 'approved'",
  live: "a.public = 'live'",
  spiked: "a.working = 'spiked'",
};

/** Each with the column that its index begins with, so that a page is read from one index, in order. */
const orders: Record<LibrarySort['by'], string> = {
  updated: 'a.updated_at',
  day: 'a.day',
  headline: 'a.headline_order',
  section: 'a.section_order',
  author: 'a.author_order',
  standing: 'a.standing_order',
  syllables: 'a.syllables',
};
/** Ids are in the order of these, so that both directions run along the index. */
const idsDescendWith = new Set<LibrarySort['by']>(['headline', 'section', 'author', 'standing', 'syllables']);

function orderOf({ by, descending }: LibrarySort): string {
  const idsDescend = idsDescendWith.has(by) ? descending : !descending;
  return `${orders[by]} ${descending ? 'DESC' : 'ASC'}, a.id ${idsDescend ? 'DESC' : 'ASC'}`;
}

/**
 * `sort`: of the list that is read. A state in another order than the last changed is looked for along the index of that
 * order (`+` keeps SQLite from taking the state's own, and sorting all of it).
 */
function conditionOf(filter: RowFilter, sort: LibrarySort = { by: 'updated', descending: true }): string {
  const view = viewConditions[filter.view];
  const isAlongOrder = sort.by !== 'updated' && /^a\.working = '[a-z-]+'$/.test(view);
  const conditions = [isAlongOrder ? `+${view} AND a.working <> 'spiked'` : view];
  if (filter.standing !== undefined) conditions.push('a.standing = :standing');
  if (filter.sectionKey !== undefined) conditions.push('a.section_key = :sectionKey');
  if (filter.authorKey !== undefined) conditions.push('a.author_key = :authorKey');
  if (filter.tagKey !== undefined) {
    conditions.push('a.id IN (SELECT t.article_id FROM article_tags t WHERE t.tag_key = :tagKey)');
  }
  if (filter.from !== undefined) conditions.push('a.day >= :from');
  if (filter.to !== undefined) conditions.push('a.day <= :to');
  return conditions.join(' AND ');
}

function valuesOf(reader: Reader, filter: RowFilter): Record<string, string | number> {
  const { view: _, ...names } = filter;
  const given = Object.entries(names).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    personId: reader.personId,
    reviews: Number(reader.reviews),
    fourEyes: Number(reader.fourEyes),
    ...Object.fromEntries(given),
  };
}

function sumOf(db: ReadableDb, scope: 'all' | 'author' | 'section', key: string, condition: string): number {
  const sql = `SELECT coalesce(sum(count), 0) AS total FROM article_counts a
    WHERE scope = ? AND key = ? AND ${condition}`;
  return (prepared(db, sql).get(scope, key) as { total: number }).total;
}

/** Null where the kept counts do not say it. */
function keptCount(db: ReadableDb, reader: Reader, filter: RowFilter): number | null {
  const { view, sectionKey } = filter;
  const { standing, authorKey, tagKey, from, to } = filter;
  if ([standing, authorKey, tagKey, from, to].some((part) => part !== undefined)) return null;
  if (view === 'waiting') {
    if (!reader.reviews) return 0;
    if (sectionKey !== undefined) return null;
    const own = reader.fourEyes ? sumOf(db, 'author', reader.personId, viewConditions['in-review']) : 0;
    return sumOf(db, 'all', '', viewConditions['in-review']) - own;
  }
  if (view === 'mine')
    return sectionKey === undefined ? sumOf(db, 'author', reader.personId, viewConditions.all) : null;
  return sectionKey === undefined
    ? sumOf(db, 'all', '', viewConditions[view])
    : sumOf(db, 'section', sectionKey, viewConditions[view]);
}

export function countArticles(db: ReadableDb, reader: Reader, filter: RowFilter): number {
  const kept = keptCount(db, reader, filter);
  if (kept !== null) return kept;
  const sql = `SELECT count(*) AS total FROM articles a WHERE ${conditionOf(filter)}`;
  return (prepared(db, sql).get(valuesOf(reader, filter)) as { total: number }).total;
}

export function listArticles(
  db: ReadableDb,
  reader: Reader,
  filter: RowFilter,
  sort: LibrarySort,
  page: { offset: number; limit: number },
): ArticleRow[] {
  const order = orderOf(sort);
  // What is skipped is skipped along the index, without reading its rows.
  const sql = `SELECT ${columns} FROM articles a WHERE a.rowid IN (
      SELECT a.rowid FROM articles a WHERE ${conditionOf(filter, sort)} ORDER BY ${order} LIMIT :limit OFFSET :offset
    ) ORDER BY ${order}`;
  return (prepared(db, sql).all({ ...valuesOf(reader, filter), ...page }) as LibraryRow[]).map(parseRow);
}

export function listFilteredIds(
  db: ReadableDb,
  reader: Reader,
  filter: RowFilter,
  sort: LibrarySort,
  limit: number,
): string[] {
  const sql = `SELECT a.id FROM articles a WHERE ${conditionOf(filter, sort)} ORDER BY ${orderOf(sort)} LIMIT :limit`;
  return (prepared(db, sql).all({ ...valuesOf(reader, filter), limit }) as { id: string }[]).map(({ id }) => id);
}

export function findArticleRow(db: ReadableDb, id: string): ArticleRow | undefined {
  const row = prepared(db, `SELECT ${columns} FROM articles a WHERE a.id = ?`).get(id) as LibraryRow | undefined;
  return row === undefined ? undefined : parseRow(row);
}

export type FoundArticle = { number: number; row: ArticleRow; text: string };

/** The articles of numbers of the search index, in no order, with the texts that snippets are cut from. */
export function listFoundArticles(db: ReadableDb, numbers: readonly number[]): FoundArticle[] {
  // One statement for all: each costs as much as ten of its rows. Bytes become strings faster in Node than in SQLite.
  const sql = `SELECT s.number, CAST(s.text AS BLOB) AS text, ${columns} FROM article_search_rows s
    JOIN articles a ON a.id = s.article_id WHERE s.number IN (SELECT value FROM json_each(?))`;
  const found = prepared(db, sql).all(JSON.stringify(numbers)) as (LibraryRow & { number: number; text: Buffer })[];
  return found.map(({ number, text, ...row }) => ({ number, row: parseRow(row), text: text.toString('utf8') }));
}

export function listFoundHeadlines(db: ReadableDb, numbers: readonly number[]): Map<number, string> {
  const sql = `SELECT s.number, a.headline FROM article_search_rows s JOIN articles a ON a.id = s.article_id
    WHERE s.number IN (SELECT value FROM json_each(?))`;
  return new Map(prepared(db, sql).raw().all(JSON.stringify(numbers)) as [number, string][]);
}

/** Sections of what is not set aside, the fullest first; spellings that fold alike are one, under its newest name. */
export function listSections(db: ReadableDb): { name: string; count: number }[] {
  const sections = prepared(
    db,
    `SELECT key, sum(count) AS count FROM article_counts WHERE scope = 'section' AND key <> '' AND working <> 'spiked'
     GROUP BY key HAVING sum(count) > 0 ORDER BY sum(count) DESC, key`,
  ).all() as { key: string; count: number }[];
  return sections.map(({ key, count }) => ({ name: newestSectionName(db, key), count }));
}

function newestSectionName(db: ReadableDb, key: string): string {
  const newest = (working: string): string =>
    `SELECT * FROM (SELECT section, updated_at FROM articles WHERE section_key = :key AND working = '${working}'
       ORDER BY updated_at DESC LIMIT 1)`;
  const sql = `SELECT section FROM (${['draft', 'in-review', 'approved'].map(newest).join(' UNION ALL ')})
    ORDER BY updated_at DESC LIMIT 1`;
  return (prepared(db, sql).get({ key }) as { section: string } | undefined)?.section ?? key;
}

export type CountedName = { key: string; count: number };

/** Authors by their folded names, the most written first. */
export function listAuthorKeys(db: ReadableDb): CountedName[] {
  return prepared(
    db,
    `SELECT author_key AS key, count(*) AS count FROM articles WHERE author_key <> '' GROUP BY author_key
     ORDER BY count(*) DESC, author_key`,
  ).all() as CountedName[];
}

/** As the newest article writes it. */
export function authorName(db: ReadableDb, key: string): string {
  const sql = 'SELECT author AS name FROM articles WHERE author_key = ? ORDER BY updated_at DESC LIMIT 1';
  return (prepared(db, sql).get(key) as { name: string } | undefined)?.name ?? key;
}

/** Tags by their folded names, the most used first. */
export function listTagKeys(db: ReadableDb): CountedName[] {
  return prepared(
    db,
    'SELECT tag_key AS key, count(*) AS count FROM article_tags GROUP BY tag_key ORDER BY count(*) DESC, tag_key',
  ).all() as CountedName[];
}

export function tagName(db: ReadableDb, key: string): string {
  const sql = 'SELECT tag AS name FROM article_tags WHERE tag_key = ? ORDER BY article_id DESC LIMIT 1';
  return (prepared(db, sql).get(key) as { name: string } | undefined)?.name ?? key;
}

const stored = {
  id: 'id',
  headline: 'headline',
  headline_order: 'headlineOrder',
  lead: 'lead',
  section: 'section',
  section_key: 'sectionKey',
  section_order: 'sectionOrder',
  author_id: 'authorId',
  author: 'author',
  author_key: 'authorKey',
  author_order: 'authorOrder',
  working: 'working',
  public: 'public',
  returned: 'returned',
  standing: 'standing',
  standing_order: 'standingOrder',
  syllables: 'syllables',
  photos: 'photos',
  thumbnail: 'thumbnail',
  tags: 'tags',
  day: 'day',
  created_at: 'createdAt',
  updated_at: 'updatedAt',
} as const satisfies Record<string, keyof ProjectedArticle>;
const storedColumns = Object.keys(stored);
const saveSql = `INSERT INTO articles (${storedColumns.join(', ')})
  VALUES (${Object.values(stored).map((name) => `:${name}`)})
  ON CONFLICT (id) DO UPDATE SET ${storedColumns.map((column) => `${column} = excluded.${column}`)}`;
const readSql = `SELECT ${Object.entries(stored).map(([column, name]) => `${column} AS ${name}`)}
  FROM articles WHERE id = ?`;

/** `tagKey` folds a tag as filters do. */
export function saveArticle(db: WritableDb, article: ProjectedArticle, tagKey: (tag: string) => string): void {
  const { id, tags } = article;
  prepared(db, saveSql).run({ ...article, returned: Number(article.returned), tags: JSON.stringify(tags) });
  prepared(db, 'DELETE FROM article_tags WHERE article_id = ?').run(id);
  const save = prepared(
    db,
    'INSERT INTO article_tags (tag_key, article_id, tag) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const tag of tags) save.run(tagKey(tag), id, tag);
}

/** The row as it was projected, for comparing it with what the log says. */
export function findProjectedArticle(db: ReadableDb, id: string): ProjectedArticle | undefined {
  const row = prepared(db, readSql).get(id) as
    | (Omit<ProjectedArticle, 'returned' | 'tags'> & { returned: number; tags: string })
    | undefined;
  return row === undefined
    ? undefined
    : { ...row, returned: row.returned !== 0, tags: JSON.parse(row.tags) as string[] };
}

export function listProjectedArticleIds(db: ReadableDb): string[] {
  return (prepared(db, 'SELECT id FROM articles ORDER BY id').all() as { id: string }[]).map(({ id }) => id);
}
