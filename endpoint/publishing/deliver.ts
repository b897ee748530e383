/**
 * Works off the deliveries. Each is looked at again when it is its turn:
 *
 *   waiting --(no longer the approved revision)--> cancelled
 *      | photos or attached documents have not arrived: stays waiting, and is looked at again when one arrives
 *      | publisher failed: attempts + 1, waits longer each time
 *      '--> public, noted, `published` appended, all in one transaction --> done
 *
 * An article's deliveries are done in order: while one waits, those after it wait too.
 */
import { createPrivateKey, sign } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { v7 as newId } from 'uuid';
import {
  type ArticleDocument,
  articleDocumentSchema,
  filesOf,
  type Photo,
  photosOf,
} from '../../shared/article/document.ts';
import { AppError, asAppError } from '../../shared/errors/app-error.ts';
import { eventHash, signedText, type UnsignedEvent } from '../../shared/workflow/event.ts';
import { ENDPOINT_ACTOR, permit } from '../../shared/workflow/machine.ts';
import { closeDelivery, type Delivery, listWaitingDeliveries, postponeDelivery } from '../store/deliveries.ts';
import { listMissingFiles } from '../store/files.ts';
import { appendEntry, findRevision, readWorkflow } from '../store/log.ts';
import { listMissing } from '../store/photos.ts';
import { endpointDevice, getOfficeRules } from '../store/settings.ts';
import type { Publisher } from './publisher.ts';

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 15 * 60_000;

export type DeliverPorts = {
  db: Database;
  clock: () => Date;
  publishers: readonly Publisher[];
  /** The log has grown. */
  onAppended: () => void;
  onFailed: (delivery: Delivery, error: AppError) => void;
};

export class Deliverer {
  readonly #ports: DeliverPorts;
  #running: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(ports: DeliverPorts) {
    this.#ports = ports;
  }

  /** Looks at everything that waits; answers when each was tried that is due. */
  run(): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    this.#again = true;
    this.#running ??= this.#loop().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#running;
  }

  async #loop(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      const held = new Set<string>();
      for (const delivery of listWaitingDeliveries(this.#ports.db)) {
        if (this.#stopped) return;
        const line = `${delivery.publisher} ${delivery.articleId}`;
        if (held.has(line)) continue;
        if (!(await this.#deliver(delivery))) held.add(line);
      }
    }
    this.#wakeForNext();
  }

  /** False if it has to be tried again. */
  async #deliver(delivery: Delivery): Promise<boolean> {
    const { db, clock, publishers, onFailed } = this.#ports;
    if (!this.#stillWanted(delivery)) {
      closeDelivery(db, delivery.id, 'cancelled');
      return true;
    }
    const publisher = publishers.find((candidate) => candidate.name === delivery.publisher);
    if (publisher === undefined || delivery.nextAt > clock().toISOString()) return false;
    try {
      if (delivery.deed === 'withdraw') {
        const { commit } = await publisher.withdraw(delivery.articleId);
        db.transaction(() => {
          commit();
          closeDelivery(db, delivery.id, 'done');
        })();
        return true;
      }
      return await this.#publish(delivery, publisher);
    } catch (thrown) {
      const error = asAppError(thrown);
      const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** delivery.attempts);
      const nextAt = new Date(clock().getTime() + wait).toISOString();
      postponeDelivery(db, delivery.id, delivery.attempts + 1, nextAt, error.message);
      onFailed(delivery, error);
      return false;
    }
  }

  async #publish(delivery: Delivery, publisher: Publisher): Promise<boolean> {
    const { db, clock, onAppended } = this.#ports;
    const { articleId, revision } = delivery;
    const json = findRevision(db, articleId, revision);
    if (json === undefined) throw new AppError('revision-not-found', { revision });
    const document = articleDocumentSchema.parse(JSON.parse(json));
    const photos = placedPhotos(document).map(({ sha256 }) => sha256);
    if (listMissing(db, photos).length > 0) return false;
    if (listMissingFiles(db, filesOf(document)).length > 0) return false;
    const { url, commit } = await publisher.publish({ articleId, revision, document });
    db.transaction(() => {
      // Reopened or withdrawn while the publisher worked: what it made is not what the office wants any more.
      if (!this.#stillWanted(delivery)) {
        closeDelivery(db, delivery.id, 'cancelled');
        return;
      }
      const at = clock().toISOString();
      commit();
      this.#appendPublished(articleId, revision, url, at);
      closeDelivery(db, delivery.id, 'done');
    }).immediate();
    onAppended();
    return true;
  }

  #stillWanted({ deed, articleId, revision }: Delivery): boolean {
    const state = readWorkflow(this.#ports.db, articleId, getOfficeRules(this.#ports.db));
    return deed === 'withdraw' ? state.public === 'withdrawn' : state.approvedRevision === revision;
  }

  #appendPublished(articleId: string, revision: string, url: string, at: string): void {
    const { db } = this.#ports;
    const office = getOfficeRules(db);
    const state = readWorkflow(db, articleId, office);
    const device = endpointDevice(db);
    const unsigned: UnsignedEvent = {
      id: newId(),
      articleId,
      type: 'published',
      revision,
      actor: ENDPOINT_ACTOR,
      device: device.id,
      at,
      url,
      previous: state.lastEventHash,
    };
    const permission = permit(state, unsigned, { id: ENDPOINT_ACTOR, role: ENDPOINT_ACTOR }, office);
    if (!permission.ok) throw new AppError(permission.code, permission.details);
    const key = createPrivateKey(device.privateKey);
    const signature = sign(null, Buffer.from(signedText(unsigned), 'utf8'), key).toString('base64');
    const event = { ...unsigned, signature };
    const sender = { personId: ENDPOINT_ACTOR, deviceId: device.id };
    appendEntry(db, { kind: 'event', id: event.id, articleId, event }, sender, at, eventHash(event));
  }

  #wakeForNext(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#stopped) return;
    const now = this.#ports.clock().getTime();
    const due = listWaitingDeliveries(this.#ports.db)
      .map((delivery) => Date.parse(delivery.nextAt) - now)
      // What is due already waits for an original, whose arrival starts the next run.
      .filter((ms) => ms > 0);
    if (due.length === 0) return;
    this.#timer = setTimeout(() => void this.run(), Math.min(...due) + 1);
    this.#timer.unref();
  }
}

/** The pictures that stand in the body; others of the document are not shown. */
export function placedPhotos(document: ArticleDocument): (Photo & { sha256: string })[] {
  const placed = new Set(document.blocks.flatMap(photosOf));
  return document.photos.flatMap((photo) =>
    placed.has(photo.id) && photo.sha256 !== null ? [{ ...photo, sha256: photo.sha256 }] : [],
  );
}
