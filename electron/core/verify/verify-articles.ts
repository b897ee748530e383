/** Every article read anew from its log alone, and compared with what the desk keeps of it for speed. */
import { isDeepStrictEqual } from 'node:util';
import { readArticle } from '../../../shared/article/read.ts';
import { OFFICE_LISTS_ID } from '../../../shared/contract/log-documents.ts';
import type { WorkflowState } from '../../../shared/workflow/machine.ts';
import { projectArticle, searchableText } from '../articles/project-article.ts';
import { peopleOfArticle, photosInArticle } from '../articles/project-photo.ts';
import type { Desk } from '../desk/desk.ts';
import { articleTimes, type LoggedUpdate, listArticleIds, listUpdates } from '../store/doc-log.ts';
import { findProjectedArticle, listProjectedArticleIds } from '../store/library-rows.ts';
import { areNamed } from '../store/named-people.ts';
import { findPerson } from '../store/people.ts';
import { type ArticlePhoto, listUsesOfArticle } from '../store/photo-uses.ts';
import { findIndexedText } from '../store/search-index.ts';
import { isStale } from '../store/stale-articles.ts';
import { readWorkflow } from '../workflow/read-workflow.ts';
import type { Problem } from './faults.ts';
import { verifyLog } from './verify-log.ts';
import { verifyPhotoRecords } from './verify-photo-records.ts';

type ArticlesChecked = { articles: number; updates: number; problems: Problem[] };

/** As they all are at one moment, whatever other processes write meanwhile. */
export function verifyArticles(desk: Desk): ArticlesChecked {
  return desk.db.transaction(() => verifyAll(desk)).deferred();
}

function verifyAll(desk: Desk): ArticlesChecked {
  const problems: Problem[] = [];
  const ids = listArticleIds(desk.db);
  let updates = 0;
  for (const id of ids) {
    const rows = listUpdates(desk.db, id, 0);
    updates += rows.length;
    problems.push(...verifyArticle(desk, id, rows));
  }
  const ofLists = listUpdates(desk.db, OFFICE_LISTS_ID, 0);
  updates += ofLists.length;
  const { doc, problems: faults } = verifyLog(desk.db, OFFICE_LISTS_ID, ofLists);
  doc.destroy();
  problems.push(...faults);
  const ofPhotos = verifyPhotoRecords(desk.db);
  updates += ofPhotos.updates;
  problems.push(...ofPhotos.problems);
  const known = new Set(ids);
  for (const id of listProjectedArticleIds(desk.db))
    if (!known.has(id)) problems.push({ fault: 'projection-differs', id });
  return { articles: ids.length, updates, problems };
}

function verifyArticle(desk: Desk, id: string, rows: readonly LoggedUpdate[]): Problem[] {
  const { doc, problems } = verifyLog(desk.db, id, rows);
  const document = readArticle(doc);
  doc.destroy();
  const times = articleTimes(desk.db, id);
  // What another process has written just now gets to the list and the index a moment later.
  if (times === null || isStale(desk.db, id)) return problems;
  const workflow = findWorkflow(desk, id);
  if (workflow === null) return problems;
  const nameOf = (personId: string): string | undefined => findPerson(desk.db, personId)?.name;
  const projected = projectArticle({ id, document, workflow, times, nameOf });
  if (!isDeepStrictEqual(findProjectedArticle(desk.db, id), projected)) {
    problems.push({ fault: 'projection-differs', id });
  }
  if (findIndexedText(desk.db, id) !== searchableText(document, projected).text) {
    problems.push({ fault: 'search-differs', id });
  }
  const photos = workflow.working === 'spiked' ? [] : photosInArticle(document);
  if (!isDeepStrictEqual(listUsesOfArticle(desk.db, id), firstPlaces(photos))) {
    problems.push({ fault: 'photo-uses-differ', id });
  }
  const people = workflow.working === 'spiked' ? [] : peopleOfArticle(document);
  if (!areNamed(desk.db, id, projected.day, people)) problems.push({ fault: 'people-differ', id });
  return problems;
}

/** Null where the events cannot be read, which the check of the events says. */
function findWorkflow({ db, identity }: Desk, id: string): WorkflowState | null {
  try {
    return readWorkflow(db, id, identity.person());
  } catch {
    return null;
  }
}

/** Each picture once, as its uses are kept. */
function firstPlaces(photos: readonly ArticlePhoto[]): ArticlePhoto[] {
  const first = new Map([...photos].reverse().map((photo) => [photo.sha256, photo]));
  return [...first.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}
