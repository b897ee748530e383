import { v7 as newId } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ArticleDocument, Photo } from '../../../shared/article/document.ts';
import type { Person } from '../../../shared/contract/office.ts';
import { photoRecordId } from '../../../shared/photos/record-id.ts';
import { changeRecord, type RecordChange } from '../../../shared/photos/write-record.ts';
import { type EventType, eventHash, signedText, type WorkflowEvent } from '../../../shared/workflow/event.ts';
import { nothingLost } from '../../../shared/workflow/missing.ts';
import { editOf, typed } from '../../../tests/support/edit.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { Desk } from '../desk/desk.ts';
import { listEvents } from '../store/events.ts';
import { listOutbox } from '../store/outbox.ts';
import { savePeople } from '../store/people.ts';
import { listOpenRefusals } from '../store/refusals.ts';
import { getOfficeRules, setOfficeRules } from '../store/sync-state.ts';
import { generateDeviceKey, isSignedBy, makeIdentity } from './identity.ts';

const minh: Person = { id: 'minh', name: 'Minh', role: 'reviewer' };
const minhsDevice = makeIdentity({ deviceId: 'may-minh', privateKey: generateDeviceKey(), person: () => minh });

let desk: Desk;
let now: number;
beforeEach(async () => {
  now = Date.parse('2026-11-24T01:00:00Z');
  const clock = (): Date => {
    now += 1_000;
    return new Date(now);
  };
  desk = await Desk.open({ folder: tempFolder(), name: 'Lan', clock });
  savePeople(desk.db, [minh]);
});
afterEach(() => desk.close());

function become(role: Person['role']): void {
  savePeople(desk.db, [{ ...desk.identity.person(), role }]);
}

function create(more: Partial<ArticleDocument> = {}): string {
  return desk.createArticle({
    document: {
      version: 1,
      language: 'vi',
      headline: 'Ra quân',
      lead: '',
      blocks: [],
      photos: [],
      fields: {},
      ...more,
    },
  });
}

const withPhotos = (...photos: Photo[]): Partial<ArticleDocument> => ({
  photos,
  blocks: photos.map(({ id }) => ({ kind: 'photo', photo: id })),
});

/** An event of Minh's, as it comes from the endpoint behind what is accepted here. */
function byMinh(
  id: string,
  type: EventType,
  revision: string | null,
  previous: string | null,
  reason?: string,
): WorkflowEvent {
  const event = {
    ...{ id: newId(), articleId: id, type, revision, actor: minh.id, device: 'may-minh', previous },
    at: new Date(now).toISOString(),
    ...(reason === undefined ? {} : { reason }),
  };
  return { ...event, signature: minhsDevice.sign(signedText(event)) };
}

/** The endpoint takes everything that waits; answers the hash of the last event. */
function acceptAll(id: string, from = 1): string {
  let seq = from;
  for (const { event, standing } of listEvents(desk.db, id)) {
    if (standing === 'waiting') desk.workflow.accept(event.id, seq++);
  }
  return eventHash(listEvents(desk.db, id).at(-1)!.event);
}

const stepsOf = (id: string): string[] =>
  listEvents(desk.db, id).map(({ event, standing }) => `${event.type} ${standing}`);

describe('a step', () => {
  it('is an event signed by this device and chained to the one before it, and waits to be sent', () => {
    const id = create();
    desk.act({ id, action: 'submit' });
    const [created, submitted] = listEvents(desk.db, id);
    expect(submitted?.event.previous).toBe(created?.hash);
    for (const { event, hash } of [created!, submitted!]) {
      expect(eventHash(event)).toBe(hash);
      expect(isSignedBy(desk.identity.publicKey, signedText(event), event.signature)).toBe(true);
      expect(isSignedBy(minhsDevice.publicKey, signedText(event), event.signature)).toBe(false);
    }
    expect(listOutbox(desk.db, 0, 10).map(({ kind }) => kind)).toEqual(['update', 'event', 'revision', 'event']);
    expect(desk.workflow.state(id)).toMatchObject({ working: 'in-review', headRevision: submitted?.event.revision });
  });

  it('submits what was typed up to then', async () => {
    const id = create();
    const typing = desk.articles.applyLocal(id, editOf(desk.articles.state(id), typed('headline', ' trồng cây')));
    const { headRevision } = desk.act({ id, action: 'submit' });
    await typing;
    expect(desk.articles.revision(id, headRevision ?? '').headline).toBe('Ra quân trồng cây');
  });

  it('that cannot be kept as a whole leaves nothing', () => {
    const id = create();
    const pages = desk.db.pragma('page_count', { simple: true }) as number;
    const before = stepsOf(id);
    desk.db.exec(
      `CREATE TRIGGER full_disk BEFORE INSERT ON outbox WHEN NEW.kind = 'event' BEGIN SELECT raise(ABORT, 'no room'); END`,
    );
    expect(() => desk.act({ id, action: 'submit' })).toThrow('no room');
    desk.db.exec('DROP TRIGGER full_disk');
    expect(stepsOf(id)).toEqual(before);
    expect(desk.db.prepare('SELECT count(*) FROM revisions').pluck().get()).toBe(0);
    expect(pages).toBeGreaterThan(0);
    expect(desk.act({ id, action: 'submit' }).working).toBe('in-review');
  });
});

describe('what stands in the way of submitting', () => {
  const whole: Photo = { id: 'a', sha256: 'a'.repeat(64), caption: 'Lời', credit: 'Hoa', alt: 'Tả' };

  it.each([
    ['no headline', { headline: '  ' }, ['headline-missing'], {}],
    [
      'places without a picture',
      withPhotos(whole, { ...whole, id: 'b', sha256: null }, { ...whole, id: 'c', sha256: null }),
      ['photo-missing'],
      { count: 2 },
    ],
    ['a picture without alternative text', withPhotos({ ...whole, alt: ' ' }), ['caption-missing'], { count: 1 }],
    [
      'everything at once',
      { headline: '', ...withPhotos({ ...whole, caption: '' }, { ...whole, id: 'b', sha256: null }) },
      ['headline-missing', 'photo-missing', 'caption-missing'],
      {},
    ],
    ['nothing: a picture that stands nowhere is not asked for', { photos: [{ ...whole, caption: '' }] }, [], {}],
  ])('%s', (_, document: Partial<ArticleDocument>, codes, details) => {
    const id = create(document);
    const { blockers } = desk.workflow.state(id);
    expect(blockers.map(({ code }) => code)).toEqual(codes);
    if (codes.length === 0) {
      expect(desk.act({ id, action: 'submit' }).working).toBe('in-review');
      return;
    }
    expect(() => desk.act({ id, action: 'submit' })).toThrowError(
      expect.objectContaining({ code: codes[0], details: expect.objectContaining(codes.length === 1 ? details : {}) }),
    );
    expect(stepsOf(id)).toEqual(['created waiting']);
  });
});

describe('what an article names', () => {
  it('has to be here: its documents, and articles that are neither unknown nor set aside', async () => {
    const { sha256, name, bytes } = await desk.files.add(Buffer.from('%PDF-1.7'), 'Quyết định.pdf');
    const other = create({ headline: 'Bài khác' });
    const id = create({
      blocks: [
        { kind: 'file', sha256, name, bytes },
        { kind: 'related', article: other, headline: 'Bài khác' },
      ],
    });
    expect(desk.workflow.state(id).blockers).toEqual([]);
    desk.act({ id: other, action: 'spike' });
    expect(desk.workflow.state(id).blockers).toMatchObject([{ code: 'related-missing', details: { count: 1 } }]);
    expect(() => desk.act({ id, action: 'submit' })).toThrowError(expect.objectContaining({ code: 'related-missing' }));
    desk.act({ id: other, action: 'restore' });
    desk.db.prepare('DELETE FROM files').run();
    expect(desk.workflow.lost({ files: [sha256], articles: [other, 'chưa từng có'], photos: [] })).toEqual({
      ...nothingLost,
      files: [sha256],
      articles: ['chưa từng có'],
    });
    expect(() => desk.act({ id, action: 'submit' })).toThrowError(
      expect.objectContaining({ code: 'attachment-missing', details: { count: 1 } }),
    );
    await desk.files.add(Buffer.from('%PDF-1.7'), 'lại.pdf');
    expect(desk.act({ id, action: 'submit' }).working).toBe('in-review');
  });
});

describe('a picture that may not go out', () => {
  const SHA = 'ab'.repeat(32);
  const note = (change: RecordChange): void => {
    const id = photoRecordId(SHA);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(desk.articles.side(id)));
    const before = Y.encodeStateVector(doc);
    doc.getMap('photo').set('sha256', SHA);
    changeRecord(doc, change, 'test');
    desk.articles.changeSides([{ id, update: Y.encodeStateAsUpdate(doc, before) }]);
  };

  it('keeps its article from being submitted: withheld until it is pixelated, expired from the day after its last', () => {
    const id = create(withPhotos({ id: 'p', sha256: SHA, caption: 'c', credit: 'n', alt: 'a' }));
    const codes = (): string[] => desk.workflow.state(id).blockers.map(({ code }) => code);
    expect(codes()).toEqual([]);
    note({ withheld: true, expires: '2026-11-23' });
    expect(codes()).toEqual(['photos-withheld', 'photos-expired']);
    expect(desk.workflow.lost({ files: [], articles: [], photos: [SHA] })).toEqual({
      ...nothingLost,
      withheld: [SHA],
      expired: [{ sha256: SHA, on: '2026-11-23' }],
    });
    expect(() => desk.act({ id, action: 'submit' })).toThrowError(expect.objectContaining({ code: 'photos-withheld' }));
    note({ pixelated: { a: { x: 0.1, y: 0.1, width: 0.2, height: 0.2 } }, expires: '2026-11-24' });
    expect(codes()).toEqual([]);
    const { headRevision } = desk.act({ id, action: 'submit' });
    expect(desk.articles.revision(id, headRevision!).photos[0]).toMatchObject({
      details: { expires: '2026-11-24' },
      edits: { withheld: true, pixelated: [{ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }] },
    });
  });
});

describe('a picture of which more is known by the time of the approval', () => {
  const SHA = 'cd'.repeat(32);
  const note = (change: RecordChange): void => {
    const id = photoRecordId(SHA);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(desk.articles.side(id)));
    const before = Y.encodeStateVector(doc);
    doc.getMap('photo').set('sha256', SHA);
    changeRecord(doc, change, 'test');
    desk.articles.changeSides([{ id, update: Y.encodeStateAsUpdate(doc, before) }]);
  };

  it('keeps the revision from going out as it was submitted', () => {
    setOfficeRules(desk.db, { ...getOfficeRules(desk.db), fourEyes: false });
    become('admin');
    const id = create(withPhotos({ id: 'p', sha256: SHA, caption: 'c', credit: 'n', alt: 'a' }));
    note({ texts: { creator: { how: 'set', text: 'Hà' } } });
    desk.act({ id, action: 'submit' });
    const approve = (): unknown => desk.act({ id, action: 'approve' });
    note({ withheld: true });
    expect(approve).toThrowError(expect.objectContaining({ code: 'photos-withheld-since', details: { count: 1 } }));
    // Pixelated now, but not in the revision.
    note({ pixelated: { a: { x: 0.1, y: 0.1, width: 0.2, height: 0.2 } } });
    expect(approve).toThrowError(expect.objectContaining({ code: 'photos-withheld-since' }));
    expect(desk.workflow.state(id).working).toBe('in-review');
    note({ withheld: false, pixelated: { a: null }, expires: '2026-11-23' });
    expect(approve).toThrowError(expect.objectContaining({ code: 'photos-expired-since', details: { count: 1 } }));
    note({ expires: null });
    expect(desk.act({ id, action: 'approve' }).working).toBe('approved');
  });

  it('also where one face was hidden in it already, and another one is since; not where less is', () => {
    setOfficeRules(desk.db, { ...getOfficeRules(desk.db), fourEyes: false });
    become('admin');
    const id = create(withPhotos({ id: 'p', sha256: SHA, caption: 'c', credit: 'n', alt: 'a' }));
    note({ withheld: true, pixelated: { a: { x: 0.1, y: 0.1, width: 0.2, height: 0.2 } } });
    desk.act({ id, action: 'submit' });
    note({ pixelated: { b: { x: 0.6, y: 0.1, width: 0.2, height: 0.2 } } });
    expect(() => desk.act({ id, action: 'approve' })).toThrowError(
      expect.objectContaining({ code: 'photos-withheld-since', details: { count: 1 } }),
    );
    note({ pixelated: { a: { x: 0.15, y: 0.1, width: 0.1, height: 0.2 }, b: null } });
    expect(desk.act({ id, action: 'approve' }).working).toBe('approved');
  });
});

describe('a step that may not be taken', () => {
  it.each([
    ['approve', {}, 'four-eyes'],
    ['return', {}, 'reason-required'],
    ['return', { reason: ' \n ' }, 'reason-required'],
    ['approve', { revision: 'b'.repeat(64) }, 'revision-not-head'],
    ['submit', {}, 'wrong-state'],
    ['withdraw', { reason: 'sai' }, 'wrong-state'],
    ['restore', {}, 'wrong-state'],
  ] as const)('%s %j on one’s own article in review is %s', (action, more, code) => {
    const id = create();
    desk.act({ id, action: 'submit' });
    const before = stepsOf(id);
    expect(() => desk.act({ id, action, ...more })).toThrowError(expect.objectContaining({ code }));
    expect(stepsOf(id)).toEqual(before);
  });

  it('is told by the role first', () => {
    const id = create();
    desk.act({ id, action: 'submit' });
    become('writer');
    expect(() => desk.act({ id, action: 'approve' })).toThrowError(expect.objectContaining({ code: 'not-allowed' }));
    expect(desk.workflow.state(id).allowed).toEqual(['recall', 'spike']);
  });

  it('and an article that is not there', () => {
    expect(() => desk.act({ id: newId(), action: 'submit' })).toThrowError(
      expect.objectContaining({ code: 'article-not-found' }),
    );
  });

  it('is one’s own approval only where the office says so', () => {
    const id = create();
    desk.act({ id, action: 'submit' });
    setOfficeRules(desk.db, { fourEyes: false, steps: 1 });
    expect(desk.act({ id, action: 'approve' })).toMatchObject({ working: 'approved' });
  });
});

describe('what comes from the endpoint', () => {
  it('returns an article with its reason, under the reviewer’s name', () => {
    const id = create();
    const { headRevision } = desk.act({ id, action: 'submit' });
    const last = acceptAll(id);
    desk.workflow.receive(byMinh(id, 'returned', headRevision, last, 'Thiếu số liệu'), 9);
    const state = desk.workflow.state(id);
    expect(state).toMatchObject({ working: 'draft', returned: true, returnReason: 'Thiếu số liệu' });
    expect(state.history.map(({ actorName, standing }) => `${actorName} ${standing}`)).toEqual([
      'Lan accepted',
      'Lan accepted',
      'Minh accepted',
    ]);
  });

  it('chains what waits anew behind it, with the ids kept and signed again', () => {
    const id = create();
    const { headRevision } = desk.act({ id, action: 'submit' });
    const last = acceptAll(id);
    desk.act({ id, action: 'recall' });
    desk.act({ id, action: 'spike' });
    const before = listEvents(desk.db, id).slice(-2);
    const withdrawn = byMinh(id, 'spiked', null, last);
    const restored = byMinh(id, 'restored', null, eventHash(withdrawn));
    desk.workflow.receive(withdrawn, 10);
    desk.workflow.receive(restored, 11);
    const [recalled, spiked] = listEvents(desk.db, id).slice(-2);
    // Recalling what is a draft again was overtaken; setting it aside stands on Minh's restoring it.
    expect([recalled?.event.id, spiked?.event.id]).toEqual(before.map(({ event }) => event.id));
    expect(spiked?.event.previous).toBe(eventHash(restored));
    for (const { event, hash } of [recalled!, spiked!]) {
      expect(eventHash(event)).toBe(hash);
      expect(isSignedBy(desk.identity.publicKey, signedText(event), event.signature)).toBe(true);
    }
    expect(desk.workflow.state(id)).toMatchObject({ working: 'spiked', headRevision });
  });

  it('does not show a waiting step as done that another’s overtook', () => {
    become('reviewer');
    const id = create();
    desk.act({ id, action: 'submit' });
    const last = acceptAll(id);
    const { headRevision } = desk.workflow.state(id);
    expect(desk.act({ id, action: 'recall' }).working).toBe('draft');
    desk.workflow.receive(byMinh(id, 'approved', headRevision, last), 10);
    expect(desk.workflow.state(id)).toMatchObject({ working: 'approved', approvedRevision: headRevision });
    // Its fate is the endpoint's to say: it still waits.
    expect(stepsOf(id).at(-1)).toBe('recalled waiting');
  });

  it('may be one’s own again, which changes nothing', () => {
    const id = create();
    desk.act({ id, action: 'submit' });
    const events = listEvents(desk.db, id);
    for (const [index, { event }] of events.entries()) {
      desk.workflow.receive(event, index + 1);
      desk.workflow.receive(event, index + 1);
    }
    expect(listEvents(desk.db, id).map(({ hash }) => hash)).toEqual(events.map(({ hash }) => hash));
    expect(listOutbox(desk.db, 0, 10).filter(({ kind }) => kind === 'event')).toEqual([]);
  });
});

describe('a step that the endpoint refused', () => {
  it('is kept in the history, told once, and no longer counts', () => {
    const id = create();
    desk.act({ id, action: 'submit' });
    const [, submitted] = listEvents(desk.db, id);
    desk.workflow.accept(listEvents(desk.db, id)[0]!.event.id, 1);
    desk.workflow.refuse(submitted!.event.id, 'bad-signature', 'told');
    expect(desk.workflow.state(id)).toMatchObject({ working: 'draft' });
    expect(desk.workflow.state(id).history.at(-1)).toMatchObject({ standing: 'refused', code: 'bad-signature' });
    expect(listOpenRefusals(desk.db)).toMatchObject([
      { id: submitted?.event.id, articleId: id, what: 'submitted', code: 'bad-signature', headline: 'Ra quân' },
    ]);
    expect(listOutbox(desk.db, 0, 10).some(({ kind }) => kind === 'event')).toBe(false);
    const again = desk.act({ id, action: 'submit' });
    expect(again.working).toBe('in-review');
    expect(listEvents(desk.db, id).at(-1)?.event.previous).toBe(listEvents(desk.db, id)[0]?.hash);
  });
});
