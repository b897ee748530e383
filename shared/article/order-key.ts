/**
 * Keys that sort: between any two there is always another, so rows that two people put in at one place both stay.
 * Digits of base 62, read as a fraction; a key never ends in the lowest digit.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A key after `before` and before `after`; null stands for the ends. Keys that are equal or out of order give one behind `before`. */
export function orderKeyBetween(before: string | null, after: string | null): string {
  const low = before ?? '';
  const high = after !== null && after > low ? after : null;
  let key = '';
  let isFree = high === null;
  for (let at = 0; ; at += 1) {
    const from = at < low.length ? Math.max(0, DIGITS.indexOf(low[at]!)) : 0;
    const to = isFree || high === null || at >= high.length ? DIGITS.length : Math.max(0, DIGITS.indexOf(high[at]!));
    if (to - from > 1) return key + DIGITS[(from + to) >> 1]!;
    key += DIGITS[from]!;
    if (to > from) isFree = true;
  }
}

/** That many keys in order between two others, short ones also where many come at once. */
export function orderKeysBetween(before: string | null, after: string | null, count: number): string[] {
  if (count <= 0) return [];
  const middle = orderKeyBetween(before, after);
  const below = (count - 1) >> 1;
  return [...orderKeysBetween(before, middle, below), middle, ...orderKeysBetween(middle, after, count - 1 - below)];
}

/** That many keys in order, with room between them. */
export function orderKeys(count: number): string[] {
  const width = count > 3000 ? 3 : 2;
  const room = DIGITS.length ** width;
  return Array.from({ length: count }, (_, index) => {
    let value = Math.floor(((index + 1) * room) / (count + 1));
    let key = '';
    for (let digit = 0; digit < width; digit += 1) {
      key = DIGITS[value % DIGITS.length]! + key;
      value = Math.floor(value / DIGITS.length);
    }
    return `${key}V`;
  });
}
