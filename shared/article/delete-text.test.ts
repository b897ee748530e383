import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { deleteText } from './delete-text.ts';

/** Bold letters are shown as capitals. */
function shown(text: Y.Text): string {
  const pieces = text.toDelta() as { insert: string; attributes?: { bold?: true } }[];
  return pieces.map(({ insert, attributes }) => (attributes?.bold ? insert.toUpperCase() : insert)).join('');
}

describe('deleting text', () => {
  it('spreads no format over what stands behind, in a text that was loaded', () => {
    const first = new Y.Doc();
    first
      .getText('body')
      .applyDelta([{ insert: 'aaa' }, { insert: 'bbbbbb', attributes: { bold: true } }, { insert: 'cccccccc' }]);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(first));
    const text = doc.getText('body');
    for (const at of [14, 6, 12]) text.insert(at, 'xy');
    expect(shown(text)).toBe('aaaBBBXYBBBcxyccccxyccc');
    deleteText(text, 9, 4);
    expect(shown(text)).toBe('aaaBBBXYByccccxyccc');
    text.insert(text.length, 'z');
    expect(shown(text)).toBe('aaaBBBXYByccccxycccz');
  });
});
