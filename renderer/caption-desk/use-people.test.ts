import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { readPeople } from '../../shared/photos/read-record.ts';
import { ArticleUndo } from '../editor/article-undo.ts';
import type { RecordSession } from '../photo-records/record-session.ts';
import { openSlotDeeds, peopleDeeds } from './use-people.ts';

it('a slot that is open has nobody in it until something is typed, and then one person', () => {
  const doc = new Y.Doc();
  const undo = new ArticleUndo(doc);
  const slot = openSlotDeeds(peopleDeeds({ doc, undo } as unknown as RecordSession), () => {});
  slot.type('p', { name: '' });
  expect(readPeople(doc)).toEqual([]);
  slot.type('p', { name: 'L' });
  slot.type('p', { name: 'Lò' });
  expect(readPeople(doc)).toEqual([{ id: 'p', name: 'Lò' }]);
  // What was typed goes first, the slot stays.
  undo.undo();
  expect(readPeople(doc)).toEqual([{ id: 'p', name: '' }]);
  undo.undo();
  expect(readPeople(doc)).toEqual([]);
});
