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

/** Which panes are shown; there again the next time. */
export function usePanes(): Panes {
  const [kept, setLeft] = useRemembered<string>('panes', 'both');
  const [isInspectorOpen, setInspectorOpen] = useRemembered('inspector', true);
  const left = leftPanes.find((known) => known === kept) ?? 'both';
  return {
    left,
    cycleLeft: () => setLeft(leftPanes[(leftPanes.indexOf(left) + 1) % leftPanes.length]!),
    showList: () => {
      if (left === 'none') setLeft('list');
    },
    isInspectorOpen,
    setInspectorOpen,
  };
}
