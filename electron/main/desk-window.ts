/** The one window, and what the page in it may not do: leave, open windows, ask for devices, reach the network. */
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Session, shell, type WebContents } from 'electron';
import { DESK_SCHEME } from '../../shared/contract/shell.ts';
import { DESK_PAGE, isDeskPage } from './desk-protocol.ts';

const WIDTH = 1366;
const HEIGHT = 768;
const MIN_WIDTH = 960;
const MIN_HEIGHT = 600;
const PAPER = { light: '#faf9f7', dark: '#1c1b1a' };

/** Writing text to the clipboard is the one thing that the page may ask for. */
const GRANTED = 'clipboard-sanitized-write';

export function openDeskWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: WIDTH,
    height: HEIGHT,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    title: 'Tòa Soạn',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.loadURL(DESK_PAGE).catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  return window;
}

/** Before the first window: holds for every page this application will ever show. */
export function guardPages(session: Session): void {
  session.setPermissionRequestHandler((_, permission, callback) => callback(permission === GRANTED));
  session.setPermissionCheckHandler((_, permission) => permission === GRANTED);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: !['blob:', 'devtools:', `${DESK_SCHEME}:`].some((scheme) => url.startsWith(scheme)) });
  });
  app.on('web-contents-created', (_, contents) => guardContents(contents));
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (isDeskPage(event.url)) return;
    event.preventDefault();
    openOutside(event.url);
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}

/** Plain web addresses open in the person's browser; nothing else leaves the application. */
function openOutside(address: string): void {
  if (!isWebAddress(address)) return;
  shell.openExternal(address).catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
}

export function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
