/** Listens for the endpoint's "the log has grown" on a WebSocket, and connects again by itself when it is cut. */
import { WebSocket } from 'ws';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../../shared/contract/office.ts';
import { Backoff } from './backoff.ts';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
/** Nothing but `{"seq": n}` is expected. */
const MAX_POKE_BYTES = 1_024;
/** The endpoint pings every 30 s; a line that is silent for longer is dead. */
const SILENCE_MS = 75_000;

export class Pokes {
  readonly #url: string;
  readonly #token: string;
  readonly #onPoke: () => void;
  readonly #backoff = new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS);
  #socket: WebSocket | null = null;
  #retry: NodeJS.Timeout | null = null;
  #silence: NodeJS.Timeout | null = null;
  #stopped = false;

  /**
   * `onPoke` is also called when the line comes up again, since pokes may have been missed, and when it is cut: the sync
   * that follows finds out whether the endpoint is away.
   */
  constructor(endpoint: string, token: string, onPoke: () => void) {
    this.#url = `${endpoint.replace(/^http/, 'ws')}/v1/pokes`;
    this.#token = token;
    this.#onPoke = onPoke;
    this.#connect();
  }

  /** Tries at once instead of waiting out the pause, as after a sync that worked. */
  nudge(): void {
    if (this.#stopped || this.#socket !== null) return;
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    if (this.#silence !== null) clearTimeout(this.#silence);
    this.#socket?.terminate();
  }

  #connect(): void {
    this.#retry = null;
    const socket = new WebSocket(this.#url, {
      headers: { authorization: `Bearer ${this.#token}`, [PROTOCOL_HEADER]: String(PROTOCOL_VERSION) },
      maxPayload: MAX_POKE_BYTES,
      handshakeTimeout: 20_000,
    });
    this.#socket = socket;
    let wasOpen = false;
    socket.on('open', () => {
      wasOpen = true;
      this.#backoff.reset();
      this.#hear();
      this.#onPoke();
    });
    socket.on('ping', () => this.#hear());
    socket.on('message', () => {
      this.#hear();
      this.#onPoke();
    });
    // The close that follows an error says all there is to do.
    socket.on('error', () => {});
    socket.on('close', () => {
      if (this.#silence !== null) clearTimeout(this.#silence);
      this.#socket = null;
      if (this.#stopped) return;
      this.#retry = setTimeout(() => this.#connect(), this.#backoff.next());
      this.#retry.unref();
      if (wasOpen) this.#onPoke();
    });
  }

  #hear(): void {
    if (this.#silence !== null) clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#socket?.terminate(), SILENCE_MS);
    this.#silence.unref();
  }
}
