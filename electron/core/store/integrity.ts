/** What SQLite itself finds wrong with the file: pages, indexes, constraints. */
import type { ReadableDb } from './database.ts';

const MOST_FINDINGS = 100;

/** Its findings in its own words; empty for a sound file. */
export function findDamage(db: ReadableDb): string[] {
  const rows = db.pragma(`integrity_check(${MOST_FINDINGS})`) as { integrity_check: string }[];
  return rows.map((row) => row.integrity_check).filter((finding) => finding !== 'ok');
}
