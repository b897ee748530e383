/**
 * What a mending could not keep, in the words of people. The core gives reasons in English of its own or of SQLite; those
 * that are known are said here, the others are left to the part for technical support.
 */
import type { TFunction } from 'i18next';
import type { Loss } from '../../shared/contract/desk.ts';

/** How the core ends its reasons (electron/core/recovery/losses.ts). */
const reasons = [
  ['its page cannot be read', 'unreadable'],
  ['its bytes are not those that were written', 'changed'],
  ['an event before it is lost', 'chain'],
  ['the revision it names is lost', 'revision'],
  ['its file is neither here nor in a backup', 'noFile'],
] as const;
const KEPT_ASIDE = /^kept aside, because .*?; their words: “([\s\S]*)”$/;

/** The file as a whole gave nothing: what is newer than the backup is lost, and nobody can say what it was. */
export function isWholeFile({ articleId, what, detail }: Loss): boolean {
  return articleId === null && what === 'other' && detail.startsWith('the file: ');
}

/** `2 đoạn sửa: không đọc được nữa trong tệp hỏng.` */
export function lossLine(t: TFunction<'backups'>, loss: Loss): string {
  if (isWholeFile(loss)) return `${t('loss.file')}.`;
  return t('loss.line', { what: t(`loss.${loss.what}`, { count: loss.count }), why: whyWords(t, loss.detail) });
}

function whyWords(t: TFunction<'backups'>, detail: string): string {
  const words = KEPT_ASIDE.exec(detail)?.[1]?.trim();
  if (words !== undefined) return words === '' ? t('loss.why.aside') : t('loss.why.asideWords', { words });
  const known = reasons.find(([end]) => detail.endsWith(end));
  return t(`loss.why.${known?.[1] ?? 'unknown'}`);
}

/** Article by article in the order of the report, what belongs to none last. */
export function lossItems(t: TFunction<'backups'>, lost: readonly Loss[]): { name: string; lines: string[] }[] {
  const items = new Map<string | null, { name: string; lines: string[] }>();
  for (const loss of lost.toSorted((a, b) => Number(a.articleId === null) - Number(b.articleId === null))) {
    const name = loss.articleId === null ? t('loss.noArticle') : loss.headline || t('loss.untitled');
    const item = items.get(loss.articleId) ?? { name, lines: [] };
    item.lines.push(lossLine(t, loss));
    items.set(loss.articleId, item);
  }
  return [...items.values()];
}
