/** The photo library as a page sees it: lists, counts and what is known of one picture beside its record. */

import { cleanLine } from '../../../shared/article/clean-text.ts';
import type {
  KnownPerson,
  PhotoFacts,
  PhotoFilter,
  PhotoRow,
  PhotoSort,
} from '../../../shared/contract/desk-photos.ts';
import { MOST_BULK_PHOTOS } from '../../../shared/contract/desk-photos.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import { localDateTime } from '../../../shared/text/dates.ts';
import type { Articles } from '../articles/articles.ts';
import type { ShownPhoto } from '../articles/project-photo.ts';
import type { ReadableDb } from '../store/database.ts';
import { listAlikes } from '../store/photo-alikes.ts';
import {
  countPhotos,
  findListedPhoto,
  type ListedPhoto,
  listBatches,
  listPhotoHashes,
  listPhotos,
  type PhotoRowFilter,
} from '../store/photo-list.ts';
import { listPhotoUses } from '../store/photo-uses.ts';
import { findEmbeddedMetadata } from '../store/photos.ts';
import { namedInOffice, type PeopleSource } from './people-source.ts';
import { photoExpressions } from './photo-query.ts';

const EXPIRES_SOON_DAYS = 30;
const DAY_MS = 86_400_000;
const MOST_BATCHES = 200;
const MOST_ALIKES = 100;

export type PhotoLibraryOptions = {
  db: ReadableDb;
  articles: Pick<Articles, 'settle' | 'settleOne' | 'record'>;
  clock: () => Date;
  people?: PeopleSource;
};

export class PhotoLibrary {
  readonly #db: ReadableDb;
  readonly #articles: PhotoLibraryOptions['articles'];
  readonly #clock: () => Date;
  readonly #people: PeopleSource;

  constructor({ db, articles, clock, people = namedInOffice(db) }: PhotoLibraryOptions) {
    this.#db = db;
    this.#articles = articles;
    this.#clock = clock;
    this.#people = people;
  }

  list({ sort, offset, limit, ...filter }: PhotoFilter & { sort: PhotoSort; offset: number; limit: number }): {
    total: number;
    rows: PhotoRow[];
  } {
    this.#articles.settle();
    const narrowed = this.#filterOf(filter);
    const rows = listPhotos(this.#db, narrowed, sort, { offset, limit }).map(parseRow);
    return { total: countPhotos(this.#db, narrowed), rows };
  }

  /** As many as can be dealt with at once. */
  ids({ sort, ...filter }: PhotoFilter & { sort: PhotoSort }): string[] {
    this.#articles.settle();
    return listPhotoHashes(this.#db, this.#filterOf(filter), sort, MOST_BULK_PHOTOS);
  }

  overview(): {
    total: number;
    uncaptioned: number;
    expiring: number;
    own: number;
    alike: number;
    aside: number;
    batches: { name: string; count: number; at: string }[];
  } {
    this.#articles.settle();
    const count = (filter: Partial<PhotoRowFilter>): number => countPhotos(this.#db, { aside: false, ...filter });
    return {
      total: count({}),
      uncaptioned: count({ lacking: true }),
      expiring: count({ until: this.#soon() }),
      own: count({ shared: false }),
      alike: count({ hasAlike: true }),
      aside: count({ onlyAside: true }),
      batches: listBatches(this.#db, MOST_BATCHES),
    };
  }

  /** Throws photo-not-found. */
  facts(sha256: string): PhotoFacts {
    const row = this.row(sha256);
    // A caption in an article is one line.
    const description = cleanLine(this.#articles.record(sha256)?.description ?? row.description).trim();
    return {
      row,
      iimCharset: findEmbeddedMetadata(this.#db, sha256)?.iimCharset ?? null,
      uses: listPhotoUses(this.#db, sha256).map((use) => ({ ...use, isSame: use.caption === description })),
      alike: listAlikes(this.#db, sha256, MOST_ALIKES).map(({ sha256: other, distance, shown }) => ({
        ...{ sha256: other, distance },
        name: (JSON.parse(shown) as ShownPhoto).name,
      })),
    };
  }

  /** Throws photo-not-found. */
  row(sha256: string): PhotoRow {
    this.#articles.settle();
    this.#articles.settleOne(photoRecordId(sha256));
    const row = findListedPhoto(this.#db, sha256);
    if (row === undefined) throw new AppError('photo-not-found', { sha256 });
    return parseRow(row);
  }

  people(query: { starts: string; limit: number }): KnownPerson[] {
    this.#articles.settle();
    return this.#people.find(query);
  }

  #filterOf({ query, person, place, uncaptioned, expiring, ...rest }: PhotoFilter): PhotoRowFilter {
    return {
      ...rest,
      ...photoExpressions({ query, person, place }),
      ...(uncaptioned === undefined ? {} : { lacking: uncaptioned }),
      ...(expiring === true ? { until: this.#soon() } : {}),
    };
  }

  /** The last day of those that are soon. */
  #soon(): string {
    const at = new Date(this.#clock().getTime() + EXPIRES_SOON_DAYS * DAY_MS).toISOString();
    return localDateTime(at)?.date ?? at.slice(0, 10);
  }
}

function parseRow({ shown, shared, width, height, bytes, format, ...row }: ListedPhoto): PhotoRow {
  return {
    ...row,
    ...(JSON.parse(shown) as ShownPhoto),
    ...{ width: width ?? 0, height: height ?? 0, bytes: bytes ?? 0, format: format ?? '' },
    shared: shared !== 0,
    isHere: width !== null,
  };
}
