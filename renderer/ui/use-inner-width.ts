import { useLayoutEffect, useState } from 'react';

/** How wide an element is inside, in CSS pixels, whatever changes it; `usual` until it is laid out. */
export function useInnerWidth(
  element: { readonly current: HTMLElement | null },
  usual: number | (() => number),
): number {
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return;
    setWidth(box.clientWidth);
    const observer = new ResizeObserver(() => setWidth(box.clientWidth));
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
