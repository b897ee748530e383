/** Longer than any caption that a person wrote on purpose. */
const MAX_CHARACTERS = 2_000;

/** A stranger's text on one line: NFC, well-formed, without controls, not endless. */
export function safeText(text: string): string {
  const line = text
    .slice(0, MAX_CHARACTERS * 2)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return [...line].slice(0, MAX_CHARACTERS).join('');
}
