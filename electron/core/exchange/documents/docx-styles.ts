/** What the styles of a .docx say of fonts and formats: a run has its own, or its style's, or its paragraph's. */
import { type LegacyEncoding, legacyEncodingOfFont } from '../../../../shared/text/legacy/encodings.ts';
import { findElement, findElements, parseXml, type XmlElement } from './xml-tree.ts';

type Style = { basedOn: string | null; font: string | null; isBold: boolean; isItalic: boolean };

const MAX_STYLE_CHAIN = 20;

export class DocxStyles {
  readonly #styles = new Map<string, Style>();
  #ofDocument: string | null = null;
  #ofParagraphs: string | null = null;

  /** `xml`: of `word/styles.xml`; null where the document has none. */
  constructor(xml: string | null) {
    if (xml === null) return;
    const root = parseXml(xml);
    const defaults = findElement(root, 'w:rPrDefault');
    this.#ofDocument = defaults === undefined ? null : fontOf(defaults);
    for (const style of findElements(root, 'w:style')) {
      const id = style.attributes['w:styleId'] ?? '';
      this.#styles.set(id, {
        basedOn: findElement(style, 'w:basedOn')?.attributes['w:val'] ?? null,
        font: fontOf(style),
        isBold: isOn(findElement(style, 'w:b')),
        isItalic: isOn(findElement(style, 'w:i')),
      });
      const isDefault = /^(?:1|true|on)$/u.test(style.attributes['w:default'] ?? '');
      if (isDefault && style.attributes['w:type'] === 'paragraph') this.#ofParagraphs = id;
    }
  }

  /** Null for a font of today. */
  encodingOf(font: string | null, runStyle: string | null, paragraphStyle: string | null): LegacyEncoding | null {
    const used =
      font ??
      this.#find(runStyle, (style) => style.font) ??
      this.#find(paragraphStyle ?? this.#ofParagraphs, (style) => style.font) ??
      this.#ofDocument;
    return used === null ? null : legacyEncodingOfFont(used);
  }

  formatsOf(runStyle: string | null): { bold: boolean; italic: boolean } {
    return {
      bold: this.#find(runStyle, (style) => style.isBold || null) ?? false,
      italic: this.#find(runStyle, (style) => style.isItalic || null) ?? false,
    };
  }

  #find<T>(id: string | null, get: (style: Style) => T | null): T | null {
    let at = id;
    for (let depth = 0; at !== null && depth < MAX_STYLE_CHAIN; depth += 1) {
      const style = this.#styles.get(at);
      if (style === undefined) return null;
      const found = get(style);
      if (found !== null) return found;
      at = style.basedOn;
    }
    return null;
  }
}

function fontOf(within: XmlElement): string | null {
  const fonts = findElement(within, 'w:rFonts')?.attributes;
  return fonts?.['w:hAnsi'] ?? fonts?.['w:ascii'] ?? null;
}

const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off)$/u.test(element.attributes['w:val'] ?? '');
