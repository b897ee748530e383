/** The browser host's server: the page, its photos and attached documents, the way in for pictures, and the desk's WebSocket, on loopback only. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { MAX_FILE_BYTES, MAX_PHOTO_BYTES } from '../../shared/contract/office.ts';
import { asAppError } from '../../shared/errors/app-error.ts';
import { emptyAnswer, type PageAnswer, readPage } from '../core/page/page-files.ts';
import { parseStoredPath, type StoredAddress, type StoredAnswer, storedHeaders } from '../core/page/stored-path.ts';
import { Door, isSame, newSecret, TOKEN_PARAMETER } from './door.ts';
import { answerPicture, type TakePicture } from './take-picture.ts';

const DESK_PATH = '/desk';
/** Where pictures are sent to; those that are kept are read below it. */
const PHOTOS_PATH = '/photos';
/** Where a second start on the same data asks for an address. */
export const KNOCK_PATH = '/knock';
export const KNOCK_HEADER = 'x-toasoan-knock';
const LOOPBACK = '127.0.0.1';
/** Room for what wraps a file's bytes in a message. */
const MAX_MESSAGE_BYTES = Math.max(MAX_PHOTO_BYTES, MAX_FILE_BYTES) + 64 * 1024;
const GOING_AWAY = 1001;

export type ServedDesk = {
  /** The folder of the built page. */
  page: string;
  /** Speaks the desk contract with a page that has been let in. */
  connect(socket: WebSocket): void;
  /** Null where there is nothing. */
  storedFile(address: StoredAddress): Promise<StoredAnswer | null>;
  takePicture: TakePicture;
};

export type DeskServer = {
  port: number;
  /** What a second start sends to get an address of its own. */
  knockSecret: string;
  issueAddress(): string;
  close(): Promise<void>;
};

/** Listens on the port, or on any free one for 0. Rejects with Node's own error where the port is taken. */
export async function serveDesk(desk: ServedDesk, port: number): Promise<DeskServer> {
  const knockSecret = newSecret();
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const listening = (server.address() as AddressInfo).port;
  const door = new Door(listening);

  server.on('request', (request, response) => {
    answer(desk, door, knockSecret, request, response).catch((error: unknown) => {
      process.stderr.write(`${asAppError(error).message}\n`);
      if (response.headersSent) response.destroy();
      else send(response, emptyAnswer(500));
    });
  });
  server.on('upgrade', (request, socket, head) => {
    const refused = door.refuseToAct(request);
    if (refused !== null || request.url !== DESK_PATH) {
      socket.end(`HTTP/1.1 ${refused?.status ?? 404} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      // A broken frame closes the socket by itself; the page connects again.
      accepted.on('error', () => {});
      desk.connect(accepted);
    });
  });

  return {
    port: listening,
    knockSecret,
    issueAddress: () => door.issueAddress(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets.clients) {
          socket.close(GOING_AWAY);
          socket.terminate();
        }
        server.closeAllConnections();
      }),
  };
}

async function answer(
  desk: ServedDesk,
  door: Door,
  knockSecret: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const stranger = door.refuseStranger(request);
  if (stranger !== null) return send(response, emptyAnswer(stranger.status));
  if (request.method === 'POST' && path === KNOCK_PATH) {
    const knock = request.headers[KNOCK_HEADER];
    const isOurs = typeof knock === 'string' && request.headers.origin === undefined && isSame(knock, knockSecret);
    return send(response, isOurs ? jsonAnswer({ listening: door.issueAddress() }) : emptyAnswer(403));
  }
  if (request.method === 'POST' && path === PHOTOS_PATH) {
    const refused = door.refuseToAct(request);
    if (refused !== null) return send(response, emptyAnswer(refused.status));
    const posted = await answerPicture(desk.takePicture, query, request, response);
    return posted === null ? undefined : send(response, jsonAnswer(posted));
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, emptyAnswer(405));
  const token = path === '/' ? new URLSearchParams(query).get(TOKEN_PARAMETER) : null;
  if (token !== null) {
    const cookie = door.spendToken(token);
    if (cookie !== null) {
      const clean = emptyAnswer(303);
      return send(response, { ...clean, headers: { ...clean.headers, location: '/', 'set-cookie': cookie } });
    }
  }
  const refused = door.refuse(request);
  if (refused !== null) return send(response, closedDoor());
  // A used token in the address of somebody who is in: back to the clean address.
  if (token !== null) {
    const clean = emptyAnswer(303);
    return send(response, { ...clean, headers: { ...clean.headers, location: '/' } });
  }
  const stored = parseStoredPath(path);
  if (stored !== null) return sendStored(await desk.storedFile(stored), request, response);
  return send(response, await readPage(desk.page, path, `ws://${request.headers.host}`));
}

async function sendStored(
  file: StoredAnswer | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (file === null) return send(response, emptyAnswer(404));
  response.writeHead(200, { ...storedHeaders(file), 'content-length': (await stat(file.path)).size });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  // The page may leave in the middle of a picture.
  await pipeline(createReadStream(file.path), response).catch(() => response.destroy());
}

function send(response: ServerResponse, { status, headers, body }: PageAnswer): void {
  response.writeHead(status, { 'cache-control': 'no-store', ...headers, 'content-length': body.length });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

function jsonAnswer(value: unknown): PageAnswer {
  const { headers } = emptyAnswer(200);
  return {
    status: 200,
    headers: { ...headers, 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(value)),
  };
}

/** Somebody opened the address without its token, or a second time: say how to get in. */
function closedDoor(): PageAnswer {
  const text =
    'Địa chỉ này chỉ dùng được một lần. Dữ liệu vẫn còn nguyên; hãy chạy lại `npm start` để mở Tòa Soạn.\n' +
    'This address works once. All data is kept; run `npm start` again to open Tòa Soạn.\n';
  const { headers } = emptyAnswer(401);
  return {
    status: 401,
    headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
    body: Buffer.from(text),
  };
}
