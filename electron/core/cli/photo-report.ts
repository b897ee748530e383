/** A picture, and a take-in of pictures, for people and for programs. */
import type { PhotoFacts, TakenIn } from '../../../shared/contract/desk-photos.ts';
import { type AppError, errorText } from '../../../shared/errors/app-error.ts';
import { isErrorCode, type Language } from '../../../shared/errors/codes.ts';
import type { PhotoRecord } from '../../../shared/photos/photo-details.ts';
import { type RecordField, recordOptions } from './photo-options.ts';
import { photoWords } from './photo-words.ts';

export type TakenReport = {
  photos: ({ file: string } & TakenIn)[];
  failed: { file: string; error: AppError }[];
  passedOver: number;
  isStopped: boolean;
};

export function takenJson({ photos, failed, passedOver, isStopped }: TakenReport): object {
  return {
    photos,
    failed: failed.map(({ file, error: { code, message } }) => ({ file, code, message })),
    passedOver,
    stopped: isStopped,
  };
}

export function takenText({ photos, failed, passedOver, isStopped }: TakenReport, language: Language): string {
  const say = photoWords[language];
  const known = photos.filter(({ isNew }) => !isNew);
  const lines = photos.map(({ sha256, name, isNew }) => `${sha256}  ${isNew ? name : say.known(name)}`);
  for (const { name, alike } of photos) {
    if (alike.length > 0) lines.push(say.alike(name, alike.map((other) => other.name).join(', ')));
  }
  const unread = photos.find((photo) => photo.unread !== undefined)?.unread;
  if (unread !== undefined && isErrorCode(unread.code)) lines.push(errorText(unread.code, language, unread.details));
  const totals = { taken: photos.length - known.length, known: known.length, failed: failed.length, passedOver };
  return [...lines, say.taken(totals), ...(isStopped ? [say.stopped] : [])].join('\n');
}

/** Every field that says something, one a line. */
export function photoText(
  photo: PhotoRecord,
  { row, uses, alike, iimCharset }: PhotoFacts,
  language: Language,
): string {
  const say = photoWords[language];
  const lines = [`${photo.sha256}  ${row.name}  ${row.width} × ${row.height}`];
  const tell = (name: keyof (typeof say)['field'], value: string): void => {
    if (value !== '') lines.push(`${say.field[name]}: ${value.replace(/\s*[\n\u2028]\s*/gu, '\n    ')}`);
  };
  for (const name of Object.keys(recordOptions) as RecordField[]) tell(name, fieldText(photo, name));
  tell('iimCharset', iimCharset ?? '');
  tell('uses', uses.map(({ article, headline }) => `${headline} (${article})`).join('; '));
  tell('alike', alike.map((other) => other.name).join(', '));
  if (Object.keys(photo.edits).length > 0) lines.push(say.edited);
  if (!photo.shared && !row.shared) lines.push(say.own);
  return lines.join('\n');
}

function fieldText(photo: PhotoRecord, name: RecordField): string {
  if (name === 'people') {
    return photo.people.map(({ name: who, title }) => (title === undefined ? who : `${who} – ${title}`)).join('; ');
  }
  if (name === 'keywords') return photo.keywords.join(', ');
  if (name === 'decorative') return photo.decorative ? '✓' : '';
  if (name === 'rating') return photo.rating === 0 ? '' : String(photo.rating);
  return photo[name] ?? '';
}
