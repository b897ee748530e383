/** Who an article is by, and what stands below it, in its language. */
import { formatDate } from '../text/dates.ts';
import type { ArticleDocument } from './document.ts';

const words = {
  vi: { speaker: 'Người phát biểu', contact: 'Liên hệ', source: 'Nguồn', tags: 'Từ khóa' },
  en: { speaker: 'Speaker', contact: 'Contact', source: 'Source', tags: 'Keywords' },
} as const;

const languageOf = ({ language }: ArticleDocument): 'vi' | 'en' => (language.startsWith('en') ? 'en' : 'vi');
const isGiven = (text: string | undefined): text is string => text !== undefined && text !== '';

/** The name that readers see: a pen name stands for the author's own. Empty where there is none. */
export function bylineOf({ fields }: ArticleDocument): string {
  return [fields.penName, fields.author].find(isGiven) ?? '';
}

/** `Lê Thu Hà · Sầm Sơn, 12/9/2026`: by whom, where and when it happened. */
export function signatureOf(document: ArticleDocument): string {
  const { place, eventDate } = document.fields;
  const day = eventDate === undefined ? undefined : formatDate(eventDate, languageOf(document));
  return [bylineOf(document), [place, day].filter(isGiven).join(', ')].filter(isGiven).join(' · ');
}

/** What is said below an article, each with its label: who speaks, whom to ask, where it is from, its keywords. */
export function notesOf(document: ArticleDocument): { label: string; value: string }[] {
  const { speaker, contact, source, tags = [] } = document.fields;
  const values = { speaker, contact, source, tags: tags.join(', ') };
  return (['speaker', 'contact', 'source', 'tags'] as const).flatMap((name) => {
    const value = values[name];
    return isGiven(value) ? [{ label: words[languageOf(document)][name], value }] : [];
  });
}
