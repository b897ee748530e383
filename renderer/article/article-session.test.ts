import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { newArticleUpdate } from '../../shared/article/write.ts';
import type { ArticleState, DeskEvent } from '../../shared/contract/desk.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { LineState } from '../app/desk-link.ts';
import { LOCAL_ORIGIN } from '../editor/local-origin.ts';
import { ArticleSession, type SessionLink } from './article-session.ts';

const ID = '0190e2a0-0000-7000-8000-000000000001';

/** The desk's port: a core that keeps one article, whose answers come when the test lets them. */
class Port implements SessionLink {
  readonly core = new Y.Doc();
  readonly told: AppError[] = [];
  /** How many updates the core has been sent. */
  sent = 0;
  answers: 'at once' | 'when let' | 'lost' | 'refused' = 'at once';
  readonly #held: (() => void)[] = [];
  readonly #wake: (() => void)[] = [];
  readonly #onEvent = new Set<(event: DeskEvent) => void>();
  readonly #onState = new Set<(state: LineState) => void>();

  readonly desk = {
    articles: {
      open: async (): Promise<{ update: Uint8Array; state: ArticleState }> => ({
        update: Y.encodeStateAsUpdate(this.core),
        state: this.state(),
      }),
      update: async ({ update }: { update: Uint8Array }): Promise<unknown> => {
        this.sent += 1;
        for (const wake of this.#wake.splice(0)) wake();
        if (this.answers === 'refused') throw new AppError('internal', { reason: 'the disk said no' });
        if (this.answers === 'lost') throw new AppError('desk-unreachable');
        if (this.answers === 'when let') {
          await new Promise<void>((resolve) => {
            this.#held.push(resolve);
          });
        }
        Y.applyUpdate(this.core, update);
        return { savedAt: '2026-11-25T00:00:00.000Z' };
      },
      state: async (): Promise<ArticleState> => this.state(),
    },
  };

  constructor() {
    Y.applyUpdate(this.core, newArticleUpdate());
  }

  state(): ArticleState {
    return {
      id: ID,
      working: 'draft',
      public: 'none',
      returned: false,
      returnReason: null,
      headRevision: null,
      approvedRevision: null,
      liveRevision: null,
      liveUrl: null,
      authorId: 'author',
      allowed: ['submit'],
      history: [],
      blockers: [],
      provenance: null,
    };
  }

  async untilSent(count: number): Promise<void> {
    while (this.sent < count) {
      await new Promise<void>((resolve) => {
        this.#wake.push(resolve);
      });
    }
  }

  answer(): void {
    for (const answer of this.#held.splice(0)) answer();
  }

  say(event: DeskEvent): void {
    for (const listener of this.#onEvent) listener(event);
  }

  turn(state: LineState): void {
    for (const listener of this.#onState) listener(state);
  }

  onEvent(listener: (event: DeskEvent) => void): () => void {
    this.#onEvent.add(listener);
    return () => this.#onEvent.delete(listener);
  }

  onState(listener: (state: LineState) => void): () => void {
    this.#onState.add(listener);
    return () => this.#onState.delete(listener);
  }

  open(): Promise<ArticleSession> {
    return ArticleSession.open(this, ID, (error) => this.told.push(error));
  }

  headline(): string {
    return this.core.getText('headline').toString();
  }
}

function type({ doc }: ArticleSession, text: string): void {
  doc.transact(() => doc.getText('headline').insert(doc.getText('headline').length, text), LOCAL_ORIGIN);
}

describe('an open article', () => {
  it('sends what is written at once as one message, and waits for no answer with the next', async () => {
    const port = new Port();
    const session = await port.open();
    port.answers = 'when let';
    for (const letter of 'Hội ') type(session, letter);
    await port.untilSent(1);
    for (const letter of 'nghị') type(session, letter);
    await port.untilSent(2);
    expect(session.isSaved()).toBe(false);
    port.answer();
    await session.settle();
    expect(session.isSaved()).toBe(true);
    expect(port.sent).toBe(2);
    expect(port.headline()).toBe('Hội nghị');
  });

  it('never sends back what others wrote', async () => {
    const port = new Port();
    const session = await port.open();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(port.core));
    other.getText('headline').insert(0, 'Tít của người khác');
    port.say({ type: 'update', id: ID, update: new Uint8Array(Y.encodeStateAsUpdate(other)) });
    expect(session.doc.getText('headline').toString()).toBe('Tít của người khác');
    expect(port.sent).toBe(0);
    expect(session.undo.canUndo).toBe(false);
  });

  it('keeps what had no answer when the line was lost, and sends it when the line is open again', async () => {
    const port = new Port();
    const session = await port.open();
    port.answers = 'lost';
    type(session, 'Viết khi mất liên lạc');
    await port.untilSent(1);
    port.turn('connecting');
    expect(session.isSaved()).toBe(false);
    const settled = session.settle();
    port.answers = 'at once';
    port.core.getText('lead').insert(0, 'Sapo viết ở máy khác');
    port.turn('open');
    await settled;
    expect(port.headline()).toBe('Viết khi mất liên lạc');
    expect(session.doc.getText('lead').toString()).toBe('Sapo viết ở máy khác');
    expect(port.told).toEqual([]);
  });

  it('says what the core refuses, keeps it, and is content when it is taken after all', async () => {
    const port = new Port();
    const session = await port.open();
    port.answers = 'refused';
    type(session, 'Không lưu được');
    await expect(session.settle()).rejects.toMatchObject({ code: 'internal' });
    expect(session.problem()).toMatchObject({ code: 'internal' });
    port.answers = 'at once';
    await session.settle();
    expect(session.problem()).toBeNull();
    expect(port.headline()).toBe('Không lưu được');
  });

  it('hands everything over when the page is left, in the same moment', async () => {
    const port = new Port();
    const session = await port.open();
    port.answers = 'when let';
    type(session, 'Một');
    session.handOver();
    type(session, ' hai');
    session.handOver();
    expect(port.sent).toBe(2);
    port.answer();
    await session.settle();
    expect(port.headline()).toBe('Một hai');
  });

  it('closed in the middle of a sentence, it is whole when it is opened again at once', async () => {
    const port = new Port();
    const former = await port.open();
    port.answers = 'when let';
    type(former, 'Viết xong');
    type(former, ' rồi đi');
    former.close();
    const opening = port.open();
    port.answers = 'at once';
    port.answer();
    const session = await opening;
    expect(session.doc.getText('headline').toString()).toBe('Viết xong rồi đi');
    expect(former.doc.isDestroyed).toBe(true);
  });

  it('lives on until what is on its way into it is there, and so long nobody opens it without that', async () => {
    const port = new Port();
    const session = await port.open();
    let arrive = (): void => {};
    const onTheWay = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    session.waitFor(onTheWay.then(() => type(session, 'Ảnh đã đến')));
    session.close();
    const again = port.open();
    await port.desk.articles.state();
    expect(session.doc.isDestroyed).toBe(false);
    arrive();
    expect((await again).doc.getText('headline').toString()).toBe('Ảnh đã đến');
    expect(port.headline()).toBe('Ảnh đã đến');
    expect(session.doc.isDestroyed).toBe(true);
  });

  it('is closed all the same when nothing comes of what was on its way', async () => {
    const port = new Port();
    const session = await port.open();
    session.waitFor(Promise.reject(new AppError('desk-unreachable')));
    session.close();
    await port.open();
    expect(session.doc.isDestroyed).toBe(true);
  });

  it('takes in a new state when the core says that there is one', async () => {
    const port = new Port();
    const session = await port.open();
    let told = 0;
    const heard = new Promise<void>((resolve) => {
      session.on(() => {
        told += 1;
        resolve();
      });
    });
    port.state = () => ({ ...new Port().state(), working: 'approved', allowed: ['reopen'] });
    port.say({ type: 'article', id: ID });
    await heard;
    expect(told).toBe(1);
    expect(session.state()).toMatchObject({ working: 'approved', allowed: ['reopen'] });
  });
});
