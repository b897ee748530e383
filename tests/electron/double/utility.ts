/** Loaded before the core in the process that stands for a utilityProcess: gives it its parentPort. */
import { EventEmitter } from 'node:events';
import { type PortPacket, PortWire } from './ports.ts';

export type ToUtility = { message: unknown; ports: number[] } | PortPacket;

const wire = new PortWire((packet) => process.send?.(packet));
const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => process.send?.({ message }),
});

// Messages wait for a listener, as they do at the real port.
const early: unknown[] = [];
parentPort.on('newListener', (event) => {
  if (event === 'message') setImmediate(() => early.splice(0).forEach((data) => void parentPort.emit('message', data)));
});
process.on('message', (packet: ToUtility) => {
  if ('port' in packet) return wire.receive(packet);
  const event = { data: packet.message, ports: packet.ports.map((id) => wire.take(id)) };
  if (parentPort.listenerCount('message') > 0) parentPort.emit('message', event);
  else early.push(event);
});
process.on('disconnect', () => process.exit());

Object.assign(process, { parentPort });
