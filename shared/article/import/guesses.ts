/**
 * Guesses carry everything the importer knows: a preview is put together from them alone, so changing one guess and
 * putting it together again is all that a correction by hand needs.
 */
import type { Guess } from '../../contract/desk-imports.ts';
import { splitCredit, stripCaptionLabel } from './caption.ts';
import { stripEndMark } from './sign-off.ts';
import { stripBullet, stripNumber } from './structure.ts';

export type GuessKind = Guess['as'];

function headlineText(raw: string): string {
  return /[^.…]\.$/u.test(raw) ? raw.slice(0, -1).trimEnd() : raw;
}

function cleaned(raw: string, as: GuessKind): string {
  switch (as) {
    case 'headline':
      return headlineText(raw);
    case 'bullet':
      return stripBullet(raw);
    case 'number':
      return stripNumber(raw);
    case 'attribution':
      return raw.replace(/^[—–-]\s+/u, '');
    default:
      return raw;
  }
}

/** What a paragraph is beside its text. */
export type ParagraphParts = Pick<Guess, 'runs' | 'indent' | 'box' | 'table' | 'pictures'>;

/** The guesses that stand for one paragraph: its main one first, then the end mark or the credit taken off it. */
export function guessesFor(
  line: number,
  raw: string,
  as: GuessKind,
  why: string | null,
  parts: ParagraphParts = {},
): Guess[] {
  const [main, ...others] = textGuesses(line, raw, as, why);
  return main === undefined ? [] : [{ ...main, ...parts }, ...others];
}

/** What a line may be taken for instead: a table stays a table, a picture a picture, or goes. */
export function kindsFor({ table, pictures, as, raw }: Guess, all: readonly GuessKind[]): readonly GuessKind[] {
  if (table !== undefined) return ['table', 'boilerplate'];
  if (pictures !== undefined) return ['photo', 'boilerplate'];
  if (as === 'rule' || raw === '') return ['rule', 'boilerplate'];
  return all.filter((kind) => kind !== 'table' && kind !== 'photo' && kind !== 'rule');
}

function textGuesses(line: number, raw: string, as: GuessKind, why: string | null): Guess[] {
  if (as === 'caption') {
    const { caption, credit } = splitCredit(raw);
    const main: Guess = { line, as, text: stripCaptionLabel(caption), why, raw };
    return credit === '' ? [main] : [main, { line, as: 'credit', text: credit, why: 'credit-in-caption' }];
  }
  if (as === 'body' || as === 'headline' || as === 'lead' || as === 'bullet' || as === 'number' || as === 'quote') {
    const { text, mark } = stripEndMark(raw);
    const main: Guess = { line, as, text: cleaned(text, as), why, raw };
    return mark === '' ? [main] : [main, { line, as: 'end-mark', text: mark, why: 'end-mark' }];
  }
  return [{ line, as, text: cleaned(raw, as), why, raw }];
}
