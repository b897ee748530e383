/** Text as editors wrote it before Unicode, each byte as a western letter: the tables of decoding, turned round. */
import { TCVN3, VNI_LETTERS, VNI_MARKS, WINDOWS_1258 } from '../../shared/text/legacy/tables.ts';

/** A letter's own marks (â, ơ) and its tone. */
function takeApart(letter: string): { own: string; tone: string } {
  const [base = '', ...marks] = letter.normalize('NFD');
  const tone = marks.find((mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark)) ?? '';
  return { own: (base + marks.filter((mark) => mark !== tone).join('')).normalize('NFC'), tone };
}

export function encodeVni(text: string): string {
  const alone = new Map([...VNI_LETTERS].map(([code, letter]) => [letter, code]));
  const marks = new Map([...VNI_MARKS].map(([code, marked]) => [marked, code]));
  const encode = (letter: string): string => {
    const code = alone.get(letter);
    if (code !== undefined) return code;
    const [base = '', ...behind] = letter.normalize('NFD');
    const horn = behind.includes('\u031b') ? alone.get(`${base}\u031b`.normalize('NFC')) : base;
    const order = behind.filter((mark) => mark !== '\u031b').sort((a, b) => Number(a > b) - Number(a < b));
    const shape: string[] = order.filter((mark) => mark === '\u0302' || mark === '\u0306');
    const mark = marks.get([...shape, ...order.filter((each) => !shape.includes(each))].join('')) ?? '';
    return horn + (letter === letter.toUpperCase() ? mark.toUpperCase() : mark);
  };
  return text.replace(/\p{L}/gu, (letter) => (/[a-z]/iu.test(letter) ? letter : encode(letter)));
}

export function encodeTcvn3(text: string): string {
  return text.replace(/[^\s\x20-\x7e]/gu, (letter) => {
    const at = [TCVN3.indexOf(letter), TCVN3.indexOf(letter.toLowerCase())].find((place) => place > 0);
    return at === undefined ? letter : String.fromCharCode(0xa0 + at);
  });
}

export function encodeWindows1258(text: string): string {
  const codes = new Map([...WINDOWS_1258].map(([code, letter]) => [letter, code]));
  return text.replace(/\p{L}/gu, (letter) => {
    if (/[a-z]/iu.test(letter)) return letter;
    const { own, tone } = takeApart(letter);
    return (codes.get(own) ?? own) + (codes.get(tone) ?? '');
  });
}
