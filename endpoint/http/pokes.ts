/** The WebSocket that says "the log has grown". It carries no content: what is new is pulled. */
import websocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import type { WebSocket } from 'ws';
import { lastSeq } from '../store/log.ts';
import { type OfficeContext, signedIn } from './context.ts';

const PING_MS = 30_000;
const PROTOCOL_NAME = 'toasoan';

/** Answers what pokes everybody who listens. */
export async function mountPokes(app: FastifyInstance, context: () => OfficeContext): Promise<() => void> {
  const listeners = new Map<WebSocket, { answered: boolean }>();
  await app.register(websocket, {
    options: {
      maxPayload: 1_024,
      handleProtocols: (protocols: Set<string>) => (protocols.has(PROTOCOL_NAME) ? PROTOCOL_NAME : false),
    },
  });
  const ping = setInterval(() => {
    for (const [socket, line] of listeners) {
      if (!line.answered) {
        socket.terminate();
        continue;
      }
      line.answered = false;
      socket.ping();
    }
  }, PING_MS);
  ping.unref();
  app.addHook('onClose', async () => clearInterval(ping));

  app.register(async (scope) => {
    scope.get(
      '/v1/pokes',
      { websocket: true, preValidation: async (request) => void signedIn(context(), request) },
      (socket) => {
        const line = { answered: true };
        listeners.set(socket, line);
        socket.on('pong', () => {
          line.answered = true;
        });
        socket.on('close', () => listeners.delete(socket));
        socket.on('error', () => socket.terminate());
      },
    );
  });

  return () => {
    const message = JSON.stringify({ seq: lastSeq(context().db) });
    for (const socket of listeners.keys()) socket.send(message);
  };
}
