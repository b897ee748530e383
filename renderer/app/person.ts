/** What changes the person's side of the desk: their language, and in the sample office who they are. */
import type { Language } from '../../shared/errors/codes.ts';
import { useNotices } from '../ui/notices.tsx';
import { useDesk, useWorkstation } from './desk-context.tsx';
import { toAppError } from './desk-link.ts';
import { setWords } from './words.ts';

export function useSetLanguage(): (language: Language) => void {
  const desk = useDesk();
  const [workstation, setWorkstation] = useWorkstation();
  const { tellError } = useNotices();
  return (language) => {
    // The words change at once; the core keeps the choice.
    void setWords(language);
    setWorkstation({ ...workstation, language });
    desk.workstation.setLanguage({ language }).then(setWorkstation, (error) => tellError(toAppError(error)));
  };
}

/** The page is loaded anew for the other person: nothing of the former one's desk stays in it. */
export function useSwitchPerson(): (personId: string) => void {
  const desk = useDesk();
  const [{ person }] = useWorkstation();
  const { tellError } = useNotices();
  return (personId) => {
    if (personId === person?.id) return;
    desk.workstation.switchPerson({ personId }).then(
      () => window.location.reload(),
      (error) => tellError(toAppError(error)),
    );
  };
}
