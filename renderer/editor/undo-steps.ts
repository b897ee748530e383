/**
 * Where one step of undo ends and the next begins: at words, never inside a syllable. Vietnamese input methods replace
 * what they have just typed (`Tie` becomes `Tiê` by a Backspace and a letter), so taking letters away goes on with the
 * step; only taking away white space, which no input method does, begins a step of deleting.
 *
 *   typing --letter, or letters taken away--> typing
 *   typing --white space--> ends the step behind it
 *   any    --white space taken away--> deleting (a new step, unless it was deleting already)
 *   deleting --letter typed--> typing (a new step)
 *   any    --elsewhere, pasted, a format, a kind, a line--> a step of its own
 */
const SPACE = /\s/u;

export type Edit =
  /** `at`: the place in its text where letters were put in or taken away; `text` names that text. */
  | { type: 'insert'; text: unknown; at: number; inserted: string }
  | { type: 'remove'; text: unknown; at: number; removed: string }
  | { type: 'replace'; text: unknown; at: number; inserted: string; removed: string }
  | { type: 'other' };

export type Cuts = { before: boolean; after: boolean };

export class UndoSteps {
  #step: 'none' | 'typing' | 'deleting' = 'none';
  #text: unknown = null;
  #place = -1;

  /** Whether a new step has to begin before this edit, and after it. */
  next(edit: Edit): Cuts {
    if (edit.type === 'other') return this.#own();
    const inserted = edit.type === 'remove' ? '' : edit.inserted;
    const removed = edit.type === 'insert' ? '' : edit.removed;
    // A word at most is typed at once, by an input method; more was pasted.
    if (SPACE.test(inserted.trim())) return this.#own();
    const isElsewhere =
      this.#step === 'none' ||
      this.#text !== edit.text ||
      (edit.at !== this.#place && edit.at + removed.length !== this.#place);
    const isDeleting = SPACE.test(removed) || (this.#step === 'deleting' && inserted === '' && !isElsewhere);
    const before = isElsewhere || (isDeleting ? this.#step !== 'deleting' : this.#step === 'deleting');
    const after = SPACE.test(inserted);
    this.#text = edit.text;
    this.#place = edit.at + inserted.length;
    this.#step = after ? 'none' : isDeleting ? 'deleting' : 'typing';
    return { before, after };
  }

  /** Whatever comes next begins a step. */
  cut(): void {
    this.#step = 'none';
  }

  #own(): Cuts {
    this.#step = 'none';
    return { before: true, after: true };
  }
}
