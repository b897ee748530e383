/** Numbers and bullets that list items carry in the original. */

/** What stands before a list item in the original. `isFirst`: a list may begin with it. */
export type Marker = { text: string; kind: 'bullet' | 'number' | 'words'; isFirst: boolean };

/** `1.`, `(2)`, `a)`, `iv.` are numbers, `Điều 3.` is words of the text, everything else is a bullet. */
export function readMarker(raw: string): Marker {
  const text = raw.replace(/[\s\u00a0]+/gu, ' ').trim();
  const numbers = /^[([]?((?:\d{1,4}\.)*)(\d{1,4})\s?[.):\]/-]*$/u.exec(text);
  if (numbers !== null) {
    return { text, kind: 'number', isFirst: Number(numbers[2]) === 1 };
  }
  if (/^[([]?(?:[a-zđ]|[ivxl]{1,6})[.)\]/-]+$/iu.test(text)) {
    return { text, kind: 'number', isFirst: /^[([]?[ai][.)\]/-]/iu.test(text) };
  }
  const isWords = /\p{L}{2}/u.test(text) && /\d|[IVX]/u.test(text);
  return { text, kind: isWords ? 'words' : 'bullet', isFirst: false };
}
