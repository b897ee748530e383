/** Everything of a damaged database beside its articles: who writes here, the account, photos, and what else there is. */
import type { Loss } from '../../../shared/contract/desk.ts';
import type { OriginalFiles } from '../files/original-files.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { deleteOriginal, listOriginals, originalTables, wantOriginal } from '../store/original-queue.ts';
import { hasRow, insertRow, listTables, type TableToKeep } from '../store/plain-rows.ts';
import { columnsOf, salvageFromEnds, salvageRows, type UnreadableRange } from '../store/salvage-rows.ts';
import { findOfficeLink, saveOfficeLink } from '../store/sync-state.ts';
import { detailOf, type Losses } from './losses.ts';

/** Taken over by rules of their own. */
const OWN_RULES = new Set(['doc_updates', 'doc_snapshots', 'revisions', 'events', 'outbox', 'sync_state']);
/** Made from the log, and made again. */
const PROJECTIONS = /^(articles|article_\w+|stale_articles|photo_(rows|row_shown|uses|people|people_named))$/;

const kinds: Readonly<Record<string, Loss['what']>> = {
  photos: 'photos',
  files: 'files',
  people: 'people',
  settings: 'settings',
};

/** Rows that the database to come lacks; what it has stays as it is there. */
export function rescueRest(damaged: ReadableDb, next: WritableDb, losses: Losses): void {
  for (const table of listTables(next)) {
    if (OWN_RULES.has(table.name) || PROJECTIONS.test(table.name)) continue;
    const there = new Set(columnsOf(damaged, table.name));
    const columns = table.columns.filter((column) => there.has(column));
    if (columns.length > 0) rescueTable(damaged, next, { ...table, columns }, losses);
  }
}

function rescueTable(damaged: ReadableDb, next: WritableDb, table: TableToKeep, losses: Losses): void {
  const lose = (detail: string, count?: number): void =>
    losses.add({ articleId: null, what: kinds[table.name] ?? 'other', detail: `${table.name}: ${detail}` }, count);
  const keep = (row: Record<string, unknown>): void => {
    if (!insertRow(next, table, row)) lose(detailOf.changed);
  };
  if (!table.hasRowid) {
    const { rows, isWhole } = salvageFromEnds(damaged, table.name, table.columns);
    rows.forEach(keep);
    if (!isWhole) lose(detailOf.unreadable);
    return;
  }
  const unreadable: UnreadableRange[] = [];
  for (const row of salvageRows(damaged, table.name, table.columns, unreadable)) keep(row);
  if (unreadable.some((range) => !hasRow(next, table.name, range))) lose(detailOf.unreadable);
}

/** An account that is newer than the backup; with it the endpoint's log is read from its beginning. */
export function rescueAccount(damaged: ReadableDb, next: WritableDb): void {
  if (findOfficeLink(next) !== null) return;
  const values = new Map<unknown, unknown>();
  for (const { key, value } of salvageRows(damaged, 'sync_state', ['key', 'value'], [])) values.set(key, value);
  const [endpoint, token, office] = ['endpoint', 'token', 'office'].map((key) => values.get(key));
  if (typeof endpoint !== 'string' || typeof token !== 'string') return;
  saveOfficeLink(next, { endpoint, token, office: typeof office === 'string' ? office : '' });
}

/** An original is one only while its file is whole; the office may have it. */
export async function dropOriginalsWithoutFile(next: WritableDb, files: OriginalFiles, losses: Losses): Promise<void> {
  const hasOffice = findOfficeLink(next) !== null;
  for (const of of originalTables) {
    for (const sha256 of listOriginals(next, of)) {
      if ((await files.hashOf(sha256)) === sha256) continue;
      deleteOriginal(next, of, sha256);
      if (hasOffice) wantOriginal(next, of, sha256, '');
      losses.add({ articleId: null, what: of, detail: `${sha256}: ${detailOf.noFile}` });
    }
  }
}
