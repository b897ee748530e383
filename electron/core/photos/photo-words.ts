/** Finding and replacing in what is said of many pictures. Nothing is changed that was not previewed. */
import { setImmediate } from 'node:timers/promises';
import type { ChangedPhotos, PhotoDeed, PhotoHit } from '../../../shared/contract/desk-photos.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { compileQuery, type FindQuery, hitsOf } from '../../../shared/find/find-hits.ts';
import { replaceHits } from '../../../shared/find/replacement.ts';
import { type PhotoRecord, type PhotoTextName, photoTextNames } from '../../../shared/photos/photo-details.ts';
import { applyTextEdits } from '../../../shared/text-tools/text-edit.ts';
import type { FailedPhoto } from './photo-ports.ts';
import type { PhotoRecords } from './photo-records.ts';

const MOST_HITS = 10_000;
const RECORDS_PER_SLICE = 100;

export type WordsChoice = {
  find: string;
  replacement: string;
  withAccents: boolean;
  withCase: boolean;
  wholeWords: boolean;
};

export class PhotoWords {
  readonly #records: Pick<PhotoRecords, 'record' | 'change'>;

  constructor(records: Pick<PhotoRecords, 'record' | 'change'>) {
    this.#records = records;
  }

  /** In the order of the pictures and of the fields. Pictures that are not known have none. */
  async find(
    sha256s: readonly string[],
    { find, replacement, withAccents, withCase, wholeWords }: WordsChoice,
    signal?: AbortSignal,
  ): Promise<{ hits: PhotoHit[]; isMore: boolean }> {
    const query: FindQuery = {
      ...{ text: find, matchAccents: withAccents, matchCase: withCase, wholeWord: wholeWords },
      isPattern: false,
    };
    const compiled = compileQuery(query);
    const hits: PhotoHit[] = [];
    if (compiled === null || 'problem' in compiled) return { hits, isMore: false };
    for (const [index, sha256] of [...new Set(sha256s)].entries()) {
      if (index % RECORDS_PER_SLICE === 0) await setImmediate();
      signal?.throwIfAborted();
      const record = await this.#findRecord(sha256);
      if (record === null) continue;
      for (const field of photoTextNames) {
        const text = record[field];
        for (const hit of text === '' ? [] : hitsOf(compiled.pattern, text, query)) {
          const [edit] = replaceHits(text, [hit], query, { text: replacement, keepCase: false });
          if (edit === undefined) continue;
          if (hits.length === MOST_HITS) return { hits, isMore: true };
          hits.push({ sha256, name: record.name, field, text, ...edit });
        }
      }
    }
    return { hits, isMore: false };
  }

  /** Replaces those hits whose texts still say what was previewed; the others stand in `failed`, a picture once. */
  async replace(hits: readonly PhotoHit[]): Promise<ChangedPhotos> {
    const deeds: PhotoDeed[] = [];
    const failed = new Map<string, FailedPhoto>();
    for (const [sha256, own] of Map.groupBy(hits, (hit) => hit.sha256)) {
      const record = await this.#findRecord(sha256);
      for (const [field, inField] of Map.groupBy(own, (hit) => hit.field)) {
        const deed = record === null ? null : deedOf(sha256, field, record[field], inField);
        if (deed !== null) deeds.push(deed);
        else {
          const error = new AppError('photo-changed-since', { name: own[0]?.name || sha256.slice(0, 12) });
          failed.set(sha256, { sha256, name: own[0]?.name ?? '', error: error.toRecord() });
        }
      }
    }
    const changed = await this.#records.change(deeds);
    return { ...changed, failed: [...failed.values(), ...changed.failed] };
  }

  async #findRecord(sha256: string): Promise<PhotoRecord | null> {
    try {
      return await this.#records.record(sha256);
    } catch (error) {
      if (error instanceof AppError && error.code === 'photo-not-found') return null;
      throw error;
    }
  }
}

/** Null where the text says something else than was previewed, or the hits do not fit it. */
function deedOf(sha256: string, field: PhotoTextName, text: string, hits: readonly PhotoHit[]): PhotoDeed | null {
  const ordered = [...hits].sort((a, b) => a.start - b.start);
  const fits = ordered.every(
    (hit, index) =>
      hit.text === text && hit.start >= (ordered[index - 1]?.end ?? 0) && hit.end > hit.start && hit.end <= text.length,
  );
  if (!fits) return null;
  return { sha256, change: { texts: { [field]: { how: 'set', text: applyTextEdits(text, ordered) } } } };
}
