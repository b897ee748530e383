/**
 * Where a person was in an article: the block at the top of what they saw, and how far it was scrolled beyond it. In pixels
 * from the top it could not be told, since a long body knows its heights only where it was looked at.
 */
export type ReadingPlace = { block: number; beyond: number };

const BEFORE_THE_BODY = -1;

function blocksOf(scroller: Element): Element[] {
  return [...(scroller.querySelector('.body-text')?.children ?? [])];
}

export function readingPlace(scroller: Element): ReadingPlace {
  const top = scroller.getBoundingClientRect().top;
  const blocks = blocksOf(scroller);
  const block = blocks.findIndex((element) => element.getBoundingClientRect().bottom > top);
  const first = blocks[block]?.getBoundingClientRect().top ?? top;
  if (block <= 0 && first >= top) return { block: BEFORE_THE_BODY, beyond: scroller.scrollTop };
  return { block, beyond: top - first };
}

export function returnTo(scroller: Element, { block, beyond }: ReadingPlace): void {
  const element = blocksOf(scroller)[block];
  if (element === undefined) {
    if (block === BEFORE_THE_BODY && scroller.scrollTop !== beyond) scroller.scrollTop = beyond;
    return;
  }
  // What comes into sight takes its real height; the second time it is there.
  for (let time = 0; time < 2; time += 1) {
    scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + beyond;
  }
}
