/** One change of many records: a part that all share, and what is each picture's own. */
import type { PhotoDeed } from '../../shared/contract/desk-photos.ts';
import type { PhotoRecord, PhotoTextName } from '../../shared/photos/photo-details.ts';
import type { RecordChange } from '../../shared/photos/write-record.ts';

export type How = 'set' | 'fill' | 'append';
/** `texts`: only those that were touched. */
export type SharedPart = {
  texts: { [name in PhotoTextName]?: { how: How; text: string } };
  addKeywords: readonly string[];
  removeKeywords: readonly string[];
  change: Pick<RecordChange, 'expires' | 'digitalSource' | 'rating' | 'label' | 'dateCreated'>;
};
/** What is each picture's own in one text, by SHA-256; empty where it has nothing of its own. */
export type OwnPart = { field: PhotoTextName; texts: ReadonlyMap<string, string> };

/** What all of them say in a text, or null where they differ. */
export function commonText(records: readonly PhotoRecord[], name: PhotoTextName): string | null {
  const [first, ...others] = records;
  if (first === undefined) return '';
  return others.every((record) => record[name] === first[name]) ? first[name] : null;
}

/** The keywords that every one of them has. */
export function commonKeywords(records: readonly PhotoRecord[]): string[] {
  const [first, ...others] = records;
  return (first?.keywords ?? []).filter((keyword) => others.every(({ keywords }) => keywords.includes(keyword)));
}

/** A change for each picture that would be another one by it. Its own part stands behind the shared one. */
export function batchDeeds(records: readonly PhotoRecord[], shared: SharedPart, own: OwnPart): PhotoDeed[] {
  return records.flatMap((record): PhotoDeed[] => {
    const texts: NonNullable<RecordChange['texts']> = { ...shared.texts };
    const its = own.texts.get(record.sha256)?.trim() ?? '';
    if (its !== '') {
      const before = textAfter(record[own.field], shared.texts[own.field]);
      texts[own.field] = { how: 'set', text: joined(before, its) };
    }
    const { addKeywords, removeKeywords } = shared;
    const change: RecordChange = {
      ...shared.change,
      ...(Object.keys(texts).length === 0 ? {} : { texts }),
      ...(addKeywords.length + removeKeywords.length === 0
        ? {}
        : { keywords: { add: [...addKeywords], remove: [...removeKeywords] } }),
    };
    return Object.keys(change).length === 0 ? [] : [{ sha256: record.sha256, change }];
  });
}

/** As the record itself would have it (shared/photos/write-record.ts). */
function textAfter(before: string, change: { how: How; text: string } | undefined): string {
  if (change === undefined) return before;
  if (change.how === 'set' || before.trim() === '') return change.text;
  return change.how === 'fill' ? before : `${before.trimEnd()} ${change.text}`;
}

function joined(before: string, its: string): string {
  return before.trim() === '' ? its : `${before.trimEnd()} ${its}`;
}
