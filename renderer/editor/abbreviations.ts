/**
 * Abbreviations: a word that is in the lists becomes what it stands for when a space or a sign that ends a word is typed
 * behind it. Never while a syllable is being typed or composed, and never as something selected: input methods take back
 * what they have just typed, and would take back the wrong letters.
 */

import type { ArticleUndo } from './article-undo.ts';

/** What may end a word. */
const ENDING = /^[ .,;:!?)\]”"…]$/u;
const OPENING = /^[(["“‘'«]+/u;

let longs: ReadonlyMap<string, string> = new Map();

/** From now on abbreviations are these: what is typed, and what it becomes. */
export function expandFrom(abbreviations: ReadonlyMap<string, string>): void {
  longs = abbreviations;
}

/** The key that ended a word, by itself and not as part of a composition; null for any other input. */
export function endingOf({ inputType, data, isComposing }: InputEvent): string | null {
  if (longs.size === 0 || inputType !== 'insertText' || isComposing) return null;
  return data !== null && ENDING.test(data) ? data : null;
}

export type Expansion = { start: number; short: string; long: string };

/** What the word before `ending`, the last character of `before`, becomes; null for a word that is no abbreviation. */
export function findExpansion(before: string, ending: string): Expansion | null {
  if (!before.endsWith(ending)) return null;
  const end = before.length - ending.length;
  const whole = /\S+$/u.exec(before.slice(0, end))?.[0] ?? '';
  for (const short of [whole, whole.replace(OPENING, '')]) {
    const long = longs.get(short);
    if (short === '' || long === undefined) continue;
    // `tp` waits where there is `tp.hcm`.
    if (ending !== ' ' && [...longs.keys()].some((other) => other.startsWith(short + ending))) return null;
    return { start: end - short.length, short, long };
  }
  return null;
}

/** Remembers the last expansion of a text: who takes it back wants the short form there, and it is left alone. */
export class LastExpansion {
  #last: { place: string; short: string; ending: string; isTakenBack: boolean } | null = null;
  readonly stop: () => void;

  /**
   * `place` names a place in the text. `tookBack`: told after an undo, with what may stand there again; the caret is then
   * before the ending, and has to go behind it.
   */
  constructor(
    undo: Pick<ArticleUndo, 'on' | 'canRedo'>,
    tookBack: (place: string, short: string, ending: string) => void,
  ) {
    this.stop = undo.on(() => {
      const last = this.#last;
      if (last === null || !undo.canRedo) return;
      last.isTakenBack = true;
      // The editors have not committed yet what was undone.
      queueMicrotask(() => tookBack(last.place, last.short, last.ending));
    });
  }

  note(place: string, short: string, ending: string): void {
    this.#last = { place, short, ending, isTakenBack: false };
  }

  isTakenBack(place: string, short: string): boolean {
    return this.#last?.isTakenBack === true && this.#last.place === place && this.#last.short === short;
  }
}
