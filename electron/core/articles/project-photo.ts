/** What the photo library knows of a picture: a projection of its record, of its original and of where it came from. */

import { type ArticleDocument, blockText, photosOf } from '../../../shared/article/document.ts';
import type { CaptionPart } from '../../../shared/contract/desk-photos.ts';
import { captionLacks } from '../../../shared/photos/completeness.ts';
import {
  type PhotoEdits,
  type PhotoRecord,
  type PhotoTextName,
  photoTextNames,
} from '../../../shared/photos/photo-details.ts';
import { editsOf } from '../../../shared/photos/with-records.ts';
import { collationKey } from '../../../shared/text/collation.ts';
import { localDateTime } from '../../../shared/text/dates.ts';
import { foldText } from '../../../shared/text/fold.ts';
import { namedPeople } from '../../../shared/text/named-people.ts';
import type { NamedPerson } from '../store/named-people.ts';
import type { PhotoWords, ProjectedPhoto } from '../store/photo-rows.ts';
import type { ArticlePhoto } from '../store/photo-uses.ts';
import { nameKey } from './project-article.ts';

/** `file`: the name of the original here, null where it is still on its way. */
export type PhotoFactsHere = { recordId: string; file: string | null; addedAt: string; isOwn: boolean };

/** What a row shows beside what it is sorted and narrowed by. */
export type ShownPhoto = {
  name: string;
  description: string;
  headline: string;
  credit: string;
  people: string[];
  dateCreated: string | null;
  lacks: CaptionPart[];
  isWithheld: boolean;
  isEdited: boolean;
  edits?: PhotoEdits;
};

/** No caption is as long; what a hostile peer writes beyond it is not looked through at every change. */
const MOST_CHARACTERS = 20_000;
/** A row shows the beginning of a caption. */
const MOST_SHOWN = 2_000;
const MOST_PEOPLE_SHOWN = 50;

/** As far as lists and search look at it. */
function bounded(record: PhotoRecord): PhotoRecord {
  const texts = photoTextNames.map((name) => [name, record[name].slice(0, MOST_CHARACTERS)]);
  return { ...record, ...(Object.fromEntries(texts) as Pick<PhotoRecord, PhotoTextName>) };
}

export function projectPhoto(
  whole: PhotoRecord,
  { recordId, file, addedAt, isOwn }: PhotoFactsHere,
): { row: ProjectedPhoto; words: PhotoWords } {
  const record = bounded(whole);
  const { sha256, dateCreated, batch, rating, label, expires } = record;
  const name = record.name || (file === sha256 ? '' : (file ?? ''));
  const people = record.people.map((person) => person.name).filter((person) => person.trim() !== '');
  const lacks = captionLacks(record);
  const taken = dateCreated ?? localTime(addedAt);
  const isWithheld = record.edits.withheld === true && record.edits.pixelated === undefined;
  const edits = editsOf(record);
  const shown: ShownPhoto = {
    description: record.description.slice(0, MOST_SHOWN),
    headline: record.headline.slice(0, MOST_SHOWN),
    credit: record.credit.slice(0, MOST_SHOWN),
    people: people.slice(0, MOST_PEOPLE_SHOWN),
    ...{ name, dateCreated, lacks },
    ...{ isWithheld, isEdited: edits !== undefined },
    ...(edits === undefined ? {} : { edits }),
  };
  return {
    row: {
      ...{ recordId, sha256, addedAt, batch, rating, label, expires, shared: !isOwn },
      // In the place's own time, as it was written: what zone it was in orders nothing.
      taken: taken.slice(0, 19).padEnd(19, ' '),
      nameOrder: collationKey(name),
      lacking: lacks.length > 0,
      shown: JSON.stringify(shown),
    },
    words: wordsOf(record, name, people),
  };
}

function localTime(instant: string): string {
  const local = localDateTime(instant);
  return local === null ? instant : `${local.date}T${local.time}:00`;
}

function wordsOf(record: PhotoRecord, name: string, people: readonly string[]): PhotoWords {
  const { description, headline, credit, alt, keywords, source, creator, batch } = record;
  const { sublocation, city, province, country, extendedDescription } = record;
  const titles = record.people.flatMap(({ title }) => title ?? []);
  const folded = (...texts: string[]): string => foldText(texts.filter((text) => text !== '').join('\n'));
  return {
    description: folded(description, extendedDescription),
    headline: folded(headline),
    people: folded(...people),
    places: folded(sublocation, city, province, country),
    keywords: folded(...keywords),
    alt: folded(alt),
    name: folded(name),
    others: folded(credit, creator, source, batch, ...titles),
  };
}

/** Whom a record names: in its own fields with the title of that day, and in its caption. */
export function peopleOfRecord(record: PhotoRecord): NamedPerson[] {
  const own = record.people.map(({ name, title = '' }) => ({ name, title }));
  return keyed([...own, ...namedPeople(record.description.slice(0, MOST_CHARACTERS))]);
}

export function peopleOfArticle({ headline, lead, blocks, photos }: ArticleDocument): NamedPerson[] {
  const texts = [headline, lead, ...blocks.map(blockText), ...photos.map(({ caption }) => caption)];
  return keyed(texts.flatMap((text) => (text === '' ? [] : namedPeople(text))));
}

function keyed(people: readonly { name: string; title: string }[]): NamedPerson[] {
  return people
    .map(({ name, title }) => ({ key: nameKey(name), name: name.trim(), title: title.trim() }))
    .filter(({ key }) => key !== '');
}

/** The pictures that stand in an article, each by its first place. */
export function photosInArticle({ blocks, photos }: ArticleDocument): ArticlePhoto[] {
  const byId = new Map(photos.map((photo) => [photo.id, photo]));
  return blocks.flatMap(photosOf).flatMap((id) => {
    const photo = byId.get(id);
    return photo?.sha256 == null ? [] : [{ sha256: photo.sha256, caption: photo.caption }];
  });
}
