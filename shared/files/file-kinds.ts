/**
 * The kinds of documents that may be attached to an article. What a file is, its content says (sniff-file.ts); its name is
 * made to end as its kind does, so that nobody opens something else than what was approved.
 */
import { cleanLine } from '../article/clean-text.ts';

/** The first extension is the one that a name without any gets. */
export const fileKinds = {
  pdf: { mime: 'application/pdf', extensions: ['pdf'] },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx', 'dotx'],
  },
  xlsx: { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx', 'xltx'] },
  pptx: {
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx', 'ppsx', 'potx'],
  },
  odt: { mime: 'application/vnd.oasis.opendocument.text', extensions: ['odt', 'ott'] },
  ods: { mime: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods', 'ots'] },
  odp: { mime: 'application/vnd.oasis.opendocument.presentation', extensions: ['odp', 'otp'] },
  doc: { mime: 'application/msword', extensions: ['doc', 'dot'] },
  xls: { mime: 'application/vnd.ms-excel', extensions: ['xls', 'xlt'] },
  ppt: { mime: 'application/vnd.ms-powerpoint', extensions: ['ppt', 'pps', 'pot'] },
  rtf: { mime: 'application/rtf', extensions: ['rtf', 'doc'] },
  epub: { mime: 'application/epub+zip', extensions: ['epub'] },
  text: { mime: 'text/plain', extensions: ['txt', 'csv'] },
  zip: { mime: 'application/zip', extensions: ['zip'] },
} as const satisfies Record<string, { mime: string; extensions: readonly string[] }>;
export type FileKind = keyof typeof fileKinds;

/** What file choosers offer. */
export const fileExtensions: readonly string[] = [
  ...new Set(Object.values(fileKinds).flatMap(({ extensions }) => extensions)),
].map((extension) => `.${extension}`);

const MAX_NAME_CHARACTERS = 150;
const FALLBACK_NAME = 'tài liệu';
/** Not allowed in names on one system or another, or meant to make a name read otherwise than it is. */
const REFUSED_IN_NAMES = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu;

/** The extension of a name in small letters, without its dot; empty without one. */
export function extensionOf(name: string): string {
  return /\.([\p{L}\p{N}]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** A name that any system can keep and that ends as files of this kind do: `Báo cáo quý III.pdf`. */
export function fileNameOf(name: string, kind: FileKind): string {
  const { extensions } = fileKinds[kind];
  const clean = cleanLine(name.toWellFormed().normalize('NFC'))
    .replace(REFUSED_IN_NAMES, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  const extension = extensionOf(clean);
  const fits = (extensions as readonly string[]).includes(extension);
  const stem = fits ? clean.slice(0, -extension.length - 1).trimEnd() : clean;
  const cut = [...stem].slice(0, MAX_NAME_CHARACTERS).join('').trim();
  return `${cut === '' ? FALLBACK_NAME : cut}.${fits ? extension : extensions[0]}`;
}

/** Percent-encoded as RFC 8187 asks, whose set is smaller than that of addresses. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The header that has a browser keep a file under its Vietnamese name (RFC 6266, RFC 8187), with a plain one for old ones. */
export function attachmentHeader(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w .-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeExtended(name)}`;
}
