/** What a picture's file is called when it is given out: `2026-11-26 Hội nghị trực tuyến.jpg`. */
import { cleanLine } from '../article/clean-text.ts';
import { cutToBytes } from './iim-limits.ts';

/** UTF-8 bytes; file systems take 255, and a number and an ending come behind. */
const MAX_STEM_BYTES = 180;
/** Not allowed in names on one system or another, or meant to make a name read otherwise than it is. */
const REFUSED = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu;
/** Windows keeps these for itself, whatever stands behind the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** `date`: as `photoDateSchema`, or null. `name`: of the file as it was taken in. In NFC, safe on every system. */
export function pictureFileName(
  { date, headline, name }: { date: string | null; headline: string; name: string },
  ending: string,
): string {
  const title = cleaned(headline) || cleaned(name.replace(/\.[\p{L}\p{N}]{1,5}$/u, ''));
  const stem = cutToBytes([date?.slice(0, 10) ?? '', title].filter((part) => part !== '').join(' '), MAX_STEM_BYTES);
  const safe = stem === '' || RESERVED.test(stem) ? `ảnh ${stem}`.trimEnd() : stem;
  return `${safe}.${ending}`;
}

function cleaned(text: string): string {
  return cleanLine(text.toWellFormed().normalize('NFC'))
    .replace(REFUSED, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
}

/** Names of which no two are alike, also where case and the way of writing accents make no difference. */
export class FileNames {
  readonly #taken = new Set<string>();

  apart(name: string): string {
    const at = name.lastIndexOf('.');
    let apart = name;
    for (let number = 2; this.#taken.has(keyOf(apart)); number += 1) {
      apart = `${name.slice(0, at)} (${number})${name.slice(at)}`;
    }
    this.#taken.add(keyOf(apart));
    return apart;
  }
}

const keyOf = (name: string): string => name.normalize('NFC').toLocaleLowerCase('vi');
