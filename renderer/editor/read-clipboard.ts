/**
 * What a clipboard holds, as lines of the body and the pictures that go with them. Pictures come as data within the HTML,
 * or (Word) as names of files that no page may open, with their bytes in the same order in RTF beside it.
 */
import { newBlockId } from '../../shared/article/flat-text.ts';
import type { ImportedHtml } from '../../shared/article/import-html/imported-html.ts';
import { plainLines } from '../../shared/article/import-html/plain-lines.ts';
import { picturesOfRtf } from '../../shared/article/import-html/rtf-pictures.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { importClipboardHtml } from './html-lines.ts';

/** Characters of HTML without its pictures. */
const MAX_HTML_LENGTH = 20_000_000;
const MAX_LINES = 5_000;
const MAX_CHARACTERS = 2_000_000;

/** What the clipboard offers, read while the event lasts. */
export type Offered = { html: string; text: string; rtf: string; files: File[] };

export type Pasted = Omit<ImportedHtml, 'lines'> & {
  lines: ImportedHtml['lines'];
  /** Bytes for the places of photos. */
  pictures: { photo: string; file: File }[];
  /** Places whose picture cannot be had. */
  missing: number;
};

export function offeredBy(data: DataTransfer): Offered {
  return {
    html: data.getData('text/html'),
    text: data.getData('text/plain'),
    rtf: data.getData('text/rtf'),
    files: [...data.files],
  };
}

/** Throws AppError: paste-too-large. */
export function readOffered({ html, text, rtf }: Offered, asPlain: boolean): Pasted {
  const { bare, pictures } = takePictures(html);
  if (!asPlain && bare.trim() !== '') {
    if (bare.length > MAX_HTML_LENGTH) throw new AppError('paste-too-large');
    const read = importClipboardHtml(bare, newBlockId, MAX_LINES);
    if (read.lines.length > 0) return bounded({ ...read, ...givePictures(read, pictures, rtf) });
  }
  return bounded({ ...plainLines(text, newBlockId, !asPlain), pictures: [], missing: 0 });
}

function bounded(pasted: Pasted): Pasted {
  let characters = 0;
  for (const { parts } of pasted.lines) for (const part of parts) if ('text' in part) characters += part.text.length;
  if (pasted.lines.length > MAX_LINES || characters > MAX_CHARACTERS) throw new AppError('paste-too-large');
  return pasted;
}

type Picture = { type: string; bytes: Uint8Array<ArrayBuffer> };

const OWN_SOURCE = 'pasted:';
const dataSource = /(\ssrc\s*=\s*)(["'])(data:image\/(?:png|jpeg|jpg|webp);base64,[A-Za-z0-9+/=\s]*)\2/giu;

/** Data that would only be parsed and carried round goes aside; its place keeps a number. */
function takePictures(html: string): { bare: string; pictures: Picture[] } {
  if (!html.includes(';base64,')) return { bare: html, pictures: [] };
  const pictures: Picture[] = [];
  const bare = html.replace(dataSource, (whole, name: string, quote: string, data: string) => {
    const picture = pictureOfData(data);
    if (picture === null) return whole;
    pictures.push(picture);
    return `${name}${quote}${OWN_SOURCE}${pictures.length - 1}${quote}`;
  });
  return { bare, pictures };
}

function pictureOfData(src: string): Picture | null {
  const [, type = '', encoded = ''] = /^data:(image\/(?:png|jpeg|jpg|webp));base64,(.*)$/isu.exec(src) ?? [];
  const bytes = type === '' ? null : bytesOfBase64(encoded);
  return bytes === null ? null : { type: type.toLowerCase().replace('jpg', 'jpeg'), bytes };
}

function bytesOfBase64(data: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

const extensions: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

function givePictures({ lines }: ImportedHtml, data: Picture[], rtf: string): Pick<Pasted, 'pictures' | 'missing'> {
  const wanted = lines.flatMap((line) => line.pictures ?? []).filter(({ sha256 }) => sha256 === undefined);
  // What an article of ours wrote names a place that may have no picture.
  const asked = wanted.filter(({ src }) => src !== '');
  const local = asked.filter(({ src }) => !/^(?:https?|pasted|data|blob|cid):/iu.test(src));
  const beside = local.length > 0 && rtf !== '' ? picturesOfRtf(rtf) : [];
  const pictures: Pasted['pictures'] = [];
  let missing = 0;
  for (const picture of asked) {
    const own = picture.src.startsWith(OWN_SOURCE)
      ? data[Number(picture.src.slice(OWN_SOURCE.length))]
      : pictureOfData(picture.src);
    // Counted alike, or which is which would be a guess.
    const found = own ?? (beside.length === local.length ? beside[local.indexOf(picture)] : undefined);
    if (found == null) {
      missing += 1;
      continue;
    }
    const name = `anh-${pictures.length + 1}.${extensions[found.type] ?? 'png'}`;
    pictures.push({ photo: picture.photo, file: new File([found.bytes], name, { type: found.type }) });
  }
  return { pictures, missing };
}
