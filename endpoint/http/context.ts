/** What the routes share. */
import type { Database } from 'better-sqlite3';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../../shared/errors/app-error.ts';
import type { PictureWords } from '../../shared/photos/picture-words.ts';
import type { Deliverer } from '../publishing/deliver.ts';
import { type Account, findAccount } from '../store/people.ts';
import type { Attempts } from './attempts.ts';

export type OfficeContext = {
  db: Database;
  dataDir: string;
  clock: () => Date;
  publishers: readonly string[];
  deliverer: Deliverer;
  joinAttempts: Attempts;
  /** Writes into a rendition what is said of its picture. Throws photo-metadata-failed, metadata-tool-missing. */
  writeWords: (path: string, words: PictureWords) => Promise<void>;
  /** Tells the workstations that listen that the log has grown. */
  poke: () => void;
};

const SOCKET_TOKEN_PREFIX = 'toasoan.token.';

/** Who sends this request, by its bearer token; a WebSocket may carry it as a subprotocol. Throws not-signed-in. */
export function signedIn(context: OfficeContext, request: FastifyRequest): Account {
  const { authorization, 'sec-websocket-protocol': protocols } = request.headers;
  const bearer = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  const subprotocol = (protocols ?? '')
    .split(',')
    .map((protocol) => protocol.trim())
    .find((protocol) => protocol.startsWith(SOCKET_TOKEN_PREFIX));
  const token = bearer ?? subprotocol?.slice(SOCKET_TOKEN_PREFIX.length);
  const account = token === undefined ? undefined : findAccount(context.db, token);
  if (account === undefined) throw new AppError('not-signed-in');
  return account;
}
