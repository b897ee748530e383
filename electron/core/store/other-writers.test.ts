import { expect, it } from 'vitest';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import type { WritableDb } from './database.ts';
import { appendUpdate } from './doc-log.ts';
import { openDatabase } from './open-database.ts';
import { OtherWriters } from './other-writers.ts';

const write = (db: WritableDb, text: string): number =>
  appendUpdate(db, { articleId: 'a', origin: 'local', bytes: Buffer.from(text), at: '2026-11-24T01:00:00Z' });

it('overlooks nothing that another process writes while it looks', async () => {
  const folder = tempFolder();
  const own = await openDatabase(folder);
  const other = await openDatabase(folder);
  let between = (): void => {};
  const watched = new Proxy(own, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(member, target, given);
        if (name === 'pragma') between();
        return answer;
      };
    },
  });
  const others = new OtherWriters(watched);
  between = () => {
    between = () => {};
    write(other, 'theirs');
  };
  const seen = [...(others.look() ?? []), ...(others.look() ?? [])];
  expect(seen.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['theirs']);
  write(own, 'ours');
  expect(others.look()).toBeNull();
  own.close();
  other.close();
});
