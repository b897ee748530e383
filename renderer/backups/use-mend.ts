import { useTranslation } from 'react-i18next';
import { useDesk } from '../app/desk-context.tsx';
import { currentLanguage } from '../app/words.ts';
import { mendReport } from './mend-report.ts';
import { type Care, useCare } from './use-care.ts';

/** Mends the desk that is damaged, open or not, and reports. */
export function useMend(): { care: Care | null; mend: () => void; forget: () => void } {
  const { t } = useTranslation('backups');
  const desk = useDesk();
  const { care, begin, forget } = useCare();
  const mend = (): void =>
    begin(
      () => desk.recovery.mend(),
      (report, hasOffice) => mendReport(t, report, { hasOffice, now: Date.now(), language: currentLanguage() }),
    );
  return { care, mend, forget };
}
