/**
 * Checks the spelling of an open article behind the person's back: at a pause in typing, in slices of idle time, and only
 * passages that say something new.
 *
 *   the document changed --(nobody types)--> passages read --> new ones checked, slice by slice --> marks told
 *
 * What an input method composes is not in the document yet, so it is never looked at.
 */
import type * as Y from 'yjs';
import { type Passage, readPassages } from '../../shared/find/passages.ts';
import type { Finding, Speller, SpellingLanguage } from '../../shared/spelling/speller.ts';
import { AtPause } from '../app/typing-pause.ts';

/** A key that comes meanwhile waits this long at most. */
const SLICE_MS = 4;
const IDLE_WITHIN_MS = 1_000;
/** Who types on and on sees no mark before: reading a long article would be felt in a key. */
const LONGEST_WAIT_MS = 60_000;

export type Mark = Finding & { passage: Passage };
/** `isNew`: the passage said something else at the last check. */
export type Checked = { marks: Mark[]; isNew: (passage: Passage) => boolean };

export class ArticleChecker {
  readonly #doc: Y.Doc;
  readonly #speller: Speller;
  readonly #language: SpellingLanguage;
  readonly #told: (checked: Checked) => void;
  readonly #soon = new AtPause(() => this.#whenIdle(() => this.#begin()), LONGEST_WAIT_MS);
  readonly #onUpdate = (): void => {
    this.#isStale = true;
    this.#soon.soon();
  };
  /** By what a passage says. */
  #known = new Map<string, Finding[]>();
  #former: ReadonlyMap<string, string> = new Map();
  #idle: number | null = null;
  #isStale = true;

  constructor(options: {
    doc: Y.Doc;
    speller: Speller;
    language: SpellingLanguage;
    told: (checked: Checked) => void;
  }) {
    this.#doc = options.doc;
    this.#speller = options.speller;
    this.#language = options.language;
    this.#told = options.told;
    this.#doc.on('update', this.#onUpdate);
    this.#soon.soon();
  }

  /** The article has changed since it was read. */
  get isStale(): boolean {
    return this.#isStale;
  }

  /** Other words are known than before: everything is checked anew. */
  forget(): void {
    this.#stop();
    this.#known = new Map();
    this.#soon.soon();
  }

  /** Without waiting for a pause. */
  checkNow(): void {
    this.#soon.cancel();
    this.#begin();
  }

  destroy(): void {
    this.#doc.off('update', this.#onUpdate);
    this.#soon.cancel();
    this.#stop();
  }

  #stop(): void {
    if (this.#idle !== null) cancelIdleCallback(this.#idle);
    this.#idle = null;
  }

  /** Not while a change is being made: the page shows it a moment later. */
  #whenIdle(run: () => void): void {
    this.#stop();
    this.#idle = requestIdleCallback(
      () => {
        this.#idle = null;
        run();
      },
      { timeout: IDLE_WITHIN_MS },
    );
  }

  #begin(): void {
    this.#stop();
    this.#isStale = false;
    const passages = readPassages(this.#doc);
    const fresh = passages.filter(({ characters }) => !this.#known.has(characters));
    this.#goOn(passages, fresh, 0);
  }

  #goOn(passages: readonly Passage[], fresh: readonly Passage[], from: number): void {
    const until = performance.now() + SLICE_MS;
    for (let at = from; at < fresh.length; at += 1) {
      if (performance.now() >= until) {
        this.#whenIdle(() => this.#goOn(passages, fresh, at));
        return;
      }
      const { characters } = fresh[at]!;
      this.#known.set(characters, this.#speller.check(characters, this.#language));
    }
    this.#tell(passages);
  }

  #tell(passages: readonly Passage[]): void {
    const known = new Map(passages.map(({ characters }) => [characters, this.#known.get(characters) ?? []]));
    const former = this.#former;
    // What no passage says any more is forgotten.
    this.#known = known;
    this.#former = new Map(passages.map(({ name, characters }) => [name, characters]));
    this.#told({
      marks: passages.flatMap((passage) => known.get(passage.characters)!.map((finding) => ({ ...finding, passage }))),
      isNew: ({ name, characters }) => former.size > 0 && former.get(name) !== characters,
    });
  }
}
