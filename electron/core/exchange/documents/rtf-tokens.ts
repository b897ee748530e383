/** A rich text file (RTF 1.9.1) in its pieces. One character of `rtf` is one byte of the file. */

export type RtfToken =
  | { what: 'open' | 'close' }
  /** A control word, or a control symbol by its sign; `value` is null where none is given. */
  | { what: 'control'; word: string; value: number | null }
  /** Characters as bytes of whatever code page the font has. */
  | { what: 'bytes'; bytes: string };

const controlWord = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const plainText = /[^\\{}\r\n\0]+/y;
const hexadecimal = /[0-9a-fA-F]{2}/y;

export function* rtfTokens(rtf: string): Generator<RtfToken> {
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(rtf);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  while (at < rtf.length) {
    const char = rtf[at]!;
    if (char === '{' || char === '}') {
      at += 1;
      yield { what: char === '{' ? 'open' : 'close' };
    } else if (char !== '\\') {
      const text = match(plainText);
      if (text === null) at += 1;
      else yield { what: 'bytes', bytes: text[0] };
    } else {
      at += 1;
      const control = match(controlWord);
      if (control !== null) {
        const [, word = '', digits] = control;
        const value = digits === undefined ? null : Number(digits);
        // What follows is not text, whatever it looks like.
        if (word === 'bin' && value !== null && value > 0) {
          yield { what: 'control', word, value };
          yield { what: 'bytes', bytes: rtf.slice(at, at + value) };
          at += value;
        } else yield { what: 'control', word, value };
        continue;
      }
      const sign = rtf[at] ?? '';
      at += 1;
      if (sign === "'") {
        const hex = match(hexadecimal);
        if (hex !== null) yield { what: 'bytes', bytes: String.fromCharCode(Number.parseInt(hex[0], 16)) };
      } else if (sign === '\\' || sign === '{' || sign === '}') yield { what: 'bytes', bytes: sign };
      else if (sign === '\r' || sign === '\n') yield { what: 'control', word: 'par', value: null };
      else if (sign !== '') yield { what: 'control', word: sign, value: null };
    }
  }
}
