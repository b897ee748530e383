/**
 * A place in the text that stays right while pictures are taken in: it is kept by the line it is at, which may move on
 * the screen meanwhile. `point` answers where that is now; undefined when the line is gone.
 */
export type DropPlace = { point: () => { x: number; y: number } | undefined };

/** Just behind a line's last pixel, so that it counts as behind the line. */
const BEHIND_PX = 1;

/** The place at a point of the screen. */
export function placeAtPoint({ x, y }: { x: number; y: number }): DropPlace {
  const text = document.elementsFromPoint(x, y).find((element) => element.matches('.body-text'));
  const lines = [...(text?.querySelectorAll('.line') ?? [])];
  const next = lines.find((line) => {
    const { top, height } = line.getBoundingClientRect();
    return y < top + height / 2;
  });
  return next === undefined ? placeOf(lines.at(-1), 'bottom') : placeOf(next, 'top');
}

/** The place behind the line in which an element stands. */
export function placeBehind(element: Element | null): DropPlace {
  return placeOf(element?.closest('.line') ?? undefined, 'bottom');
}

function placeOf(line: Element | undefined, edge: 'top' | 'bottom'): DropPlace {
  return {
    point: () => {
      if (line?.isConnected !== true) return undefined;
      const box = line.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: edge === 'top' ? box.top : box.bottom + BEHIND_PX };
    },
  };
}
