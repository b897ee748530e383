/**
 * The encodings that Vietnamese was written in before Unicode, as they are met today: the bytes of a font's own code, read
 * as western letters. So each table goes from western letters (U+0080 to U+00FF) to Vietnamese ones.
 *
 *   tcvn3         ABC, the .Vn fonts: one letter each. Capitals with a tone mark have no code of their own; they are
 *                 written as small letters, or in a font whose small letters look like capitals (.VnTimeH).
 *   vni           VNI fonts: a letter, and behind it another that stands for its marks.
 *   windows-1258  Windows: letters, and tone marks behind them.
 */
export const legacyEncodings = ['tcvn3', 'tcvn3-caps', 'vni', 'windows-1258'] as const;
export type LegacyEncoding = (typeof legacyEncodings)[number];

/** `.VnTime` → tcvn3, `.VnTimeH` → tcvn3-caps, `VNI-Times` → vni; null for any other font. */
export function legacyEncodingOfFont(name: string): LegacyEncoding | null {
  const font = name
    .trim()
    .replace(/^["']+|["']+$/gu, '')
    .trim();
  if (/^vni[ -]/iu.test(font)) return 'vni';
  if (!/^\.vn\p{L}/iu.test(font)) return null;
  return /\p{Ll}H$/u.test(font.replace(/\s+(?:bold|italic|regular)$/iu, '')) ? 'tcvn3-caps' : 'tcvn3';
}
