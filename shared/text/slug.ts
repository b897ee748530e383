import { foldText } from './fold.ts';

const MAX_SLUG_LENGTH = 80;

/**
 * A name for addresses and files: ASCII letters, digits and hyphens, cut at a word within `maxLength` characters.
 * `Chuyển đổi số: 10 việc` → `chuyen-doi-so-10-viec`. Empty when the text holds nothing that can stay.
 */
export function slugify(text: string, maxLength = MAX_SLUG_LENGTH): string {
  const words = foldText(text)
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > maxLength) break;
    slug = longer;
  }
  return slug === '' ? (words[0] ?? '').slice(0, maxLength) : slug;
}
