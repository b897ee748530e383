/**
 * Folding for search, sorting out equal names and slugs: what a person types without tone marks finds the text that
 * has them. NFD, combining diacritics dropped, lower case, đ→d. Marks of other scripts (Khmer, Cham, Thai vowels)
 * stay: there they are letters, not accents.
 */

const diacritics = /[\u0300-\u036f]/gu;

function foldPiece(text: string): string {
  return text.normalize('NFD').replace(diacritics, '').toLowerCase().replaceAll('đ', 'd').replaceAll('ς', 'σ');
}

/** What a UTF-16 unit folds to: itself one unit; SLOW where it folds to none or several; UNKNOWN until it was met. */
const UNKNOWN = 0xffff;
const SLOW = 0xfffe;
const units = new Uint16Array(0x1_0000).fill(UNKNOWN);
const MOST_ARGUMENTS = 8_192;

function unitOf(unit: number): number {
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  const folded = isSurrogate ? '' : foldPiece(String.fromCharCode(unit));
  units[unit] = folded.length === 1 ? folded.charCodeAt(0) : SLOW;
  return units[unit];
}

/** `Đồng chí Nguyễn Phú Tiến` → `dong chi nguyen phu tien`. The same for NFC and NFD input. */
export function foldText(text: string): string {
  // Vietnamese in NFC folds unit by unit, which is four times as fast as decomposing it.
  const folded = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let to = units[unit]!;
    if (to === UNKNOWN) to = unitOf(unit);
    if (to === SLOW) return foldPiece(text);
    folded[at] = to;
  }
  if (folded.length <= MOST_ARGUMENTS) return String.fromCharCode.apply(null, folded as unknown as number[]);
  let whole = '';
  for (let at = 0; at < folded.length; at += MOST_ARGUMENTS) {
    whole += String.fromCharCode.apply(null, folded.subarray(at, at + MOST_ARGUMENTS) as unknown as number[]);
  }
  return whole;
}

/** A folded text that knows where each of its characters stood in the original. */
export type FoldedText = {
  readonly folded: string;
  /** For each UTF-16 unit of `folded` the offset of its origin; one more entry holds the original's length. */
  readonly offsets: readonly number[];
};

/** Folds like {@link foldText}, character by character, keeping the way back. */
export function foldWithOffsets(text: string): FoldedText {
  const offsets: number[] = [];
  let folded = '';
  let at = 0;
  for (const char of text) {
    const piece = foldPiece(char);
    for (let unit = 0; unit < piece.length; unit += 1) offsets.push(at);
    folded += piece;
    at += char.length;
  }
  offsets.push(text.length);
  return { folded, offsets };
}

/** The stretch of the original that `folded.slice(start, end)` came from, its combining marks included. */
export function originalRange(text: FoldedText, start: number, end: number): { start: number; end: number } {
  const from = text.offsets[start] ?? 0;
  if (end <= start) return { start: from, end: from };
  const last = text.offsets[end - 1] ?? from;
  // One character may fold to several (a Hangul syllable): the range ends where the next character begins.
  let next = end;
  while (next < text.offsets.length - 1 && text.offsets[next] === last) next += 1;
  return { start: from, end: text.offsets[next] ?? last };
}
