/** What the western letters U+00A0 to U+00FF stand for in each encoding; a space where they stand for nothing. */

const FIRST = 0xa0;

const rows = (first: string, ...others: string[]): string => [first, ...others].join('');

export const TCVN3 = rows(
  ' ĂÂÊÔƠƯĐăâêôơưđ ',
  '     àảãáạ ằẳẵắ ',
  '      ặầẩẫấậè ẻẽ',
  'éẹềểễếệìỉ   ĩíịò',
  ' ỏõóọồổỗốộờởỡớợù',
  ' ủũúụừửữứựỳỷỹýỵ ',
);

/** Letters of VNI that stand alone, small and capital. */
export const VNI_LETTERS: ReadonlyMap<string, string> = new Map(
  [...'ôơöưñđííììæỉóĩòịîỵÔƠÖƯÑĐÍÍÌÌÆỈÓĨÒỊÎỴ']
    .map((letter, index, all) => [letter, all[index + 1] ?? ''] as const)
    .filter((_, index) => index % 2 === 0),
);

const [ACUTE, GRAVE, HOOK, TILDE, DOT] = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const [CIRCUMFLEX, BREVE] = ['\u0302', '\u0306'];

/** What a letter of VNI puts on the letter before it; small ones here, capitals mean the same. */
export const VNI_MARKS: ReadonlyMap<string, string> = new Map([
  ['ù', ACUTE],
  ['ø', GRAVE],
  ['û', HOOK],
  ['õ', TILDE],
  ['ï', DOT],
  ['â', CIRCUMFLEX],
  ['á', CIRCUMFLEX + ACUTE],
  ['à', CIRCUMFLEX + GRAVE],
  ['å', CIRCUMFLEX + HOOK],
  ['ã', CIRCUMFLEX + TILDE],
  ['ä', CIRCUMFLEX + DOT],
  ['ê', BREVE],
  ['é', BREVE + ACUTE],
  ['è', BREVE + GRAVE],
  ['ú', BREVE + HOOK],
  ['ü', BREVE + TILDE],
  ['ë', BREVE + DOT],
]);

/** Where windows-1258 differs from the western code page (1252). */
export const WINDOWS_1258: ReadonlyMap<string, string> = new Map([
  ['Ã', 'Ă'],
  ['ã', 'ă'],
  ['Ð', 'Đ'],
  ['ð', 'đ'],
  ['Õ', 'Ơ'],
  ['õ', 'ơ'],
  ['Ý', 'Ư'],
  ['ý', 'ư'],
  ['þ', '₫'],
  ['Ì', GRAVE],
  ['Ò', HOOK],
  ['Þ', TILDE],
  ['ì', ACUTE],
  ['ò', DOT],
]);

/** The letter that a western one stands for in TCVN3, or itself. */
export function tcvn3Letter(letter: string): string {
  const meant = TCVN3.charAt(letter.charCodeAt(0) - FIRST);
  return meant === '' || meant === ' ' ? letter : meant;
}
