/** A text tool before it runs: every change with what is before and after it, and each may be left out. */
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPassages } from '../../shared/find/passages.ts';
import { needsSelection, type ToolName } from '../../shared/text-tools/text-tools.ts';
import { guessEncoding } from '../../shared/text-tools/unicode.ts';
import { useCommands } from '../app/commands.tsx';
import { currentLanguage } from '../app/words.ts';
import type { ArticleSession } from '../article/article-session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { ChangeLine } from './change-line.tsx';
import { editArticle } from './edit-article.ts';
import { moveInList } from './move-in-list.ts';
import { placeWords } from './place-words.ts';
import { SentenceWords } from './sentence-words.tsx';
import { chosenEdits, type PassageChanges, type SelectedText, toolChanges } from './tool-changes.ts';
import { ToolChoices } from './tool-choices.tsx';
import { useToolOptions } from './use-tool-options.ts';
import './tools.css';
import './tool-dialog.css';

/** Others' edits are taken in as soon as they pause. */
const READ_AFTER_MS = 300;

export function ToolDialog({
  tool,
  session,
  selected,
  onDone,
  onClose,
}: {
  tool: ToolName;
  session: ArticleSession;
  selected: SelectedText | null;
  onDone: (count: number, done: { undo: () => boolean }) => void;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation<['tools', 'app']>(['tools', 'app']);
  const passages = usePassages(session);
  const [options, setOptions] = useToolOptions(session);
  // A word that happens to be selected is not what somebody meant who finds nothing in it.
  const [isWhole, setWhole] = useState(
    () => selected === null || toolChanges(passages, tool, options, selected).length === 0,
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isLate, setLate] = useState(false);
  const byWords = tool === 'sentence-case';
  const guess = useMemo(
    () => (tool === 'legacy' ? guessEncoding(passages.map(({ characters }) => characters)) : null),
    [tool, passages],
  );
  const found = useMemo(
    () => toolChanges(passages, tool, options, isWhole ? null : selected),
    [passages, tool, options, isWhole, selected],
  );
  const [made, setMade] = useState<ReadonlyMap<string, PassageChanges>>(new Map());
  const changes = byWords ? found.map((own) => made.get(own.passage.name + own.passage.characters) ?? own) : found;
  const total = changes.reduce((sum, { changes: own }) => sum + own.length, 0);
  const edits = chosenEdits(changes, (key) => left.has(key));
  const count = edits.reduce((sum, own) => sum + own.edits.length, 0);
  const number = (value: number): string => value.toLocaleString(currentLanguage());

  const apply = (): void => {
    if (count === 0) return;
    const done = editArticle(session, edits);
    if (done === null) setLate(true);
    else onDone(count, done);
  };
  useCommands([
    { id: 'tools.apply', title: t('tools:tool.apply'), group: t('tools:group'), keys: 'mod+enter', run: apply },
  ]);
  const toggle = (keys: readonly string[], isChosen: boolean): void =>
    setLeft((former) => {
      const next = new Set(former);
      for (const key of keys)
        if (isChosen) next.delete(key);
        else next.add(key);
      return next;
    });

  return (
    <Dialog
      title={t(`tools:name.${tool}`)}
      size="wide"
      isHeld
      onClose={onClose}
      actions={
        <>
          <p className="tool-total tabular" role="status">
            {isLate
              ? t('tools:tool.textChanged')
              : total === 0
                ? ''
                : byWords
                  ? t('tools:tool.words', { count })
                  : t('tools:tool.chosen', { chosen: number(count), total: number(total), count: total })}
          </p>
          <Button onPress={onClose}>{t('app:cancel')}</Button>
          <Button look="main" isDisabled={count === 0} onPress={apply}>
            {t('tools:tool.apply')}
          </Button>
        </>
      }
    >
      <div className="tool">
        <div className="tool-choices">
          <ToolChoices tool={tool} options={options} guess={guess} onOptions={setOptions} />
          {selected === null || needsSelection.has(tool) ? null : (
            <Segmented
              label={t('tools:tool.where')}
              hideLabel
              value={isWhole ? 'whole' : 'selected'}
              choices={[
                { id: 'selected', label: t('tools:tool.selected') },
                { id: 'whole', label: t('tools:tool.whole') },
              ]}
              onChange={(where) => setWhole(where === 'whole')}
            />
          )}
        </div>
        {total === 0 ? (
          <p className="tool-nothing">
            {t(selected === null && needsSelection.has(tool) ? 'tools:tool.selectFirst' : `tools:nothing.${tool}`)}
          </p>
        ) : (
          <>
            <p className="tool-hint">{t(byWords ? 'tools:tool.wordsHint' : 'tools:tool.hint')}</p>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows go from box to box, as Tab does */}
            <div className="tool-list" onKeyDown={(event: KeyboardEvent<HTMLElement>) => moveInList(event)}>
              {changes.map((own) => (
                <section key={own.passage.name} aria-label={placeWords(t as never, own.passage)}>
                  <h3>{placeWords(t as never, own.passage)}</h3>
                  {byWords ? (
                    <SentenceWords
                      changes={own}
                      onMade={(next) =>
                        setMade((former) => new Map(former).set(own.passage.name + own.passage.characters, next))
                      }
                    />
                  ) : (
                    <PassageList own={own} left={left} onToggle={toggle} />
                  )}
                </section>
              ))}
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}

function PassageList({
  own,
  left,
  onToggle,
}: {
  own: PassageChanges;
  left: ReadonlySet<string>;
  onToggle: (keys: readonly string[], isChosen: boolean) => void;
}): ReactNode {
  return (
    <ul>
      {own.changes.map(({ key, edit }) => (
        <li key={key}>
          <label className="tool-change">
            <input
              type="checkbox"
              checked={!left.has(key)}
              onChange={({ target }) => onToggle([key], target.checked)}
            />
            <ChangeLine characters={own.passage.characters} edit={edit} />
          </label>
        </li>
      ))}
    </ul>
  );
}

/** The article's passages, also as others change them. */
function usePassages({ doc }: ArticleSession): ReturnType<typeof readPassages> {
  const [passages, setPassages] = useState(() => readPassages(doc));
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    const soon = (): void => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => setPassages(readPassages(doc)), READ_AFTER_MS);
    };
    doc.on('update', soon);
    return () => {
      doc.off('update', soon);
      if (timer.current !== null) clearTimeout(timer.current);
    };
  }, [doc]);
  return passages;
}
