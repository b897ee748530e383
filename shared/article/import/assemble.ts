/** A preview from its guesses, and what of them found no place in the article. */
import type { Guess, ImportPreview } from '../../contract/desk-imports.ts';
import type { Block, TextBlockKind } from '../document.ts';
import { isListKind } from '../flat-text.ts';
import { creditOfLine } from './caption.ts';
import { parseMetaLine } from './meta-line.ts';
import { runsOfText } from './runs-of-text.ts';
import { parseSignOff } from './sign-off.ts';

export type DroppedLine = { line: number; text: string; why: string };
export type Assembled = Pick<ImportPreview, 'headline' | 'lead' | 'blocks' | 'captions' | 'fields'> & {
  dropped: DroppedLine[];
};
type PhotoPlace = Assembled['captions'][number];

const blockKinds: Partial<Record<Guess['as'], TextBlockKind>> = {
  body: 'paragraph',
  heading: 'heading2',
  subheading: 'heading3',
  quote: 'quote',
  attribution: 'attribution',
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

function textBlock(kind: TextBlockKind, { text, runs, indent }: Guess): Block {
  const formatted = runs === undefined ? null : runsOfText(runs, text);
  const block: Block = { kind, runs: formatted ?? (text === '' ? [] : [{ text }]) };
  return indent !== undefined && isListKind(kind) ? { ...block, indent } : block;
}

class Assembly {
  readonly result: Assembled = { headline: '', lead: '', blocks: [], captions: [], fields: {}, dropped: [] };
  /** The photo that a caption or a credit line right below it belongs to. */
  private openPhoto: PhotoPlace | null = null;
  private creditForRest: Guess | null = null;
  private creditValue = '';

  /** `next`: what the line below was taken for. */
  add(guess: Guess, next: Guess['as'] | undefined, isLast: boolean): void {
    const { as } = guess;
    const kind = blockKinds[as];
    const above = this.openPhoto;
    if (as !== 'end-mark' && as !== 'credit') this.openPhoto = null;
    if (as === 'caption') this.addCaption(guess, above);
    else if (as === 'photo' && guess.pictures !== undefined) this.addPictures(guess, above, next);
    else if (as === 'table' && guess.table !== undefined) this.place(guess.table, guess);
    else if (as === 'rule') this.place({ kind: 'rule' }, guess);
    else if (as === 'credit') this.addCredit(guess, isLast);
    else if (kind !== undefined) this.place(textBlock(kind, guess), guess);
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

  /** Where the guess stands in an info box, the block does. */
  private place(block: Block, { box }: Pick<Guess, 'box'>): void {
    this.result.blocks.push(box === undefined ? block : { ...block, box });
  }

  private addPhoto(guess: Guess, caption: string, credit: string): void {
    const photo: PhotoPlace = { id: `photo-${guess.line}`, caption, credit };
    this.result.captions.push(photo);
    this.place({ kind: 'photo', photo: photo.id }, guess);
    this.openPhoto = photo;
  }

  /** Below a picture it is that picture's; alone it stands where a photo stood. */
  private addCaption(guess: Guess, above: PhotoPlace | null): void {
    if (above === null || above.picture === undefined || above.caption !== '') {
      this.addPhoto(guess, guess.text, '');
      return;
    }
    above.caption = guess.text;
    this.openPhoto = above;
  }

  /** A picture right below a caption, with none of its own below it, belongs to that one. */
  private addPictures(guess: Guess, above: PhotoPlace | null, next?: Guess['as']): void {
    const { line, text, pictures = [] } = guess;
    const [first, ...others] = pictures;
    if (first === undefined) return;
    const alt = text === '' ? {} : { alt: text };
    if (others.length === 0 && above !== null && above.picture === undefined && next !== 'caption') {
      Object.assign(above, { picture: first, ...alt });
      return;
    }
    const id = (at: number): string => (at === 0 ? `photo-${line}` : `photo-${line}-${at + 1}`);
    const photos = pictures.map(
      (picture, at): PhotoPlace => ({ id: id(at), caption: '', credit: '', ...alt, picture }),
    );
    this.result.captions.push(...photos);
    const [only] = photos;
    if (photos.length === 1) this.place({ kind: 'photo', photo: id(0) }, guess);
    else this.place({ kind: 'gallery', photos: photos.map((photo) => photo.id) }, guess);
    this.openPhoto = only ?? null;
  }

  /** Below a caption it is that photo's; at the end of the article everybody's; else it stands where a photo stood. */
  private addCredit(guess: Guess, isLast: boolean): void {
    const { value } = signedValue(guess);
    if (this.openPhoto?.credit === '') this.openPhoto.credit = value;
    else if (isLast) this.creditTheRest(guess, value);
    else this.addPhoto(guess, '', value);
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
  const isContent = ({ as, why }: Guess): boolean =>
    why !== 'note' && (as === 'caption' || as === 'photo' || as === 'lead' || blockKinds[as] !== undefined);
  const lastContent = guesses.findLastIndex(isContent);
  const assembly = new Assembly();
  for (const [index, guess] of guesses.entries()) {
    assembly.add(guess, guesses[index + 1]?.as, index > lastContent);
  }
  return assembly.finish();
}
