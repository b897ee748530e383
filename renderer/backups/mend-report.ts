import type { TFunction } from 'i18next';
import type { Loss, MendReport } from '../../shared/contract/desk.ts';
import type { Language } from '../../shared/errors/codes.ts';
import { momentWords } from '../app/time-words.ts';
import { amountWords, joinWords, whenWords } from './backup-words.ts';
import { isWholeFile, lossItems } from './loss-words.ts';
import type { Report } from './report.ts';

/** How the core names such a backup. Building on the newest loses least, but it brings back what the restore had left. */
const BEFORE_RESTORE = '-before-restore';

/** What a mending did, the most important first: whether anything is lost, then what is there, then where it came from. */
export function mendReport(
  t: TFunction<'backups'>,
  { backup, setAside, kept, rescued, lost }: MendReport,
  { hasOffice, now, language }: { hasOffice: boolean; now: number; language: Language },
): Report {
  const what = amountWords(t, kept, language);
  const facts = [
    ...(lost.length === 0 ? [] : [t('mended.kept', { what })]),
    ...(hasOffice && lost.length > 0 ? [t('mended.office')] : []),
    backup === null
      ? t('mended.noBackup')
      : t('mended.from', { at: momentWords(backup.at, language), when: whenWords(t, backup.at, now, language) }),
    ...(backup?.name.endsWith(BEFORE_RESTORE) ? [t('mended.fromBeforeRestore')] : []),
    ...(backup === null ? [] : [rescuedWords(t, rescued, language)]),
    ...(hasOffice && kept.waiting > 0 ? [t('mended.waiting', { count: kept.waiting })] : []),
  ];
  return {
    title: t('mended.title'),
    lead: lost.length === 0 ? t('mended.leadWhole', { what }) : leadOfLost(t, lost),
    facts,
    lost: lost.length === 0 ? null : { title: t('mended.lost'), items: lossItems(t, lost) },
    folder: { label: t('report.damagedFiles'), path: setAside },
    technical: lost.length === 0 ? null : { title: t('report.technical'), lines: lost.map(technicalLine) },
  };
}

function leadOfLost(t: TFunction<'backups'>, lost: readonly Loss[]): string {
  const hasUnknown = lost.some((loss) => isWholeFile(loss) || (loss.articleId === null && loss.what === 'updates'));
  if (hasUnknown) return t('mended.leadUnknown');
  const articles = new Set(lost.flatMap(({ articleId }) => articleId ?? [])).size;
  return articles === 0 ? t('mended.leadLostOther') : t('mended.leadLost', { count: articles });
}

function rescuedWords(t: TFunction<'backups'>, rescued: MendReport['rescued'], language: Language): string {
  const { articles, photos, updates } = rescued;
  // That an article was begun is an event as well, and no step of a review.
  const steps = Math.max(0, rescued.events - articles);
  const parts = [
    articles > 0 ? t('articles', { count: articles }) : null,
    updates > 0 ? t('edits', { count: updates }) : null,
    steps > 0 ? t('steps', { count: steps }) : null,
    photos > 0 ? t('photos', { count: photos }) : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return t('mended.rescuedNone');
  return t('mended.rescued', { what: joinWords(parts, language) });
}

function technicalLine({ articleId, what, count, detail }: Loss): string {
  return `${articleId ?? '-'} ${what} ${count}: ${detail}`;
}
