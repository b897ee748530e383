/** What a newer revision changes in its photos: their words, and what is done to the pictures where they are shown. */
import type { Changes, PictureChange } from '../contract/desk-changes.ts';
import { cropShapes, type PhotoDetails, type PhotoEdits, photoTextNames } from '../photos/photo-details.ts';
import { diffWords } from './diff-words.ts';
import type { Photo } from './document.ts';

type Pair = { id: string; old: Photo | undefined; fresh: Photo | undefined };

function pairsOf(before: readonly Photo[], after: readonly Photo[]): Pair[] {
  const ids = [...new Set([...after, ...before].map(({ id }) => id))];
  const find = (photos: readonly Photo[], id: string): Photo | undefined => photos.find((photo) => photo.id === id);
  return ids.map((id) => ({ id, old: find(before, id), fresh: find(after, id) }));
}

const ownWords = ['caption', 'credit', 'alt'] as const;
const detailWords = photoTextNames.filter((name) => name !== 'description' && name !== 'credit' && name !== 'alt');

/** The texts of a photo in the order in which they are read. People as `Name – title`, one after the other. */
function wordsOf(photo: Photo | undefined): Map<string, string> {
  const details = photo?.details ?? {};
  const people = (details.people ?? []).map(({ name, title }) => (title === undefined ? name : `${name} – ${title}`));
  return new Map([
    ...ownWords.map((name) => [name, photo?.[name] ?? ''] as const),
    ['people', people.join('; ')],
    ...detailWords.map((name) => [name, details[name] ?? ''] as const),
    ['keywords', (details.keywords ?? []).join(', ')],
  ]);
}

export function changedCaptions(before: readonly Photo[], after: readonly Photo[]): Changes['captions'] {
  return pairsOf(before, after).flatMap(({ id, old, fresh }) => {
    const was = wordsOf(old);
    const texts = [...wordsOf(fresh)].flatMap(([field, is]) =>
      was.get(field) === is ? [] : [{ photo: id, field, runs: diffWords(was.get(field) ?? '', is) }],
    );
    const [wasFile, isFile] = [old?.sha256 ?? '', fresh?.sha256 ?? ''];
    return wasFile === isFile ? texts : [{ photo: id, field: 'file', runs: diffWords(wasFile, isFile) }, ...texts];
  });
}

export function changedPictures(before: readonly Photo[], after: readonly Photo[]): Changes['pictures'] {
  return pairsOf(before, after).flatMap(({ id, old, fresh }) => {
    const changes = [
      ...changedFacts(old, fresh),
      ...changedEdits(old?.edits ?? {}, fresh?.edits ?? {}),
      ...changedAreas(old?.details?.people ?? [], fresh?.details?.people ?? []),
    ];
    return changes.length === 0 ? [] : [{ photo: id, changes }];
  });
}

function changedFacts(old: Photo | undefined, fresh: Photo | undefined): PictureChange[] {
  const changes: PictureChange[] = [];
  const [wasDecorative, isDecorative] = [old?.decorative === true, fresh?.decorative === true];
  if (wasDecorative !== isDecorative) changes.push({ what: 'decorative', before: wasDecorative, after: isDecorative });
  for (const field of ['dateCreated', 'digitalSource', 'expires'] as const) {
    const [was, is] = [old?.details?.[field] ?? '', fresh?.details?.[field] ?? ''];
    if (was !== is) changes.push({ what: 'value', field, before: was, after: is });
  }
  return changes;
}

const opOf = (was: unknown, is: unknown): 'insert' | 'delete' | 'change' | null => {
  if (JSON.stringify(was) === JSON.stringify(is)) return null;
  if (was === undefined) return 'insert';
  return is === undefined ? 'delete' : 'change';
};

function changedEdits(old: PhotoEdits, fresh: PhotoEdits): PictureChange[] {
  const changes: PictureChange[] = [];
  const [wasWithheld, isWithheld] = [old.withheld === true, fresh.withheld === true];
  if (wasWithheld !== isWithheld) changes.push({ what: 'withheld', before: wasWithheld, after: isWithheld });
  if (opOf(old.pixelated, fresh.pixelated) !== null) {
    changes.push({ what: 'pixelated', before: old.pixelated?.length ?? 0, after: fresh.pixelated?.length ?? 0 });
  }
  for (const name of ['turn', 'straighten'] as const) {
    const [was, is] = [old[name] ?? 0, fresh[name] ?? 0];
    if (was !== is) changes.push({ what: name, before: was, after: is });
  }
  for (const shape of cropShapes) {
    const op = opOf(old.crops?.[shape], fresh.crops?.[shape]);
    if (op !== null) changes.push({ what: 'crop', shape, op });
  }
  const focus = opOf(old.focus, fresh.focus);
  if (focus !== null) changes.push({ what: 'focus', op: focus });
  return changes;
}

type People = NonNullable<PhotoDetails['people']>;

/** Where in the picture people are; who came and went is said by their names. */
function changedAreas(old: People, fresh: People): PictureChange[] {
  const moved = fresh.filter(({ name, area }) => {
    const former = old.find((person) => person.name === name);
    return former !== undefined && opOf(former.area, area) !== null;
  });
  return moved.length === 0 ? [] : [{ what: 'areas', names: moved.map(({ name }) => name) }];
}
