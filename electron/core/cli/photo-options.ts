/** The options by which a picture's record is written, one for each field of the caption screen. */
import type { CopiedField } from '../../../shared/contract/desk-photos.ts';
import { type PhotoRecord, photoTextNames, type RecordPerson } from '../../../shared/photos/photo-details.ts';
import { type RecordChange, recordChangeSchema } from '../../../shared/photos/write-record.ts';
import { type CommandOption, type CommandOptions, UsageError } from './command.ts';

export type RecordField = CopiedField | 'rating' | 'label';

export const recordOptions = {
  description: 'caption',
  headline: 'headline',
  credit: 'credit',
  source: 'source',
  creator: 'creator',
  jobTitle: 'job-title',
  copyright: 'copyright',
  alt: 'alt',
  extendedDescription: 'extended-description',
  instructions: 'instructions',
  rightsUsage: 'usage-terms',
  sublocation: 'location',
  city: 'city',
  province: 'province',
  country: 'country',
  dateCreated: 'date',
  digitalSource: 'digital-source',
  keywords: 'keywords',
  people: 'people',
  decorative: 'decorative',
  expires: 'expires',
  rating: 'rating',
  label: 'label',
} as const satisfies Record<RecordField, CommandOption>;

/** What stands in the usage for a value that is no plain text. */
export const optionValues: Partial<Record<RecordField, string>> = {
  dateCreated: 'YYYY-MM-DD[THH:MM]',
  digitalSource: 'TERM',
  keywords: 'A,B',
  people: '"NAME – TITLE; NAME"',
  decorative: 'yes|no',
  expires: 'YYYY-MM-DD',
  rating: '-1..5',
  label: 'COLOUR',
};

/** The change that the options ask for; an empty value takes away. Throws UsageError for a value that no field takes. */
export function changeOf(options: CommandOptions, record: PhotoRecord): RecordChange {
  const change: Record<string, unknown> = {};
  const texts = photoTextNames.flatMap((name) => {
    const text = options[recordOptions[name]];
    return text === undefined ? [] : [[name, { how: 'set', text }] as const];
  });
  if (texts.length > 0) change.texts = Object.fromEntries(texts);
  for (const name of ['dateCreated', 'digitalSource', 'expires', 'label'] as const) {
    const value = options[recordOptions[name]];
    if (value !== undefined) change[name] = value === '' ? null : value;
  }
  if (options.rating !== undefined) change.rating = Number(options.rating === '' ? 0 : options.rating);
  if (options.decorative !== undefined) change.decorative = yesOrNo(options.decorative);
  if (options.keywords !== undefined) {
    const add = partsOf(options.keywords, ',');
    change.keywords = { add, remove: record.keywords.filter((keyword) => !add.includes(keyword)) };
  }
  if (options.people !== undefined) change.people = peopleOf(options.people, record.people);
  const read = recordChangeSchema.safeParse(change);
  if (!read.success) throw wrongValue(read.error.issues[0]?.path ?? []);
  return read.data;
}

function wrongValue(path: readonly PropertyKey[]): UsageError {
  const named = path.map(String).find((part): part is RecordField => Object.hasOwn(recordOptions, part));
  return new UsageError(
    named === undefined ? 'a value is not one' : `--${recordOptions[named]} does not take that value`,
  );
}

function yesOrNo(value: string): boolean {
  if (value !== 'yes' && value !== 'no') throw new UsageError('--decorative is yes or no');
  return value === 'yes';
}

function partsOf(text: string, mark: string): string[] {
  const parts = text.split(mark).map((part) => part.normalize('NFC').trim());
  return parts.filter((part) => part !== '');
}

/** Whoever has the same name as before keeps the place in the picture. */
function peopleOf(text: string, before: readonly RecordPerson[]): RecordPerson[] {
  const left = [...before];
  return partsOf(text, ';').map((part, index) => {
    const [name = '', title] = part.split(/\s+[–-]\s+(.*)/su);
    const at = left.findIndex((person) => person.name === name);
    const known = at < 0 ? undefined : left.splice(at, 1)[0];
    const { title: _, ...kept } = known ?? { id: `cli-${Date.now().toString(36)}-${index}`, name };
    return title === undefined || title === '' ? { ...kept, name } : { ...kept, name, title };
  });
}
