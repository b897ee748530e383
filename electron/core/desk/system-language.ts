/** The language of the computer, of the two that the product speaks. */
export function systemLanguage(
  locale: string = process.env.LC_ALL ||
    process.env.LC_MESSAGES ||
    process.env.LANG ||
    Intl.DateTimeFormat().resolvedOptions().locale,
): 'vi' | 'en' {
  return /^vi\b|^vi[_-]/i.test(locale) ? 'vi' : 'en';
}
