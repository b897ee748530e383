/**
 * The core in its own process, as the shell sees it.
 *
 *   starting --ready--> running --exit--> (told, once) starting ...
 *      |                   |
 *      +--- failed --------+--- stop() --> stopped
 *
 * A page that connects while the core starts waits for it. When the core ends by itself it is started again, unless it
 * ends too often in a short time: then whatever ends it would do so for ever, and the shell gives up and says so.
 */
import { join } from 'node:path';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { ErrorRecord } from '../../shared/errors/app-error.ts';
import type { StoredAddress, StoredAnswer } from '../core/page/stored-path.ts';
import type { CoreArguments, FromCore, ToCore } from './core-messages.ts';

const STOP_PATIENCE_MS = 10_000;
const MAX_CRASHES = 3;
const CRASH_WINDOW_MS = 60_000;

export type CoreNotices = {
  /** The core ended by itself and has been started again. */
  restarted(): void;
  /** The core cannot run: `error` is why where it could say so. */
  gaveUp(error: ErrorRecord | null): void;
};

export class CoreLink {
  readonly #arguments: CoreArguments;
  readonly #notices: CoreNotices;
  readonly #files = new Map<number, (file: StoredAnswer | null) => void>();
  #process: UtilityProcess;
  #ready = Promise.withResolvers<void>();
  #fileId = 0;
  #crashes: number[] = [];
  #failure: ErrorRecord | null = null;
  #isStopping = false;

  constructor(options: CoreArguments, notices: CoreNotices) {
    this.#arguments = options;
    this.#notices = notices;
    this.#process = this.#start();
  }

  /** A fresh port to the core, for a page. */
  async connect(): Promise<MessagePortMain> {
    await this.#ready.promise;
    const { port1, port2 } = new MessageChannelMain();
    this.#send({ type: 'page' }, [port1]);
    return port2;
  }

  /** What lies behind an address below the page, null where there is nothing. */
  async storedFile(address: StoredAddress): Promise<StoredAnswer | null> {
    await this.#ready.promise;
    this.#fileId += 1;
    const id = this.#fileId;
    return new Promise((resolve) => {
      this.#files.set(id, resolve);
      this.#send({ type: 'file', id, address });
    });
  }

  /** Lets the core write down what it holds and end. */
  stop(): Promise<void> {
    this.#isStopping = true;
    const { pid } = this.#process;
    if (pid === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      const impatience = setTimeout(() => this.#process.kill(), STOP_PATIENCE_MS);
      this.#process.once('exit', () => {
        clearTimeout(impatience);
        resolve();
      });
      this.#send({ type: 'stop' });
    });
  }

  #start(): UtilityProcess {
    const child = utilityProcess.fork(join(import.meta.dirname, 'core.js'), [JSON.stringify(this.#arguments)], {
      serviceName: 'Toa Soan core',
    });
    child.on('message', (message: FromCore) => this.#receive(message));
    child.once('exit', () => this.#ended());
    return child;
  }

  #receive(message: FromCore): void {
    if (message.type === 'ready') this.#ready.resolve();
    if (message.type === 'failed') this.#failure = message.error;
    if (message.type === 'file') {
      this.#files.get(message.id)?.(message.file);
      this.#files.delete(message.id);
    }
  }

  #ended(): void {
    for (const resolve of this.#files.values()) resolve(null);
    this.#files.clear();
    if (this.#isStopping) return;
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < CRASH_WINDOW_MS), now];
    if (this.#failure !== null || this.#crashes.length > MAX_CRASHES) {
      this.#isStopping = true;
      this.#notices.gaveUp(this.#failure);
      return;
    }
    // Whoever waited for the first core goes on waiting, for the next.
    const waiting = this.#ready;
    this.#ready = Promise.withResolvers<void>();
    this.#ready.promise.then(waiting.resolve);
    this.#process = this.#start();
    this.#notices.restarted();
  }

  #send(message: ToCore, ports: MessagePortMain[] = []): void {
    this.#process.postMessage(message, ports);
  }
}
