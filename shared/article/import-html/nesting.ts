/**
 * Elements that end only where they are closed, and the depth to which they are left to a parser: what they cost it grows
 * with the square of their depth, and a page that nests them deeper means to do harm.
 */
const nested = new Set(
  'a abbr article aside b bdo big blockquote center cite code div em font i ins del kbd mark menu ol q s section small span strike strong sub sup table tt u ul var'.split(
    ' ',
  ),
);
const MAX_DEPTH = 400;

export class Nesting {
  #depth = 0;
  /** Elements that were not opened, and are still to be closed. */
  #left = 0;

  /** Whether a tag may stand; to be asked for all of them, in order. `name` in small letters. */
  allows(name: string, isClosing: boolean): boolean {
    if (!nested.has(name)) return true;
    if (isClosing) {
      if (this.#left > 0) {
        this.#left -= 1;
        return false;
      }
      this.#depth = Math.max(0, this.#depth - 1);
      return true;
    }
    if (this.#depth >= MAX_DEPTH) {
      this.#left += 1;
      return false;
    }
    this.#depth += 1;
    return true;
  }
}
