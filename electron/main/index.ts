/** The Electron shell: one window on the page, and the core in a process of its own. [--data DIR] */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, type BrowserWindow, dialog, ipcMain, session, type WebContents, type WebFrameMain } from 'electron';
import {
  CONNECT_CHANNEL,
  CORE_PORT_CHANNEL,
  OPEN_PDF_CHANNEL,
  PASTE_TEXT_CHANNEL,
} from '../../shared/contract/shell.ts';
import { type ErrorRecord, errorText } from '../../shared/errors/app-error.ts';
import { type ErrorCode, errorTexts } from '../../shared/errors/codes.ts';
import { defaultDataFolder } from '../core/desk/data-folder.ts';
import { asStartError } from '../core/desk/start-error.ts';
import { systemLanguage } from '../core/desk/system-language.ts';
import { CoreLink } from './core-link.ts';
import { isDeskPage, registerDeskScheme, serveDeskProtocol } from './desk-protocol.ts';
import { guardPages, openDeskWindow } from './desk-window.ts';
import { setMenu } from './menu.ts';
import { PdfOpener } from './open-pdf.ts';

const out = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { data: { type: 'string' } }, strict: false });
const dataDir = typeof values.data === 'string' ? values.data : defaultDataFolder();

// The window's own files lie with the data, so that one folder is one workstation: a second start on it finds the first.
try {
  mkdirSync(join(dataDir, 'window'), { recursive: true, mode: 0o700 });
} catch (error) {
  const { code, details } = asStartError(error, dataDir);
  dialog.showErrorBox('Tòa Soạn', errorText(code, systemLanguage(), details));
  process.exit(1);
}
app.setPath('userData', join(dataDir, 'window'));

if (app.requestSingleInstanceLock()) {
  registerDeskScheme();
  app.enableSandbox();
  app.whenReady().then(open, (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    app.exit(1);
  });
} else {
  app.quit();
}

function open(): void {
  const language = systemLanguage(app.getLocale());
  let window: BrowserWindow | null = null;
  let connected: WebContents | null = null;
  const core = new CoreLink(
    {
      dataDir,
      resources: join(out, '../resources'),
      endpoint: join(out, 'endpoint/main.js'),
      version: app.getVersion(),
      systemLanguage: language,
    },
    {
      restarted: () => {
        tell(window, errorText('core-restarted', language));
        if (connected !== null) handPort(connected);
      },
      gaveUp: (error) => {
        dialog.showErrorBox('Tòa Soạn', sayFailure(error, language));
        app.exit(1);
      },
    },
  );

  guardPages(session.defaultSession);
  serveDeskProtocol(join(out, 'renderer'), (address) => core.storedFile(address));
  const handPort = async (page: WebContents): Promise<void> => {
    const port = await core.connect();
    if (page.isDestroyed()) port.close();
    else page.postMessage(CORE_PORT_CHANNEL, null, [port]);
  };
  // Only the page itself, in its main frame, gets to the core and to the person's programs.
  const isPage = (frame: WebFrameMain | null): boolean =>
    frame !== null && frame.parent === null && isDeskPage(frame.url);
  ipcMain.on(CONNECT_CHANNEL, ({ senderFrame, sender }) => {
    if (!isPage(senderFrame)) return;
    connected = sender;
    handPort(sender);
  });
  ipcMain.on(PASTE_TEXT_CHANNEL, ({ sender, senderFrame }) => {
    if (isPage(senderFrame)) sender.pasteAndMatchStyle();
  });
  const pdfs = new PdfOpener();
  ipcMain.on(OPEN_PDF_CHANNEL, ({ senderFrame }, name: unknown, bytes: unknown) => {
    if (!isPage(senderFrame)) return;
    pdfs.open(name, bytes).catch((error: unknown) => {
      tell(window, errorText('pdf-not-opened', language, { reason: (error as Error).message }));
    });
  });

  setMenu(language);
  window = openDeskWindow();
  window.on('closed', () => {
    window = null;
    connected = null;
  });
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());

  let isStopped = false;
  app.on('will-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    core.stop().then(() => {
      pdfs.clear();
      isStopped = true;
      app.quit();
    });
  });
}

function tell(window: BrowserWindow | null, message: string): void {
  const options = { type: 'warning' as const, title: 'Tòa Soạn', message };
  const shown = window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options);
  shown.catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
}

function sayFailure(error: ErrorRecord | null, language: 'vi' | 'en'): string {
  if (error === null) return errorText('core-stopped', language);
  const code: ErrorCode = error.code in errorTexts ? error.code : 'internal';
  return errorText(code, language, error.details);
}
