/**
 * The pictures of an RTF document in order, without reading the rest of it. Word names the pictures of its HTML by files
 * that no page may open, and puts their bytes beside it as RTF:
 *
 *   {\*\shppict{\pict…\pngblip 8950…}}{\nonshppict{\pict…\wmetafile8 0100…}}
 *
 * The second is the same once more for old readers, and is passed over, as are the pictures of bullets.
 */

export type RtfPicture = { type: 'image/png' | 'image/jpeg'; bytes: Uint8Array<ArrayBuffer> };

const PICT = '{\\pict';
const passedOver = /\{\\(?:nonshppict|\*\\(?:listpicture|bkgrnd))[^{}]{0,200}$/u;
const LOOK_BACK = 260;

/** A picture in another format is null, so that those behind it keep their places. */
export function picturesOfRtf(rtf: string): (RtfPicture | null)[] {
  const pictures: (RtfPicture | null)[] = [];
  let skippedTo = 0;
  for (let at = rtf.indexOf(PICT); at !== -1; at = rtf.indexOf(PICT, at + PICT.length)) {
    if (at < skippedTo) continue;
    const before = rtf.slice(Math.max(0, at - LOOK_BACK), at);
    const end = groupEnd(rtf, at);
    if (passedOver.test(before)) continue;
    skippedTo = end;
    pictures.push(readPicture(rtf.slice(at + 1, end)));
  }
  return pictures;
}

/** Where the group that begins at `start` ends. */
function groupEnd(rtf: string, start: number): number {
  const brace = /\\[{}\\]|[{}]/gu;
  brace.lastIndex = start;
  let depth = 0;
  for (let found = brace.exec(rtf); found !== null; found = brace.exec(rtf)) {
    if (found[0] === '{') depth += 1;
    else if (found[0] === '}') depth -= 1;
    if (depth === 0) return found.index;
  }
  return rtf.length;
}

function readPicture(group: string): RtfPicture | null {
  const type = group.includes('\\pngblip') ? 'image/png' : group.includes('\\jpegblip') ? 'image/jpeg' : null;
  if (type === null || group.includes('\\bin')) return null;
  // The bytes come last, behind every control word and group.
  const control = Math.max(group.lastIndexOf('}'), group.lastIndexOf('\\'));
  const tail = group.slice(control);
  const data = tail.startsWith('\\') ? tail.replace(/^\\[a-z]+-?\d* ?/iu, '') : tail.slice(1);
  const hex = data.replace(/\s+/gu, '');
  if (hex.length < 16 || hex.length % 2 !== 0 || /[^0-9a-f]/iu.test(hex)) return null;
  const bytes = new Uint8Array(hex.length / 2);
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
  }
  return { type, bytes };
}
