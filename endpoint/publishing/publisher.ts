/** What a publisher is: something that makes a revision public, updates it, and takes it down. */
import type { ArticleDocument } from '../../shared/article/document.ts';

export type Publication = { articleId: string; revision: string; document: ArticleDocument };

/** What was made public: its address, and what the publisher writes into the database with the event that says so. */
export type Published = { url: string; commit: () => void };

export interface Publisher {
  readonly name: string;
  /**
   * Makes the revision public, in place of the one before it. Repeating it must be harmless: after a crash between
   * the answer and its note in the database it is called again.
   */
  publish(publication: Publication): Promise<Published>;
  withdraw(articleId: string): Promise<{ commit: () => void }>;
}
