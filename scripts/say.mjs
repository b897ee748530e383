// What the scripts say, in the language of the computer.
const locale =
  process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;

const en = {
  installing: 'Installing packages (first start only)…',
  installFailed: (why) =>
    `The packages could not be installed: ${why}. Check the connection to the package registry and try again.`,
  nodeTooOld: (version) =>
    `Tòa Soạn needs Node 24 or newer and this is Node ${version}: install Node 24 from https://nodejs.org and try again.`,
  building: 'Building…',
  buildFailed: (output) => `The build failed:\n${output}`,
  fetchingElectron: (seconds) => `Fetching the Electron runtime (at most ${seconds} seconds)…`,
  inBrowser: 'The Electron runtime is not here and could not be fetched; opening in the browser instead.',
  chosenBrowser: 'Opening in the browser.',
  electronFailed: 'Electron could not start here; opening in the browser instead.',
  noBrowser: 'No Chromium, Chrome or Edge was found.',
  openThis: (url) => `Open this address in a browser (it works once; start again for another):\n${url}`,
  stopHint: 'Press Ctrl+C to stop.',
  alreadyRunning: 'Tòa Soạn is already running on this data; opening it.',
  usage: 'usage: npm start -- [--data DIR] [--port N] [--no-open] [--browser] [--electron]',
  installingBrowser: 'No browser was found for the tests; installing Chromium…',
  needBrowser:
    'No browser: tests that need one will fail. Install Chromium, Chrome or Edge (Debian: apt-get install chromium), or name one in TOASOAN_BROWSER.',
  installingExifTool: 'No ExifTool was found for the tests; installing it…',
  needExifTool:
    'No ExifTool of the system: tests in which it reads what ours wrote will fail. Install it (Debian: apt-get install libimage-exiftool-perl; macOS: brew install exiftool).',
};

const vi = {
  installing: 'Đang cài các gói cần thiết (chỉ lần đầu)…',
  installFailed: (why) => `Không cài được các gói: ${why}. Hãy kiểm tra kết nối tới kho gói rồi thử lại.`,
  nodeTooOld: (version) =>
    `Tòa Soạn cần Node 24 trở lên, máy này có Node ${version}: hãy cài Node 24 từ https://nodejs.org rồi thử lại.`,
  building: 'Đang dựng phần mềm…',
  buildFailed: (output) => `Dựng phần mềm không thành công:\n${output}`,
  fetchingElectron: (seconds) => `Đang tải Electron (nhiều nhất ${seconds} giây)…`,
  inBrowser: 'Máy chưa có Electron và không tải được; mở trong trình duyệt.',
  chosenBrowser: 'Mở trong trình duyệt.',
  electronFailed: 'Electron không chạy được trên máy này; mở trong trình duyệt.',
  noBrowser: 'Không tìm thấy Chromium, Chrome hay Edge.',
  openThis: (url) => `Hãy mở địa chỉ này trong trình duyệt (dùng được một lần; chạy lại để lấy địa chỉ khác):\n${url}`,
  stopHint: 'Nhấn Ctrl+C để dừng.',
  alreadyRunning: 'Tòa Soạn đang chạy trên dữ liệu này; mở lại cửa sổ.',
  usage: 'cách dùng: npm start -- [--data THƯ_MỤC] [--port N] [--no-open] [--browser] [--electron]',
  installingBrowser: 'Không tìm thấy trình duyệt cho các bài kiểm thử; đang cài Chromium…',
  needBrowser:
    'Không có trình duyệt: các bài kiểm thử cần trình duyệt sẽ hỏng. Hãy cài Chromium, Chrome hoặc Edge (Debian: apt-get install chromium), hoặc chỉ ra trong TOASOAN_BROWSER.',
  installingExifTool: 'Không tìm thấy ExifTool cho các bài kiểm thử; đang cài ExifTool…',
  needExifTool:
    'Không có ExifTool của hệ thống: các bài kiểm thử nhờ nó đọc lại những gì ta ghi sẽ hỏng. Hãy cài ExifTool (Debian: apt-get install libimage-exiftool-perl; macOS: brew install exiftool).',
};

export const say = /^vi(\b|_)/i.test(locale) ? vi : en;
