import { describe, expect, it } from 'vitest';
import { emptyPreview } from '../../shared/article/import/empty-preview.ts';
import type { ImportPreview } from '../../shared/contract/desk-imports.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { type ImportPort, ImportQueue } from './import-queue.ts';

const fileOf = (name: string): File => new File(['x'], name);

/** A core that reads what it is told to read, when it is told to. */
class Core implements ImportPort {
  readonly discarded: string[] = [];
  readonly confirmed: ImportPreview[] = [];
  readonly asked: string[] = [];
  /** Previews that were asked for and are not answered yet. */
  readonly open: { name: string; answer: (error?: AppError) => void }[] = [];
  forgets = false;
  refuses: AppError | null = null;

  wanted: AbortSignal | null = null;

  preview(file: File, encoding: string | undefined, signal: AbortSignal): Promise<ImportPreview> {
    this.wanted = signal;
    this.asked.push(encoding === undefined ? file.name : `${file.name} ${encoding}`);
    return new Promise((resolve, reject) => {
      const draft = `draft ${this.asked.length}`;
      this.open.push({
        name: file.name,
        answer: (error) => (error === undefined ? resolve({ ...emptyPreview(file.name), draft }) : reject(error)),
      });
    });
  }

  async confirm(preview: ImportPreview): Promise<string> {
    if (this.forgets) {
      this.forgets = false;
      throw new AppError('import-forgotten', { file: preview.file });
    }
    if (this.refuses !== null) throw this.refuses;
    this.confirmed.push(preview);
    return `article of ${preview.file}`;
  }

  discard(draft: string): void {
    this.discarded.push(draft);
  }

  async answer(error?: AppError): Promise<void> {
    this.open.shift()?.answer(error);
    await settle();
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const statesOf = (queue: ImportQueue): string[] => queue.files().map(({ state }) => state);

async function readyQueue(...names: string[]): Promise<{ core: Core; queue: ImportQueue }> {
  const core = new Core();
  const queue = new ImportQueue(core);
  queue.add(names.map(fileOf));
  for (const _ of names) await core.answer();
  return { core, queue };
}

describe('files that are imported', () => {
  it('are read one after another, and one that cannot be read holds up no other', async () => {
    const core = new Core();
    const queue = new ImportQueue(core);
    queue.add([fileOf('a.docx'), fileOf('b.docx'), fileOf('c.docx')]);
    expect([statesOf(queue), core.open.length]).toEqual([['reading', 'waiting', 'waiting'], 1]);
    await core.answer();
    await core.answer(new AppError('file-locked', { file: 'b.docx' }));
    await core.answer();
    expect(statesOf(queue)).toEqual(['ready', 'failed', 'ready']);
    expect(queue.files()[1]?.error?.code).toBe('file-locked');
  });

  it('become articles one by one as they were changed, or are skipped, and then nothing is left open', async () => {
    const { core, queue } = await readyQueue('a.docx', 'b.docx');
    queue.change(0, { ...queue.files()[0]!.preview!, headline: 'Tít đã sửa' });
    expect(await queue.confirm(0)).toBe('article of a.docx');
    expect(core.confirmed.map(({ headline }) => headline)).toEqual(['Tít đã sửa']);
    queue.skip(1);
    expect([statesOf(queue), queue.isOpen, core.discarded]).toEqual([['made', 'skipped'], false, ['draft 2']]);
    expect(await queue.confirm(0)).toBeNull();
  });

  it('all become articles as they were taken, those that are still being read among them', async () => {
    const core = new Core();
    const queue = new ImportQueue(core);
    queue.add([fileOf('a.docx'), fileOf('b.docx'), fileOf('c.docx')]);
    const taken = queue.takeAll();
    await core.answer();
    await core.answer(new AppError('file-damaged', { file: 'b.docx' }));
    await core.answer();
    await taken;
    expect(statesOf(queue)).toEqual(['made', 'failed', 'made']);
    expect(core.confirmed.map(({ file }) => file)).toEqual(['a.docx', 'c.docx']);
  });

  it('leave nothing when they are cancelled: what was read is forgotten, what is being read is dropped', async () => {
    const { core, queue } = await readyQueue('a.docx');
    queue.add([fileOf('b.docx'), fileOf('c.docx')]);
    const taken = queue.takeAll();
    await settle();
    expect(core.wanted?.aborted).toBe(false);
    queue.close();
    expect(core.wanted?.aborted).toBe(true);
    await core.answer();
    await taken;
    expect(queue.files()).toEqual([]);
    expect([core.asked, core.discarded]).toEqual([['a.docx', 'b.docx'], ['draft 2']]);
    queue.add([fileOf('d.docx')]);
    await core.answer();
    expect(statesOf(queue)).toEqual(['ready']);
  });

  it('stay as they are when an article cannot be made, so that it can be tried again', async () => {
    const { core, queue } = await readyQueue('a.docx');
    core.refuses = new AppError('disk-full');
    await expect(queue.confirm(0)).rejects.toMatchObject({ code: 'disk-full' });
    expect(statesOf(queue)).toEqual(['ready']);
    core.refuses = null;
    expect(await queue.confirm(0)).toBe('article of a.docx');
  });

  it('are read anew for pictures that the core has forgotten, and keep what was changed', async () => {
    const { core, queue } = await readyQueue('a.docx');
    queue.change(0, { ...queue.files()[0]!.preview!, headline: 'Tít đã sửa' });
    core.forgets = true;
    const made = queue.confirm(0);
    await settle();
    await core.answer();
    expect(await made).toBe('article of a.docx');
    expect(core.confirmed).toMatchObject([{ headline: 'Tít đã sửa', draft: 'draft 2' }]);
  });

  it('are read anew in another encoding', async () => {
    const { core, queue } = await readyQueue('a.txt');
    const reread = queue.reread(0, 'TCVN3');
    await core.answer();
    await reread;
    expect(core.asked).toEqual(['a.txt', 'a.txt TCVN3']);
    expect(queue.files()[0]?.preview?.draft).toBe('draft 2');
  });
});
