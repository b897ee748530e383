/**
 * Which pictures are chosen, as in a file manager: what was pressed last is chosen alone; Ctrl adds and takes away one; Shift
 * chooses everything from where it began (the anchor) to where it has come, beside what was chosen before it began.
 */
export type Selection = {
  /** Where the keys are; -1 before the first move. `sha256`: undefined while its row is on its way. */
  active: { index: number; sha256: string | undefined };
  anchor: number;
  chosen: ReadonlySet<string>;
  /** What was chosen before Shift began. */
  base: ReadonlySet<string>;
};

const none: ReadonlySet<string> = new Set();
export const nothingChosen: Selection = {
  active: { index: -1, sha256: undefined },
  anchor: -1,
  chosen: none,
  base: none,
};

type IdAt = (index: number) => string | undefined;

export function chooseOnly(index: number, idAt: IdAt): Selection {
  const sha256 = idAt(index);
  const chosen = sha256 === undefined ? none : new Set([sha256]);
  return { active: { index, sha256 }, anchor: index, chosen, base: none };
}

/** The keys go on; what is chosen stays. */
export function activate(before: Selection, index: number, idAt: IdAt): Selection {
  return { ...before, active: { index, sha256: idAt(index) }, anchor: index, base: before.chosen };
}

export function toggle(before: Selection, index: number, idAt: IdAt): Selection {
  const sha256 = idAt(index);
  if (sha256 === undefined) return before;
  const chosen = new Set(before.chosen);
  if (!chosen.delete(sha256)) chosen.add(sha256);
  return { active: { index, sha256 }, anchor: index, chosen, base: chosen };
}

/** Everything between the anchor and `index`. `between`: those pictures, which the caller has. */
export function extendTo(before: Selection, index: number, idAt: IdAt, between: readonly string[]): Selection {
  const { anchor, active, base } = before;
  return {
    active: { index, sha256: idAt(index) },
    anchor: anchor < 0 ? Math.max(0, active.index) : anchor,
    chosen: new Set([...base, ...between]),
    base,
  };
}

/** Between which cells Shift chooses when it goes to `index`, the last included. */
export function rangeTo({ anchor, active }: Selection, index: number): { first: number; last: number } {
  const from = anchor < 0 ? Math.max(0, active.index) : anchor;
  return { first: Math.min(from, index), last: Math.max(from, index) };
}

/** After the list has changed: the keys stay on the same picture, or on the place where it was. */
export function afterChange(
  before: Selection,
  total: number,
  idAt: IdAt,
  indexOf: (sha256: string) => number | undefined,
): Selection {
  const { active, chosen } = before;
  if (total === 0 || active.index < 0) return before;
  const moved = active.sha256 === undefined ? undefined : indexOf(active.sha256);
  const index = Math.min(moved ?? active.index, total - 1);
  const sha256 = idAt(index);
  if (sha256 === undefined || (index === active.index && sha256 === active.sha256)) return before;
  if (moved !== undefined) return { ...before, active: { index, sha256 }, anchor: index };
  // It has left the list. Where it was chosen alone, the one in its place is chosen now.
  const wasAlone = active.sha256 === undefined || (chosen.size <= 1 && chosen.has(active.sha256));
  return wasAlone ? chooseOnly(index, idAt) : { ...before, active: { index, sha256 }, anchor: index };
}
