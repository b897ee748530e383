/** What a tool would change in the open article, each change with a name by which it is chosen or left. */
import type { ArticleEdits } from '../../shared/find/article-edits.ts';
import type { Passage } from '../../shared/find/passages.ts';
import type { Within } from '../../shared/text-tools/letter-case.ts';
import type { TextEdit } from '../../shared/text-tools/text-edit.ts';
import { needsSelection, type ToolName, type ToolOptions, toolEdits } from '../../shared/text-tools/text-tools.ts';

/** What is selected: the characters of each passage, by its name. Others are passed over. */
export type SelectedText = ReadonlyMap<string, Within>;

export type PassageChanges = { passage: Passage; changes: { key: string; edit: TextEdit }[] };

const NOTHING: Within = { start: 0, end: 0 };

export function toolChanges(
  passages: readonly Passage[],
  tool: ToolName,
  options: ToolOptions,
  selected: SelectedText | null,
): PassageChanges[] {
  if (selected === null && needsSelection.has(tool)) return [];
  const texts = passages.map(({ name, characters }) => ({
    characters,
    within: selected === null ? null : (selected.get(name) ?? NOTHING),
  }));
  return toolEdits(tool, texts, options).flatMap((edits, index): PassageChanges[] => {
    const passage = passages[index]!;
    // Named by what is changed and not by where, so that a choice stays when others write above it.
    const seen = new Map<string, number>();
    const changes = edits.map((edit) => {
      const own = `${passage.name}\n${passage.characters.slice(edit.start, edit.end)}\n${edit.replacement}`;
      const count = (seen.get(own) ?? 0) + 1;
      seen.set(own, count);
      return { key: `${own}\n${count}`, edit };
    });
    return changes.length === 0 ? [] : [{ passage, changes }];
  });
}

/** Those that are chosen, as edits of the article. */
export function chosenEdits(changes: readonly PassageChanges[], isLeft: (key: string) => boolean): ArticleEdits[] {
  return changes.flatMap(({ passage, changes: own }): ArticleEdits[] => {
    const edits = own.filter(({ key }) => !isLeft(key)).map(({ edit }) => edit);
    return edits.length === 0 ? [] : [{ passage: passage.name, characters: passage.characters, edits }];
  });
}
