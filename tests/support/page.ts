/** A page without a browser: comes in by the host's door and speaks the desk contract over its WebSocket. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import { bytesSerializer } from '../../shared/contract/bytes.ts';
import type { deskContract } from '../../shared/contract/desk.ts';
import type { RunningHost } from './processes.ts';

export type HostPage = {
  desk: ContractRouterClient<typeof deskContract>;
  /** The line has ended, however it did. */
  ended: Promise<void>;
  close(): void;
};

export async function openHostPage(host: RunningHost): Promise<HostPage> {
  const entered = await fetch(host.url, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const socket = new WebSocket(`${host.origin.replace('http', 'ws')}/desk`, {
    headers: { cookie, origin: host.origin },
  });
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  const link = new RPCLink({ websocket: socket, customJsonSerializers: [bytesSerializer] });
  return { desk: createORPCClient<HostPage['desk']>(link), ended, close: () => socket.close() };
}
