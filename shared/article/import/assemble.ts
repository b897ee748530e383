/** A preview from its guesses, and what of them found no place in the article. */
import type { Guess, ImportPreview } from '../../contract/desk.ts';
import type { Block, TextBlockKind } from '../document.ts';
import { creditOfLine } from './caption.ts';
import { parseMetaLine } from './meta-line.ts';
import { parseSignOff } from './sign-off.ts';

export type DroppedLine = { line: number; text: string; why: string };
export type Assembled = Omit<ImportPreview, 'file' | 'encoding' | 'guesses'> & { dropped: DroppedLine[] };

const blockKinds: Partial<Record<Guess['as'], TextBlockKind>> = {
  body: 'paragraph',
  heading: 'heading2',
  quote: 'quote',
  bullet: 'bullet',
  number: 'number',
};

/** The value of a line that a person or a rule took for author, source or credit, without its label. */
function signedValue(guess: Guess): { value: string; photosToo: boolean } {
  if (guess.as === 'credit') return { value: creditOfLine(guess.text) ?? guess.text, photosToo: false };
  const signOff = parseSignOff(guess.text, true);
  if (signOff === null || signOff.as !== guess.as) return { value: guess.text, photosToo: false };
  return { value: signOff.value, photosToo: signOff.as === 'author' && signOff.photosToo };
}

class Assembly {
  readonly result: Assembled = { headline: '', lead: '', blocks: [], captions: [], fields: {}, dropped: [] };
  /** The photo that a credit line right below it belongs to. */
  private openPhoto: { credit: string } | null = null;
  private creditForRest: Guess | null = null;
  private creditValue = '';

  add(guess: Guess, isLast: boolean): void {
    const { as } = guess;
    const kind = blockKinds[as];
    if (as !== 'end-mark' && as !== 'credit') this.openPhoto = null;
    if (as === 'caption') this.addPhoto(guess.line, guess.text, '');
    else if (as === 'credit') this.addCredit(guess, isLast);
    else if (kind !== undefined) this.addBlock({ kind, runs: guess.text === '' ? [] : [{ text: guess.text }] });
    else if (as === 'headline') this.result.headline = guess.text;
    else if (as === 'lead') this.result.lead = guess.text;
    else if (as === 'meta') this.addMeta(guess);
    else if (as === 'author' || as === 'source') this.addSignOff(guess);
    else this.drop(guess);
  }

  finish(): Assembled {
    const bare = this.result.captions.filter(({ credit }) => credit === '');
    if (this.creditForRest !== null) {
      for (const photo of bare) photo.credit = this.creditValue;
      if (bare.length === 0 && this.creditForRest.as === 'credit') this.drop(this.creditForRest);
    }
    return this.result;
  }

  private addBlock(block: Block): void {
    this.result.blocks.push(block);
  }

  private addPhoto(line: number, caption: string, credit: string): void {
    const photo = { id: `photo-${line}`, caption, credit };
    this.result.captions.push(photo);
    this.addBlock({ kind: 'photo', photo: photo.id });
    this.openPhoto = photo;
  }

  /** Below a caption it is that photo's; at the end of the article everybody's; else it stands where a photo stood. */
  private addCredit(guess: Guess, isLast: boolean): void {
    const { value } = signedValue(guess);
    if (this.openPhoto?.credit === '') this.openPhoto.credit = value;
    else if (isLast) this.creditTheRest(guess, value);
    else this.addPhoto(guess.line, '', value);
  }

  private creditTheRest(guess: Guess, value: string): void {
    if (this.creditForRest?.as === 'credit') this.drop(this.creditForRest);
    this.creditForRest = guess;
    this.creditValue = value;
  }

  private addMeta(guess: Guess): void {
    const meta = parseMetaLine(guess.text) ?? { fields: { category: guess.text }, complete: true };
    let complete = meta.complete;
    for (const [name, value] of Object.entries(meta.fields)) {
      if (this.result.fields[name] === undefined) this.result.fields[name] = value;
      else if (this.result.fields[name] !== value) complete = false;
    }
    if (!complete) this.drop(guess);
  }

  private addSignOff(guess: Guess): void {
    const { value, photosToo } = signedValue(guess);
    const before = this.result.fields[guess.as];
    this.result.fields[guess.as] = before === undefined || before === value ? value : `${before}, ${value}`;
    if (photosToo && this.creditForRest === null) this.creditTheRest(guess, value);
  }

  private drop(guess: Guess): void {
    this.result.dropped.push({ line: guess.line, text: guess.text, why: guess.why ?? guess.as });
  }
}

/** Puts guesses together: headline, lead, blocks with photos where their captions stood, fields, and the rest. */
export function assembleGuesses(guesses: readonly Guess[]): Assembled {
  const isContent = ({ as }: Guess): boolean => as === 'caption' || as === 'lead' || blockKinds[as] !== undefined;
  const lastContent = guesses.findLastIndex(isContent);
  const assembly = new Assembly();
  for (const [index, guess] of guesses.entries()) assembly.add(guess, index > lastContent);
  return assembly.finish();
}
