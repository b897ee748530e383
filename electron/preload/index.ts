/**
 * Hands the page one MessagePort to the core, opens the PDFs that it prints, and pastes text; nothing else. The handshake:
 * shared/contract/shell.ts.
 */
import { contextBridge, ipcRenderer } from 'electron';
import {
  CONNECT_CHANNEL,
  CORE_PORT_CHANNEL,
  CORE_PORT_MESSAGE,
  OPEN_PDF_CHANNEL,
  PASTE_TEXT_CHANNEL,
  type ShellBridge,
} from '../../shared/contract/shell.ts';

ipcRenderer.on(CORE_PORT_CHANNEL, ({ ports }) => {
  window.postMessage({ type: CORE_PORT_MESSAGE }, window.location.origin, [...ports]);
});

const bridge: ShellBridge = {
  host: 'electron',
  connect: () => ipcRenderer.send(CONNECT_CHANNEL),
  openPdf: (name, bytes) => ipcRenderer.send(OPEN_PDF_CHANNEL, name, bytes),
  pasteText: () => ipcRenderer.send(PASTE_TEXT_CHANNEL),
};
contextBridge.exposeInMainWorld('toasoan', bridge);
