import { isWordAt } from './word-characters.ts';

const space = /\s/u;

/**
 * Vietnamese "tiếng": whitespace tokens that hold at least one letter or digit. It runs over the whole text at each change,
 * so it looks at each character once.
 */
export function countSyllables(text: string): number {
  let count = 0;
  let isCounted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (!isCounted && isWordAt(text, at)) {
      count += 1;
      isCounted = true;
    } else if (isCounted && isSpaceAt(text, at)) isCounted = false;
  }
  return count;
}

function isSpaceAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || (unit < 0x20 || unit > 0x7e ? space.test(text.charAt(at)) : false);
}

/** Characters as people count them here: code points, spaces among them. */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) count -= 1;
  return count;
}
