/**
 * What changed between two states of the flat text, as places to keep, to take away and to put in.
 *
 * Lines are matched by their key; those that stayed in order keep their marks and are fixed points. Between two fixed
 * points old and new content is compared as one stretch of characters, in which embeds are characters and marks are
 * characters that equal no other. So Enter is one mark put in, a join is one mark taken away, and a moved line is taken
 * away and put in whole. Where the same change can be told in several ways ("aa" to "aaa") the caret says which; without
 * it, a change begins at a word, so that what others wrote inside a word is not torn from it.
 */
import {
  type Attributes,
  attributeChange,
  type Embed,
  equalEmbeds,
  type LinePart,
} from '../../shared/article/flat-text.ts';

/** Something in a stretch that is not a character. */
type Special = { mark: number } | { embed: Embed };
const SPECIAL = '\uFFFC';

/** `spans` give the formats up to `end`; null where there is no text. */
export type Stretch = {
  text: string;
  specials: Map<number, Special>;
  spans: { end: number; attributes: Attributes | null }[];
};

export type Op =
  | { keep: number; format?: Record<string, true | string | null> }
  | { remove: number }
  | { insert: string; attributes: Attributes }
  | { insertEmbed: Embed }
  /** Counts the lines of the new state. */
  | { insertMark: number };

export function emptyStretch(): Stretch {
  return { text: '', specials: new Map(), spans: [] };
}

export function addParts(stretch: Stretch, parts: readonly LinePart[]): void {
  for (const part of parts) {
    if ('text' in part) {
      stretch.text += part.text;
      stretch.spans.push({ end: stretch.text.length, attributes: part.attributes });
    } else addSpecial(stretch, part);
  }
}

export function addMark(stretch: Stretch, line: number): void {
  addSpecial(stretch, { mark: line });
}

function addSpecial(stretch: Stretch, special: Special): void {
  stretch.specials.set(stretch.text.length, special);
  stretch.text += SPECIAL;
  stretch.spans.push({ end: stretch.text.length, attributes: null });
}

function sameAt(a: Stretch, i: number, b: Stretch, j: number): boolean {
  if (a.text.charCodeAt(i) !== b.text.charCodeAt(j)) return false;
  if (a.specials.size === 0 && b.specials.size === 0) return true;
  const one = a.specials.get(i);
  const other = b.specials.get(j);
  if (one === undefined || other === undefined) return one === other;
  if (a === b && 'mark' in one && 'mark' in other) return one.mark === other.mark;
  return 'embed' in one && 'embed' in other && equalEmbeds(one.embed, other.embed);
}

/** old[oldStart, oldEnd) becomes new[newStart, newEnd). */
type Hunk = { oldStart: number; oldEnd: number; newStart: number; newEnd: number };

function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

/** `caret` is a place of the new stretch. */
export function findHunks(old: Stretch, next: Stretch, caret: number | null, isOneLine: boolean): Hunk[] {
  const oldLength = old.text.length;
  const newLength = next.text.length;
  const shorter = Math.min(oldLength, newLength);
  const afterCaret = caret === null ? shorter : Math.min(shorter, newLength - caret);
  let suffix = 0;
  while (suffix < afterCaret && sameAt(old, oldLength - 1 - suffix, next, newLength - 1 - suffix)) suffix += 1;
  let prefix = 0;
  while (prefix < shorter - suffix && sameAt(old, prefix, next, prefix)) prefix += 1;
  while (suffix < shorter - prefix && sameAt(old, oldLength - 1 - suffix, next, newLength - 1 - suffix)) suffix += 1;
  // Half of a surrogate pair is no character.
  if (prefix > 0 && (isLowSurrogate(old.text, prefix) || isLowSurrogate(next.text, prefix))) prefix -= 1;
  if (suffix > 0 && (isLowSurrogate(old.text, oldLength - suffix) || isLowSurrogate(next.text, newLength - suffix))) {
    suffix -= 1;
  }
  const hunk = { oldStart: prefix, oldEnd: oldLength - suffix, newStart: prefix, newEnd: newLength - suffix };
  if (hunk.oldStart === hunk.oldEnd && hunk.newStart === hunk.newEnd) return [];
  if (hunk.oldStart === hunk.oldEnd) return [slideInsert(old, next, hunk, caret)];
  if (hunk.newStart === hunk.newEnd) return [slideRemove(old, next, hunk, caret)];
  return compareWords(old, next, hunk, isOneLine);
}

const WORD = /[\p{L}\p{M}\p{N}_]/u;

/** Whether a word begins or ends between the places before and after `at`. */
function isBoundary(stretch: Stretch, at: number): boolean {
  if (at === 0 || at === stretch.text.length) return true;
  return WORD.test(stretch.text[at - 1]!) !== WORD.test(stretch.text[at]!) || stretch.specials.has(at - 1);
}

/** Chooses where a stretch [start, end) of `stretch` really is, as [start - left, end + right) repeats itself. */
function slide(stretch: Stretch, start: number, end: number, decided: (at: number) => boolean): number {
  let low = 0;
  while (start + low > 0 && sameAt(stretch, start + low - 1, stretch, end + low - 1)) low -= 1;
  let high = 0;
  while (end + high < stretch.text.length && sameAt(stretch, start + high, stretch, end + high)) high += 1;
  if (low === 0 && high === 0) return 0;
  for (let by = low; by <= high; by += 1) if (decided(by)) return by;
  const whole = (by: number): boolean =>
    !isLowSurrogate(stretch.text, start + by) && !isLowSurrogate(stretch.text, end + by);
  for (let by = high; by >= low; by -= 1) {
    if (isBoundary(stretch, start + by) && isBoundary(stretch, end + by) && whole(by)) return by;
  }
  for (let by = high; by >= low; by -= 1) if (isBoundary(stretch, start + by) && whole(by)) return by;
  return 0;
}

function slideInsert(_old: Stretch, next: Stretch, hunk: Hunk, caret: number | null): Hunk {
  const by = slide(next, hunk.newStart, hunk.newEnd, (by) => caret === hunk.newEnd + by);
  return moved(hunk, by);
}

function slideRemove(old: Stretch, _next: Stretch, hunk: Hunk, caret: number | null): Hunk {
  const by = slide(old, hunk.oldStart, hunk.oldEnd, (by) => caret === hunk.newStart + by);
  return moved(hunk, by);
}

function moved(hunk: Hunk, by: number): Hunk {
  return {
    oldStart: hunk.oldStart + by,
    oldEnd: hunk.oldEnd + by,
    newStart: hunk.newStart + by,
    newEnd: hunk.newEnd + by,
  };
}

const MAX_WORD_TABLE = 1_000_000;

/** Words of a stretch between two places, as the places where they begin, and the end. */
function wordStarts(stretch: Stretch, start: number, end: number): number[] {
  const starts: number[] = [];
  const words = /[\p{L}\p{M}\p{N}_]+|\s+|./suy;
  words.lastIndex = start;
  while (words.lastIndex < end) {
    starts.push(words.lastIndex);
    if (words.exec(stretch.text) === null) break;
  }
  starts.push(end);
  return starts;
}

const WITHIN_A_WORD = /^[\p{L}\p{M}\p{N}_]*$/u;

/**
 * What is compared begins and ends between words: "b4z" to "b5z b4z" keeps "b4z". Only within one line may a part of a
 * word become another, as when an input method adds a tone mark; between lines equal letters are chance.
 */
function snapToWords(old: Stretch, next: Stretch, hunk: Hunk, isOneLine: boolean): Hunk {
  let { oldStart, oldEnd, newStart, newEnd } = hunk;
  const [before, after] = [old.text.slice(oldStart, oldEnd), next.text.slice(newStart, newEnd)];
  if (isOneLine && WITHIN_A_WORD.test(before) && WITHIN_A_WORD.test(after)) return hunk;
  while (oldStart > 0 && newStart > 0 && !(isBoundary(old, oldStart) && isBoundary(next, newStart))) {
    oldStart -= 1;
    newStart -= 1;
  }
  while (
    oldEnd < old.text.length &&
    newEnd < next.text.length &&
    !(isBoundary(old, oldEnd) && isBoundary(next, newEnd))
  ) {
    oldEnd += 1;
    newEnd += 1;
  }
  return { oldStart, oldEnd, newStart, newEnd };
}

/** Both sides changed: keeps the words that they have in common, in the order that keeps most. */
function compareWords(old: Stretch, next: Stretch, changed: Hunk, isOneLine: boolean): Hunk[] {
  const hunk = snapToWords(old, next, changed, isOneLine);
  const oldStarts = wordStarts(old, hunk.oldStart, hunk.oldEnd);
  const newStarts = wordStarts(next, hunk.newStart, hunk.newEnd);
  const rows = oldStarts.length - 1;
  const columns = newStarts.length - 1;
  if (rows * columns <= 1 || rows * columns > MAX_WORD_TABLE) return [hunk];
  const same = (row: number, column: number): boolean => {
    const length = oldStarts[row + 1]! - oldStarts[row]!;
    if (length !== newStarts[column + 1]! - newStarts[column]!) return false;
    for (let i = 0; i < length; i += 1) {
      if (!sameAt(old, oldStarts[row]! + i, next, newStarts[column]! + i)) return false;
    }
    return true;
  };
  const width = columns + 1;
  const kept = new Uint32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const skip = Math.max(kept[(row + 1) * width + column]!, kept[row * width + column + 1]!);
      const length = oldStarts[row + 1]! - oldStarts[row]!;
      kept[row * width + column] = same(row, column)
        ? Math.max(skip, kept[(row + 1) * width + column + 1]! + length)
        : skip;
    }
  }
  const hunks: Hunk[] = [];
  let [row, column] = [0, 0];
  let [oldFrom, newFrom] = [hunk.oldStart, hunk.newStart];
  const close = (oldTo: number, newTo: number): void => {
    if (oldFrom < oldTo || newFrom < newTo) {
      hunks.push({ oldStart: oldFrom, oldEnd: oldTo, newStart: newFrom, newEnd: newTo });
    }
  };
  while (row < rows && column < columns) {
    const here = kept[row * width + column]!;
    if (same(row, column) && here === kept[(row + 1) * width + column + 1]! + oldStarts[row + 1]! - oldStarts[row]!) {
      close(oldStarts[row]!, newStarts[column]!);
      row += 1;
      column += 1;
      oldFrom = oldStarts[row]!;
      newFrom = newStarts[column]!;
    } else if (kept[(row + 1) * width + column]! >= kept[row * width + column + 1]!) row += 1;
    else column += 1;
  }
  close(hunk.oldEnd, hunk.newEnd);
  return hunks;
}

/** Ops with neighbours of the same sort joined. */
export class OpList {
  readonly ops: Op[] = [];

  keep(places: number, format?: Record<string, true | string | null>): void {
    if (places === 0) return;
    const last = this.ops.at(-1);
    if (format === undefined && last !== undefined && 'keep' in last && last.format === undefined) last.keep += places;
    else this.ops.push(format === undefined ? { keep: places } : { keep: places, format });
  }

  remove(places: number): void {
    if (places === 0) return;
    const last = this.ops.at(-1);
    if (last !== undefined && 'remove' in last) last.remove += places;
    else this.ops.push({ remove: places });
  }
}

function attributesAt(stretch: Stretch, at: number): { attributes: Attributes | null; end: number } {
  let [low, high] = [0, stretch.spans.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretch.spans[middle]!.end > at) high = middle;
    else low = middle + 1;
  }
  return stretch.spans[low]!;
}

function keepStretch(ops: OpList, old: Stretch, from: number, next: Stretch, newFrom: number, places: number): void {
  let done = 0;
  while (done < places) {
    const before = attributesAt(old, from + done);
    const after = attributesAt(next, newFrom + done);
    const run = Math.min(before.end - from, after.end - newFrom, places) - done;
    const change =
      before.attributes === null || after.attributes === null
        ? undefined
        : attributeChange(before.attributes, after.attributes);
    ops.keep(run, change);
    done += run;
  }
}

function insertStretch(ops: OpList, next: Stretch, from: number, to: number): void {
  let at = from;
  while (at < to) {
    const special = next.specials.get(at);
    if (special !== undefined) {
      ops.ops.push('mark' in special ? { insertMark: special.mark } : { insertEmbed: special.embed });
      at += 1;
      continue;
    }
    const { attributes, end } = attributesAt(next, at);
    const until = Math.min(end, to);
    ops.ops.push({ insert: next.text.slice(at, until), attributes: attributes ?? {} });
    at = until;
  }
}

/** Adds the ops that make `next` of `old`. `isOneLine`: both are the same line, before and after an edit in it. */
export function diffStretch(ops: OpList, old: Stretch, next: Stretch, caret: number | null, isOneLine: boolean): void {
  let at = 0;
  let newAt = 0;
  for (const hunk of findHunks(old, next, caret, isOneLine)) {
    keepStretch(ops, old, at, next, newAt, hunk.oldStart - at);
    ops.remove(hunk.oldEnd - hunk.oldStart);
    insertStretch(ops, next, hunk.newStart, hunk.newEnd);
    at = hunk.oldEnd;
    newAt = hunk.newEnd;
  }
  keepStretch(ops, old, at, next, newAt, old.text.length - at);
}

/**
 * The keys that may stay where they are: of those in both orders, the increasing run that weighs most. All of them in
 * the usual case that nothing was moved.
 */
export function keptKeys(
  old: readonly string[],
  next: readonly string[],
  weight: (key: string) => number,
): Set<string> {
  const position = new Map(next.map((key, index) => [key, index]));
  const common = old.filter((key) => position.has(key));
  const places = common.map((key) => position.get(key)!);
  if (places.every((place, index) => index === 0 || places[index - 1]! < place)) return new Set(common);
  const best: number[] = [];
  const from: number[] = [];
  let end = 0;
  for (let i = 0; i < common.length; i += 1) {
    let before = -1;
    for (let j = 0; j < i; j += 1) {
      if (places[j]! < places[i]! && (before === -1 || best[j]! > best[before]!)) before = j;
    }
    best[i] = weight(common[i]!) + (before === -1 ? 0 : best[before]!);
    from[i] = before;
    if (best[i]! > best[end]!) end = i;
  }
  const kept = new Set<string>();
  for (let i = end; i !== -1 && i !== undefined; i = from[i]!) kept.add(common[i]!);
  return kept;
}
