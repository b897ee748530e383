import { useEffect, useState } from 'react';
import type { DeskStatus } from '../../shared/contract/desk.ts';
import { useLasting } from './use-lasting.ts';

type LinkState = DeskStatus['link'];

const SLOW_SYNC_MS = 1_000;

/** The link to the office without the flicker of every short sync: what it was before stays until one takes long. */
export function useSettledLink(link: LinkState): LinkState {
  const [settled, setSettled] = useState(link);
  const isSlow = useLasting(link === 'syncing', SLOW_SYNC_MS);
  useEffect(() => {
    if (link !== 'syncing') setSettled(link);
  }, [link]);
  if (link !== 'syncing') return link;
  return isSlow ? 'syncing' : settled;
}
