import { useState } from 'react';
import type { AppError } from '../../shared/errors/app-error.ts';
import { useDesk, useWorkstation } from '../app/desk-context.tsx';
import { type Desk, toAppError } from '../app/desk-link.ts';
import { lastArticleKey, recall, remember } from '../app/kept.ts';
import type { Report } from './report.ts';

/**
 * A restore or a mending, from the press of the button on:
 *
 *   null --begin--> running --> done (only a page that begins anew comes after it)
 *                      '------> failed --begin--> running ...
 */
export type Care = { state: 'running' } | { state: 'done'; report: Report } | { state: 'failed'; error: AppError };

export type BeginCare = <T>(work: () => Promise<T>, report: (result: T, hasOffice: boolean) => Report) => void;

export function useCare(): { care: Care | null; begin: BeginCare; forget: () => void } {
  const desk = useDesk();
  const [workstation, setWorkstation] = useWorkstation();
  const [care, setCare] = useState<Care | null>(null);
  const fail = async (error: AppError): Promise<void> => {
    setCare({ state: 'failed', error });
    if (error.code === 'desk-unreachable' || workstation.damaged !== null) return;
    // What was open in spite of its damage may not open a second time; then it has to be mended.
    const state = await desk.workstation.state();
    if (state.damaged !== null) setWorkstation(state);
  };
  const begin: BeginCare = (work, report) => {
    setCare({ state: 'running' });
    work()
      .then(async (result) => {
        // Of a desk that was closed before, only now is it known who sits there and whether there is an office.
        const { profile, person } = await desk.workstation.state();
        if (person !== null) await forgetLostArticle(desk, person.id);
        const hasOffice = profile === 'office' || profile === 'sample';
        setCare({ state: 'done', report: report(result, hasOffice) });
      })
      .catch((thrown) => fail(toAppError(thrown)))
      .catch(() => {});
  };
  return { care, begin, forget: () => setCare(null) };
}

/** The page opens with the last article again, which may not be on the desk any more. */
async function forgetLostArticle(desk: Desk, personId: string): Promise<void> {
  const key = lastArticleKey(personId);
  const id = recall<string | null>(key, null);
  if (id === null) return;
  try {
    await desk.articles.state({ id });
  } catch (thrown) {
    if (toAppError(thrown).code === 'article-not-found') remember(key, null);
  }
}
