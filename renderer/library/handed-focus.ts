/** Lists take each other's place: another filter, another order, the table. The focus goes along. */
import { type RefObject, useLayoutEffect } from 'react';

let isHanded = false;

/** The list that comes next has the focus, if nobody has taken it meanwhile. */
export function handFocus(): void {
  isHanded = true;
}

export function useHandedFocus(list: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const box = list.current;
    if (isHanded && document.activeElement === document.body) box?.focus();
    isHanded = false;
    return () => {
      if (box !== null && document.activeElement === box) handFocus();
    };
  }, [list]);
}
