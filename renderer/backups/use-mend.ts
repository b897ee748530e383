import { useTranslation } from 'react-i18next';
import { useDesk } from '../app/desk-context.tsx';
import { currentLanguage } from '../app/words.ts';
import { mendReport } from './mend-report.ts';
import type { Report } from './report.ts';
import { type Care, useCare } from './use-care.ts';

/** Mends the desk that is damaged, open or not, and reports. */
export function useMend(): { care: Care | null; mend: () => void; forget: () => void } {
  const { t } = useTranslation('backups');
  const desk = useDesk();
  const { care, begin, forget } = useCare();
  const work = async (): Promise<Report> => {
    const report = await desk.recovery.mend();
    // Whether there is an office is known again only now.
    const { profile } = await desk.workstation.state();
    const hasOffice = profile === 'office' || profile === 'sample';
    return mendReport(t, report, { hasOffice, now: Date.now(), language: currentLanguage() });
  };
  return { care, forget, mend: () => begin(work) };
}
