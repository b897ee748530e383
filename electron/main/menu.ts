/** The application's menu, in the language of the computer. Its keys are the platform's own. */
import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

type Words = Record<
  'file' | 'print' | 'close' | 'quit' | 'edit' | 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'pasteText' | 'selectAll',
  string
> &
  Record<'view' | 'zoomIn' | 'zoomOut' | 'zoomReset' | 'fullScreen' | 'window' | 'minimize', string>;

const words: Record<'vi' | 'en', Words> = {
  vi: {
    file: 'Tệp',
    print: 'In bài',
    close: 'Đóng cửa sổ',
    quit: 'Thoát',
    edit: 'Sửa',
    undo: 'Hoàn tác',
    redo: 'Làm lại',
    cut: 'Cắt',
    copy: 'Sao chép',
    paste: 'Dán',
    pasteText: 'Dán chữ không định dạng',
    selectAll: 'Chọn tất cả',
    view: 'Hiển thị',
    zoomIn: 'Phóng to',
    zoomOut: 'Thu nhỏ',
    zoomReset: 'Cỡ thường',
    fullScreen: 'Toàn màn hình',
    window: 'Cửa sổ',
    minimize: 'Thu xuống thanh',
  },
  en: {
    file: 'File',
    print: 'Print the article',
    close: 'Close window',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pasteText: 'Paste without formatting',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomReset: 'Actual size',
    fullScreen: 'Full screen',
    window: 'Window',
    minimize: 'Minimize',
  },
};

export function menuTemplate(language: 'vi' | 'en', platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const say = words[language];
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: say.file,
      submenu: [
        // The page prints its own way; the menu presses its key.
        { label: say.print, ...pageKey('P', [isMac ? 'meta' : 'control']) },
        { type: 'separator' },
        isMac ? { role: 'close', label: say.close } : { role: 'quit', label: say.quit },
      ],
    },
    {
      label: say.edit,
      submenu: [
        // The page undoes by its own history, which Chromium's knows nothing of: the menu presses the page's keys.
        { label: say.undo, ...pageKey('Z', [isMac ? 'meta' : 'control']) },
        { label: say.redo, ...pageKey('Z', [isMac ? 'meta' : 'control', 'shift']) },
        { type: 'separator' },
        { role: 'cut', label: say.cut },
        { role: 'copy', label: say.copy },
        { role: 'paste', label: say.paste },
        { role: 'pasteAndMatchStyle', label: say.pasteText },
        { role: 'selectAll', label: say.selectAll },
      ],
    },
    {
      label: say.view,
      submenu: [
        { role: 'zoomIn', label: say.zoomIn },
        { role: 'zoomOut', label: say.zoomOut },
        { role: 'resetZoom', label: say.zoomReset },
        { type: 'separator' },
        { role: 'togglefullscreen', label: say.fullScreen },
      ],
    },
    { label: say.window, role: 'windowMenu', submenu: [{ role: 'minimize', label: say.minimize }] },
  ];
}

type Modifier = 'meta' | 'control' | 'shift';

function pageKey(keyCode: string, modifiers: Modifier[]): MenuItemConstructorOptions {
  return {
    accelerator: ['CmdOrCtrl', ...(modifiers.includes('shift') ? ['Shift'] : []), keyCode].join('+'),
    registerAccelerator: false,
    click: (_item, window) => {
      if (!(window instanceof BrowserWindow)) return;
      for (const type of ['keyDown', 'keyUp'] as const) {
        window.webContents.sendInputEvent({ type, keyCode, modifiers });
      }
    },
  };
}

export function setMenu(language: 'vi' | 'en'): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, process.platform)));
}
