/** What is said of one picture, said of the next one too. */
import type { PhotoRecord, PhotoTextName } from '../../shared/photos/photo-details.ts';
import type { RecordChange } from '../../shared/photos/write-record.ts';

/** Alt text is of what one picture shows, and no two are alike. */
const sameTexts: readonly PhotoTextName[] = [
  ...(['description', 'headline', 'credit', 'source', 'creator', 'jobTitle', 'copyright'] as const),
  ...(['instructions', 'rightsUsage', 'sublocation', 'city', 'province', 'country'] as const),
];

/** What the former picture says in the place of what the next one says; what it does not say stays. */
export function sameAs(former: PhotoRecord, record: PhotoRecord, newId: () => string): RecordChange {
  const texts = sameTexts.filter((name) => former[name] !== '');
  const named = former.people.filter(({ name }) => name.trim() !== '');
  return {
    texts: Object.fromEntries(texts.map((name) => [name, { how: 'set', text: former[name] }])),
    ...(former.keywords.length === 0 ? {} : { keywords: { add: former.keywords } }),
    // Faces are elsewhere in another picture.
    ...(named.length === 0 || record.people.length > 0
      ? {}
      : { people: named.map(({ area: _, ...person }) => ({ ...person, id: newId() })) }),
    ...(former.expires === null ? {} : { expires: former.expires }),
    ...(record.dateCreated !== null || former.dateCreated === null ? {} : { dateCreated: former.dateCreated }),
  };
}
