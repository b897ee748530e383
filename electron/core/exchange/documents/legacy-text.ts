/** Old encodings where no font is known: told paragraph by paragraph, by how Vietnamese it becomes. */
import type { Run } from '../../../../shared/article/document.ts';
import type { LegacyEncoding } from '../../../../shared/text/legacy/encodings.ts';
import { guessLegacy } from '../../../../shared/text/legacy/guess-legacy.ts';
import { LineText } from './line-text.ts';

/** Letters that only Unicode has. */
const MODERN = /[\u0100-\u01b0\u1ea0-\u1ef9]/u;
const WESTERN = /[\u00a1-\u00ff]/u;

export class LegacyText {
  /** How many paragraphs were converted. */
  converted = 0;
  readonly #whole: LegacyEncoding | null;

  /** `whole`: the text of which the paragraphs are, for those that say too little by themselves. */
  constructor(whole: string) {
    this.#whole = guessLegacy(whole)?.encoding ?? null;
  }

  encodingOf(text: string): LegacyEncoding | null {
    if (MODERN.test(text) || !WESTERN.test(text)) return null;
    return guessLegacy(text)?.encoding ?? this.#whole;
  }

  runsOf(text: string, encoding: LegacyEncoding | null = this.encodingOf(text)): Run[] {
    const line = new LineText();
    line.add(text, {}, encoding);
    const { runs, legacy } = line.take();
    this.converted += legacy;
    return runs;
  }
}
