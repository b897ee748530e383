/**
 * The handshake between the page and the Electron shell, which ends with the page holding one MessagePort to the core.
 * In the browser host none of this exists, and the page speaks over the WebSocket `./desk`.
 *
 *   page      listens for `message` events of its own window, then calls window.toasoan.connect()
 *   preload   passes the wish on to the shell
 *   shell     makes a channel; one port goes to the core, the other to the preload
 *   preload   window.postMessage({type: CORE_PORT_MESSAGE}, origin, [port])
 *   page      takes event.ports[0] where event.source === window, starts it and speaks oRPC over it
 *
 * A context bridge cannot carry a MessagePort, hence the window message. When the core has crashed, the shell starts
 * it anew and sends the next port by itself, by the same message: the page gives up the former port (dispatch a
 * `close` event on it, which ends what oRPC still waits for, then close it) and goes on over the new one.
 */

/** `data.type` of the window message that carries the port. */
export const CORE_PORT_MESSAGE = 'toasoan:core-port';

/** What the preload puts at `window.toasoan`. */
export type ShellBridge = {
  readonly host: 'electron';
  /** Asks for a port to the core; answers by the window message. */
  connect(): void;
  /** Opens a PDF in the computer's own program for them, from which people print. */
  openPdf(name: string, bytes: Uint8Array): void;
  /** Pastes the clipboard's text where the caret is, as the menu does; the page itself may not read the clipboard. */
  pasteText(): void;
};

/** Channels between preload and shell. */
export const CONNECT_CHANNEL = 'toasoan:connect';
export const CORE_PORT_CHANNEL = 'toasoan:core-port';
export const OPEN_PDF_CHANNEL = 'toasoan:open-pdf';
export const PASTE_TEXT_CHANNEL = 'toasoan:paste-text';

/** The page's own address in Electron. */
export const DESK_SCHEME = 'toasoan';
export const DESK_ORIGIN = 'toasoan://desk';
