import { COMMAND_PRIORITY_LOW, DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND } from 'lexical';
import { describe, expect, it } from 'vitest';
import { $bodyLines } from './body-lines.ts';
import { registerDeletions } from './deletions.ts';
import { Replica, seededRandom } from './fuzz-replica.ts';
import { $setPoint } from './places.ts';
import { $removeSelected } from './remove-selected.ts';

function typed(text: string): { replica: Replica; type: (letters: string) => void; select: (from: number) => void } {
  const replica = new Replica('a', seededRandom(1));
  registerDeletions(replica.editor, replica.undo);
  const update = (change: () => void): void => replica.editor.update(change, { discrete: true });
  const type = (letters: string): void => {
    for (const letter of letters) update(() => void $bodyLines()[0]!.selectEnd().insertText(letter));
  };
  /** From a place to the end of the line. */
  const select = (from: number): void =>
    update(() => {
      const line = $bodyLines()[0]!;
      $setPoint(line.selectEnd().anchor, line, from);
    });
  type(text);
  return { replica, type, select };
}

describe('a word that was just typed', () => {
  it('comes back by one undo when it was selected and deleted', () => {
    const { replica, select } = typed('một tiếng');
    select(4);
    replica.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
    replica.binding.flush();
    expect(replica.text()).toBe('¶một ');
    replica.undo.undo();
    expect(replica.text()).toBe('¶một tiếng');
    replica.destroy();
  });

  it('comes back by one undo when it was deleted as a word', () => {
    const { replica, select } = typed('một tiếng');
    // As Lexical does it where there is a page.
    replica.editor.registerCommand(DELETE_WORD_COMMAND, () => $removeSelected(), COMMAND_PRIORITY_LOW);
    select(4);
    replica.editor.dispatchCommand(DELETE_WORD_COMMAND, true);
    replica.binding.flush();
    expect(replica.text()).toBe('¶một ');
    replica.undo.undo();
    expect(replica.text()).toBe('¶một tiếng');
    replica.destroy();
  });

  it('stays one step when an input method selects one letter to take it back', () => {
    const { replica, type, select } = typed('một tie');
    select(6);
    replica.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
    replica.binding.flush();
    type('ê');
    expect(replica.text()).toBe('¶một tiê');
    replica.undo.undo();
    expect(replica.text()).toBe('¶một ');
    replica.destroy();
  });
});
