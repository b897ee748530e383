import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { getBody } from '../../shared/article/flat-text.ts';
import { $bodyLines } from './body-lines.ts';
import { Replica, seededRandom } from './fuzz-replica.ts';
import { applyRemoteUpdate, flushViews, Inbound, type Watcher } from './inbound.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Updates of somebody else who writes `a`, then `b`, and so on. */
function remoteUpdates(doc: Y.Doc, ...texts: string[]): Uint8Array[] {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  return texts.map((text) => {
    const before = Y.encodeStateVector(other);
    const body = getBody(other);
    body.insert(body.length, text, {});
    return Y.encodeStateAsUpdate(other, before);
  });
}

function watcher(inbound: Inbound, log: string[] = []): Watcher {
  const self: Watcher = {
    flush: () => log.push('flush'),
    release: () => inbound.release(self),
  };
  return self;
}

describe('the way in for others', () => {
  it('lets what the editor still holds go first', () => {
    const replica = new Replica('a', seededRandom(1));
    // Lexical would commit this in a microtask.
    replica.editor.update(() => {
      $bodyLines()[0]!.selectEnd().insertText('của tôi');
    });
    const [update] = remoteUpdates(replica.doc, ' của họ');
    replica.take(update!);
    expect(replica.text()).toContain('của tôi');
    expect(replica.text()).toContain(' của họ');
    expect(replica.binding.findDifference()).toBeNull();
    replica.destroy();
  });

  it('lets nobody in while somebody composes, and all in order when that ends', () => {
    const replica = new Replica('a', seededRandom(1));
    const inbound = Inbound.of(replica.doc);
    const [first, second] = [watcher(inbound), watcher(inbound)];
    inbound.hold(first);
    inbound.hold(second);
    for (const update of remoteUpdates(replica.doc, 'a', 'b', 'c')) applyRemoteUpdate(replica.doc, update);
    expect(replica.text()).toBe('¶');
    inbound.release(first);
    expect(replica.text()).toBe('¶');
    inbound.release(second);
    expect(replica.text()).toBe('¶abc');
    expect(inbound.isHeld()).toBe(false);
    replica.destroy();
  });

  it('lets an undo take back the word that is being composed, and a redo bring it again', () => {
    const replica = new Replica('a', seededRandom(1));
    const type = (letters: string): void =>
      replica.editor.update(
        () => {
          $bodyLines()[0]!.selectEnd().insertText(letters);
        },
        { discrete: true },
      );
    type('một ');
    replica.binding.hold(replica.editor.getEditorState().read(() => $bodyLines()[0]!.getKey()));
    type('tiếng');
    replica.undo.undo();
    expect(replica.text()).toBe('¶một ');
    replica.undo.redo();
    expect(replica.text()).toBe('¶một tiếng');
    expect(replica.binding.findDifference()).toBeNull();
    replica.destroy();
  });

  it('keeps a word that is composed in an editor that goes away', () => {
    const replica = new Replica('a', seededRandom(1));
    replica.editor.update(() => $bodyLines()[0]!.selectEnd(), { discrete: true });
    const line = replica.editor.getEditorState().read(() => $bodyLines()[0]!.getKey());
    replica.binding.hold(line);
    replica.editor.update(() => $bodyLines()[0]!.selectEnd().insertText('tiếng'), { discrete: true });
    const [update] = remoteUpdates(replica.doc, ' của họ');
    replica.take(update!);
    expect(replica.text()).toBe('¶');
    replica.binding.destroy();
    expect(replica.text()).toContain('tiếng');
    expect(replica.text()).toContain(' của họ');
    replica.destroy();
  });

  it('opens by itself when a composition never ends, or its view goes away', () => {
    const doc = new Y.Doc();
    getBody(doc).insert(0, '-');
    const inbound = Inbound.of(doc);
    inbound.hold(watcher(inbound));
    const [a, b] = remoteUpdates(doc, 'a', 'b');
    applyRemoteUpdate(doc, a!);
    vi.advanceTimersByTime(9_000);
    expect(String(getBody(doc))).toBe('-');
    vi.advanceTimersByTime(2_000);
    expect(String(getBody(doc))).toBe('-a');
    const gone = watcher(inbound);
    const stop = inbound.watch(gone);
    inbound.hold(gone);
    applyRemoteUpdate(doc, b!);
    stop();
    expect(String(getBody(doc))).toBe('-ab');
  });

  it('asks every view for what it holds, and none that is gone', () => {
    const doc = new Y.Doc();
    const log: string[] = [];
    const inbound = Inbound.of(doc);
    const stop = inbound.watch(watcher(inbound, log));
    inbound.watch(watcher(inbound, log));
    flushViews(doc);
    expect(log).toHaveLength(2);
    stop();
    flushViews(doc);
    expect(log).toHaveLength(3);
  });
});
