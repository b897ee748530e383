/**
 * Reads a rich text file: its words as they come, on a stack of groups. What stands in a destination that is not known is
 * passed over, as the format asks for (RTF 1.9.1, "Conventions of an RTF Reader").
 */
import { NOTHING_FOUND } from '../../../../shared/article/import/empty-preview.ts';
import { safeLink } from '../../../../shared/article/safe-link.ts';
import type { ReadDocument } from '../source-line.ts';
import type { Formats } from './line-text.ts';
import { noteLines } from './note-lines.ts';
import { DamagedFile } from './reading-faults.ts';
import { bytesAsLetters, decodeBytes, encodingOfCodePage } from './rtf-code-pages.ts';
import { RtfHeader } from './rtf-header.ts';
import { type RtfAside, RtfOutput } from './rtf-output.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';
import { type Destination, destinations, entered, formatWords, signs } from './rtf-words.ts';

const MAX_DEPTH = 20_000;

type Group = {
  into: Destination;
  formats: Formats;
  font: number;
  isHidden: boolean;
  isDeleted: boolean;
  isInserted: boolean;
  /** How many characters stand behind a `\u` for readers that know no Unicode. */
  skips: number;
  field: { instruction: string; link: string | null } | null;
  aside: RtfAside | null;
  picture: Picture | null;
};
type Picture = { data: string[]; isKnown: boolean };

/** Throws DamagedFile. */
export function readRtf(bytes: Uint8Array): ReadDocument {
  const reader = new RtfReader();
  for (const token of rtfTokens(bytesAsLetters(bytes))) {
    reader.take(token);
    if (reader.isDone) break;
  }
  return reader.finish();
}

class RtfReader {
  isDone = false;
  readonly #header = new RtfHeader();
  readonly #output = new RtfOutput(this.#header);
  readonly #found = { insertions: 0, deletions: 0, comments: 0 };
  readonly #stack: Group[] = [];
  #group: Group = {
    ...{ into: 'text', formats: {}, font: 0, isHidden: false, isDeleted: false, isInserted: false, skips: 1 },
    ...{ field: null, aside: null, picture: null },
  };
  #isOptional = false;
  /** Characters of the present code page, until something else comes. */
  #bytes = '';
  #skip = 0;
  #property = '';
  #alt = '';
  #lastChange: 'inserted' | 'deleted' | null = null;

  take(token: RtfToken): void {
    if (token.what === 'bytes') {
      this.#takeBytes(token.bytes);
      return;
    }
    if (token.what === 'control' && token.word === 'u') {
      this.#unicode(token.value ?? 0);
      return;
    }
    this.#skip = 0;
    this.#endBytes();
    if (token.what === 'open') this.#open();
    else if (token.what === 'control') this.#control(token.word, token.value);
    else this.#close();
  }

  finish(): ReadDocument {
    this.#endBytes();
    if (!this.isDone) throw new DamagedFile('a group without its end');
    const output = this.#output;
    const lines = [...output.lines(), ...noteLines(output.notes)];
    const found = { ...NOTHING_FOUND, ...this.#found, notes: output.notes.length, legacy: output.legacy };
    return { lines, pictures: output.pictures.all(), found };
  }

  #open(): void {
    if (this.#stack.length >= MAX_DEPTH) throw new DamagedFile('too deep');
    this.#stack.push(this.#group);
    this.#group = { ...this.#group, aside: null, picture: null };
    this.#isOptional = false;
  }

  #close(): void {
    const { into, aside, picture, field } = this.#group;
    const outer = this.#stack.pop();
    if (outer === undefined) return;
    if (picture !== null) this.#endPicture(picture);
    if (aside !== null) this.#output.endAside(aside);
    if (into === 'field' && outer.into !== 'field' && field !== null) field.link = linkOf(field.instruction);
    this.#group = outer;
    if (this.#stack.length === 0) this.isDone = true;
  }

  #takeBytes(bytes: string): void {
    const { into, picture } = this.#group;
    if (into === 'picture' && picture !== null) {
      if (picture.isKnown) picture.data.push(bytes);
      return;
    }
    const skipped = Math.min(this.#skip, bytes.length);
    this.#skip -= skipped;
    if (skipped < bytes.length) this.#bytes += bytes.slice(skipped);
  }

  #endBytes(): void {
    if (this.#bytes === '') return;
    const bytes = this.#bytes;
    this.#bytes = '';
    const { into, font } = this.#group;
    if (into === 'fonts') this.#header.fontName(bytes);
    else if (into === 'styles') this.#header.styleName(bytes);
    else this.#add(decodeBytes(bytes, this.#header.fonts.get(font)?.encoding ?? this.#header.encoding));
  }

  #unicode(value: number): void {
    this.#endBytes();
    this.#skip = this.#group.skips;
    this.#add(String.fromCharCode(value & 0xffff));
  }

  #add(text: string): void {
    const { into, formats, font, isHidden, isDeleted, isInserted, field } = this.#group;
    if (into === 'property-name') this.#property += text;
    else if (into === 'property-value' && this.#property.trim() === 'wzDescription') this.#alt += text;
    else if (into === 'field' && field !== null) field.instruction += text;
    if (into !== 'text' || isHidden) return;
    this.#countChange(isDeleted ? 'deleted' : isInserted ? 'inserted' : null);
    if (isDeleted) return;
    const link = field?.link ?? null;
    const { underline: _, ...linked } = formats;
    const legacy = this.#header.fonts.get(font)?.legacy ?? null;
    this.#output.text.add(text, link === null ? formats : { ...linked, link }, legacy);
  }

  #countChange(change: 'inserted' | 'deleted' | null): void {
    if (change === 'inserted' && change !== this.#lastChange) this.#found.insertions += 1;
    if (change === 'deleted' && change !== this.#lastChange) this.#found.deletions += 1;
    this.#lastChange = change;
  }

  #control(word: string, value: number | null): void {
    if (word === '*') {
      this.#isOptional = true;
      return;
    }
    const isOptional = this.#isOptional;
    this.#isOptional = false;
    const group = this.#group;
    if (group.into === 'nothing') return;
    if (this.#enter(word, isOptional)) return;
    switch (group.into) {
      case 'fonts':
        this.#header.fontWord(word, value ?? 0);
        return;
      case 'styles':
        this.#header.styleWord(word, value ?? 0);
        return;
      case 'lists':
        this.#header.listWord(word, value ?? 0);
        return;
      case 'overrides':
        this.#header.overrideWord(word, value ?? 0);
        return;
      case 'picture':
        if (group.picture !== null && (word === 'pngblip' || word === 'jpegblip')) group.picture.isKnown = true;
        return;
      case 'old-list':
        if (word === 'pnlvlblt') this.#output.paragraph.oldList = 'bullet';
        else if (word === 'pnlvlbody' || word === 'pndec') this.#output.paragraph.oldList ??= 'number';
        return;
      default:
        this.#textWord(word, value);
    }
  }

  /** True for a word that says where its group goes. */
  #enter(word: string, isOptional: boolean): boolean {
    const group = this.#group;
    if (word === 'footnote' || word === 'shptxt') {
      group.aside = word === 'footnote' ? this.#output.beginNote() : this.#output.beginBox();
      group.formats = {};
      return true;
    }
    if (word === 'annotation') this.#found.comments += 1;
    const into = destinations[word] ?? (isOptional && !entered.has(word) ? 'nothing' : null);
    if (word === 'field') group.field = { instruction: '', link: null };
    if (into === null) return isOptional;
    group.into = into;
    if (into === 'picture') group.picture = { data: [], isKnown: false };
    if (into === 'property-name') this.#property = '';
    if (into === 'property-value') this.#alt = this.#property.trim() === 'wzDescription' ? '' : this.#alt;
    return true;
  }

  #textWord(word: string, value: number | null): void {
    const group = this.#group;
    const format = formatWords[word];
    const sign = signs[word];
    const isOn = value !== 0;
    if (format !== undefined) this.#format(format, isOn);
    else if (sign !== undefined) this.#add(sign);
    else if (!this.#paragraphWord(word, value) && !this.#output.tableWord(word, value)) {
      if (word === 'plain') {
        group.formats = {};
        group.isHidden = false;
        group.isDeleted = false;
        group.isInserted = false;
      } else if (word === 'f') group.font = value ?? 0;
      else if (word === 'uc') group.skips = Math.max(0, value ?? 1);
      else if (word === 'ansicpg') this.#header.encoding = encodingOfCodePage(value ?? 0);
      else if (word === 'mac') this.#header.encoding = 'macintosh';
      else if (word === 'ulnone') this.#format('underline', false);
      else if (word === 'v') group.isHidden = isOn;
      else if (word === 'deleted') group.isDeleted = isOn;
      else if (word === 'revised') group.isInserted = isOn;
      else if (word === 'super') this.#position('superscript');
      else if (word === 'sub') this.#position('subscript');
      else if (word === 'nosupersub') this.#position(null);
      else if (word === 'line') this.#output.text.break();
    }
  }

  #format(name: keyof Formats, isOn: boolean): void {
    const { [name]: _, ...others } = this.#group.formats;
    this.#group.formats = isOn ? { ...others, [name]: true } : others;
  }

  #position(name: 'superscript' | 'subscript' | null): void {
    const { superscript: _, subscript: __, ...others } = this.#group.formats;
    this.#group.formats = name === null ? others : { ...others, [name]: true };
  }

  #paragraphWord(word: string, value: number | null): boolean {
    const { paragraph } = this.#output;
    if (word === 'par' || word === 'sect' || word === 'nestrow') this.#output.endParagraph();
    else if (word === 'pard') this.#output.beginParagraph();
    else if (word === 's') paragraph.style = value;
    else if (word === 'ls') paragraph.list = value;
    else if (word === 'ilvl') paragraph.level = value ?? 0;
    else if (word === 'outlinelevel') paragraph.outline = value;
    else if (word === 'intbl') paragraph.inTable = true;
    else return false;
    return true;
  }

  #endPicture({ data, isKnown }: Picture): void {
    const alt = this.#alt.trim();
    this.#alt = '';
    if (!isKnown) return;
    const joined = data.join('');
    // `\bin` gives the bytes themselves.
    const isHex = /^\s*[0-9a-fA-F]{8}/u.test(joined);
    const bytes = isHex ? Buffer.from(joined.replace(/\s+/gu, ''), 'hex') : Buffer.from(joined, 'latin1');
    if (bytes.length > 0) this.#output.addPicture(new Uint8Array(bytes), alt);
  }
}

function linkOf(instruction: string): string | null {
  const [, quoted, bare] = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))/iu.exec(instruction) ?? [];
  return safeLink(quoted ?? bare ?? '');
}
