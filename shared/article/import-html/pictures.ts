/** Pictures of a page: which of them are photos, and what is said of them. */
import { cleanLine } from '../clean-text.ts';
import type { ImportedPicture } from './imported-html.ts';
import { readLength, type Style } from './read-style.ts';

/** Smaller ones are bullets, icons, and pixels that count readers. */
const MIN_PICTURE_PX = 33;
const MAX_PLACEHOLDER_LENGTH = 400;
const MAX_ALT_LENGTH = 1_000;
const madeByMachine = /automatically generated|được tạo tự động|\.(?:jpe?g|png|gif|webp)$/iu;
/** Where pages keep the address of a picture that loads later. */
const lateSources = ['data-src', 'data-original', 'data-lazy-src', 'data-url'] as const;

type Read = (name: string) => string | null;

/** A little picture that stands for a letter: its text. Null for others. */
export function emojiOf(read: Read): string | null {
  const alt = read('alt') ?? '';
  if (alt === '' || alt.length > 16) return null;
  return /^(?:\p{Extended_Pictographic}|\p{Emoji_Component})+$/u.test(alt) && !/^[\d#*]+$/u.test(alt) ? alt : null;
}

/** Null for what is no photo. */
export function pictureOf(read: Read, style: Style, photo: string): ImportedPicture | null {
  const size = (name: 'width' | 'height'): number => {
    const own = name === 'width' ? style.width : undefined;
    const length = own ?? readLength(read(name) ?? '');
    return length === undefined || length.isShare ? Number.POSITIVE_INFINITY : length.value;
  };
  const [width, height] = [size('width'), size('height')];
  if (Math.min(width, height) < 4 || Math.max(width, height) < MIN_PICTURE_PX) return null;
  const src = (read('src') ?? '').trim();
  const isPlaceholder = src === '' || /^data:image\/(?:gif|svg)/iu.test(src) || src.startsWith('about:');
  const late = isPlaceholder ? lateSources.map(read).find((found) => found !== null && found.trim() !== '') : undefined;
  // What holds a place open until a script puts the picture there.
  if (isPlaceholder && late === undefined && src.length <= MAX_PLACEHOLDER_LENGTH) return null;
  const alt = cleanLine((read('alt') ?? '').slice(0, MAX_ALT_LENGTH)).trim();
  return {
    photo,
    src: late?.trim() ?? src,
    caption: '',
    credit: '',
    alt: madeByMachine.test(alt) ? '' : alt,
  };
}
