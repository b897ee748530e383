/**
 * The characters [start, end) of a line or a cell on the page: a break and what is no text (a photo, a table) count one, as
 * they do in a passage. Null where the page says something else.
 */
export function domRange(element: Element, start: number, end: number): Range | null {
  let at = 0;
  const range = new Range();
  let isBegun = false;
  const walk = (node: Node): boolean => {
    if (node instanceof Text) {
      const length = node.data.length;
      if (!isBegun && start < at + length) {
        range.setStart(node, Math.max(0, start - at));
        isBegun = true;
      }
      if (isBegun && end <= at + length) {
        range.setEnd(node, end - at);
        return true;
      }
      at += length;
      return false;
    }
    if (node instanceof HTMLElement && node.classList.contains('embed')) at += 1;
    // Lexical's own break keeps an empty line open and is no part of the text.
    else if (node instanceof HTMLBRElement) at += node.hasAttribute('data-lexical-managed-linebreak') ? 0 : 1;
    else for (const child of node.childNodes) if (walk(child)) return true;
    return false;
  };
  return walk(element) ? range : null;
}

/** The place of a point of the page in a line or a cell, counted as above; the end where it is not in it. */
export function placeOfPoint(element: Element, at: Node, offset: number): number {
  let place = 0;
  const walk = (node: Node): boolean => {
    if (node === at && node instanceof Text) {
      place += offset;
      return true;
    }
    if (node instanceof Text) place += node.data.length;
    else if (node instanceof HTMLElement && node.classList.contains('embed')) place += 1;
    else if (node instanceof HTMLBRElement) place += node.hasAttribute('data-lexical-managed-linebreak') ? 0 : 1;
    else {
      for (const [index, child] of [...node.childNodes].entries()) {
        if (node === at && index === offset) return true;
        if (walk(child)) return true;
      }
      return node === at;
    }
    return false;
  };
  walk(element);
  return place;
}
