/** A page without a browser: comes in by the host's door and speaks the desk contract over its WebSocket. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import { bytesSerializer } from '../../shared/contract/bytes.ts';
import type { deskContract } from '../../shared/contract/desk.ts';
import type { RunningHost } from './processes.ts';

async function enter(host: RunningHost): Promise<string> {
  const entered = await fetch(host.url, { redirect: 'manual' });
  return entered.headers.get('set-cookie')?.split(';')[0] ?? '';
}

export type HostPage = {
  desk: ContractRouterClient<typeof deskContract>;
  /** The line has ended, however it did. */
  ended: Promise<void>;
  close(): void;
};

/** `pass`: the cookie of a browser that is in already; without it the host's address is used up. */
export async function openHostPage(host: RunningHost, pass?: string): Promise<HostPage> {
  const cookie = pass ?? (await enter(host));
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
