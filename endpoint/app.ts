/** The office's endpoint: the workstations' API, the public site, and the publishers between them. */

import type { Database } from 'better-sqlite3';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { endMetadata } from '../pictures/exiftool.ts';
import { writeMetadata } from '../pictures/write-metadata.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../shared/contract/office.ts';
import { AppError } from '../shared/errors/app-error.ts';
import type { PictureWords } from '../shared/photos/picture-words.ts';
import type { Role } from '../shared/workflow/event.ts';
import type { OfficeRules } from '../shared/workflow/machine.ts';
import { mountApi } from './http/api.ts';
import { Attempts } from './http/attempts.ts';
import type { OfficeContext } from './http/context.ts';
import { mountDocs } from './http/docs.ts';
import { handleError } from './http/errors.ts';
import { mountFiles } from './http/files.ts';
import { mountPhotos } from './http/photos.ts';
import { mountPokes } from './http/pokes.ts';
import { mountSite } from './http/site.ts';
import { Deliverer } from './publishing/deliver.ts';
import type { Publisher } from './publishing/publisher.ts';
import { makeSitePublisher } from './publishing/site-publisher.ts';
import { absoluteUrl } from './site/paths.ts';
import { createInvitation } from './store/invitations.ts';
import { openOfficeDatabase } from './store/open-database.ts';
import { getOfficeName, setOfficeRules, setSetting } from './store/settings.ts';

export type EndpointOptions = {
  dataDir: string;
  /** The office's name; kept in the database, so only needed the first time. */
  office?: string;
  rules?: OfficeRules;
  clock?: () => Date;
  /** Absolute address of the site where it differs from where it listens, as behind a proxy. */
  publicUrl?: string;
  /** Further publishers beside the site. */
  publishers?: readonly Publisher[];
  logger?: FastifyBaseLogger;
  /** How words are written into renditions; ExifTool, where it is not given. */
  writeWords?: OfficeContext['writeWords'];
};

/** Renditions have nothing of the original, so there is no place and no number of a camera to keep. */
function writeWithExifTool(path: string, words: PictureWords): Promise<void> {
  return writeMetadata(path, words, { keepPlace: false, keepSerials: false });
}

declare module 'fastify' {
  interface FastifyInstance {
    office: {
      db: Database;
      deliverer: Deliverer;
      /** A new single-use code. */
      invite: (invited: { name: string; role: Role }) => string;
    };
  }
}

/** Builds the server; the caller lets it listen. Closing it ends deliveries and closes the database. */
export async function buildEndpoint(options: EndpointOptions): Promise<FastifyInstance> {
  const { dataDir, clock = () => new Date() } = options;
  const db = await openOfficeDatabase(dataDir);
  if (options.office !== undefined) setSetting(db, 'office', options.office);
  if (options.rules !== undefined) setOfficeRules(db, options.rules);

  const app = fastify({
    ...(options.logger === undefined ? { logger: false } : { loggerInstance: options.logger }),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
  });
  const baseUrl = (): string => options.publicUrl ?? listeningUrl(app);
  const addressOf = (path: string): string => absoluteUrl({ name: '', baseUrl: baseUrl(), language: 'vi' }, path);
  const publishers = [makeSitePublisher(db, clock, addressOf), ...(options.publishers ?? [])];

  app.setErrorHandler(handleError);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(commonHeaders);
    const found = request.headers[PROTOCOL_HEADER];
    if (found !== undefined && found !== String(PROTOCOL_VERSION)) {
      throw new AppError('endpoint-version-unknown', { endpoint: '', found: String(found).slice(0, 20) });
    }
  });

  const { writeWords = writeWithExifTool } = options;
  const context = { db, dataDir, clock, writeWords, joinAttempts: new Attempts() } as OfficeContext;
  const poke = await mountPokes(app, () => context);
  const deliverer = new Deliverer({
    db,
    clock,
    publishers,
    onAppended: poke,
    onFailed: (delivery, error) => app.log.error({ delivery, err: error }, 'delivery failed'),
  });
  Object.assign(context, { poke, deliverer, publishers: publishers.map((publisher) => publisher.name) });
  mountApi(app, context);
  mountPhotos(app, context);
  mountFiles(app, context);
  await mountDocs(app, getOfficeName(db));
  mountSite(app, context, baseUrl);

  app.decorate('office', {
    db,
    deliverer,
    invite: (invited: { name: string; role: Role }) => createInvitation(db, invited, clock().toISOString()),
  });
  // What waited when the endpoint last stopped; addresses are known once it listens.
  app.addHook('onListen', async () => void deliverer.run());
  app.addHook('onClose', async () => {
    await deliverer.stop();
    await endMetadata();
    db.close();
  });
  return app;
}

const commonHeaders = {
  [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

function listeningUrl(app: FastifyInstance): string {
  const address = app.server.address();
  if (address === null || typeof address === 'string') return 'http://127.0.0.1/';
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}/`;
}
