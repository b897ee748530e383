import type { Lost, References } from '../../../shared/contract/desk-references.ts';
import type { Person } from '../../../shared/contract/office.ts';
import type { PhotoRecord } from '../../../shared/photos/photo-details.ts';
import { localDateTime } from '../../../shared/text/dates.ts';
import type { ReadableDb } from '../store/database.ts';
import { hasArticle } from '../store/doc-log.ts';
import { readWorkflow } from './read-workflow.ts';

/** What the workflow needs of attached documents: whether one is whole on this computer. */
export type WorkflowFiles = { has(sha256: string): boolean };

/** `files`: of this computer; `recordOf`: what is known of a picture; `now`: ISO 8601, whose day in the office counts. */
export type LostSources = {
  files: WorkflowFiles;
  person: Person;
  recordOf: (sha256: string) => PhotoRecord | null;
  now: string;
};

/**
 * Of what an article names: the documents that are not on this computer, the articles that are not known or were set aside,
 * and the pictures that may not be shown as they are or no longer.
 */
export function findLost(db: ReadableDb, sources: LostSources, { files, articles, photos }: References): Lost {
  const { person, recordOf, now } = sources;
  const isGone = (id: string): boolean => !hasArticle(db, id) || readWorkflow(db, id, person).working === 'spiked';
  const today = localDateTime(now)?.date ?? '';
  const records = photos.flatMap((sha256) => recordOf(sha256) ?? []);
  return {
    files: files.filter((sha256) => !sources.files.has(sha256)),
    articles: articles.filter(isGone),
    withheld: records.flatMap(({ sha256, edits }) =>
      edits.withheld === true && edits.pixelated === undefined ? [sha256] : [],
    ),
    expired: records.flatMap(({ sha256, expires }) =>
      expires !== null && expires < today ? [{ sha256, on: expires }] : [],
    ),
  };
}
