import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { GroupCommit, type GroupedEdit } from './group-commit.ts';

/** A disk that takes what it is given, or fails as it is told to. */
class Disk {
  writes: GroupedEdit[][] = [];
  failure: Error | null = null;

  write(edits: GroupedEdit[]): { savedAt: string } {
    if (this.failure !== null) throw this.failure;
    this.writes.push(edits);
    return { savedAt: `write ${this.writes.length}` };
  }
}

const diskError = (code: string): Error => Object.assign(new Error('no room'), { code });

let disk: Disk;
let commits: GroupCommit;
let changes: number;

beforeEach(() => {
  vi.useFakeTimers();
  disk = new Disk();
  changes = 0;
  commits = new GroupCommit({
    write: (edits) => disk.write(edits),
    changed: () => {
      changes += 1;
    },
    folder: '/profile',
    savedAt: null,
  });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Somebody who types: each call is the update of the next character. */
function typist(): (text: string) => Uint8Array {
  const doc = new Y.Doc();
  return (text) => {
    const before = Y.encodeStateVector(doc);
    doc.getText('body').insert(doc.getText('body').length, text);
    return Y.encodeStateAsUpdate(doc, before);
  };
}

function textOf(...updates: Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getText('body').toString();
}

/** An edit that came when it was quiet: those that follow it are gathered. */
async function writeFirst(): Promise<void> {
  const answer = commits.add('first', typist()('x'));
  vi.advanceTimersByTime(1);
  await answer;
}

/** What a promise has come to by now. */
async function fate(promise: Promise<unknown>): Promise<string> {
  const open = Symbol();
  const now = await Promise.race([
    promise.then(
      () => 'answered',
      () => 'failed',
    ),
    Promise.resolve(open),
  ]);
  return now === open ? 'open' : String(now);
}

it('an edit that comes when it was quiet goes to disk at once', async () => {
  await writeFirst();
  expect(disk.writes).toHaveLength(1);
  vi.advanceTimersByTime(100);
  await writeFirst();
  expect(disk.writes).toHaveLength(2);
});

describe('edits that come together', () => {
  it('go to disk in one write, article by article in order, and are answered after it', async () => {
    const type = typist();
    const other = typist();
    await writeFirst();
    const answers = [commits.add('a', type('Bài ')), commits.add('b', other('Khác')), commits.add('a', type('một'))];
    expect(commits.state()).toEqual({ state: 'saving' });
    vi.advanceTimersByTime(18);
    expect(disk.writes).toHaveLength(1);
    vi.advanceTimersByTime(2);
    expect(disk.writes).toHaveLength(2);
    expect(disk.writes[1]?.map(({ articleId, update }) => [articleId, textOf(update)])).toEqual([
      ['a', 'Bài một'],
      ['b', 'Khác'],
    ]);
    expect(await Promise.all(answers)).toEqual(Array(3).fill({ savedAt: 'write 2' }));
    expect(commits.state()).toEqual({ state: 'saved', at: 'write 2' });
    expect(changes).toBe(4);
  });

  it('are not held up by those that come later', async () => {
    const type = typist();
    await writeFirst();
    commits.add('a', type('x'));
    vi.advanceTimersByTime(15);
    commits.add('a', type('y'));
    vi.advanceTimersByTime(5);
    expect(disk.writes).toHaveLength(2);
    expect(commits.waiting('a')).toBeNull();
  });

  it('can be written at once', async () => {
    const answer = commits.add('a', typist()('x'));
    commits.flush();
    expect(await answer).toEqual({ savedAt: 'write 1' });
    vi.advanceTimersByTime(1_000);
    expect(disk.writes).toHaveLength(1);
  });
});

describe('a disk that fails', () => {
  it('is told, typing goes on, and everything is written in order once it can be', async () => {
    const type = typist();
    disk.failure = diskError('SQLITE_FULL');
    const first = commits.add('a', type('Bài '));
    vi.advanceTimersByTime(20);
    expect(commits.state()).toMatchObject({ state: 'failed', code: 'disk-full' });
    const second = commits.add('a', type('một'));
    expect(commits.state()).toMatchObject({ state: 'failed', code: 'disk-full' });
    vi.advanceTimersByTime(5_000);
    expect(await fate(first)).toBe('open');
    expect(textOf(commits.waiting('a')!)).toBe('Bài một');
    disk.failure = null;
    vi.advanceTimersByTime(1_000);
    expect(disk.writes.map(([edit]) => textOf(edit!.update))).toEqual(['Bài một']);
    expect(await Promise.all([first, second])).toEqual([{ savedAt: 'write 1' }, { savedAt: 'write 1' }]);
    expect(commits.state()).toEqual({ state: 'saved', at: 'write 1' });
  });

  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'disk-failing'],
    ['SQLITE_BUSY', 'disk-failing'],
    ['SQLITE_CORRUPT', 'database-corrupt'],
  ])('%s is thrown at whoever asks to write now as %s, and keeps everything', (sqlite, code) => {
    commits.add('a', typist()('x'));
    disk.failure = diskError(sqlite);
    expect(() => commits.flush()).toThrowError(expect.objectContaining({ code }));
    disk.failure = null;
    commits.flush();
    expect(disk.writes).toHaveLength(1);
  });

  it('to the very end leaves nobody waiting', async () => {
    const answer = commits.add('a', typist()('x'));
    disk.failure = diskError('SQLITE_FULL');
    expect(() => commits.close()).toThrowError(expect.objectContaining({ code: 'disk-full' }));
    await expect(answer).rejects.toThrow('closed before it could be saved');
    vi.advanceTimersByTime(10_000);
    expect(disk.writes).toEqual([]);
  });
});

it('gives a bug to those who wait, and works on', async () => {
  const answer = commits.add('a', typist()('x'));
  disk.failure = new TypeError('not a function');
  vi.advanceTimersByTime(20);
  await expect(answer).rejects.toMatchObject({ code: 'internal' });
  disk.failure = null;
  const next = commits.add('a', typist()('y'));
  vi.advanceTimersByTime(20);
  expect(await next).toEqual({ savedAt: 'write 1' });
  expect(commits.state()).toEqual({ state: 'saved', at: 'write 1' });
});
