import { describe, expect, it } from 'vitest';
import type { PhotoRow } from '../../shared/contract/desk-photos.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { MOST_PAGES, PAGE_ROWS, PhotoPages, type SheetQuery } from './photo-pages.ts';
import { sheetKey, usualSort, wholeSheet } from './photo-place.ts';
import { photoRow } from './testing/photo-row.ts';

const toError = (thrown: unknown): AppError => (thrown instanceof AppError ? thrown : new AppError('internal', {}));
const query = (words = ''): SheetQuery => {
  const filter = { ...wholeSheet, query: words };
  return { filter, sort: usualSort, key: sheetKey(filter, usualSort) };
};

/** A core that answers when it is told to. */
function makeCore(total: number, change: (row: PhotoRow, index: number) => PhotoRow = (row) => row) {
  const asked: { offset: number; words: string; answer: () => void; refuse: () => void }[] = [];
  let wants = total;
  const pages = new PhotoPages(
    ({ filter }, offset, limit) =>
      new Promise((resolve, reject) => {
        const rows = Array.from({ length: Math.max(0, Math.min(limit, wants - offset)) }, (_, at) =>
          change(photoRow(offset + at), offset + at),
        );
        asked.push({
          offset,
          words: filter.query,
          answer: () => resolve({ total: wants, rows }),
          refuse: () => reject(new AppError('desk-unreachable', {})),
        });
      }),
    toError,
  );
  const answerAll = async (): Promise<void> => {
    while (asked.length > 0) {
      for (const { answer } of asked.splice(0)) answer();
      await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return {
    pages,
    asked,
    answerAll,
    set total(next: number) {
      wants = next;
    },
  };
}

describe('the rows of the contact sheet', () => {
  it('are asked for in sight first, then ahead of it, and never beyond the end', async () => {
    const core = makeCore(1_000);
    core.pages.show(query(), 0);
    await core.answerAll();
    expect([...core.pages.rows().pages.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2]);
    core.pages.see(700, 740);
    expect(core.asked.map(({ offset }) => offset)).toEqual([700, 500, 600, 800]);
    await core.answerAll();
    core.pages.see(960, 999);
    expect(core.asked.map(({ offset }) => offset)).toEqual([900]);
    await core.answerAll();
    expect(core.pages.rowAt(999)?.name).toBe(photoRow(999).name);
  });

  it('stay in sight until those of another list are here; late answers to the former list do not count', async () => {
    const core = makeCore(3);
    core.pages.show(query(), 0);
    await core.answerAll();
    const { key } = core.pages.rows();
    core.pages.show(query('a'), 0);
    const [late] = core.asked.splice(0);
    core.total = 2;
    core.pages.show(query('ab'), 0);
    expect(core.pages.rows()).toMatchObject({ key, total: 3 });
    await core.answerAll();
    expect(core.pages.rows()).toMatchObject({ key: query('ab').key, total: 2 });
    late?.answer();
    await core.answerAll();
    expect(core.pages.rows()).toMatchObject({ key: query('ab').key, total: 2 });
  });

  it('are the same objects after a change that did not touch them', async () => {
    let changed = -1;
    const core = makeCore(50, (row, index) => (index === changed ? { ...row, rating: 4 } : row));
    core.pages.show(query(), 0);
    await core.answerAll();
    const [first, second] = [core.pages.rowAt(0), core.pages.rowAt(1)];
    changed = 1;
    core.pages.refresh();
    await core.answerAll();
    expect(core.pages.rowAt(0)).toBe(first);
    expect(core.pages.rowAt(1)).not.toBe(second);
    expect(core.pages.rowAt(1)?.rating).toBe(4);
  });

  it('show at once what a deed will say, and then what is true', async () => {
    const core = makeCore(5);
    core.pages.show(query(), 0);
    await core.answerAll();
    const { sha256 } = photoRow(2);
    const end = core.pages.patch(new Set([sha256]), { rating: 5 });
    expect(core.pages.find(sha256)).toMatchObject({ index: 2, row: { rating: 5 } });
    // What was asked for before the deed was done knows nothing of it.
    core.pages.refresh();
    await core.answerAll();
    expect(core.pages.rowAt(2)?.rating).toBe(5);
    end();
    core.pages.refresh();
    await core.answerAll();
    expect(core.pages.rowAt(2)?.rating).toBe(0);
  });

  it('are forgotten far from sight, so that a long archive does not fill the page', async () => {
    const core = makeCore(20_000);
    core.pages.show(query(), 0);
    await core.answerAll();
    for (let at = 0; at < 20_000; at += PAGE_ROWS) {
      core.pages.see(at, at + 40);
      await core.answerAll();
    }
    expect(core.pages.rows().pages.size).toBe(MOST_PAGES);
    expect(core.pages.rowAt(0)).toBeUndefined();
    core.pages.see(0, 40);
    await core.answerAll();
    expect(core.pages.rowAt(0)?.name).toBe(photoRow(0).name);
  });

  it('stay when they cannot be asked for anew, with what is wrong', async () => {
    const core = makeCore(5);
    core.pages.show(query(), 0);
    await core.answerAll();
    core.pages.refresh();
    core.asked.splice(0)[0]?.refuse();
    await core.answerAll();
    expect(core.pages.rows()).toMatchObject({ total: 5, error: { code: 'desk-unreachable' } });
    core.pages.refresh();
    await core.answerAll();
    expect(core.pages.rows().error).toBeNull();
  });
});
