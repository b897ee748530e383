/** What a file is, by its first bytes and by what it contains; its name is asked only where those leave it open. */
import { extname } from 'node:path';
import type { ImportFormat } from '../../../shared/contract/desk-imports.ts';
import { compoundNames, zipEntries, zipMimetype } from '../../../shared/files/read-containers.ts';

/** A text is what is nothing else; whether it is one is seen when it is read. `other`: something else than an article, such as a sheet, a picture or a program. */
export type FoundFormat = ImportFormat | 'locked' | 'damaged' | 'other';

const HEAD_BYTES = 1_024;
const ODT = /^application\/vnd\.oasis\.opendocument\.text/u;
/** A page with its pictures in one file, as mail programs and old Words save it. */
const webArchive = /^(?:MIME-Version|From|Message-ID):\s[\s\S]*^Content-Type:\s*multipart\//imu;
const markup = /^\s*<(?:!doctype\s+html|html|head|body)[\s>]/iu;

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

export function findFormat(bytes: Uint8Array, name: string): FoundFormat {
  const extension = extname(name).toLowerCase();
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  if (startsWith(bytes, 0x50, 0x4b)) return zipFormat(bytes, extension);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return compoundFormat(bytes);
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (webArchive.test(head)) return 'other';
  if (head.includes('%PDF-') && (head.startsWith('%PDF-') || extension === '.pdf')) return 'pdf';
  if (markup.test(head.replace(/^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[\s\S]{0,200}?\?>\s*|<!--[\s\S]*?-->\s*)*/u, '')))
    return 'html';
  return extension === '.html' || extension === '.htm' ? 'html' : 'txt';
}

function zipFormat(bytes: Uint8Array, extension: string): FoundFormat {
  const entries = zipEntries(bytes);
  if (entries === null) return extension === '.docx' || extension === '.odt' ? 'damaged' : 'other';
  if (ODT.test(zipMimetype(bytes) ?? '')) return 'odt';
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('[Content_Types].xml') && [...names].some((name) => name.startsWith('word/'))) return 'docx';
  if (names.has('content.xml') && extension === '.odt') return 'odt';
  return 'other';
}

function compoundFormat(bytes: Uint8Array): FoundFormat {
  const names = compoundNames(bytes);
  if (names === null) return 'damaged';
  if (names.includes('EncryptedPackage')) return 'locked';
  return names.includes('WordDocument') ? 'doc' : 'other';
}
