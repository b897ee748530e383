import type { Abbreviation } from '../../shared/contract/desk-lists.ts';
import { foldText } from '../../shared/text/fold.ts';
import type { ListChangeInput } from './lists.tsx';

/** A word or an abbreviation as a row of a list. */
export type Entry = {
  /** The word, or the short form. */
  name: string;
  long: string;
  folded: string;
  added: NonNullable<ListChangeInput['add']>;
  removed: NonNullable<ListChangeInput['remove']>;
};

export function entryOf(item: string | Abbreviation): Entry {
  if (typeof item === 'string') {
    return { name: item, long: '', folded: foldText(item), added: { words: [item] }, removed: { words: [item] } };
  }
  const { short, long } = item;
  return {
    name: short,
    long,
    folded: foldText(`${short} ${long}`),
    added: { abbreviations: [item] },
    removed: { abbreviations: [short] },
  };
}
