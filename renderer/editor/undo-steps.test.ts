import { describe, expect, it } from 'vitest';
import { type Edit, UndoSteps } from './undo-steps.ts';

const text = { name: 'body' };

/** Types keys one after the other; `<` takes a letter away. Answers the keys with `|` where a step ends. */
function stepsOf(keys: string, former = ''): string {
  const steps = new UndoSteps();
  let written = former;
  let told = '';
  for (const key of keys) {
    const at = written.length;
    const edit: Edit =
      key === '<'
        ? { type: 'remove', text, at: at - 1, removed: written.at(-1)! }
        : { type: 'insert', text, at, inserted: key };
    written = key === '<' ? written.slice(0, -1) : written + key;
    const { before, after } = steps.next(edit);
    if (before && told !== '' && !told.endsWith('|')) told += '|';
    told += key;
    if (after) told += '|';
  }
  return told;
}

describe('steps of undo', () => {
  it('end behind a word and its space', () => {
    expect(stepsOf('Cổng thông tin')).toBe('Cổng |thông |tin');
  });

  it('never end within a syllable that an input method rewrites', () => {
    expect(stepsOf('Tie<êng<<<ếng Vie<êt<<ệt')).toBe('Tie<êng<<<ếng |Vie<êt<<ệt');
  });

  it('take letters taken back by hand with the word they are typed anew for', () => {
    expect(stepsOf('hội<<<họp')).toBe('hội<<<họp');
  });

  it('begin anew when white space is taken away, and when typing goes on after that', () => {
    expect(stepsOf('<<<<<mới', 'một hai ba')).toBe('<<|<<<|mới');
  });

  it('begin anew elsewhere, in another text, and after a cut', () => {
    const steps = new UndoSteps();
    const insert = (at: number, where: object = text): boolean =>
      steps.next({ type: 'insert', text: where, at, inserted: 'a' }).before;
    expect([insert(0), insert(1), insert(9), insert(10), insert(11, { name: 'lead' })]).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(insert(11)).toBe(true);
    expect(insert(12)).toBe(false);
    steps.cut();
    expect(insert(13)).toBe(true);
  });

  it('are their own for what was pasted and for what is no typing', () => {
    const steps = new UndoSteps();
    steps.next({ type: 'insert', text, at: 0, inserted: 'a' });
    expect(steps.next({ type: 'insert', text, at: 1, inserted: 'hai ba bốn' })).toEqual({ before: true, after: true });
    steps.next({ type: 'insert', text, at: 11, inserted: 'a' });
    expect(steps.next({ type: 'other' })).toEqual({ before: true, after: true });
  });
});
