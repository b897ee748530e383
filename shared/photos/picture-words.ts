/** What a picture's file is made to say when it goes out. */
import type { Photo } from '../article/document.ts';
import {
  type DigitalSourceType,
  type PhotoDetails,
  type PhotoPerson,
  type PhotoRecord,
  type PhotoTextName,
  photoTextNames,
} from './photo-details.ts';
import { detailsOf } from './with-records.ts';

/** Texts are empty where nothing is said. The areas of people are places in the picture as it goes out, seen upright. */
export type PictureWords = Record<PhotoTextName, string> & {
  dateCreated: string | null;
  digitalSource: DigitalSourceType | null;
  keywords: readonly string[];
  people: readonly PhotoPerson[];
};

/** A picture of the library. The areas are those of the record: places in the upright picture, before any edit. */
export function wordsOfRecord(record: PhotoRecord): PictureWords {
  const { description, credit, alt, decorative } = record;
  return { ...wordsOfDetails(detailsOf(record)), description, credit, alt: decorative ? '' : alt };
}

/** A picture of an article: its own caption, credit and alt text, and the rest from its record. */
export function wordsOfPhoto(photo: Photo): PictureWords {
  const { caption, credit, alt, decorative, details } = photo;
  return { ...wordsOfDetails(details), description: caption, credit, alt: decorative ? '' : alt };
}

function wordsOfDetails(details: PhotoDetails | undefined): PictureWords {
  const texts = Object.fromEntries(
    photoTextNames.map((name) => [name, (details as Partial<Record<PhotoTextName, string>> | undefined)?.[name] ?? '']),
  ) as Record<PhotoTextName, string>;
  return {
    ...texts,
    dateCreated: details?.dateCreated ?? null,
    digitalSource: details?.digitalSource ?? null,
    keywords: details?.keywords ?? [],
    people: details?.people ?? [],
  };
}
