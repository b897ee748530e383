/**
 * How the texts of IPTC-IIM are to be read. A file may mark them as UTF-8; most that do not are UTF-8 all the same, and the rest
 * are in the code page of a Windows: the western one or the Vietnamese one. All texts of a file are in the same.
 */
import type { IimCharset } from '../shared/photos/embedded.ts';
import { decodeLegacy } from '../shared/text/legacy/decode-legacy.ts';
import { isSyllableShape } from '../shared/text/legacy/syllables.ts';

/** Of the words that are not plain; names and typing errors are the rest. */
const MIN_SYLLABLES = 0.8;
/** Vietnamese letters that western code pages do not have. */
const vietnamese = /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]/u;

/** `texts`: all of a file, as bytes. */
export function guessIimCharset(texts: readonly Uint8Array[]): Exclude<IimCharset, 'utf-8'> {
  if (texts.every(isUtf8)) return 'unmarked-utf-8';
  const western = texts.map((bytes) => decodeBytes(bytes, 'latin-1')).join(' ');
  const words = western.match(/\p{L}+/gu)?.filter((word) => /[^A-Za-z]/u.test(word)) ?? [];
  const decoded = words.map((word) => decodeLegacy(word, 'windows-1258'));
  const syllables = decoded.filter(isSyllableShape);
  const isVietnamese =
    syllables.some((word) => vietnamese.test(word)) && syllables.length >= words.length * MIN_SYLLABLES;
  return isVietnamese ? 'windows-1258' : 'latin-1';
}

/** What is no UTF-8 within a text that should be becomes U+FFFD. */
export function decodeBytes(bytes: Uint8Array, charset: IimCharset): string {
  if (charset === 'utf-8' || charset === 'unmarked-utf-8') return new TextDecoder().decode(bytes);
  const western = new TextDecoder('windows-1252').decode(bytes);
  return charset === 'latin-1' ? western : decodeLegacy(western, 'windows-1258');
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const westernBytes = new Map(
  Array.from({ length: 0x20 }, (_, index) => {
    const byte = 0x80 + index;
    return [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const;
  }),
);

/** The bytes that a text of western letters was read from. */
export function bytesOfWestern(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => westernBytes.get(letter) ?? (letter.codePointAt(0) ?? 0) & 0xff);
}
