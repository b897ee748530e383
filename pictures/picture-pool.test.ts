import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { tempFolder } from '../tests/support/temp-folder.ts';
import { examineApart } from './picture-pool.ts';

const photo = fileURLToPath(new URL('../resources/sample/black-canyon.jpg', import.meta.url));

function taskIn(folder: string) {
  return {
    path: photo,
    name: 'anh.jpg',
    renditions: { preview: join(folder, 'preview'), thumb: join(folder, 'thumb') },
  };
}

/** Processes that this one has started, where the system tells. */
function children(): number[] {
  const list = `/proc/self/task/${process.pid}/children`;
  return existsSync(list) ? readFileSync(list, 'utf8').trim().split(' ').filter(Boolean).map(Number) : [];
}

/** Ends each process that is started for as long as `during` lasts; answers how many. */
async function endingAll(during: Promise<unknown>, most: number): Promise<number> {
  const ended = new Set<number>();
  let isOver = false;
  const over = during.then(
    () => {},
    () => {},
  );
  void over.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const next = children().find((pid) => !ended.has(pid));
    if (next !== undefined && ended.size < most) {
      ended.add(next);
      process.kill(next, 'SIGKILL');
    }
    await Promise.race([over, wait(1)]);
  }
  return ended.size;
}

it.runIf(existsSync('/proc/self'))('pictures are examined behind what people do, in every thread', async () => {
  await examineApart(taskIn(tempFolder()));
  const threads = children().flatMap((pid) => readdirSync(`/proc/${pid}/task`));
  const eager = threads.filter((thread) => getPriority(Number(thread)) < constants.priority.PRIORITY_BELOW_NORMAL);
  expect(threads.length).toBeGreaterThan(1);
  expect(eager).toEqual([]);
});

it.runIf(existsSync('/proc/self/autogroup'))(
  'pictures are examined behind other sessions, and this one stays as it is',
  async () => {
    const group = (pid: number | 'self'): string => readFileSync(`/proc/${pid}/autogroup`, 'utf8').trim();
    const before = group('self');
    await examineApart(taskIn(tempFolder()));
    await vi.waitFor(() =>
      expect(children().map(group)).toEqual(children().map(() => expect.stringMatching(/ nice 10$/))),
    );
    expect(children()).not.toEqual([]);
    expect(group('self')).toBe(before);
  },
);

describe.runIf(existsSync('/proc/self'))('a process that ends over a picture', () => {
  it('takes nothing else with it: the picture has another try', async () => {
    await examineApart(taskIn(tempFolder()));
    const examining = examineApart(taskIn(tempFolder()));
    expect(await endingAll(examining, 1)).toBe(1);
    expect(await examining).toMatchObject({ format: 'jpeg', width: 1024 });
  });

  it('twice says that the picture is too hard, and the next one is examined', async () => {
    const examining = examineApart(taskIn(tempFolder()));
    const refused = expect(examining).rejects.toMatchObject({ code: 'photo-too-hard', details: { file: 'anh.jpg' } });
    expect(await endingAll(examining, 9)).toBe(2);
    await refused;
    expect(await examineApart(taskIn(tempFolder()))).toMatchObject({ format: 'jpeg' });
  });
});

it('several pictures at once are each answered for themselves', async () => {
  const folders = Array.from({ length: 6 }, () => tempFolder());
  const examined = await Promise.allSettled(
    folders.map((folder, index) =>
      examineApart({ ...taskIn(folder), ...(index === 2 ? { path: join(folder, 'không-có') } : {}) }),
    ),
  );
  expect(examined.map(({ status }) => status)).toEqual(
    folders.map((_, index) => (index === 2 ? 'rejected' : 'fulfilled')),
  );
  expect(existsSync(join(folders[5]!, 'thumb'))).toBe(true);
});

it('what is called off before its turn is not begun', async () => {
  const folder = tempFolder();
  const stop = new AbortController();
  const before = Array.from({ length: 6 }, () => examineApart(taskIn(tempFolder())));
  const last = examineApart(taskIn(folder), stop.signal);
  stop.abort(new Error('thôi'));
  await expect(last).rejects.toThrow('thôi');
  await Promise.all(before);
  expect(existsSync(join(folder, 'preview'))).toBe(false);
});
