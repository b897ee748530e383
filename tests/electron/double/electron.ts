/**
 * The part of the `electron` module that our shell uses, for machines without its runtime (tests only). The shell runs
 * as a Node process of its own; Chromium belongs to the test, which started that process and stands at the other end
 * of its IPC (see chromium.ts). What the shell asks of Electron is done for real where it matters: messages and ports
 * travel, handlers answer each request of the page, and the core is a process.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FromShell, ToShell } from './chromium.ts';
import { DoubleChannel, type DoublePort, type PortPacket, PortWire } from './ports.ts';

function tell(message: FromShell): void {
  process.send?.(message);
}

const pageWire = new PortWire((packet) => tell({ type: 'port', packet }));
const answers = new Map<number, () => void>();
let lastAsked = 0;

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly #paths = new Map<string, string>();

  async whenReady(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }
  getPath(name: string): string {
    return this.#paths.get(name) ?? '';
  }
  getLocale(): string {
    return process.env.DOUBLE_LOCALE ?? 'en-GB';
  }
  getVersion(): string {
    return '0.0.0-double';
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  enableSandbox(): void {}
  quit(): void {
    const event = makeEvent();
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }
  exit(code: number): void {
    process.exit(code);
  }
}

function makeEvent(): { defaultPrevented: boolean; preventDefault(): void } {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}

export const app = new App();
export const ipcMain = new EventEmitter();
export const nativeTheme = { shouldUseDarkColors: false };
export { DoubleChannel as MessageChannelMain };

class WebContents extends EventEmitter {
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });

  postMessage(channel: string, message: unknown, ports: DoublePort[] = []): void {
    tell({ type: 'to-page', channel, message, ports: ports.map((port) => pageWire.give(port)) });
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  isDestroyed(): boolean {
    return false;
  }
  pasteAndMatchStyle(): void {
    tell({ type: 'told', what: 'pasted as text' });
  }
}

let contents: WebContents | null = null;
let window: BrowserWindow | null = null;

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly #options: { webPreferences: Record<string, unknown> };

  constructor(options: { webPreferences: Record<string, unknown> }) {
    super();
    this.#options = options;
    contents = this.webContents;
    window = this;
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    lastAsked += 1;
    const ask = lastAsked;
    const loaded = new Promise<void>((resolve) => answers.set(ask, resolve));
    tell({ type: 'load', ask, url, webPreferences: this.#options.webPreferences });
    await loaded;
    this.emit('ready-to-show');
  }
  show(): void {
    tell({ type: 'told', what: 'shown' });
  }
  focus(): void {
    tell({ type: 'told', what: 'focused' });
  }
  isMinimized(): boolean {
    return false;
  }
}

export const dialog = {
  async showMessageBox(...given: { message: string }[]): Promise<void> {
    tell({ type: 'told', what: `message: ${given.at(-1)!.message}` });
  },
  showErrorBox(_: string, content: string): void {
    tell({ type: 'told', what: `error: ${content}` });
  },
};

export const shell = {
  async openExternal(url: string): Promise<void> {
    tell({ type: 'told', what: `external: ${url}` });
  },
  async openPath(path: string): Promise<string> {
    tell({ type: 'told', what: `opened: ${basename(path)}` });
    return '';
  },
};

export const Menu = {
  buildFromTemplate: <Template>(template: Template): Template => template,
  setApplicationMenu: (template: { label?: string }[]): void =>
    tell({ type: 'told', what: `menu: ${template.map(({ label }) => label).join(', ')}` }),
};

type Handler = (request: Request) => Promise<Response>;
let privileges: { scheme: string; privileges: Record<string, boolean> }[] = [];
const schemes = new Map<string, Handler>();
export const protocol = {
  registerSchemesAsPrivileged(given: typeof privileges): void {
    privileges = given;
  },
  handle(scheme: string, handler: Handler): void {
    // An origin of its own is what the page's policy and its storage stand on.
    if (!privileges.some((known) => known.scheme === scheme && known.privileges.standard && known.privileges.secure)) {
      throw new Error(`${scheme} was not registered as a standard, secure scheme`);
    }
    schemes.set(scheme, handler);
  },
};

type PermissionHandler = (contents: unknown, permission: string, callback: (granted: boolean) => void) => void;
let permissionHandler: PermissionHandler = (_, __, callback) => callback(true);
let beforeRequest: (details: { url: string }, callback: (answer: { cancel: boolean }) => void) => void = (
  _,
  callback,
) => callback({ cancel: false });
export const session = {
  defaultSession: {
    setPermissionRequestHandler(handler: PermissionHandler): void {
      permissionHandler = handler;
    },
    setPermissionCheckHandler(): void {},
    setDevicePermissionHandler(): void {},
    setSpellCheckerEnabled(isEnabled: boolean): void {
      tell({ type: 'told', what: `spell checker: ${isEnabled}` });
    },
    webRequest: {
      onBeforeRequest(listener: typeof beforeRequest): void {
        beforeRequest = listener;
      },
    },
  },
};

class UtilityDouble extends EventEmitter {
  readonly #child: ChildProcess;
  readonly #wire: PortWire;

  constructor(modulePath: string, args: string[]) {
    super();
    const preamble = new URL('./utility.ts', import.meta.url).href;
    this.#child = fork(fileURLToPath(new URL(`file://${modulePath}`)), args, {
      execArgv: ['--import', preamble],
      serialization: 'advanced',
      stdio: 'inherit',
    });
    tell({ type: 'core', pid: this.#child.pid! });
    this.#wire = new PortWire((packet) => void (this.#child.connected && this.#child.send(packet)));
    this.#child.on('message', (packet: { message: unknown } | PortPacket) => {
      if ('port' in packet) this.#wire.receive(packet);
      else this.emit('message', packet.message);
    });
    this.#child.once('exit', (code) => {
      this.#wire.end();
      this.emit('exit', code);
    });
  }
  get pid(): number | undefined {
    return this.#child.exitCode === null ? this.#child.pid : undefined;
  }
  postMessage(message: unknown, ports: DoublePort[] = []): void {
    this.#child.send({ message, ports: ports.map((port) => this.#wire.give(port)) });
  }
  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork: (modulePath: string, args: string[] = []): UtilityDouble => new UtilityDouble(modulePath, args),
};

async function serve(url: string, method: string): Promise<FromShell & { type: 'response' }> {
  const response = await schemes.get(new URL(url).protocol.slice(0, -1))!(new Request(url, { method }));
  return {
    type: 'response',
    ask: 0,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

process.on('message', async (message: ToShell) => {
  switch (message.type) {
    case 'loaded':
      answers.get(message.ask)?.();
      return;
    case 'request':
      beforeRequest({ url: message.url }, async ({ cancel }) => {
        if (cancel || !schemes.has(new URL(message.url).protocol.slice(0, -1))) {
          return tell({ type: 'refused', ask: message.ask });
        }
        tell({ ...(await serve(message.url, message.method)), ask: message.ask });
      });
      return;
    case 'navigate': {
      const event = { ...makeEvent(), url: message.url };
      contents?.emit('will-navigate', event);
      return tell({ type: 'decided', ask: message.ask, isAllowed: !event.defaultPrevented });
    }
    case 'open': {
      const { action } = contents!.openHandler({ url: message.url });
      return tell({ type: 'decided', ask: message.ask, isAllowed: action === 'allow' });
    }
    case 'permission':
      permissionHandler(contents, message.permission, (isAllowed) =>
        tell({ type: 'decided', ask: message.ask, isAllowed }),
      );
      return;
    case 'ipc':
      ipcMain.emit(
        message.channel,
        { senderFrame: { url: message.url, parent: message.isMainFrame ? null : {} }, sender: contents },
        ...message.args,
      );
      return;
    case 'port':
      pageWire.receive(message.packet);
      return;
    case 'page-gone':
      pageWire.end();
      return;
    case 'second-instance':
      app.emit('second-instance');
      return;
    case 'close':
      window?.emit('closed');
      app.emit('window-all-closed');
  }
});
process.on('disconnect', () => process.exit());
