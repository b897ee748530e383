/**
 * Which characters a TrueType font can show: the code points of its cmap table (OpenType 1.9, format 4, which covers the
 * Basic Multilingual Plane). A character that it lacks would be printed as an empty box of no meaning.
 */

const PLATFORM_WINDOWS = 3;
const ENCODING_BMP = 1;
const FORMAT_SEGMENTS = 4;

/** Throws RangeError on what is no such font. */
export function readCoverage(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = segments(view, findTable(view, 'cmap'));
  const count = view.getUint16(table + 6) / 2;
  const [ends, starts] = [table + 14, table + 16 + count * 2];
  const [deltas, offsets] = [starts + count * 2, starts + count * 4];
  const covered = new Set<number>();
  for (let segment = 0; segment < count; segment += 1) {
    const start = view.getUint16(starts + segment * 2);
    const end = view.getUint16(ends + segment * 2);
    const delta = view.getUint16(deltas + segment * 2);
    const offset = view.getUint16(offsets + segment * 2);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph = offset === 0 ? code : view.getUint16(offsets + segment * 2 + offset + (code - start) * 2);
      // Glyph 0 is the box for what is missing.
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) covered.add(code);
    }
  }
  return covered;
}

function findTable(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(at + letter)));
    if (name === tag) return view.getUint32(at + 8);
  }
  throw new RangeError(`no table ${tag} in the font`);
}

function segments(view: DataView, cmap: number): number {
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const at = cmap + 4 + index * 8;
    const table = cmap + view.getUint32(at + 4);
    const isBmp = view.getUint16(at) === PLATFORM_WINDOWS && view.getUint16(at + 2) === ENCODING_BMP;
    if (isBmp && view.getUint16(table) === FORMAT_SEGMENTS) return table;
  }
  throw new RangeError('no cmap of format 4 in the font');
}
