/** The attached documents whose originals are whole on this computer. */
import type { FileKind } from '../../../shared/files/file-kinds.ts';
import { prepared, type ReadableDb, type WritableDb } from './database.ts';

/** `name`: as it was added. */
export type StoredFile = { sha256: string; name: string; bytes: number; kind: FileKind };

const columns = 'sha256, name, bytes, kind';

export function findFile(db: ReadableDb, sha256: string): StoredFile | undefined {
  return prepared(db, `SELECT ${columns} FROM files WHERE sha256 = ?`).get(sha256) as StoredFile | undefined;
}

/** The same file again changes nothing. `uploaded`: the endpoint has it. */
export function insertFile(db: WritableDb, file: StoredFile & { addedAt: string; uploaded: boolean }): void {
  prepared(
    db,
    `INSERT INTO files (${columns}, added_at, uploaded) VALUES (:sha256, :name, :bytes, :kind, :addedAt, :uploaded)
     ON CONFLICT DO NOTHING`,
  ).run({ ...file, uploaded: Number(file.uploaded) });
}
