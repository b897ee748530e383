/**
 * What the office's log accepts. Entries are taken in order, each with its own answer; one that is refused is kept
 * with its content and leaves no other trace. A known id is answered with its seq, and the same refused bytes with
 * the same refusal, so that a push which is sent again changes nothing.
 */
import { createHash, verify } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { articleDocumentSchema } from '../../shared/article/document.ts';
import { canonicalJson, sha256Hex } from '../../shared/article/revision.ts';
import { isArticleId } from '../../shared/contract/log-documents.ts';
import { type Entry, type EntryAnswer, MAX_ENTRY_BYTES } from '../../shared/contract/office.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { eventHash, signedText } from '../../shared/workflow/event.ts';
import { permit } from '../../shared/workflow/machine.ts';
import { queueDeliveries } from '../store/deliveries.ts';
import { appendEntry, findLogged, findRevision, readWorkflow } from '../store/log.ts';
import type { Account } from '../store/people.ts';
import { findRefusal, insertRefusal } from '../store/refusals.ts';
import { getOfficeRules } from '../store/settings.ts';
import { devicePublicKey } from './join.ts';

export type AcceptPorts = { db: Database; clock: () => Date; publishers: readonly string[] };

/** One transaction; what it answers is on disk. */
export function acceptEntries(ports: AcceptPorts, account: Account, entries: readonly Entry[]): EntryAnswer[] {
  return ports.db.transaction(() => entries.map((entry) => acceptEntry(ports, account, entry))).immediate();
}

function acceptEntry(ports: AcceptPorts, account: Account, entry: Entry): EntryAnswer {
  const { db } = ports;
  const { id } = entry;
  const logged = findLogged(db, id);
  if (logged !== undefined) {
    const isSame =
      logged.kind === entry.kind && logged.articleId === entry.articleId && logged.personId === account.person.id;
    if (isSame) return { id, result: 'duplicate', seq: logged.seq };
  }
  const contentHash = createHash('sha256').update(JSON.stringify(entry)).digest('hex');
  const known = findRefusal(db, id, contentHash, account.person.id);
  if (known !== undefined) return { id, result: 'refused', ...known };
  try {
    if (logged !== undefined) throw new AppError('invalid-request', { reason: 'the id belongs to another entry' });
    return { id, result: 'accepted', seq: db.transaction(() => append(ports, account, entry))() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message } = error;
    const at = ports.clock().toISOString();
    insertRefusal(db, entry, { contentHash, personId: account.person.id, code, message, at });
    return { id, result: 'refused', code, message };
  }
}

function append(ports: AcceptPorts, account: Account, entry: Entry): number {
  const { db } = ports;
  const at = ports.clock().toISOString();
  const sender = { personId: account.person.id, deviceId: account.deviceId };
  if (entry.kind !== 'update' && !isArticleId(entry.articleId)) {
    throw new AppError('invalid-request', { reason: 'only articles have events and revisions' });
  }
  switch (entry.kind) {
    case 'update':
      checkSize(Math.floor((entry.update.length * 3) / 4));
      return appendEntry(db, entry, sender, at, null);
    case 'revision':
      checkSize(Buffer.byteLength(entry.json));
      checkRevision(entry.hash, entry.json);
      return appendEntry(db, entry, sender, at, null);
    case 'event': {
      checkEvent(ports, account, entry);
      const seq = appendEntry(db, entry, sender, at, eventHash(entry.event));
      queueDeliveries(db, entry.event, readWorkflow(db, entry.articleId, getOfficeRules(db)), ports.publishers, at);
      return seq;
    }
  }
}

function checkSize(bytes: number): void {
  if (bytes <= MAX_ENTRY_BYTES) return;
  const mb = (count: number): number => Math.ceil(count / 1024 / 1024);
  throw new AppError('entry-too-large', { size: mb(bytes), limit: mb(MAX_ENTRY_BYTES) });
}

function checkRevision(hash: string, json: string): void {
  if (sha256Hex(json) !== hash) throw new AppError('hash-mismatch');
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    throw new AppError('invalid-request', { reason: 'the revision is not JSON' }, { cause: error });
  }
  const document = articleDocumentSchema.safeParse(parsed);
  if (!document.success) throw new AppError('invalid-request', { reason: 'the revision is not an article document' });
  if (canonicalJson(document.data) !== json) {
    throw new AppError('invalid-request', { reason: 'the revision is not canonical JSON' });
  }
}

function checkEvent(ports: AcceptPorts, account: Account, entry: Entry & { kind: 'event' }): void {
  const { db } = ports;
  const { event, articleId } = entry;
  if (event.id !== entry.id || event.articleId !== articleId) {
    throw new AppError('invalid-request', { reason: 'the event belongs to another entry' });
  }
  const isSenders = event.actor === account.person.id && event.device === account.deviceId;
  const signature = Buffer.from(event.signature, 'base64');
  const signed = Buffer.from(signedText(event), 'utf8');
  if (!isSenders || !verify(null, signed, devicePublicKey(account.deviceKey), signature)) {
    throw new AppError('bad-signature');
  }
  const office = getOfficeRules(db);
  const permission = permit(readWorkflow(db, articleId, office), event, account.person, office);
  if (!permission.ok) throw new AppError(permission.code, permission.details);
  if (event.revision !== null && findRevision(db, articleId, event.revision) === undefined) {
    throw new AppError('revision-not-found', { revision: event.revision });
  }
}
