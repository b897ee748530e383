/**
 * Notices that another process (the command line beside the window) wrote to the same database: SQLite's data_version
 * changes for a connection only when somebody else commits.
 */
import { prepared, type ReadableDb } from './database.ts';

export type LogRow = { articleId: string; bytes: Uint8Array };

export class OtherWriters {
  readonly #db: ReadableDb;
  #version: number;
  #seenSeq: number;

  constructor(db: ReadableDb) {
    this.#db = db;
    this.#version = this.#readVersion();
    this.#seenSeq = this.#lastSeq();
  }

  /**
   * The rows that came to the log since the last look, if somebody else wrote since then; null if nobody did. Rows of
   * our own from the same moment are among them, which is harmless: an update applied twice changes nothing.
   */
  look(): LogRow[] | null {
    // In this order: what somebody else writes between the two must not count as seen.
    const lastSeq = this.#lastSeq();
    const version = this.#readVersion();
    if (version === this.#version) {
      this.#seenSeq = lastSeq;
      return null;
    }
    this.#version = version;
    const rows = prepared(
      this.#db,
      'SELECT seq, article_id AS articleId, bytes FROM doc_updates WHERE seq > ? ORDER BY seq',
    ).all(this.#seenSeq) as (LogRow & { seq: number })[];
    this.#seenSeq = rows.at(-1)?.seq ?? this.#seenSeq;
    return rows;
  }

  #readVersion(): number {
    return this.#db.pragma('data_version', { simple: true }) as number;
  }

  #lastSeq(): number {
    const row = prepared(this.#db, 'SELECT max(seq) AS seq FROM doc_updates').get() as { seq: number | null };
    return row.seq ?? 0;
  }
}
