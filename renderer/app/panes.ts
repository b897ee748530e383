import { useSyncExternalStore } from 'react';
import { useRemembered } from './remembered.ts';

export const leftPanes = ['both', 'list', 'none'] as const;
export type LeftPanes = (typeof leftPanes)[number];

export type Panes = {
  left: LeftPanes;
  /** Library and list, then the list alone, then the bare page. */
  cycleLeft: () => void;
  showList: () => void;
  isInspectorOpen: boolean;
  setInspectorOpen: (isOpen: boolean) => void;
};

/** Below this width four panes leave the text no column: the library steps back, and the inspector until it is asked for. */
const narrow = window.matchMedia('(max-width: 1199px)');

function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      narrow.addEventListener('change', changed);
      return () => narrow.removeEventListener('change', changed);
    },
    () => narrow.matches,
  );
}

/** Which panes are shown; there again the next time. */
export function usePanes(): Panes {
  const [kept, setLeft] = useRemembered<string>('panes', 'both');
  const [isInspectorOpen, setInspectorOpen] = useRemembered('inspector', true);
  const [isNarrowInspectorOpen, setNarrowInspectorOpen] = useRemembered('inspector.narrow', false);
  const isNarrow = useNarrow();
  const wanted = leftPanes.find((known) => known === kept) ?? 'both';
  const left = isNarrow && wanted === 'both' ? 'list' : wanted;
  const choices: readonly LeftPanes[] = isNarrow ? ['list', 'none'] : leftPanes;
  return {
    left,
    cycleLeft: () => setLeft(choices[(choices.indexOf(left) + 1) % choices.length]!),
    showList: () => {
      if (left === 'none') setLeft('list');
    },
    isInspectorOpen: isNarrow ? isNarrowInspectorOpen : isInspectorOpen,
    setInspectorOpen: isNarrow ? setNarrowInspectorOpen : setInspectorOpen,
  };
}
