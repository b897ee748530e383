/** A headline as it will read, word by word: a press on a word goes from small letters to a capital, to capitals, and back. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { caseOf, type WordCase, wordsOf } from '../../shared/text-tools/known-names.ts';
import { inCase } from '../../shared/text-tools/letter-case.ts';
import { applyTextEdits } from '../../shared/text-tools/text-edit.ts';
import type { PassageChanges } from './tool-changes.ts';

const next: Record<WordCase, WordCase> = { lower: 'first', first: 'upper', upper: 'lower' };

export function SentenceWords({
  changes: { passage, changes },
  onMade,
}: {
  changes: PassageChanges;
  onMade: (changes: PassageChanges) => void;
}): ReactNode {
  const { t } = useTranslation<'tools'>('tools');
  const { characters } = passage;
  const edits = new Map(changes.map(({ edit }) => [edit.start, edit]));
  const words = wordsOf(characters);
  const press = (start: number, end: number, shown: string): void => {
    const replacement = inCase(shown, next[caseOf(shown)]);
    const others = changes.filter(({ edit }) => edit.start !== start);
    const edit = { start, end, replacement };
    // A word that is as it was is no change.
    const own = replacement === characters.slice(start, end) ? [] : [{ key: `${passage.name}\n${start}`, edit }];
    onMade({ passage, changes: [...others, ...own].sort((a, b) => a.edit.start - b.edit.start) });
  };
  let at = 0;
  const shown = words.map(({ start, end, text }) => {
    const between = characters.slice(at, start);
    at = end;
    const edit = edits.get(start);
    const word = edit?.replacement ?? text;
    return (
      <span key={start}>
        {between}
        <button
          type="button"
          className={caseOf(word) === 'lower' ? '' : 'has-capital'}
          aria-label={t('tool.word', { word })}
          onClick={() => press(start, end, word)}
        >
          {word}
        </button>
      </span>
    );
  });
  const made = applyTextEdits(
    characters,
    changes.map(({ edit }) => edit),
  );
  return (
    <div className="sentence-words">
      <p className="sentence-was">{characters}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: no field set is a sentence */}
      <p className="sentence-made" role="group" aria-label={made}>
        {shown}
        {characters.slice(at)}
      </p>
    </div>
  );
}
