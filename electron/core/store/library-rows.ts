/** The library's rows: a projection of the log and the events, one row an article. */
import type { ArticleRow, LibraryView } from '../../../shared/contract/desk.ts';
import type { PublicState, WorkingState } from '../../../shared/workflow/machine.ts';
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

export type ProjectedArticle = {
  id: string;
  headline: string;
  lead: string;
  section: string;
  sectionKey: string;
  authorId: string;
  /** The author as the article names them; empty where it names nobody. */
  byline: string;
  working: WorkingState;
  public: PublicState;
  returned: boolean;
  syllables: number;
  photos: number;
  thumbnail: string | null;
  createdAt: string;
  updatedAt: string;
};

/** Who looks at the library: `reviews` where their role may approve. `fourEyes`: nobody reviews what they wrote. */
export type Reader = { personId: string; reviews: boolean; fourEyes: boolean };
export type LibraryFilter = { view: LibraryView; sectionKey?: string };

const columns = `a.id, a.headline, a.section, coalesce(nullif(a.byline, ''), p.name, '') AS author, a.working, a.public,
  a.returned, a.syllables, a.photos, a.updated_at,
  (SELECT p.sha256 FROM photos p WHERE p.sha256 = a.thumbnail) AS thumbnail`;
const source = 'articles a LEFT JOIN people p ON p.id = a.author_id';

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
  updated_at: string;
  thumbnail: string | null;
};

function parseRow({ returned, updated_at: updatedAt, ...row }: LibraryRow): ArticleRow {
  return { ...row, returned: returned !== 0, updatedAt };
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

function conditionOf(filter: LibraryFilter): string {
  const section = filter.sectionKey === undefined ? '' : ' AND a.section_key = :sectionKey';
  return viewConditions[filter.view] + section;
}

function valuesOf(reader: Reader, filter: LibraryFilter): Record<string, string | number> {
  return {
    personId: reader.personId,
    reviews: Number(reader.reviews),
    fourEyes: Number(reader.fourEyes),
    sectionKey: filter.sectionKey ?? '',
  };
}

export function countArticles(db: ReadableDb, reader: Reader, filter: LibraryFilter): number {
  const sql = `SELECT count(*) AS total FROM articles a WHERE ${conditionOf(filter)}`;
  return (prepared(db, sql).get(valuesOf(reader, filter)) as { total: number }).total;
}

/** Last changed first. */
export function listArticles(
  db: ReadableDb,
  reader: Reader,
  filter: LibraryFilter,
  page: { offset: number; limit: number },
): ArticleRow[] {
  const sql = `SELECT ${columns} FROM ${source} WHERE ${conditionOf(filter)}
    ORDER BY a.updated_at DESC, a.id LIMIT :limit OFFSET :offset`;
  return (prepared(db, sql).all({ ...valuesOf(reader, filter), ...page }) as LibraryRow[]).map(parseRow);
}

export function findArticleRow(db: ReadableDb, id: string): ArticleRow | undefined {
  const row = prepared(db, `SELECT ${columns} FROM ${source} WHERE a.id = ?`).get(id) as LibraryRow | undefined;
  return row === undefined ? undefined : parseRow(row);
}

/** Sections of what is not set aside, the fullest first; spellings that fold alike are one, under its newest name. */
export function listSections(db: ReadableDb): { name: string; count: number }[] {
  return prepared(
    db,
    `SELECT section AS name, count(*) AS count, max(updated_at) AS newest FROM articles
     WHERE section_key <> '' AND working <> 'spiked' GROUP BY section_key ORDER BY count DESC, section_key`,
  )
    .all()
    .map((row) => {
      const { name, count } = row as { name: string; count: number };
      return { name, count };
    });
}

const stored = `id, headline, lead, section, section_key, author_id, byline, working, public, returned, syllables, photos,
  thumbnail, created_at, updated_at`;

export function saveArticle(db: WritableDb, article: ProjectedArticle): void {
  prepared(
    db,
    `INSERT OR REPLACE INTO articles (${stored})
     VALUES (:id, :headline, :lead, :section, :sectionKey, :authorId, :byline, :working, :public, :returned, :syllables,
       :photos, :thumbnail, :createdAt, :updatedAt)`,
  ).run({ ...article, returned: Number(article.returned) });
}

/** The row as it was projected, for comparing it with what the log says. */
export function findProjectedArticle(db: ReadableDb, id: string): ProjectedArticle | undefined {
  const row = prepared(
    db,
    `SELECT id, headline, lead, section, section_key AS sectionKey, author_id AS authorId, byline, working, public, returned,
       syllables, photos, thumbnail, created_at AS createdAt, updated_at AS updatedAt FROM articles WHERE id = ?`,
  ).get(id) as (Omit<ProjectedArticle, 'returned'> & { returned: number }) | undefined;
  return row === undefined ? undefined : { ...row, returned: row.returned !== 0 };
}

export function listProjectedArticleIds(db: ReadableDb): string[] {
  return (prepared(db, 'SELECT id FROM articles ORDER BY id').all() as { id: string }[]).map(({ id }) => id);
}
