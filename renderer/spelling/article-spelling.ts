/**
 * The spelling of one open article on the page: what is checked is marked, but for the word that is being typed, and words
 * that were let pass.
 */
import type { Finding, Speller, SpellingLanguage } from '../../shared/spelling/speller.ts';
import { Suggestions } from '../../shared/spelling/suggest.ts';
import type { ArticleSession } from '../article/article-session.ts';
import type { BodyHandle } from '../editor/body-handle.ts';
import { flushViews } from '../editor/inbound.ts';
import { ArticleChecker, type Checked, type Mark } from './article-checker.ts';
import { ignoredWords, ignoreWord } from './ignored-words.ts';
import { MarkPainter, wordOf } from './mark-painter.ts';

/** A cell that gets the caret, or loses it, is drawn anew. */
const AFTER_FOCUS_MS = 60;
/** Tables and photos are drawn a little later than the text round them. */
const AFTER_DRAWING_MS = 400;

const suggestionsOf = new WeakMap<Speller, Suggestions>();

export class ArticleSpelling {
  readonly painter: MarkPainter;
  readonly #session: ArticleSession;
  readonly #speller: Speller;
  readonly #language: SpellingLanguage;
  readonly #body: BodyHandle | null;
  readonly #checker: ArticleChecker;
  readonly #listeners: [EventTarget, string, (event: Event) => void][];
  #marks: readonly Mark[] = [];
  /** The word that is being typed: it is marked when the caret has left it. */
  #typed: Mark | null = null;
  #repaint: ReturnType<typeof setTimeout> | null = null;

  constructor(options: {
    session: ArticleSession;
    speller: Speller;
    language: SpellingLanguage;
    body: BodyHandle | null;
    column: HTMLElement;
  }) {
    const { session, speller, language, body, column } = options;
    this.#session = session;
    this.#speller = speller;
    this.#language = language;
    this.#body = body;
    this.painter = new MarkPainter(column);
    this.#checker = new ArticleChecker({
      ...{ doc: session.doc, speller, language },
      told: (checked) => this.#onChecked(checked),
    });
    this.#listeners = [
      [document, 'selectionchange', () => this.#onCaret()],
      [column, 'input', ({ target }) => this.#onInput(target)],
      [column, 'focusin', () => this.#paintSoon()],
      [column, 'focusout', () => this.#paintSoon()],
    ];
    for (const [target, type, listener] of this.#listeners) target.addEventListener(type, listener);
  }

  /** In the order of reading. */
  marks(): readonly Mark[] {
    return this.#marks;
  }

  suggest({ passage, ...finding }: Mark): string[] {
    let suggestions = suggestionsOf.get(this.#speller);
    if (suggestions === undefined) {
      suggestions = new Suggestions(this.#speller);
      suggestionsOf.set(this.#speller, suggestions);
    }
    return suggestions.suggest(passage.characters, finding satisfies Finding, this.#language);
  }

  /** Lets a word pass in this article. */
  ignore(mark: Mark): void {
    ignoreWord(this.#session.id, wordOf(mark));
    this.#checker.checkNow();
  }

  /** Other words are known now. */
  forget(): void {
    this.#checker.forget();
  }

  checkNow(): void {
    this.#checker.checkNow();
  }

  /** The marks are those of what the article says now. */
  catchUp(): void {
    flushViews(this.#session.doc);
    if (this.#checker.isStale) this.#checker.checkNow();
  }

  /** Marks the word that is being typed as well: it is looked at now. */
  showTyped(): void {
    if (this.#typed === null) return;
    this.#typed = null;
    this.#paint();
  }

  destroy(): void {
    for (const [target, type, listener] of this.#listeners) target.removeEventListener(type, listener);
    if (this.#repaint !== null) clearTimeout(this.#repaint);
    this.#checker.destroy();
    this.painter.destroy();
  }

  #onChecked({ marks, isNew }: Checked): void {
    const ignored = ignoredWords(this.#session.id);
    this.#marks = marks.filter((mark) => !ignored.has(wordOf(mark)));
    const isWhole = this.painter.paint(this.#body, this.#marks);
    const atCaret = this.painter.markAtCaret();
    const isTyped = atCaret !== null && (isNew(atCaret.passage) || isSame(atCaret, this.#typed));
    this.#typed = isTyped ? atCaret : null;
    if (isTyped) this.#paint();
    if (!isWhole) this.#paintSoon(AFTER_DRAWING_MS);
  }

  #paint(): void {
    this.painter.paint(this.#body, this.#marks, this.#typed);
  }

  #paintSoon(afterMs = AFTER_FOCUS_MS): void {
    if (this.#marks.length === 0) return;
    this.#repaint ??= setTimeout(() => {
      this.#repaint = null;
      this.#paint();
    }, afterMs);
  }

  /** At every key as well, so it only looks: what was typed since is told at the next check. */
  #onCaret(): void {
    if (this.#typed === null || this.#checker.isStale || this.painter.isCaretAt(this.#typed)) return;
    this.#typed = null;
    this.#paintSoon();
  }

  #onInput(target: EventTarget | null): void {
    if (target instanceof HTMLTextAreaElement) this.painter.leaveField(target);
  }
}

function isSame(a: Mark, b: Mark | null): boolean {
  return a.passage.name === b?.passage.name && a.start === b.start && wordOf(a) === wordOf(b);
}
