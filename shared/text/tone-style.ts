/** Where the tone mark of oa, oe and uy stands at the end of a syllable: hòa, khỏe, thủy (old) or hoà, khoẻ, thuỷ (new). */

const oldOfNew = new Map<string, string>();
for (const [vowels, tones] of [
  ['oa', 'òa ỏa õa óa ọa'],
  ['oe', 'òe ỏe õe óe ọe'],
  ['uy', 'ùy ủy ũy úy ụy'],
] as const) {
  const marks = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
  for (const [index, old] of tones.split(' ').entries()) {
    oldOfNew.set((vowels + marks[index]).normalize('NFC'), old);
  }
}
const newStyle = /(?<!q)(?:o[àảãáạèẻẽéẹ]|u[ỳỷỹýỵ])$/u;

/** A syllable in small letters (NFC) in the old style; one that is no such syllable stays as it is. */
export function toOldToneStyle(syllable: string): string {
  return syllable.replace(newStyle, (vowels) => oldOfNew.get(vowels) ?? vowels);
}
