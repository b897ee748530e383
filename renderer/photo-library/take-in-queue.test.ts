import { describe, expect, it } from 'vitest';
import type { TakenIn } from '../../shared/contract/desk-photos.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { Batch } from './gather-files.ts';
import { type TakeInPort, TakeInQueue } from './take-in-queue.ts';

const toError = (thrown: unknown): AppError => (thrown instanceof AppError ? thrown : new AppError('internal', {}));
const batch = (name: string, ...files: string[]): Batch => ({
  name,
  files: files.map((one) => new File([one], one)),
  passedOver: new Map(),
});
const taken = (name: string, says: Partial<TakenIn> = {}): TakenIn => ({
  sha256: name.padStart(64, '0'),
  name,
  isNew: true,
  alike: [],
  ...says,
});
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A core that takes a file when it is told to. */
function makeCore() {
  const underWay: {
    file: string;
    batch: string;
    take: (says?: Partial<TakenIn>) => void;
    refuse: (code?: 'photo-truncated' | 'desk-unreachable') => void;
  }[] = [];
  const discarded: string[][] = [];
  const port: TakeInPort = {
    takeIn: (file, name) =>
      new Promise((resolve, reject) => {
        const end = (): void => {
          const at = underWay.findIndex((one) => one.file === file.name);
          if (at !== -1) underWay.splice(at, 1);
        };
        underWay.push({
          file: file.name,
          batch: name,
          take: (says) => {
            end();
            resolve(taken(file.name, says));
          },
          refuse: (code = 'photo-truncated') => {
            end();
            reject(new AppError(code, { file: file.name }));
          },
        });
      }),
    discard: async (sha256s) => {
      discarded.push([...sha256s]);
    },
  };
  const takeAll = async (): Promise<void> => {
    while (underWay.length > 0) {
      for (const one of [...underWay]) one.take();
      await soon();
    }
  };
  return { queue: new TakeInQueue(port, toError), underWay, discarded, takeAll };
}
const files = (core: ReturnType<typeof makeCore>): string[] => core.underWay.map(({ file }) => file);

describe('taking in', () => {
  it('has three files under way at most, and goes on as each of them ends', async () => {
    const { queue, underWay, takeAll } = makeCore();
    queue.add([batch('Thẻ', 'a', 'b', 'c', 'd', 'e')]);
    await soon();
    expect(underWay.map(({ file }) => file)).toEqual(['a', 'b', 'c']);
    expect(queue.reports()[0]).toMatchObject({ state: 'running', total: 5, now: ['a', 'b', 'c'] });
    underWay[1]?.take();
    await soon();
    expect(underWay.map(({ file }) => file)).toEqual(['a', 'c', 'd']);
    await takeAll();
    expect(queue.reports()).toMatchObject([{ state: 'done', now: [], batch: 'Thẻ' }]);
    expect(queue.reports()[0]?.taken).toHaveLength(5);
  });

  it('tells each file that is refused, and takes the others', async () => {
    const core = makeCore();
    core.queue.add([batch('Thẻ', 'a', 'b')]);
    await soon();
    core.underWay[0]?.refuse();
    await core.takeAll();
    const [report] = core.queue.reports();
    expect(report?.taken.map(({ name }) => name)).toEqual(['b']);
    expect(report?.refused).toMatchObject([{ name: 'a', error: { code: 'photo-truncated' } }]);
  });

  it('takes one batch after another under its own name', async () => {
    const core = makeCore();
    core.queue.add([batch('Một', 'a'), batch('Hai', 'b')]);
    await soon();
    expect(core.underWay.map((one) => one.batch)).toEqual(['Một']);
    core.underWay[0]?.take();
    await soon();
    expect(core.underWay.map((one) => one.batch)).toEqual(['Hai']);
    await core.takeAll();
    expect(core.queue.reports().map(({ state }) => state)).toEqual(['done', 'done']);
  });

  it('cancelled, finishes and tells what is under way, and begins nothing more, nor what waits', async () => {
    const core = makeCore();
    core.queue.add([batch('Một', 'a', 'b', 'c', 'd', 'e'), batch('Hai', 'f')]);
    await soon();
    core.underWay[0]?.take();
    await soon();
    core.queue.cancel();
    await soon();
    expect(files(core)).toEqual(['b', 'c', 'd']);
    expect(core.queue.reports().map(({ state }) => state)).toEqual(['stopping', 'stopped']);
    core.underWay[0]?.refuse();
    await core.takeAll();
    expect(core.queue.reports().map(({ state }) => state)).toEqual(['stopped', 'stopped']);
    const [report] = core.queue.reports();
    expect(report?.taken.map(({ name }) => name)).toEqual(['a', 'c', 'd']);
    expect(report?.refused.map(({ name }) => name)).toEqual(['b']);
    core.queue.add([batch('Ba', 'g')]);
    await soon();
    expect(files(core)).toEqual(['g']);
  });

  it('sends a file again when the line was lost under it', async () => {
    const core = makeCore();
    core.queue.add([batch('Thẻ', 'a')]);
    await soon();
    core.underWay[0]?.refuse('desk-unreachable');
    await soon();
    expect(files(core)).toEqual(['a']);
    await core.takeAll();
    expect(core.queue.reports()[0]).toMatchObject({ taken: [{ name: 'a' }], refused: [] });
  });

  it('undone, takes out only what it brought, once', async () => {
    const core = makeCore();
    core.queue.add([batch('Thẻ', 'a', 'b')]);
    await soon();
    core.underWay[0]?.take({ isNew: false });
    await core.takeAll();
    const id = core.queue.reports()[0]!.id;
    await core.queue.undo(id);
    await core.queue.undo(id);
    expect(core.discarded).toEqual([[taken('b').sha256]]);
    expect(core.queue.reports()[0]?.isUndone).toBe(true);
  });
});
