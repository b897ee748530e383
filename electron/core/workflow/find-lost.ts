import type { References } from '../../../shared/contract/desk-references.ts';
import type { Person } from '../../../shared/contract/office.ts';
import type { ReadableDb } from '../store/database.ts';
import { hasArticle } from '../store/doc-log.ts';
import { hasOriginal } from '../store/original-queue.ts';
import { readWorkflow } from './read-workflow.ts';

/** Of what an article names: the documents that are not on this computer, the articles that are not known or were set aside. */
export function findLost(db: ReadableDb, person: Person, { files, articles }: References): References {
  const isGone = (id: string): boolean => !hasArticle(db, id) || readWorkflow(db, id, person).working === 'spiked';
  return { files: files.filter((sha256) => !hasOriginal(db, 'files', sha256)), articles: articles.filter(isGone) };
}
