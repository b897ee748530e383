/** A real endpoint in a temporary folder on a free port, and people who speak to it over HTTP. For tests only. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import type { ArticleDocument } from '../../shared/article/document.ts';
import { makeRevision } from '../../shared/article/revision.ts';
import type { Entry, EntryAnswer } from '../../shared/contract/office.ts';
import { type EventType, eventHash, type Role, signedText, type WorkflowEvent } from '../../shared/workflow/event.ts';
import { buildEndpoint, type EndpointOptions } from '../app.ts';

export type Office = {
  app: FastifyInstance;
  url: string;
  dataDir: string;
  /** Stops the endpoint and starts it again on the same folder and port. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

export async function openOffice(options: Partial<EndpointOptions> = {}): Promise<Office> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'toasoan-endpoint-'));
  const start = async (port: number): Promise<{ app: FastifyInstance; url: string }> => {
    const app = await buildEndpoint({ office: 'Cổng thử nghiệm', ...options, dataDir });
    return { app, url: await app.listen({ host: '127.0.0.1', port }) };
  };
  const office: Office = {
    ...(await start(0)),
    dataDir,
    restart: async () => {
      await office.app.close();
      Object.assign(office, await start(Number(new URL(office.url).port)));
    },
    close: async () => {
      await office.app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return office;
}

export type Reply = { status: number; headers: Headers; body: unknown; text: string };

/** One person at one device, as a workstation would speak. */
export class TestPerson {
  readonly personId = newId();
  readonly deviceId = newId();
  readonly #office: Office;
  readonly #key: KeyObject;
  readonly deviceKey: string;
  token = '';

  constructor(office: Office) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    this.#office = office;
    this.#key = privateKey;
    this.deviceKey = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
  }

  static async joined(office: Office, name: string, role: Role): Promise<TestPerson> {
    const person = new TestPerson(office);
    const reply = await person.join(office.app.office.invite({ name, role }));
    person.token = (reply.body as { token: string }).token;
    return person;
  }

  join(code: string): Promise<Reply> {
    const { personId, deviceId, deviceKey } = this;
    return this.send('POST', '/v1/join', { code, personId, deviceId, deviceKey });
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const isBytes = body instanceof Uint8Array;
    const response = await fetch(this.#office.url + path, {
      method,
      headers: {
        ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: isBytes ? (body as NonNullable<RequestInit['body']>) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text, text };
  }

  async push(...entries: Entry[]): Promise<EntryAnswer[]> {
    const reply = await this.send('POST', '/v1/push', { entries });
    if (reply.status !== 200) throw new Error(`push answered ${reply.status}: ${reply.text}`);
    return (reply.body as { answers: EntryAnswer[] }).answers;
  }

  async pull(after = 0): Promise<{ entries: { seq: number; entry: Entry }[]; cursor: number; more: boolean }> {
    return (await this.send('GET', `/v1/pull?after=${after}&limit=1000`)).body as never;
  }

  sign(event: Omit<WorkflowEvent, 'signature'>): WorkflowEvent {
    return {
      ...event,
      signature: sign(null, Buffer.from(signedText(event as WorkflowEvent)), this.#key).toString('base64'),
    };
  }

  eventEntry(
    articleId: string,
    type: EventType,
    previous: string | null,
    more: { revision?: string | null; reason?: string; url?: string } = {},
  ): Entry & { kind: 'event' } {
    const id = newId();
    const event = this.sign({
      id,
      articleId,
      type,
      revision: null,
      ...more,
      actor: this.personId,
      device: this.deviceId,
      at: '2026-11-24T02:00:00.000Z',
      previous,
    });
    return { kind: 'event', id, articleId, event };
  }
}

export function documentForTest(headline: string, more: Partial<ArticleDocument> = {}): ArticleDocument {
  return {
    version: 1,
    language: 'vi',
    headline,
    lead: 'Sáng 24/11, toàn tỉnh ra quân trồng cây.',
    blocks: [{ kind: 'paragraph', runs: [{ text: `Nội dung của bài “${headline}”.` }] }],
    photos: [],
    fields: { category: 'Tin tức', publishedOn: '2026-11-24' },
    ...more,
  };
}

export function revisionEntry(articleId: string, document: ArticleDocument): Entry & { kind: 'revision' } {
  return { kind: 'revision', id: newId(), articleId, ...makeRevision(document) };
}

export function updateEntry(articleId: string, bytes: Uint8Array): Entry & { kind: 'update' } {
  return { kind: 'update', id: newId(), articleId, update: Buffer.from(bytes).toString('base64') };
}

/** Creates, submits and approves an article; answers its revision and the hash that the next event follows. */
export async function approveArticle(
  writer: TestPerson,
  reviewer: TestPerson,
  articleId: string,
  document: ArticleDocument,
): Promise<{ revision: string; json: string; last: string }> {
  const created = writer.eventEntry(articleId, 'created', null);
  const before = eventHash(created.event);
  await writer.push(created);
  return submitAndApprove(writer, reviewer, articleId, document, before);
}

export async function submitAndApprove(
  writer: TestPerson,
  reviewer: TestPerson,
  articleId: string,
  document: ArticleDocument,
  previous: string,
): Promise<{ revision: string; json: string; last: string }> {
  const revision = revisionEntry(articleId, document);
  const submitted = writer.eventEntry(articleId, 'submitted', previous, { revision: revision.hash });
  const approved = reviewer.eventEntry(articleId, 'approved', eventHash(submitted.event), { revision: revision.hash });
  const answers = [...(await writer.push(revision, submitted)), ...(await reviewer.push(approved))];
  const refused = answers.find((answer) => answer.result === 'refused');
  if (refused !== undefined) throw new Error(JSON.stringify(refused));
  return { revision: revision.hash, json: revision.json, last: eventHash(approved.event) };
}

/** A small JPEG of one colour, and its hash. */
export async function pictureForTest(red = 120): Promise<{ bytes: Uint8Array; sha256: string }> {
  const bytes = await sharp({ create: { width: 640, height: 400, channels: 3, background: { r: red, g: 90, b: 60 } } })
    .jpeg()
    .toBuffer();
  return { bytes: new Uint8Array(bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Every row of every table, so that two states of the database can be compared whole. */
export function wholeDatabase(office: Office): Record<string, unknown[]> {
  const { db } = office.app.office;
  const tables = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT rowid, * FROM "${table}"`).all()]));
}
