import { describe, expect, it } from 'vitest';
import type { DeskNotice } from './desk.ts';
import { NoticeQueue } from './notice-queue.ts';

const update = (id: string, byte: number, client?: string): DeskNotice => ({
  ...{ type: 'update', id, update: new Uint8Array([byte]) },
  client,
});
const article = (id: string): DeskNotice => ({ type: 'article', id });

async function take(queue: NoticeQueue, count: number): Promise<unknown[]> {
  const taken: unknown[] = [];
  for (let n = 0; n < count; n += 1) taken.push(await queue.next());
  return taken;
}

describe('notices for a page', () => {
  it('that is slow come once each, the newest in place of the older', async () => {
    const queue = new NoticeQueue('page 1');
    for (const notice of [
      article('a'),
      { type: 'library' },
      article('b'),
      article('a'),
      { type: 'library' },
    ] as const) {
      queue.add(notice);
    }
    expect(await take(queue, 3)).toEqual([article('b'), article('a'), { type: 'library' }]);
  });

  it('hold every update of others, in order, and none of its own', async () => {
    const queue = new NoticeQueue('page 1');
    queue.add(update('a', 1, 'page 2'));
    queue.add(update('a', 2, 'page 1'));
    queue.add(update('a', 3));
    queue.add(update('a', 1, 'page 2'));
    const bytes = (await take(queue, 3)).map((event) => (event as { update: Uint8Array }).update[0]);
    expect(bytes).toEqual([1, 3, 1]);
    expect(await Promise.race([queue.next(), Promise.resolve('nothing more')])).toBe('nothing more');
  });

  it('hold every update of pictures, also of many at once', async () => {
    const queue = new NoticeQueue('page 1');
    const notices = ['a', 'b', 'a'].map((letter, byte): DeskNotice => {
      const sha256 = letter.repeat(64);
      return { type: 'photo-update', sha256, update: new Uint8Array([byte]) };
    });
    for (const notice of notices) queue.add(notice);
    expect(await take(queue, 3)).toEqual(notices);
  });

  it('do not say which page an edit came from', async () => {
    const queue = new NoticeQueue('page 1');
    queue.add(update('a', 1, 'page 2'));
    expect(await queue.next()).not.toHaveProperty('client');
  });

  it('wake whoever waits for them, and end when the page is gone', async () => {
    const leaving = new AbortController();
    const queue = new NoticeQueue('page 1', leaving.signal);
    const first = queue.next();
    queue.add({ type: 'library' });
    expect(await first).toEqual({ type: 'library' });
    const second = queue.next();
    leaving.abort();
    expect(await second).toBeNull();
    expect(await new NoticeQueue('page 1', leaving.signal).next()).toBeNull();
  });
});
