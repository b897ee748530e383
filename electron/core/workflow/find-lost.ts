import type { References } from '../../../shared/contract/desk-references.ts';
import type { Person } from '../../../shared/contract/office.ts';
import type { ReadableDb } from '../store/database.ts';
import { hasArticle } from '../store/doc-log.ts';
import { readWorkflow } from './read-workflow.ts';

/** What the workflow needs of attached documents: whether one is whole on this computer. */
export type WorkflowFiles = { has(sha256: string): boolean };

/** Of what an article names: the documents that are not on this computer, the articles that are not known or were set aside. */
export function findLost(
  db: ReadableDb,
  here: WorkflowFiles,
  person: Person,
  { files, articles }: References,
): References {
  const isGone = (id: string): boolean => !hasArticle(db, id) || readWorkflow(db, id, person).working === 'spiked';
  return { files: files.filter((sha256) => !here.has(sha256)), articles: articles.filter(isGone) };
}
