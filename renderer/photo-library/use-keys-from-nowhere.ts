import { useEffect } from 'react';
import type { GridHandle } from './photo-grid.tsx';

/** Where nothing else has the focus, keys are the sheet's. */
export function useKeysFromNowhere(grid: { readonly current: GridHandle | null }, isCovered: boolean): void {
  useEffect(() => {
    if (isCovered) return;
    const onKey = (event: KeyboardEvent): void => {
      const isNowhere = event.target === document.body && !event.defaultPrevented;
      if (isNowhere && document.querySelector('[role="dialog"], [role="menu"]') === null) grid.current?.press(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [grid, isCovered]);
}
