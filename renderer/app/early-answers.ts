/**
 * What the page asks the core for before most of its own code is read: where it stands, and the article that was open
 * last. An answer is taken once; one that something has happened to meanwhile is not taken at all.
 */
import type { ArticleState, DeskEvent, WorkstationState } from '../../shared/contract/desk.ts';
import { lastArticleKey, recall } from './kept.ts';

export type OpenedArticle = { update: Uint8Array; state: ArticleState };

type EarlyLink = {
  desk: {
    workstation: { state(): Promise<WorkstationState> };
    articles: { open(input: { id: string }): Promise<OpenedArticle> };
  };
  onEvent(listener: (event: DeskEvent) => void): () => void;
  onState(listener: () => void): () => void;
};

export class EarlyAnswers {
  readonly state: Promise<WorkstationState>;
  #article: { id: string; answer: Promise<OpenedArticle>; stop: () => void } | null = null;

  constructor(link: EarlyLink) {
    this.state = link.desk.workstation.state();
    this.state.then(
      ({ person }) => {
        const id = person === null ? null : recall<string | null>(lastArticleKey(person.id), null);
        if (id !== null) this.#ask(link, id);
      },
      () => {},
    );
  }

  /** The article's answer, if it was asked for and still holds. */
  takeArticle(id: string): Promise<OpenedArticle> | null {
    const early = this.#article;
    this.#drop();
    return early?.id === id ? early.answer : null;
  }

  #ask(link: EarlyLink, id: string): void {
    const answer = link.desk.articles.open({ id });
    // Whoever takes it hears of it; nobody else has to.
    answer.catch(() => {});
    const stops = [
      link.onEvent((event) => {
        if ((event.type === 'update' || event.type === 'article') && event.id === id) this.#drop();
      }),
      link.onState(() => this.#drop()),
    ];
    this.#article = {
      id,
      answer,
      stop: () => {
        for (const stop of stops) stop();
      },
    };
  }

  #drop(): void {
    this.#article?.stop();
    this.#article = null;
  }
}
