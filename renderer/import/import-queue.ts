/**
 * Files on their way to becoming articles. They are read one after another; each then waits for the person's word.
 *
 *   waiting -> reading -> ready -> making -> made
 *                 |         |         '----> ready      (it could not be made; told, and tried again)
 *                 |         '--------------> skipped
 *                 '------------------------> failed     (with why)
 *
 * What is cancelled leaves nothing: the core forgets the pictures of what was read, and only `made` is in the library.
 */
import type { ImportPreview, TextEncoding } from '../../shared/contract/desk-imports.ts';
import { AppError } from '../../shared/errors/app-error.ts';

export type QueuedFile = {
  readonly file: File;
  readonly state: 'waiting' | 'reading' | 'ready' | 'failed' | 'making' | 'made' | 'skipped';
  /** Of what is ready, and of what is being made. */
  readonly preview: ImportPreview | null;
  readonly error: AppError | null;
  readonly articleId: string | null;
  /** Of the article, once it is made, and how many pictures of its file could not be read. */
  readonly headline: string;
  readonly unreadPictures: number;
};

/** The core, as far as imports go. */
export type ImportPort = {
  /** Throws AppError; `signal`: it is not wanted any more. */
  preview(file: File, encoding: TextEncoding | undefined, signal: AbortSignal): Promise<ImportPreview>;
  /** Throws AppError. */
  confirm(preview: ImportPreview): Promise<string>;
  discard(draft: string): void;
};

const open: readonly QueuedFile['state'][] = ['waiting', 'reading', 'ready', 'making'];

export class ImportQueue {
  readonly #port: ImportPort;
  readonly #listeners = new Set<() => void>();
  #files: readonly QueuedFile[] = [];
  /** Counts what was begun, so that an answer to something that was cancelled is known. */
  #sitting = 0;
  #isReading = false;
  #wanted = new AbortController();

  constructor(port: ImportPort) {
    this.#port = port;
  }

  readonly files = (): readonly QueuedFile[] => this.#files;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** True while a file has neither ended well nor otherwise. */
  get isOpen(): boolean {
    return this.#files.some(({ state }) => open.includes(state));
  }

  /** Files that come when all others have ended begin anew. */
  add(files: readonly File[]): void {
    const before = this.isOpen ? this.#files : [];
    const added = files.map(
      (file): QueuedFile => ({
        file,
        state: 'waiting',
        preview: null,
        error: null,
        articleId: null,
        headline: '',
        unreadPictures: 0,
      }),
    );
    this.#show([...before, ...added]);
    void this.#readAll();
  }

  change(at: number, preview: ImportPreview): void {
    if (this.#files[at]?.state === 'ready') this.#set(at, { preview });
  }

  /** Reads a text once more, in another encoding. Throws AppError; it stays as it was then. */
  async reread(at: number, encoding: TextEncoding): Promise<void> {
    const queued = this.#files[at];
    if (queued?.state !== 'ready') return;
    const sitting = this.#sitting;
    const preview = await this.#port.preview(queued.file, encoding, this.#wanted.signal);
    if (sitting === this.#sitting && this.#files[at]?.state === 'ready') this.#set(at, { preview });
  }

  /** Makes the article of a file that is ready, and answers its id; null where it is not ready. Throws AppError. */
  async confirm(at: number): Promise<string | null> {
    const queued = this.#files[at];
    if (queued?.state !== 'ready' || queued.preview === null) return null;
    const sitting = this.#sitting;
    this.#set(at, { state: 'making' });
    try {
      const articleId = await this.#make(queued.file, queued.preview);
      if (sitting === this.#sitting) {
        const { headline } = queued.preview;
        const unreadPictures = countUnread(queued.preview);
        this.#set(at, { state: 'made', preview: null, articleId, headline, unreadPictures });
      }
      return articleId;
    } catch (error) {
      if (sitting === this.#sitting) this.#set(at, { state: 'ready' });
      throw error;
    }
  }

  /** Makes the articles of all files, as they were taken, those still to be read among them. */
  async takeAll(): Promise<void> {
    const sitting = this.#sitting;
    for (let at = 0; at < this.#files.length; at += 1) {
      while (['waiting', 'reading', 'making'].includes(this.#files[at]?.state ?? '')) await this.#nextChange();
      if (sitting !== this.#sitting) return;
      try {
        await this.confirm(at);
      } catch (error) {
        if (sitting !== this.#sitting) return;
        this.#end(at, { state: 'failed', error: asFailure(error) });
      }
    }
  }

  skip(at: number): void {
    if (this.#files[at]?.state === 'ready') this.#end(at, { state: 'skipped' });
  }

  /** Forgets all files; what has become an article stays one. */
  close(): void {
    for (const { preview } of this.#files) this.#discard(preview);
    this.#wanted.abort();
    this.#wanted = new AbortController();
    this.#sitting += 1;
    this.#isReading = false;
    this.#show([]);
  }

  /** Pictures that wait too long are forgotten by the core: then the file is read anew for them alone. */
  async #make(file: File, preview: ImportPreview): Promise<string> {
    try {
      return await this.#port.confirm(preview);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'import-forgotten') throw error;
      const { draft } = await this.#port.preview(file, undefined, this.#wanted.signal);
      return this.#port.confirm({ ...preview, draft });
    }
  }

  async #readAll(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    const sitting = this.#sitting;
    for (;;) {
      const at = this.#files.findIndex(({ state }) => state === 'waiting');
      const queued = this.#files[at];
      if (queued === undefined) break;
      this.#set(at, { state: 'reading' });
      const read = await this.#port.preview(queued.file, undefined, this.#wanted.signal).then(
        (preview) => ({ preview }),
        (error: unknown) => ({ error: asFailure(error) }),
      );
      if (sitting !== this.#sitting) {
        if ('preview' in read) this.#discard(read.preview);
        return;
      }
      this.#set(at, 'preview' in read ? { state: 'ready', ...read } : { state: 'failed', ...read });
    }
    this.#isReading = false;
  }

  #end(at: number, how: Partial<QueuedFile>): void {
    this.#discard(this.#files[at]?.preview ?? null);
    this.#set(at, { ...how, preview: null });
  }

  #discard(preview: ImportPreview | null): void {
    if (preview?.draft) this.#port.discard(preview.draft);
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        stop();
        resolve();
      });
    });
  }

  #set(at: number, part: Partial<QueuedFile>): void {
    this.#show(this.#files.map((queued, index) => (index === at ? { ...queued, ...part } : queued)));
  }

  #show(files: readonly QueuedFile[]): void {
    this.#files = files;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Pictures that are no photos: their places are empty. */
export function countUnread({ pictures }: ImportPreview): number {
  return pictures.filter(({ problem }) => problem !== null).length;
}

function asFailure(error: unknown): AppError {
  return error instanceof AppError
    ? error
    : new AppError('internal', { reason: error instanceof Error ? error.message : String(error) }, { cause: error });
}
