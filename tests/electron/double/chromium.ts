/**
 * The Chromium side of the Electron double: a Playwright page stands for the BrowserWindow of a shell that runs in a
 * process of its own (electron.ts is that end).
 *
 * Chromium knows toasoan:// only inside Electron, so here the page lives at http://desk.localhost, a secure origin too;
 * every request of the page goes to the shell's own protocol handler under its real address, and what the handler
 * answers, policy headers and all, is what the page gets. The built preload runs before the page's scripts, with the
 * double's contextBridge and ipcRenderer; unlike in Electron it shares the page's world.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page, Route } from '@playwright/test';
import type { PortPacket } from './ports.ts';

export type FromShell =
  | { type: 'load'; ask: number; url: string; webPreferences: Record<string, unknown> }
  | { type: 'to-page'; channel: string; message: unknown; ports: number[] }
  | { type: 'port'; packet: PortPacket }
  | { type: 'response'; ask: number; status: number; headers: Record<string, string>; body: Uint8Array }
  | { type: 'refused'; ask: number }
  | { type: 'decided'; ask: number; isAllowed: boolean }
  | { type: 'core'; pid: number }
  | { type: 'told'; what: string };

export type ToShell =
  | { type: 'loaded'; ask: number }
  | { type: 'request'; ask: number; url: string; method: string }
  | { type: 'navigate'; ask: number; url: string }
  | { type: 'open'; ask: number; url: string }
  | { type: 'permission'; ask: number; permission: string }
  | { type: 'ipc'; channel: string; args: unknown[]; url: string; isMainFrame: boolean }
  | { type: 'port'; packet: PortPacket }
  | { type: 'page-gone' }
  | { type: 'second-instance' }
  | { type: 'close' };

type Question = Extract<ToShell, { type: 'request' | 'navigate' | 'open' | 'permission' }>;
type Answer = Extract<FromShell, { type: 'response' | 'refused' | 'decided' }>;
type WithoutAsk<T> = T extends unknown ? Omit<T, 'ask'> : never;

const SHOWN_ORIGIN = 'http://desk.localhost';
const REAL_ORIGIN = 'toasoan://desk';
const sourceTree = fileURLToPath(new URL('../../../', import.meta.url));

export type ShellDouble = {
  page: Page;
  /** What the shell gave its window. */
  webPreferences: Record<string, unknown>;
  /** What the shell said to the person and to the system, in order. */
  told: string[];
  /** The processes of the core, the newest last. */
  corePids: number[];
  /** Resolves when something told matches. */
  toldOf(pattern: RegExp): Promise<string>;
  asksToOpen(url: string): Promise<boolean>;
  asksToNavigate(url: string): Promise<boolean>;
  asksPermission(permission: string): Promise<boolean>;
  /** What the page gets under an address of its own scheme. */
  request(url: string): Promise<{ status: number; headers: Record<string, string> } | 'refused'>;
  startsAgain(): void;
  /** Closes the window, as the person does; answers with the shell's exit code. */
  close(): Promise<number | null>;
};

/** Boots the built shell. The page is loaded when this resolves. */
export async function startShellDouble(options: {
  browser: Browser;
  dataDir: string;
  locale?: string;
  /** Where the built application lies: the source tree, or what a package unpacks to. */
  application?: string;
}): Promise<ShellDouble> {
  const context = await options.browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const shell = fork(join(options.application ?? sourceTree, 'out/main/index.js'), ['--data', options.dataDir], {
    execArgv: ['--import', new URL('./register.ts', import.meta.url).href],
    env: { ...process.env, DOUBLE_LOCALE: options.locale ?? 'en-GB' },
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = new Promise<number | null>((resolve) => shell.once('exit', resolve));
  const line = new ShellLine(shell);
  const pageSide = new PageSide(page, line);
  await pageSide.open();
  const load = await line.next('load', exited);
  await page.addInitScript({ content: asPageScript(readFileSync(load.webPreferences.preload as string, 'utf8')) });
  await page.goto(asShown(load.url));
  line.send({ type: 'loaded', ask: load.ask });
  return {
    page,
    webPreferences: load.webPreferences,
    told: line.told,
    corePids: line.corePids,
    toldOf: (pattern) => line.toldOf(pattern),
    asksToOpen: async (url) => isAllowed(await line.ask({ type: 'open', url })),
    asksToNavigate: async (url) => isAllowed(await line.ask({ type: 'navigate', url })),
    asksPermission: async (permission) => isAllowed(await line.ask({ type: 'permission', permission })),
    request: async (url) => {
      const answer = await line.ask({ type: 'request', url, method: 'GET' });
      return answer.type === 'response' ? { status: answer.status, headers: answer.headers } : 'refused';
    },
    startsAgain: () => line.send({ type: 'second-instance' }),
    close: async () => {
      await context.close();
      if (shell.connected) line.send({ type: 'close' });
      return exited;
    },
  };
}

function isAllowed(answer: Answer): boolean {
  return answer.type === 'decided' && answer.isAllowed;
}

function asShown(url: string): string {
  return url.replace(REAL_ORIGIN, SHOWN_ORIGIN);
}

function asReal(url: string): string {
  return url.replace(SHOWN_ORIGIN, REAL_ORIGIN);
}

/** The test's end of the shell's IPC. */
class ShellLine {
  readonly told: string[] = [];
  readonly corePids: number[] = [];
  onPage: (message: Extract<FromShell, { type: 'to-page' | 'port' }>) => void = () => {};
  readonly #shell: ChildProcess;
  readonly #asked = new Map<number, (answer: Answer) => void>();
  readonly #loads: Extract<FromShell, { type: 'load' }>[] = [];
  readonly #watchers = new Set<() => void>();
  #lastAsk = 0;

  constructor(shell: ChildProcess) {
    this.#shell = shell;
    shell.on('message', (message: FromShell) => {
      if (message.type === 'to-page' || message.type === 'port') this.onPage(message);
      else if (message.type === 'told') this.told.push(message.what);
      else if (message.type === 'core') this.corePids.push(message.pid);
      else if (message.type === 'load') this.#loads.push(message);
      else this.#asked.get(message.ask)?.(message);
      for (const look of this.#watchers) look();
    });
  }

  send(message: ToShell): void {
    if (this.#shell.connected) this.#shell.send(message);
  }

  ask(question: WithoutAsk<Question>): Promise<Answer> {
    this.#lastAsk += 1;
    const ask = this.#lastAsk;
    return new Promise((resolve) => {
      this.#asked.set(ask, resolve);
      this.send({ ...question, ask } as Question);
    });
  }

  async next(_: 'load', exited: Promise<unknown>): Promise<Extract<FromShell, { type: 'load' }>> {
    const load = await Promise.race([this.#watch(() => this.#loads.shift()), exited.then(() => undefined)]);
    if (load === undefined) throw new Error('the shell ended before it loaded its page');
    return load;
  }

  toldOf(pattern: RegExp): Promise<string> {
    return this.#watch(() => this.told.find((what) => pattern.test(what)));
  }

  #watch<T>(look: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const check = (): void => {
        const seen = look();
        if (seen === undefined) return;
        this.#watchers.delete(check);
        resolve(seen);
      };
      this.#watchers.add(check);
      check();
    });
  }
}

/** Bytes cross into the page as base64, texts as they are. */
type Carried = { text: string } | { base64: string };

class PageSide {
  readonly #page: Page;
  readonly #line: ShellLine;

  constructor(page: Page, line: ShellLine) {
    this.#page = page;
    this.#line = line;
  }

  async open(): Promise<void> {
    const page = this.#page;
    await page.exposeBinding('__doubleSend', ({ frame }, channel: string, args: unknown[]) => {
      const isMainFrame = frame === page.mainFrame();
      this.#line.send({ type: 'ipc', channel, args, url: asReal(frame.url()), isMainFrame });
    });
    await page.exposeBinding('__doublePort', (_, port: number, carried: Carried | null) => {
      const packet: PortPacket = carried === null ? { port, closed: true } : { port, data: fromCarried(carried) };
      this.#line.send({ type: 'port', packet });
    });
    await page.route('**/*', (route) => this.#serve(route));
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && frame.url() !== 'about:blank') this.#line.send({ type: 'page-gone' });
    });
    this.#line.onPage = (message) => {
      const delivered =
        message.type === 'to-page'
          ? page.evaluate(([channel, data, ports]) => window.__doubleDeliver(channel, data, ports), [
              message.channel,
              message.message,
              message.ports,
            ] as const)
          : page.evaluate(([port, carried]) => window.__doubleArrive(port, carried), [
              message.packet.port,
              'closed' in message.packet ? null : toCarried(message.packet.data),
            ] as const);
      // A page that is just being left hears nothing any more.
      delivered.catch(() => {});
    };
  }

  async #serve(route: Route): Promise<void> {
    const request = route.request();
    const url = asReal(request.url());
    if (request.isNavigationRequest() && request.frame() === this.#page.mainFrame() && !url.startsWith(REAL_ORIGIN)) {
      await this.#line.ask({ type: 'navigate', url });
      return route.abort('aborted');
    }
    const answer = await this.#line.ask({ type: 'request', url, method: request.method() });
    if (answer.type !== 'response') return route.abort('blockedbyclient');
    const { status, headers, body } = answer;
    await route.fulfill({ status, headers, body: Buffer.from(body) });
  }
}

function toCarried(data: unknown): Carried {
  if (typeof data === 'string') return { text: data };
  const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : (data as Uint8Array);
  return { base64: Buffer.from(bytes).toString('base64') };
}

function fromCarried(carried: Carried): unknown {
  return 'text' in carried ? carried.text : new Uint8Array(Buffer.from(carried.base64, 'base64'));
}

declare global {
  interface Window {
    __doubleSend(channel: string, args: unknown[]): Promise<void>;
    __doublePort(port: number, carried: Carried | null): Promise<void>;
    __doubleDeliver(channel: string, message: unknown, ports: readonly number[]): void;
    __doubleArrive(port: number, carried: Carried | null): void;
  }
}

/** The preload as a script of the page, with what it requires of Electron. */
function asPageScript(preload: string): string {
  return `(${pageElectron.toString()})((require, module, exports) => {\n${preload}\n});`;
}

/** Runs in the page. */
function pageElectron(runPreload: (require: unknown, module: unknown, exports: unknown) => void): void {
  if (window !== window.top) return;
  const listeners = new Map<string, ((event: unknown, message: unknown) => void)[]>();
  const ports = new Map<number, MessagePort>();
  // Bindings answer in their own time; what leaves a port must arrive in order.
  let sending = Promise.resolve();

  const carry = async (data: unknown): Promise<Carried> => {
    if (typeof data === 'string') return { text: data };
    const bytes = data instanceof Blob ? await data.arrayBuffer() : data;
    const url = await new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as string);
      reader.readAsDataURL(new Blob([bytes as ArrayBuffer]));
    });
    return { base64: url.slice(url.indexOf(',') + 1) };
  };
  window.__doubleDeliver = (channel, message, ids) => {
    const given = ids.map((id) => {
      const { port1, port2 } = new MessageChannel();
      ports.set(id, port1);
      port1.onmessage = ({ data }) => {
        sending = sending.then(async () => window.__doublePort(id, await carry(data)));
      };
      return port2;
    });
    for (const listener of listeners.get(channel) ?? []) listener({ ports: given }, message);
  };
  window.__doubleArrive = (id, carried) => {
    // Chromium itself tells nobody that the other end of a port has closed.
    if (carried === null) ports.get(id)?.close();
    else if ('text' in carried) ports.get(id)?.postMessage(carried.text);
    else ports.get(id)?.postMessage(Uint8Array.from(atob(carried.base64), (char) => char.charCodeAt(0)));
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: object) =>
        Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true }),
    },
    ipcRenderer: {
      send: (channel: string, ...args: unknown[]) => void window.__doubleSend(channel, args),
      on: (channel: string, listener: (event: unknown, message: unknown) => void) =>
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    },
  };
  const module = { exports: {} };
  runPreload(
    (name: string) => {
      // A sandboxed preload may require nothing else of ours.
      if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`);
      return electron;
    },
    module,
    module.exports,
  );
}
