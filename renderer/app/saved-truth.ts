/** Where the person's words are, as the page knows it: what the core says, and what the page has not got through to it. */
import type { DeskStatus } from '../../shared/contract/desk.ts';
import { useLineState, useUnsaved } from './desk-context.tsx';
import { useLasting } from './use-lasting.ts';

export type SavedTruth =
  | { state: 'saved'; at: string | null }
  | { state: 'saving' }
  | { state: 'failed'; code: string; message: string }
  | { state: 'lost' };

const LOST_AFTER_MS = 1_000;
const SLOW_SAVE_MS = 300;

export function useSavedTruth(status: DeskStatus | null): SavedTruth | null {
  const isLost = useLasting(useLineState() !== 'open', LOST_AFTER_MS);
  const isUnsaved = useUnsaved() > 0 || status?.saved.state === 'saving';
  const isSlow = useLasting(isUnsaved, SLOW_SAVE_MS);
  if (isLost) return { state: 'lost' };
  if (status === null) return null;
  if (status.saved.state === 'failed') return status.saved;
  if (isSlow || status.saved.state === 'saving') return { state: 'saving' };
  return status.saved;
}
