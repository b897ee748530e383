/** The styles of an OpenDocument text: what a paragraph or a span says through its style, and that style's parents. */
import { type LegacyEncoding, legacyEncodingOfFont } from '../../../../shared/text/legacy/encodings.ts';
import type { Formats } from './line-text.ts';
import { findElements, isElement, type XmlElement } from './xml-tree.ts';

type Style = {
  name: string;
  parent: string | null;
  listStyle: string | null;
  text: Record<string, string>;
};

const MAX_STYLE_CHAIN = 20;

export class OdtStyles {
  readonly #styles = new Map<string, Style>();
  /** Families of fonts by the names that styles know them by. */
  readonly #fonts = new Map<string, string>();
  /** By list style: whether each level, from 1, counts. */
  readonly #lists = new Map<string, Map<number, boolean>>();

  /** `parts`: the trees of styles.xml and content.xml. */
  constructor(parts: readonly XmlElement[]) {
    for (const part of parts) {
      for (const { attributes } of findElements(part, 'style:font-face')) {
        this.#fonts.set(attributes['style:name'] ?? '', attributes['svg:font-family'] ?? '');
      }
      for (const style of findElements(part, 'style:style')) this.#add(style, style.attributes['style:name'] ?? '');
      for (const style of findElements(part, 'style:default-style')) this.#add(style, '');
      for (const list of findElements(part, 'text:list-style')) this.#addList(list);
    }
  }

  /** True if the style or one of its parents has one of these names. */
  isNamed(family: string, name: string | undefined, names: RegExp): boolean {
    return this.#chain(family, name).some((style) => names.test(style.name));
  }

  /** The formats that a span's style gives; a paragraph's own are how it looks as a whole, and say nothing. */
  formatsOf(span: string | undefined): Formats {
    const get = (property: string): string => this.#get('text', span, property) ?? '';
    const isLined = (property: string): boolean => !['', 'none'].includes(get(property));
    const position = get('style:text-position');
    const isUp = /^super|^[1-9]/u.test(position);
    const isDown = /^sub|^-[1-9]/u.test(position);
    return {
      ...(/^(?:bold|[6-9]00)$/u.test(get('fo:font-weight')) && { bold: true as const }),
      ...(/^(?:italic|oblique)$/u.test(get('fo:font-style')) && { italic: true as const }),
      ...(isLined('style:text-underline-style') && { underline: true as const }),
      ...(isLined('style:text-line-through-style') && { strike: true as const }),
      ...(isUp && { superscript: true as const }),
      ...(isDown && { subscript: true as const }),
    };
  }

  isHidden(span: string | undefined): boolean {
    return this.#get('text', span, 'text:display') === 'none';
  }

  encodingOf(span: string | undefined, paragraph: string | undefined): LegacyEncoding | null {
    const font = this.#fontOf('text', span) ?? this.#fontOf('paragraph', paragraph) ?? this.#fontOf('paragraph', '');
    return font === null ? null : legacyEncodingOfFont(font);
  }

  listStyleOf(paragraph: string | undefined): string | null {
    return this.#chain('paragraph', paragraph).find(({ listStyle }) => listStyle !== null)?.listStyle ?? null;
  }

  /** `level` from 1. */
  isOrdered(listStyle: string | null, level: number): boolean {
    return this.#lists.get(listStyle ?? '')?.get(level) ?? false;
  }

  #fontOf(family: string, name: string | undefined): string | null {
    const face = this.#get(family, name, 'style:font-name');
    const families = face === undefined ? this.#get(family, name, 'fo:font-family') : (this.#fonts.get(face) ?? face);
    return families?.split(',')[0] ?? null;
  }

  #get(family: string, name: string | undefined, property: string): string | undefined {
    return this.#chain(family, name).find(({ text }) => text[property] !== undefined)?.text[property];
  }

  #chain(family: string, name: string | undefined): Style[] {
    const chain: Style[] = [];
    let at: string | null = name ?? null;
    while (at !== null && chain.length < MAX_STYLE_CHAIN) {
      const style = this.#styles.get(`${family} ${at}`);
      if (style === undefined) break;
      chain.push(style);
      at = style.parent;
    }
    return chain;
  }

  #add({ attributes, children }: XmlElement, name: string): void {
    const properties = children.filter(isElement).find((child) => child.name === 'style:text-properties');
    this.#styles.set(`${attributes['style:family'] ?? ''} ${name}`, {
      name: (attributes['style:display-name'] ?? name).replaceAll('_20_', ' '),
      parent: attributes['style:parent-style-name'] ?? null,
      listStyle: attributes['style:list-style-name'] || null,
      text: properties?.attributes ?? {},
    });
  }

  #addList({ attributes, children }: XmlElement): void {
    const levels = new Map<number, boolean>();
    for (const level of children.filter(isElement)) {
      const format = level.attributes['style:num-format'] ?? '';
      const counts = level.name === 'text:list-level-style-number' && format !== '';
      levels.set(Number(level.attributes['text:level']), counts);
    }
    this.#lists.set(attributes['style:name'] ?? '', levels);
  }
}
