import type { Guess, ImportPreview } from '../../contract/desk-imports.ts';
import { assembleGuesses } from './assemble.ts';
import { type GuessKind, guessesFor, type ParagraphParts } from './guesses.ts';

/** There is one headline and one lead: naming another line turns the former one into body. */
const single: readonly GuessKind[] = ['headline', 'lead'];

function changeGuess(guesses: readonly Guess[], line: number, as: GuessKind): Guess[] {
  const isMain = (guess: Guess, index: number): boolean =>
    guesses.findIndex((other) => other.line === guess.line) === index;
  return guesses.flatMap((guess, index) => {
    const raw = guess.raw ?? guess.text;
    if (guess.line === line) return isMain(guess, index) ? guessesFor(line, raw, as, 'chosen', partsOf(guess)) : [];
    if (!single.includes(as) || guess.as !== as) return [guess];
    return guessesFor(guess.line, raw, 'body', 'chosen', partsOf(guess));
  });
}

function partsOf({ runs, indent, box, table, pictures }: Guess): ParagraphParts {
  return {
    ...(runs !== undefined && { runs }),
    ...(indent !== undefined && { indent }),
    ...(box !== undefined && { box }),
    ...(table !== undefined && { table }),
    ...(pictures !== undefined && { pictures }),
  };
}

const pick = <T>(edited: T, before: T, after: T): T => (edited === before ? after : edited);

/**
 * The preview after a person said that a line is something else. What they typed into other places of the preview
 * (a field, a caption, the headline) stays. A line that has no guess changes nothing.
 */
export function reclassify(preview: ImportPreview, line: number, as: GuessKind): ImportPreview {
  if (!preview.guesses.some((guess) => guess.line === line)) return preview;
  const guesses = changeGuess(preview.guesses, line, as);
  const before = assembleGuesses(preview.guesses);
  const after = assembleGuesses(guesses);
  const fields: Record<string, string> = { ...after.fields };
  for (const name of new Set([...Object.keys(preview.fields), ...Object.keys(before.fields)])) {
    const edited = preview.fields[name] ?? '';
    if (edited !== (before.fields[name] ?? '')) fields[name] = edited;
  }
  const captions = after.captions.map((photo) => {
    const edited = preview.captions.find(({ id }) => id === photo.id);
    const old = before.captions.find(({ id }) => id === photo.id);
    if (edited === undefined || old === undefined) return photo;
    return {
      ...photo,
      caption: pick(edited.caption, old.caption, photo.caption),
      credit: pick(edited.credit, old.credit, photo.credit),
    };
  });
  return {
    ...preview,
    headline: pick(preview.headline, before.headline, after.headline),
    lead: pick(preview.lead, before.lead, after.lead),
    blocks: after.blocks,
    captions,
    fields,
    guesses,
  };
}
