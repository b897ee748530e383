import type { TFunction } from 'i18next';
import type { RestoreReport } from '../../shared/contract/desk.ts';
import type { Language } from '../../shared/errors/codes.ts';
import { momentWords } from '../app/time-words.ts';
import { amountWords } from './backup-words.ts';
import type { Report } from './report.ts';

/** What a restore did: what the desk holds, where to find what it held before, and which photos and attached documents are missing. */
export function restoreReport(
  t: TFunction<'backups'>,
  { backup, before, setAside, kept, onlyBefore, ...originals }: RestoreReport,
  { hasOffice, language }: { hasOffice: boolean; language: Language },
): Report {
  const { photosBroughtBack, photosMissing, filesBroughtBack, filesMissing } = originals;
  const where = setAside === null ? 'onlyBefore' : 'onlySetAside';
  const only = hasOffice ? where : (`${where}Alone` as const);
  const facts = [
    ...(before === null ? [] : [t('restored.before', { at: momentWords(before.at, language) })]),
    ...(setAside === null ? [] : [t('restored.damagedBefore')]),
    ...(onlyBefore === 0 ? [] : [t(`restored.${only}`, { count: onlyBefore })]),
    ...(photosBroughtBack === 0 ? [] : [t('restored.photosBack', { count: photosBroughtBack })]),
    ...(photosMissing.length === 0 ? [] : [t('restored.photosMissing', { count: photosMissing.length })]),
    ...(filesBroughtBack === 0 ? [] : [t('restored.filesBack', { count: filesBroughtBack })]),
    ...(filesMissing.length === 0 ? [] : [t('restored.filesMissing', { count: filesMissing.length })]),
  ];
  return {
    title: t('restored.title'),
    lead: t('restored.lead', { at: momentWords(backup.at, language), what: amountWords(t, kept, language) }),
    facts,
    lost: null,
    folder: setAside === null ? null : { label: t('report.damagedFiles'), path: setAside },
    technical: { title: t('report.technical'), lines: [`backup: ${backup.name}`, ...photosMissing, ...filesMissing] },
  };
}
