/**
 * Caption templates: a sentence with slots in braces, `{ai} {làm gì} tại {ở đâu}, {khi nào}. Ảnh: {nguồn}`. What the record knows
 * fills them; a slot that nothing fills stays as it is in the caption, a blank that the person types over and that counts as
 * lacking until then.
 */
import type { CaptionPart } from '../contract/desk-photos.ts';
import { type DateLanguage, formatDate } from '../text/dates.ts';
import type { PhotoPerson, PhotoRecord } from './photo-details.ts';

export type TemplateRecord = Pick<
  PhotoRecord,
  | 'people'
  | 'sublocation'
  | 'city'
  | 'province'
  | 'country'
  | 'dateCreated'
  | 'credit'
  | 'creator'
  | 'source'
  | 'headline'
>;

type Slot = {
  /** The first is written, all are read. */
  names: { vi: readonly [string, ...string[]]; en: readonly [string, ...string[]] };
  /** What stays missing while it is a blank. */
  part: CaptionPart | null;
  fill: (record: TemplateRecord, language: DateLanguage) => string;
};

const creditSlot: Slot = {
  names: { vi: ['nguồn'], en: ['credit'] },
  part: 'credit',
  fill: ({ credit, source }) => credit || source,
};

const slots: readonly Slot[] = [
  { names: { vi: ['ai'], en: ['who'] }, part: 'who', fill: namesOf },
  { names: { vi: ['trái sang'], en: ['from left'] }, part: 'who', fill: fromLeft },
  { names: { vi: ['làm gì'], en: ['what', 'does what'] }, part: 'what', fill: () => '' },
  { names: { vi: ['ở đâu'], en: ['where'] }, part: 'where', fill: placeOf },
  { names: { vi: ['khi nào', 'ngày'], en: ['when', 'date'] }, part: 'when', fill: dayOf },
  { names: { vi: ['buổi'], en: ['time of day'] }, part: 'when', fill: timeOfDay },
  creditSlot,
  { names: { vi: ['người chụp'], en: ['creator'] }, part: 'credit', fill: ({ creator }) => creator },
  { names: { vi: ['tiêu đề'], en: ['headline'] }, part: 'what', fill: ({ headline }) => headline },
];

/** The slots that a template can name, as its editor offers them. */
export function slotNames(language: DateLanguage): string[] {
  return slots.map(({ names }) => names[language][0]);
}

const SLOT = /\{([^{}\n]{1,60})\}/gu;

function slotOf(name: string): { slot: Slot; language: DateLanguage } | undefined {
  const wanted = name.normalize('NFC').trim().toLowerCase();
  for (const slot of slots) {
    if (slot.names.vi.includes(wanted)) return { slot, language: 'vi' };
    if (slot.names.en.includes(wanted)) return { slot, language: 'en' };
  }
  return undefined;
}

/**
 * The caption that a template makes of what is known, each slot in the language that it is named in. Unknown slots and those that
 * nothing fills stay as blanks.
 */
export function fillTemplate(template: string, record: TemplateRecord): string {
  return template
    .replace(SLOT, (blank, name: string) => {
      const known = slotOf(name);
      return known?.slot.fill(record, known.language).trim() || blank;
    })
    .replace(/(?<=^)\p{Ll}/u, (letter) => letter.toLocaleUpperCase('vi'));
}

export type Blank = { name: string; start: number; end: number };

/** What is still to be filled in, in UTF-16 units. */
export function blanksOf(caption: string): Blank[] {
  return [...caption.matchAll(SLOT)].map(({ 0: blank, 1: name = '', index }) => ({
    name,
    start: index,
    end: index + blank.length,
  }));
}

/** The parts that the blanks of a caption stand for. */
export function blankParts(caption: string): Set<CaptionPart> {
  const parts = blanksOf(caption).map(({ name }) => slotOf(name)?.slot.part ?? null);
  return new Set(parts.filter((part) => part !== null));
}

/** Where a caption leaves its credit open. */
export function creditBlank(caption: string): Blank | undefined {
  return blanksOf(caption).find(({ name }) => slotOf(name)?.slot === creditSlot);
}

/**
 * What stands now where `former` left its credit open. Null where nothing does, and where the words around it are others: then
 * nobody knows what of them is the credit.
 */
export function creditTypedOver(former: string, caption: string): string | null {
  const blank = creditBlank(former);
  if (blank === undefined) return null;
  const [before, after] = [former.slice(0, blank.start), former.slice(blank.end)];
  if (caption.length < before.length + after.length || !caption.startsWith(before) || !caption.endsWith(after)) {
    return null;
  }
  const typed = caption.slice(before.length, caption.length - after.length).trim();
  // The end of the sentence is no part of it, that of `TTXVN.` or `N.V.A.` may be.
  const credit = typed.replace(/(?<=\p{Ll})\.$/u, '');
  return credit === '' || /[{}\n]/u.test(credit) ? null : credit;
}

/** Somebody with what they hold, as it reads in a sentence. */
export function personWords({ name, title = '' }: Pick<PhotoPerson, 'name' | 'title'>, language: DateLanguage): string {
  if (title.trim() === '') return name.trim();
  return language === 'vi' ? `${title.trim()} ${name.trim()}` : `${name.trim()}, ${title.trim()}`;
}

function namesOf({ people }: Pick<TemplateRecord, 'people'>, language: DateLanguage): string {
  return listed(
    people.filter(({ name }) => name.trim() !== '').map((person) => personWords(person, language)),
    language,
  );
}

/** `Từ trái sang: Mai Xuân Liêm, Nguyễn Phú Tiến`; empty where nobody is named. */
export function fromLeft({ people }: { people: readonly PhotoPerson[] }, language: DateLanguage): string {
  const named = people.filter(({ name }) => name.trim() !== '');
  if (named.length === 0) return '';
  if (named.length === 1) return personWords(named[0]!, language);
  const hasTitles = named.some(({ title = '' }) => title.trim() !== '');
  const words = named.map(({ name, title = '' }) =>
    title.trim() === '' ? name.trim() : `${name.trim()}, ${title.trim()}`,
  );
  const opening = language === 'vi' ? 'Từ trái sang: ' : 'From left: ';
  return opening + (hasTitles ? words.join('; ') : listed(words, language));
}

function listed(words: readonly string[], language: DateLanguage): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')}${language === 'vi' ? ' và ' : ' and '}${words.at(-1)}`;
}

function placeOf({ sublocation, city, province }: TemplateRecord): string {
  const places = [sublocation, city, province].map((place) => place.trim()).filter((place) => place !== '');
  return places.filter((place, index) => places.indexOf(place) === index).join(', ');
}

const DAY_LENGTH = 'YYYY-MM-DD'.length;

function dayOf({ dateCreated }: TemplateRecord, language: DateLanguage): string {
  if (dateCreated === null) return '';
  const day = formatDate(dateCreated.slice(0, DAY_LENGTH), language);
  return language === 'vi' ? `ngày ${day}` : day;
}

/** As people there say it; `sáng 26/4/2022`. The hour is the camera's own. */
function timeOfDay(record: TemplateRecord, language: DateLanguage): string {
  const hour = /T(\d\d):/.exec(record.dateCreated ?? '')?.[1];
  if (hour === undefined || record.dateCreated === null) return '';
  const day = formatDate(record.dateCreated.slice(0, DAY_LENGTH), language);
  const [NOON, EVENING] = [12, 18];
  const at = Number(hour) < NOON ? 0 : Number(hour) < EVENING ? 1 : 2;
  return language === 'vi'
    ? `${['sáng', 'chiều', 'tối'][at]} ${day}`
    : `on the ${['morning', 'afternoon', 'evening'][at]} of ${day}`;
}

/** `Từ trái sang: …` as `fromLeft` writes it, up to the end of its sentence; `TS.` and `TP.` end none. */
const FROM_LEFT =
  /(?:Từ trái sang|From left): (?:[^.\n]|\.(?=\S)|(?<=(?<!\p{L})(?:P?GS|ThS|[TBK]S|TP|Dr|Mrs?|Ms|Prof))\.)*/u;

/**
 * A caption with the people in it: in the place of a blank for them or of what named them from left to right before, else at
 * the end.
 */
export function withNames(caption: string, people: readonly PhotoPerson[], language: DateLanguage): string {
  const phrase = fromLeft({ people }, language);
  if (phrase === '') return caption;
  const blank = blanksOf(caption).find(({ name }) => slotOf(name)?.slot.part === 'who');
  if (blank !== undefined) return caption.slice(0, blank.start) + phrase + caption.slice(blank.end);
  const former = FROM_LEFT.exec(caption);
  if (former !== null) {
    return caption.slice(0, former.index) + phrase + caption.slice(former.index + former[0].length);
  }
  const before = caption.trimEnd();
  if (before === '') return `${phrase}.`;
  return /[.!?…]$/u.test(before) ? `${before} ${phrase}.` : `${before}. ${phrase}.`;
}
