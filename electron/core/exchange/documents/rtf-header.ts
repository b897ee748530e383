/** What the head of an RTF file says of fonts, styles and lists: its tables, gathered while they are read. */
import { type LegacyEncoding, legacyEncodingOfFont } from '../../../../shared/text/legacy/encodings.ts';
import { decodeBytes, encodingOfCharset, encodingOfCodePage } from './rtf-code-pages.ts';

export type RtfFont = { encoding: string | null; legacy: LegacyEncoding | null };
export type RtfStyle = { name: string; level: number | null };

const NUMBERS_NOTHING = 255;
const BULLET = 23;

export class RtfHeader {
  /** Of the file, where a font has none. */
  encoding = encodingOfCodePage(1252);
  readonly fonts = new Map<number, RtfFont>();
  readonly styles = new Map<number, RtfStyle>();
  /** By list id: the kind of numbers of each level. */
  readonly #lists = new Map<number, number[]>();
  readonly #overrides = new Map<number, number>();
  #font = { number: 0, charset: 0, name: '' };
  #style = { number: 0, level: null as number | null, name: '' };
  #levels: number[] = [];
  #listId = 0;

  fontWord(word: string, value: number): void {
    if (word === 'f') this.#font = { number: value, charset: 0, name: '' };
    else if (word === 'fcharset') this.#font.charset = value;
  }

  fontName(bytes: string): void {
    this.#font.name += bytes;
    if (!this.#font.name.includes(';')) return;
    const name = this.#font.name.split(';')[0]!.trim();
    const { number, charset } = this.#font;
    this.fonts.set(number, { encoding: encodingOfCharset(charset), legacy: legacyEncodingOfFont(name) });
    this.#font.name = '';
  }

  styleWord(word: string, value: number): void {
    if (word === 's') this.#style = { number: value, level: null, name: '' };
    else if (word === 'outlinelevel') this.#style.level = value;
    // Styles of characters and sections have numbers of their own.
    else if (word === 'cs' || word === 'ds' || word === 'ts') this.#style = { number: -1, level: null, name: '' };
  }

  styleName(bytes: string): void {
    this.#style.name += bytes;
    if (!this.#style.name.includes(';')) return;
    const { number, level, name } = this.#style;
    const own = decodeBytes(name.split(';')[0]!.trim(), this.encoding);
    if (number >= 0) this.styles.set(number, { name: own, level });
    this.#style = { number: 0, level: null, name: '' };
  }

  listWord(word: string, value: number): void {
    if (word === 'list') this.#levels = [];
    else if (word === 'levelnfc') this.#levels.push(value);
    else if (word === 'listid') this.#lists.set(value, this.#levels);
  }

  overrideWord(word: string, value: number): void {
    if (word === 'listid') this.#listId = value;
    else if (word === 'ls') this.#overrides.set(value, this.#listId);
  }

  /** Null where the list numbers nothing: its paragraphs only stand further in. */
  listKind(list: number, level: number): 'bullet' | 'number' | null {
    const format = this.#lists.get(this.#overrides.get(list) ?? list)?.[level];
    if (format === undefined || format === NUMBERS_NOTHING) return null;
    return format === BULLET ? 'bullet' : 'number';
  }
}
