/** The office's lists in their Y.Doc: a map for each kind, an entry a key, so that what two desks add at once stays. */
import type * as Y from 'yjs';
import { changeOf } from '../../../shared/article/change-of.ts';
import {
  abbreviationSchema,
  type ListChange,
  listWordSchema,
  type WordList,
} from '../../../shared/contract/desk-lists.ts';

export function readOfficeLists(doc: Y.Doc): WordList {
  // Whatever another program may have written there.
  const words = [...doc.getMap('words').keys()].filter((word) => listWordSchema.safeParse(word).data === word);
  const abbreviations = [...doc.getMap('abbreviations')].flatMap(([short, long]) => {
    const read = abbreviationSchema.safeParse({ short, long });
    return read.success && read.data.short === short ? [read.data] : [];
  });
  return inOrder({ words, abbreviations });
}

/** The change as one update of the document in this state; null where it changes nothing. */
export function officeListsUpdate(state: Uint8Array, change: Pick<ListChange, 'add' | 'remove'>): Uint8Array | null {
  return changeOf(state, (doc) => {
    const words = doc.getMap('words');
    const abbreviations = doc.getMap('abbreviations');
    const added = new Set(change.add.words);
    for (const word of change.remove.words) if (!added.has(word)) words.delete(word);
    for (const short of change.remove.abbreviations) {
      if (!change.add.abbreviations.some((entry) => entry.short === short)) abbreviations.delete(short);
    }
    for (const word of added) if (!words.has(word)) words.set(word, true);
    for (const { short, long } of change.add.abbreviations) {
      if (abbreviations.get(short) !== long) abbreviations.set(short, long);
    }
  });
}

const collator = new Intl.Collator('vi');

export function inOrder({ words, abbreviations }: WordList): WordList {
  return {
    words: [...words].sort(collator.compare),
    abbreviations: [...abbreviations].sort((a, b) => collator.compare(a.short, b.short)),
  };
}
