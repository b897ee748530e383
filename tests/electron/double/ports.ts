/**
 * MessagePortMain for the double: pairs of ports within one process, and their continuation over a process's IPC, where
 * each message of a port travels as {port, data} and its end as {port, closed}.
 */
import { EventEmitter } from 'node:events';

export type PortPacket = { port: number; data: unknown } | { port: number; closed: true };

export class DoublePort extends EventEmitter {
  peer: DoublePort | null = null;
  #waiting: unknown[] | null = [];
  #isClosed = false;

  postMessage(data: unknown): void {
    // As with real ports, what arrives is a copy.
    const copy = structuredClone(data);
    setImmediate(() => this.peer?.deliver(copy));
  }

  start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const data of waiting) this.emit('message', { data, ports: [] });
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    setImmediate(() => {
      this.emit('close');
      this.peer?.close();
    });
  }

  deliver(data: unknown): void {
    if (this.#isClosed) return;
    if (this.#waiting === null) this.emit('message', { data, ports: [] });
    else this.#waiting.push(data);
  }
}

export class DoubleChannel {
  readonly port1 = new DoublePort();
  readonly port2 = new DoublePort();

  constructor() {
    this.port1.peer = this.port2;
    this.port2.peer = this.port1;
  }
}

/** One side of a wire that carries many ports. */
export class PortWire {
  readonly #send: (packet: PortPacket) => void;
  readonly #ports = new Map<number, DoublePort>();
  #next = 0;

  constructor(send: (packet: PortPacket) => void) {
    this.#send = send;
  }

  /** Takes over a port on this side and answers the number under which it goes on at the other. */
  give(port: DoublePort): number {
    this.#next += 1;
    const id = this.#next;
    this.#join(id, port);
    return id;
  }

  /** The port that arrived under a number. */
  take(id: number): DoublePort {
    const { port1, port2 } = new DoubleChannel();
    this.#join(id, port1);
    return port2;
  }

  receive(packet: PortPacket): void {
    const port = this.#ports.get(packet.port);
    if ('closed' in packet) port?.close();
    else port?.postMessage(packet.data);
  }

  /** The other side is gone. */
  end(): void {
    for (const port of this.#ports.values()) port.close();
  }

  #join(id: number, port: DoublePort): void {
    this.#ports.set(id, port);
    port.on('message', ({ data }: { data: unknown }) => this.#send({ port: id, data }));
    port.on('close', () => {
      if (this.#ports.delete(id)) this.#send({ port: id, closed: true });
    });
    port.start();
  }
}
