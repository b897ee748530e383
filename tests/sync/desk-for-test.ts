/** A workstation's core on a profile folder, without a window: the parts that sync moves, put together. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import * as Y from 'yjs';
import { Articles } from '../../electron/core/articles/articles.ts';
import { AttachedFiles } from '../../electron/core/files/attached-files.ts';
import type { WritableDb } from '../../electron/core/store/database.ts';
import { openDatabase } from '../../electron/core/store/open-database.ts';
import { findPerson } from '../../electron/core/store/people.ts';
import { findPhoto, insertPhoto } from '../../electron/core/store/photos.ts';
import { findSetting, saveSetting } from '../../electron/core/store/settings.ts';
import type { SyncOriginals } from '../../electron/core/sync/ports.ts';
import { Sync } from '../../electron/core/sync/sync.ts';
import { generateDeviceKey, makeIdentity } from '../../electron/core/workflow/identity.ts';
import { Workflow } from '../../electron/core/workflow/workflow.ts';
import type { Person } from '../../shared/contract/office.ts';

export type TestDesk = {
  db: WritableDb;
  articles: Articles;
  workflow: Workflow;
  sync: Sync;
  files: AttachedFiles;
  personId: string;
  /** Every request of this desk passes here; a test may put another function in its place. */
  network: { fetch: typeof fetch };
  addPhotoFile(bytes: Uint8Array, sha256: string): Promise<void>;
  photoBytes(sha256: string): Uint8Array;
  create(headline: string): string;
  /** Types at the end of the headline, lead or body. */
  type(id: string, field: 'headline' | 'lead' | 'body', text: string): Promise<void>;
  change(id: string, change: (doc: Y.Doc) => void): Promise<void>;
  close(): Promise<void>;
};

export const clock = (): Date => new Date();

export async function openDesk(folder: string, name = 'Lan'): Promise<TestDesk> {
  const db = await openDatabase(folder);
  const setting = (key: 'deviceId' | 'personId' | 'devicePrivateKey', make: () => string): string => {
    const known = findSetting(db, key);
    if (known !== undefined) return known;
    const made = make();
    saveSetting(db, key, made);
    return made;
  };
  const personId = setting('personId', newId);
  const person = (): Person => findPerson(db, personId) ?? { id: personId, name, role: 'writer' };
  const privateKey = setting('devicePrivateKey', generateDeviceKey);
  const identity = makeIdentity({ deviceId: setting('deviceId', newId), privateKey, person });
  const articles = new Articles({ db, folder, clock, person });
  const network = { fetch: globalThis.fetch };
  const photos = filePhotos(db, folder);
  const files = new AttachedFiles({ db, folder, clock });
  const workflow = new Workflow({ db, articles, files, identity, clock });
  const sync = new Sync({
    db,
    articles,
    originals: { photos, files },
    workflow,
    identity,
    clock,
    fetch: (...request) => network.fetch(...request),
    timeoutMs: 5_000,
  });
  const change = async (id: string, edit: (doc: Y.Doc) => void): Promise<void> => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, articles.state(id));
    const updates: Uint8Array[] = [];
    doc.on('update', (update) => updates.push(update));
    edit(doc);
    await articles.applyLocal(id, Y.mergeUpdates(updates));
  };
  return {
    db,
    articles,
    workflow,
    sync,
    files,
    personId,
    network,
    addPhotoFile: (bytes, sha256) => photos.add(bytes, sha256, false),
    photoBytes: (sha256) => readFileSync(join(folder, 'photos', sha256)),
    create: (headline) => {
      const id = articles.create(undefined, (made) => workflow.created(made));
      const doc = new Y.Doc();
      Y.applyUpdate(doc, articles.state(id));
      const before = Y.encodeStateVector(doc);
      doc.getText('headline').insert(0, headline);
      void articles.applyLocal(id, Y.encodeStateAsUpdate(doc, before));
      articles.flush();
      return id;
    },
    type: (id, field, text) => change(id, (doc) => doc.getText(field).insert(doc.getText(field).length, text)),
    change,
    close: async () => {
      await sync.stop();
      articles.close();
      db.close();
    },
  };
}

function filePhotos(
  db: WritableDb,
  folder: string,
): SyncOriginals & { add: (bytes: Uint8Array, sha256: string, uploaded: boolean) => Promise<void> } {
  const path = (sha256: string): string => join(folder, 'photos', sha256);
  const add = async (bytes: Uint8Array, sha256: string, uploaded: boolean): Promise<void> => {
    const { width, height, format } = await sharp(bytes).metadata();
    mkdirSync(join(folder, 'photos'), { recursive: true });
    writeFileSync(path(sha256), bytes);
    const told = {
      caption: '',
      credit: '',
      alt: '',
      name: 'anh.jpg',
      addedAt: clock().toISOString(),
      uploaded,
      metadata: null,
    };
    insertPhoto(db, { sha256, bytes: bytes.length, width, height, format, ...told });
  };
  return {
    add,
    read: async (sha256) => {
      if (findPhoto(db, sha256) === undefined) throw new Error(`no photo ${sha256}`);
      return readFileSync(path(sha256));
    },
    receive: (sha256, bytes) => add(bytes, sha256, true),
  };
}
