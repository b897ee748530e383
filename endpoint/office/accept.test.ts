import { v7 as newId } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { MAX_ENTRY_BYTES } from '../../shared/contract/office.ts';
import { eventHash } from '../../shared/workflow/event.ts';
import {
  documentForTest,
  type Office,
  openOffice,
  revisionEntry,
  TestPerson,
  updateEntry,
  wholeDatabase,
} from '../testing/office-for-test.ts';

let office: Office;
let writer: TestPerson;
let reviewer: TestPerson;
const articleId = newId();
beforeEach(async () => {
  office = await openOffice();
  writer = await TestPerson.joined(office, 'Lan', 'writer');
  reviewer = await TestPerson.joined(office, 'Minh', 'reviewer');
});
afterEach(() => office.close());

/** Created and submitted; the log is at 4. */
async function submitted(): Promise<{ revision: string; last: string }> {
  const created = writer.eventEntry(articleId, 'created', null);
  const update = updateEntry(articleId, Uint8Array.of(0, 0));
  const revision = revisionEntry(articleId, documentForTest('Bản một'));
  const event = writer.eventEntry(articleId, 'submitted', eventHash(created.event), { revision: revision.hash });
  const answers = await writer.push(created, update, revision, event);
  expect(answers.map((answer) => answer.result)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
  return { revision: revision.hash, last: eventHash(event.event) };
}

it('keeps entries in order and gives them back byte for byte, page by page', async () => {
  const created = writer.eventEntry(articleId, 'created', null);
  const updates = [1, 2, 3].map((byte) => updateEntry(articleId, Uint8Array.of(byte, 255, 0)));
  const revision = revisionEntry(articleId, documentForTest('Bản một'));
  await writer.push(created, ...updates, revision);
  const all = await reviewer.pull();
  expect(all.entries.map(({ entry }) => entry)).toEqual([created, ...updates, revision]);
  expect(all).toMatchObject({ cursor: 5, more: false });
  const page = (await reviewer.send('GET', '/v1/pull?after=1&limit=2')).body;
  expect(page).toMatchObject({ cursor: 3, more: true, entries: [{ seq: 2 }, { seq: 3 }] });
});

it('changes nothing at all when the same push comes twice', async () => {
  const { revision, last } = await submitted();
  const created = writer.eventEntry(newId(), 'created', null);
  const approval = reviewer.eventEntry(articleId, 'approved', last, { revision: '0'.repeat(64) });
  const first = [...(await writer.push(created)), ...(await reviewer.push(approval))];
  expect(first.map((answer) => answer.result)).toEqual(['accepted', 'refused']);
  await office.app.office.deliverer.run();
  const before = wholeDatabase(office);
  const again = [...(await writer.push(created)), ...(await reviewer.push(approval))];
  expect(wholeDatabase(office)).toEqual(before);
  expect(again).toEqual([{ ...first[0], result: 'duplicate' }, first[1]]);
  expect(revision).toHaveLength(64);
});

it('does not let one person take the id of another’s entry', async () => {
  const update = updateEntry(articleId, Uint8Array.of(1));
  await writer.push(update);
  expect(await reviewer.push({ ...update, update: 'AAAA' })).toMatchObject([
    { result: 'refused', code: 'invalid-request' },
  ]);
});

it('refuses a stale approval as revision-not-head, keeps a record of it, and the article stays in review', async () => {
  const { revision, last } = await submitted();
  const recalled = writer.eventEntry(articleId, 'recalled', last);
  const second = revisionEntry(articleId, documentForTest('Bản hai'));
  const again = writer.eventEntry(articleId, 'submitted', eventHash(recalled.event), { revision: second.hash });
  await writer.push(recalled, second, again);
  const stale = reviewer.eventEntry(articleId, 'approved', last, { revision });
  expect(await reviewer.push(stale)).toMatchObject([{ result: 'refused', code: 'revision-not-head' }]);
  expect(wholeDatabase(office).refusals).toMatchObject([{ entry_id: stale.id, code: 'revision-not-head' }]);
  expect((await writer.pull()).entries.map(({ entry }) => entry.id)).not.toContain(stale.id);
  const fresh = reviewer.eventEntry(articleId, 'approved', eventHash(again.event), { revision: second.hash });
  expect(await reviewer.push(fresh)).toMatchObject([{ result: 'accepted' }]);
});

describe('what is refused', () => {
  it('a revision that does not match its hash, is not canonical, or is no article', async () => {
    const revision = revisionEntry(articleId, documentForTest('Bản một'));
    const spaced = revisionEntry(articleId, documentForTest('Bản một'));
    const { createHash } = await import('node:crypto');
    const json = JSON.stringify(JSON.parse(spaced.json), null, 1);
    const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
    const answers = await writer.push(
      { ...revision, hash: 'f'.repeat(64) },
      { ...spaced, json, hash: hashOf(json) },
      { ...revisionEntry(articleId, documentForTest('x')), json: '{"a":1}', hash: hashOf('{"a":1}') },
    );
    expect(answers).toMatchObject([
      { code: 'hash-mismatch' },
      { code: 'invalid-request' },
      { code: 'invalid-request' },
    ]);
  });

  it('an event with another’s name, another’s signature, or changed after signing', async () => {
    const { last, revision } = await submitted();
    const genuine = reviewer.eventEntry(articleId, 'approved', last, { revision });
    const answers = [
      ...(await writer.push({ ...genuine, id: genuine.id })),
      ...(await writer.push({
        ...genuine,
        id: genuine.id,
        event: writer.sign({ ...genuine.event }),
      })),
      ...(await reviewer.push({ ...genuine, event: { ...genuine.event, reason: 'thêm sau khi ký' } })),
    ];
    expect(answers).toMatchObject([
      { result: 'refused', code: 'bad-signature' },
      { result: 'refused', code: 'bad-signature' },
      { result: 'refused', code: 'bad-signature' },
    ]);
    expect(await reviewer.push(genuine)).toMatchObject([{ result: 'accepted' }]);
  });

  it('what a role may not do, and what only the endpoint does', async () => {
    const { last, revision } = await submitted();
    const approval = writer.eventEntry(articleId, 'approved', last, { revision });
    const publication = reviewer.eventEntry(articleId, 'published', last, { revision, url: 'https://x.example' });
    expect(await writer.push(approval)).toMatchObject([{ code: 'not-allowed' }]);
    expect(await reviewer.push(publication)).toMatchObject([{ code: 'not-allowed' }]);
  });

  it('an event out of the chain, and one whose revision never came', async () => {
    const { last } = await submitted();
    const recalled = writer.eventEntry(articleId, 'recalled', 'e'.repeat(64));
    expect(await writer.push(recalled)).toMatchObject([{ code: 'event-out-of-date' }]);
    const proper = writer.eventEntry(articleId, 'recalled', last);
    const unknown = writer.eventEntry(articleId, 'submitted', eventHash(proper.event), { revision: 'd'.repeat(64) });
    expect(await writer.push(proper, unknown)).toMatchObject([{ result: 'accepted' }, { code: 'revision-not-found' }]);
  });

  it('an update above the size limit, while the others of the same push are taken', async () => {
    const large = updateEntry(articleId, new Uint8Array(MAX_ENTRY_BYTES + 1));
    const small = updateEntry(articleId, Uint8Array.of(1));
    expect(await writer.push(large, small)).toMatchObject([{ code: 'entry-too-large' }, { result: 'accepted' }]);
  });
});

it('pokes those who listen when the log grows, and nobody who is not signed in', async () => {
  const url = `${office.url.replace('http', 'ws')}/v1/pokes`;
  const socket = new WebSocket(url, ['toasoan', `toasoan.token.${reviewer.token}`]);
  await new Promise((resolve) => socket.once('open', resolve));
  const poked = new Promise((resolve) => socket.once('message', (data) => resolve(JSON.parse(String(data)))));
  await writer.push(updateEntry(articleId, Uint8Array.of(1)));
  expect(await poked).toEqual({ seq: 1 });
  socket.terminate();
  const stranger = new WebSocket(url, { headers: { authorization: 'Bearer nobody' } });
  const failure = await new Promise<Error>((resolve) => stranger.once('error', resolve));
  expect(failure.message).toContain('401');
});
