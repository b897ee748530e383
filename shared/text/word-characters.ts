/** Where words begin and end: letters and digits of any script make words, everything else parts them. */
const letterOrDigit = /[\p{L}\p{N}]/u;

const UNKNOWN = 0;
const YES = 1;
const NO = 2;
const units = new Uint8Array(0x1_0000);

/** True where the character that the UTF-16 unit at `at` belongs to is a letter or a digit; false outside the text. */
export function isWordAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const start = unit >= 0xdc00 ? at - 1 : at;
    return letterOrDigit.test(String.fromCodePoint(text.codePointAt(Math.max(0, start)) ?? 0));
  }
  if (units[unit] === UNKNOWN) units[unit] = letterOrDigit.test(String.fromCharCode(unit)) ? YES : NO;
  return units[unit] === YES;
}
