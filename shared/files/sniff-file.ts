/**
 * What a file is, by its content: one of the kinds that may be attached, or why it may not be. A name is believed in one
 * thing alone, that what reads as plain text is meant as such. Programs, scripts, documents with macros and archives that hold any of them
 * are refused: an office passes on what it publishes to everybody. Archives within archives are not looked into.
 */
import { extensionOf, type FileKind } from './file-kinds.ts';
import { compoundNames, type ZipEntry, zipEntries, zipMimetype } from './read-containers.ts';

/** `unknown`: no kind that we know, or not whole. `locked`: a password stands before it. */
type RefusedFile = 'empty' | 'program' | 'macros' | 'locked' | 'unknown';
type SniffedFile = { kind: FileKind } | { refused: RefusedFile };

const PROGRAM_EXTENSIONS = new Set(
  (
    'exe com scr pif cpl dll ocx sys drv msi msp msix appx bat cmd ps1 psm1 vb vbs vbe js jse mjs ws wsf wsh hta lnk url reg ' +
    'jar class apk dex app dmg pkg command sh bash zsh run elf so dylib bin deb rpm py pyw pl rb php jsp asp aspx html htm svg xhtml swf'
  ).split(' '),
);
const MACRO_EXTENSIONS = new Set('docm dotm xlsm xltm xlsb xlam pptm potm ppsm ppam'.split(' '));
/** In office documents, which hold parts of their own with such names. */
const OWN_PARTS = /\.(bin|xhtml|html|htm|svg|js)$/i;

const odfKinds: Readonly<Record<string, FileKind>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.text-template': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.spreadsheet-template': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.oasis.opendocument.presentation-template': 'odp',
  'application/epub+zip': 'epub',
};

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);
const startsWithText = (bytes: Uint8Array, text: string): boolean =>
  startsWith(bytes, ...[...text].map((char) => char.charCodeAt(0)));

/** `name`: as the file is called where it came from; without one, plain text is taken for what it is. */
export function sniffFile(bytes: Uint8Array, name = '.txt'): SniffedFile {
  if (bytes.length === 0) return { refused: 'empty' };
  if (isProgram(bytes)) return { refused: 'program' };
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return sniffZip(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return sniffCompound(bytes);
  if (isPdf(bytes)) return { kind: 'pdf' };
  if (startsWithText(bytes, '{\\rtf')) return { kind: 'rtf' };
  return sniffText(bytes, name);
}

/** Windows, Linux, macOS (four forms), Java, a script that names its interpreter. */
function isProgram(bytes: Uint8Array): boolean {
  return (
    startsWithText(bytes, 'MZ') ||
    startsWith(bytes, 0x7f, 0x45, 0x4c, 0x46) ||
    [0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe].includes(firstWord(bytes)) ||
    startsWithText(bytes, '#!')
  );
}

function firstWord(bytes: Uint8Array): number {
  return bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
}

/** Readers find the mark anywhere in the first kilobyte (ISO 32000-2, annex I). */
function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).includes('%PDF-');
}

function sniffZip(bytes: Uint8Array): SniffedFile {
  const entries = zipEntries(bytes);
  if (entries === null) return { refused: 'unknown' };
  const names = new Set(entries.map(({ name }) => name));
  const kind = documentKind(bytes, names);
  if (
    entries.some(
      ({ name }) => /(^|\/)vbaProject\.bin$/i.test(name) || (kind !== 'zip' && /^(Basic|Scripts)\//.test(name)),
    )
  ) {
    return { refused: 'macros' };
  }
  if (kind === 'zip' && names.has('[Content_Types].xml')) return { refused: 'unknown' };
  return refusedEntries(entries, kind) ?? { kind };
}

function documentKind(bytes: Uint8Array, names: ReadonlySet<string>): FileKind {
  if (names.has('[Content_Types].xml')) {
    const within = (folder: string): boolean => [...names].some((name) => name.startsWith(folder));
    if (within('word/')) return 'docx';
    // A workbook of the binary kind has the name of another format, which few can read.
    if (within('xl/')) return names.has('xl/workbook.bin') ? 'zip' : 'xlsx';
    if (within('ppt/')) return 'pptx';
  }
  return odfKinds[zipMimetype(bytes) ?? ''] ?? 'zip';
}

function refusedEntries(entries: readonly ZipEntry[], kind: FileKind): { refused: RefusedFile } | null {
  if (entries.length === 0) return { refused: 'empty' };
  if (kind === 'zip' && entries.some(({ isEncrypted }) => isEncrypted)) return { refused: 'locked' };
  for (const { name } of entries) {
    const extension = extensionOf(name);
    if (MACRO_EXTENSIONS.has(extension)) return { refused: 'macros' };
    if (PROGRAM_EXTENSIONS.has(extension) && (kind === 'zip' || !OWN_PARTS.test(name))) return { refused: 'program' };
  }
  return null;
}

function sniffCompound(bytes: Uint8Array): SniffedFile {
  const names = new Set(compoundNames(bytes) ?? []);
  if (names.has('EncryptedPackage')) return { refused: 'locked' };
  if (['Macros', '_VBA_PROJECT_CUR', '_VBA_PROJECT', 'VBA'].some((name) => names.has(name)))
    return { refused: 'macros' };
  if (names.has('WordDocument')) return { kind: 'doc' };
  if (names.has('Workbook') || names.has('Book')) return { kind: 'xls' };
  if (names.has('PowerPoint Document')) return { kind: 'ppt' };
  return { refused: 'unknown' };
}

/** Unicode with a mark, or UTF-8 without one; anything else of 8 bits could be anything. */
function sniffText(bytes: Uint8Array, name: string): SniffedFile {
  const extension = extensionOf(name);
  if (PROGRAM_EXTENSIONS.has(extension)) return { refused: 'program' };
  if (extension !== 'txt' && extension !== 'csv') return { refused: 'unknown' };
  const encoding = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return /(?![\t\n\r\f])\p{Cc}/u.test(text) ? { refused: 'unknown' } : { kind: 'text' };
  } catch {
    return { refused: 'unknown' };
  }
}
