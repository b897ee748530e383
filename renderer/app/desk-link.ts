/**
 * The page's one line to the core: a MessagePort in Electron, a WebSocket in the browser host.
 *
 *   connecting --open--> open --closed--> connecting (again by itself: the shell hands over the next port, or the
 *                          |              WebSocket is tried at growing intervals)
 *                          '--> the core's events, told to who listens
 *
 * A call made while the line is down waits for it. A call whose answer is lost with the line fails with
 * `desk-unreachable`; edits may be sent again, since the same update twice changes nothing.
 */
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { bytesSerializer } from '../../shared/contract/bytes.ts';
import type { DeskEvent, deskContract } from '../../shared/contract/desk.ts';
import { CORE_PORT_MESSAGE, type ShellBridge } from '../../shared/contract/shell.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { isErrorCode } from '../../shared/errors/codes.ts';
import { EarlyAnswers } from './early-answers.ts';

export type Desk = ContractRouterClient<typeof deskContract>;
export type LineState = 'connecting' | 'open';

type Call = (path: readonly string[], input: unknown, options: { signal?: AbortSignal }) => Promise<unknown>;
/** `waiting`: what to tell the calls that have no answer yet when the line is lost. */
type Line = { call: Call; closed: Promise<void>; waiting: Set<() => void> };

declare global {
  interface Window {
    readonly toasoan?: ShellBridge;
  }
}

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 3_000;
/** The calls that put edits on disk. */
const SAVING_CALLS: ReadonlySet<string> = new Set(['articles.update', 'photoLibrary.update']);
const serializers = { customJsonSerializers: [bytesSerializer] };

export class DeskLink {
  readonly desk: Desk;
  readonly early: EarlyAnswers;
  #state: LineState = 'connecting';
  #line: Promise<Line>;
  #resolveLine: (line: Line) => void = () => {};
  readonly #onEvent = new Set<(event: DeskEvent) => void>();
  readonly #onState = new Set<(state: LineState) => void>();
  readonly #onUnsaved = new Set<() => void>();
  readonly #onOtherDesk = new Set<() => void>();
  #unsaved = 0;

  constructor() {
    this.#line = this.#nextLine();
    this.desk = createORPCClient<Desk>({ call: (path, input, options) => this.#call(path, input, options) });
    if (window.toasoan === undefined) void this.#keepSocket();
    else this.#takePorts(window.toasoan);
    this.early = new EarlyAnswers(this);
  }

  state(): LineState {
    return this.#state;
  }

  /** Answers a function that stops listening. */
  onEvent(listener: (event: DeskEvent) => void): () => void {
    this.#onEvent.add(listener);
    return () => this.#onEvent.delete(listener);
  }

  /** Told when the line opens (again) or is lost; after `open`, events may have been missed. */
  onState(listener: (state: LineState) => void): () => void {
    this.#onState.add(listener);
    return () => this.#onState.delete(listener);
  }

  /** Edits that were handed over and are not known to be on disk yet, also while the line is down. */
  unsaved(): number {
    return this.#unsaved;
  }

  onUnsaved(listener: () => void): () => void {
    this.#onUnsaved.add(listener);
    return () => this.#onUnsaved.delete(listener);
  }

  /** Told when another page has changed person: the desk that this page worked at is not the open one any more. */
  onOtherDesk(listener: () => void): () => void {
    this.#onOtherDesk.add(listener);
    return () => this.#onOtherDesk.delete(listener);
  }

  async #call(...[path, input, options]: Parameters<Call>): Promise<unknown> {
    if (!SAVING_CALLS.has(path.join('.'))) return this.#ask(path, input, options);
    this.#countUnsaved(1);
    try {
      return await this.#ask(path, input, options);
    } finally {
      this.#countUnsaved(-1);
    }
  }

  #countUnsaved(change: number): void {
    this.#unsaved += change;
    for (const listener of this.#onUnsaved) listener();
  }

  async #ask(...[path, input, options]: Parameters<Call>): Promise<unknown> {
    const line = await this.#line;
    return new Promise((resolve, reject) => {
      const lose = (): void => reject(new AppError('desk-unreachable', {}, { retryable: true }));
      line.waiting.add(lose);
      line
        .call(path, input, options)
        .then(resolve, (error) => {
          reject(error);
          if (isOtherDesk(error)) for (const listener of this.#onOtherDesk) listener();
        })
        .finally(() => line.waiting.delete(lose));
    });
  }

  #nextLine(): Promise<Line> {
    return new Promise((resolve) => {
      this.#resolveLine = resolve;
    });
  }

  #opened(line: Line): void {
    this.#resolveLine(line);
    this.#setState('open');
    void this.#listen(line);
    void line.closed.then(() => {
      this.#line = this.#nextLine();
      this.#setState('connecting');
      for (const lose of line.waiting) lose();
    });
  }

  async #listen(line: Line): Promise<void> {
    try {
      const events = await this.desk.events();
      for await (const event of events) for (const listener of this.#onEvent) listener(event);
    } catch {
      // The line is down; the next one is listened to again.
      await line.closed;
    }
  }

  #setState(state: LineState): void {
    this.#state = state;
    for (const listener of this.#onState) listener(state);
  }

  async #keepSocket(): Promise<void> {
    let pause = FIRST_RETRY_MS;
    for (;;) {
      const socket = new WebSocket(new URL('./desk', window.location.href).href.replace(/^http/, 'ws'));
      const closed = new Promise<void>((resolve) => {
        socket.addEventListener('close', () => resolve(), { once: true });
      });
      const isOpen = await Promise.race([
        new Promise<boolean>((resolve) => {
          socket.addEventListener('open', () => resolve(true), { once: true });
        }),
        closed.then(() => false),
      ]);
      if (isOpen) {
        const link = new SocketLink<Record<never, never>>({ websocket: socket, ...serializers });
        this.#opened({
          call: (path, input, options) => link.call(path, input, { context: {}, ...options }),
          closed,
          waiting: new Set(),
        });
        await closed;
        pause = FIRST_RETRY_MS;
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(LONGEST_RETRY_MS, pause * 2);
    }
  }

  #takePorts(shell: ShellBridge): void {
    let former: MessagePort | null = null;
    window.addEventListener('message', ({ source, data, ports }) => {
      const [port] = ports;
      if (source !== window || data?.type !== CORE_PORT_MESSAGE || port === undefined) return;
      // The core was started anew: what still waits for the former one is told so.
      former?.dispatchEvent(new Event('close'));
      former?.close();
      former = port;
      const closed = new Promise<void>((resolve) => {
        port.addEventListener('close', () => resolve(), { once: true });
      });
      const link = new PortLink<Record<never, never>>({ port, ...serializers });
      port.start();
      // After `closed` of the former line was handled.
      queueMicrotask(() =>
        queueMicrotask(() =>
          this.#opened({
            call: (path, input, options) => link.call(path, input, { context: {}, ...options }),
            closed,
            waiting: new Set(),
          }),
        ),
      );
    });
    shell.connect();
  }
}

/** The core's own word; a line that is lost says it on this side. */
function isOtherDesk(thrown: unknown): boolean {
  const data = thrown instanceof ORPCError ? (thrown.data as { code?: unknown } | undefined) : undefined;
  return data?.code === 'desk-unreachable';
}

/** Whatever a call threw, as an error that can be told to a person. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof ORPCError && thrown.code === 'APP') {
    const { code, details } = (thrown.data ?? {}) as { code?: unknown; details?: AppError['details'] };
    if (isErrorCode(code)) return new AppError(code, details, { cause: thrown });
  }
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError('internal', { reason }, { cause: thrown });
}
