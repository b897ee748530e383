import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { DeskEvent } from '../../shared/contract/desk.ts';
import type { PhotoFacts } from '../../shared/contract/desk-photos.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { noMetadata } from '../../shared/photos/embedded.ts';
import { readPhotoRecord } from '../../shared/photos/read-record.ts';
import { changeRecord, newRecordUpdate, type RecordChange } from '../../shared/photos/write-record.ts';
import type { LineState } from '../app/desk-link.ts';
import type { RecordLink, RecordSession } from './record-session.ts';
import { RecordSessions } from './record-sessions.ts';

const shaOf = (n: number): string => n.toString(16).padStart(64, '0');

function factsOf(sha256: string, uses = 0): PhotoFacts {
  return {
    row: {
      ...{ sha256, name: 'a.jpg', width: 3, height: 2, bytes: 1, format: 'jpeg', description: '', headline: '' },
      ...{ credit: '', people: [], dateCreated: null, addedAt: '2026-11-26T00:00:00Z', batch: '', rating: 0 },
      ...{ label: null, lacks: [], expires: null, shared: false, isHere: true, isWithheld: false, isEdited: false },
      ...{ uses, alike: 0 },
    },
    ...{ iimCharset: null, uses: [], alike: [] },
  };
}

/** The desk's port: a core that keeps records, and answers as it is told. */
class Port implements RecordLink {
  readonly told: AppError[] = [];
  readonly opened: string[] = [];
  answers: 'at once' | 'lost' | 'refused' = 'at once';
  uses = 0;
  readonly #core = new Map<string, Y.Doc>();
  readonly #onEvent = new Set<(event: DeskEvent) => void>();
  readonly #onState = new Set<(state: LineState) => void>();

  readonly desk = {
    photoLibrary: {
      open: async ({ sha256 }: { sha256: string }) => {
        if (sha256 === shaOf(404)) throw new AppError('photo-not-found');
        this.opened.push(sha256);
        return { update: Y.encodeStateAsUpdate(this.core(sha256)), facts: factsOf(sha256, this.uses) };
      },
      update: async ({ sha256, update }: { sha256: string; update: Uint8Array }): Promise<unknown> => {
        if (this.answers === 'refused') throw new AppError('disk-full');
        if (this.answers === 'lost') throw new AppError('desk-unreachable');
        Y.applyUpdate(this.core(sha256), update);
        return {};
      },
      facts: async ({ sha256 }: { sha256: string }) => factsOf(sha256, this.uses),
    },
  };
  readonly sessions = new RecordSessions(this, (error) => this.told.push(error));

  core(sha256: string): Y.Doc {
    let doc = this.#core.get(sha256);
    if (doc === undefined) {
      doc = new Y.Doc();
      const metadata = { ...noMetadata, credit: 'Thu Hà' };
      Y.applyUpdate(doc, newRecordUpdate({ sha256, metadata, batch: '' }));
      this.#core.set(sha256, doc);
    }
    return doc;
  }

  open(n = 1): Promise<RecordSession> {
    return this.sessions.open(shaOf(n));
  }

  record(n = 1) {
    return readPhotoRecord(this.core(shaOf(n)), shaOf(n));
  }

  /** Somebody else changes it at the core. */
  remote(n: number, change: RecordChange): void {
    const before = Y.encodeStateVector(this.core(shaOf(n)));
    changeRecord(this.core(shaOf(n)), change, 'theirs');
    const update = new Uint8Array(Y.encodeStateAsUpdate(this.core(shaOf(n)), before));
    for (const listener of this.#onEvent) listener({ type: 'photo-update', sha256: shaOf(n), update });
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
}

const caption = (text: string): RecordChange => ({ texts: { description: { how: 'set', text } } });

describe('an open record', () => {
  it('goes to the core as it is written, and what others write comes in and is not undone', async () => {
    const port = new Port();
    const session = await port.open();
    session.change(caption('Quang cảnh'));
    port.remote(1, { rating: 4, texts: { headline: { how: 'set', text: 'Tít' } } });
    await session.settle();
    expect(port.record()).toMatchObject({ description: 'Quang cảnh', rating: 4, credit: 'Thu Hà' });
    session.undo.undo();
    expect(session.record()).toMatchObject({ description: '', headline: 'Tít', rating: 4 });
    expect(session.undo.canUndo).toBe(false);
  });

  it('makes each change one step of undo', async () => {
    const session = await new Port().open();
    session.change({ ...caption('Một'), rating: 3, keywords: { add: ['a', 'b'] } });
    session.change(caption('Hai'));
    session.undo.undo();
    expect(session.record()).toMatchObject({ description: 'Một', rating: 3 });
    session.undo.undo();
    expect(session.record()).toMatchObject({ description: '', rating: 0, keywords: [] });
  });

  it('keeps what had no answer when the line was lost, and is whole when it is open again', async () => {
    const port = new Port();
    const session = await port.open();
    port.answers = 'lost';
    session.change(caption('Viết khi mất liên lạc'));
    session.handOver();
    port.answers = 'at once';
    port.uses = 2;
    changeRecord(port.core(shaOf(1)), { texts: { alt: { how: 'set', text: 'Ở máy khác' } } }, 'theirs');
    port.turn('open');
    await session.settle();
    expect(port.record().description).toBe('Viết khi mất liên lạc');
    expect(session.record().alt).toBe('Ở máy khác');
    expect(session.facts().row.uses).toBe(2);
    expect(port.told).toEqual([]);
  });

  it('says what the core refuses and keeps it', async () => {
    const port = new Port();
    const session = await port.open();
    port.answers = 'refused';
    session.change(caption('Chưa lưu'));
    await expect(session.settle()).rejects.toMatchObject({ code: 'disk-full' });
    expect(port.told.map(({ code }) => code)).toEqual(['disk-full']);
    port.answers = 'at once';
    session.handOver();
    await session.settle();
    expect(port.record().description).toBe('Chưa lưu');
    expect(session.problem()).toBeNull();
  });
});

describe('the records of a room', () => {
  it('are opened ahead, once, and are there at once when they are wanted', async () => {
    const port = new Port();
    port.sessions.ahead([shaOf(1), shaOf(2)]);
    const session = await port.open(2);
    expect(port.sessions.find(shaOf(2))).toBe(session);
    expect(await port.open(2)).toBe(session);
    expect(port.opened).toEqual([shaOf(1), shaOf(2)]);
  });

  it('are asked for again after an error', async () => {
    const port = new Port();
    await expect(port.open(404)).rejects.toMatchObject({ code: 'photo-not-found' });
    await expect(port.open(404)).rejects.toMatchObject({ code: 'photo-not-found' });
    expect(port.sessions.find(shaOf(404))).toBeNull();
  });

  it('that were left long ago are closed, but none that holds what is not on disk', async () => {
    const port = new Port();
    const [first, second] = [await port.open(1), await port.open(2)];
    port.answers = 'lost';
    first.change(caption('Viết xong rồi đi'));
    first.handOver();
    for (let n = 3; n < 60; n += 1) await port.open(n);
    expect(second.doc.isDestroyed).toBe(true);
    expect(await port.open(1)).toBe(first);
    port.answers = 'at once';
    port.turn('open');
    await first.settle();
    expect(port.record().description).toBe('Viết xong rồi đi');
  });

  it('are whole when their room is left in the middle of a sentence and opened again at once', async () => {
    const port = new Port();
    const former = await port.open();
    former.change(caption('Viết xong rồi đi'));
    port.sessions.close();
    const again = await new RecordSessions(port, (error) => port.told.push(error)).open(shaOf(1));
    expect(again.record().description).toBe('Viết xong rồi đi');
    expect(former.doc.isDestroyed).toBe(true);
  });
});
