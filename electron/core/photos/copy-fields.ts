/** Copying what one picture's record says to another's. */
import { v7 as newId } from 'uuid';
import type { CopiedField } from '../../../shared/contract/desk-photos.ts';
import { type PhotoRecord, photoTextNames } from '../../../shared/photos/photo-details.ts';
import type { RecordChange } from '../../../shared/photos/write-record.ts';

/** The change by which `to` says of these fields what `from` says. A face is where it is in one picture alone. */
export function copyOf(from: PhotoRecord, to: PhotoRecord, fields: readonly CopiedField[]): RecordChange {
  const has = (name: CopiedField): boolean => fields.includes(name);
  const texts = photoTextNames.filter(has).map((name) => [name, { how: 'set', text: from[name] }]);
  const change: RecordChange = texts.length === 0 ? {} : { texts: Object.fromEntries(texts) };
  if (has('keywords')) {
    const kept = new Set(from.keywords);
    change.keywords = { add: from.keywords, remove: to.keywords.filter((keyword) => !kept.has(keyword)) };
  }
  if (has('people')) change.people = from.people.map(({ id: _, area: __, ...person }) => ({ ...person, id: newId() }));
  for (const name of ['dateCreated', 'digitalSource', 'decorative', 'expires'] as const) {
    if (has(name)) Object.assign(change, { [name]: from[name] });
  }
  return change;
}
