/** The file line by line, each with what it was taken for and why. Only the lines in sight are in the page. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DroppedLine } from '../../shared/article/import/assemble.ts';
import { type GuessReason, guessReasons } from '../../shared/article/import/guess-reasons.ts';
import { type GuessKind, kindsFor } from '../../shared/article/import/guesses.ts';
import type { Guess } from '../../shared/contract/desk-imports.ts';
import { Select } from '../ui/select.tsx';
import { guessKinds } from './guess-kinds.ts';
import { usePicture } from './pictures.tsx';

const USUAL_HEIGHT = 84;
const LINES_BEYOND = 6;

/** A line of the file: its main guess, and what was taken off it. */
type Line = { main: Guess; also: readonly Guess[] };

function linesOf(guesses: readonly Guess[]): Line[] {
  const lines = new Map<number, { main: Guess; also: Guess[] }>();
  for (const guess of guesses) {
    const line = lines.get(guess.line);
    if (line === undefined) lines.set(guess.line, { main: guess, also: [] });
    else line.also.push(guess);
  }
  return [...lines.values()];
}

export function ImportLines({
  guesses,
  dropped,
  onKind,
}: {
  guesses: readonly Guess[];
  dropped: readonly DroppedLine[];
  onKind: (line: number, as: GuessKind) => void;
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(guesses), [guesses]);
  const droppedTexts = useMemo(() => new Set(dropped.map(({ line, text }) => `${line} ${text}`)), [dropped]);
  const latest = useRef(onKind);
  latest.current = onKind;
  const setKind = useMemo(() => (line: number, as: GuessKind) => latest.current(line, as), []);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    overscan: LINES_BEYOND,
  });
  return (
    <div className="import-lines" ref={scroller}>
      <ol style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]!;
          return (
            <li
              key={line.main.line}
              ref={virtualizer.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ImportLine
                line={line}
                isDropped={droppedTexts.has(`${line.main.line} ${line.main.text}`)}
                setKind={setKind}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const ImportLine = memo(function ImportLine({
  line: { main, also },
  isDropped,
  setKind,
}: {
  line: Line;
  isDropped: boolean;
  setKind: (line: number, as: GuessKind) => void;
}): ReactNode {
  const { t } = useTranslation('import');
  const reason = guessReasons.find((known) => known === main.why);
  return (
    <div className={`import-line ${isDropped ? 'is-dropped' : ''} ${reason === 'chosen' ? 'is-chosen' : ''}`}>
      <span className="import-number tabular" title={t('line', { line: main.line })}>
        {main.line}
      </span>
      <div className="import-words">
        <LineContent guess={main} />
        {also.map((guess) => (
          <p key={guess.as} className="import-also">
            {alsoWords(t, guess)}
          </p>
        ))}
      </div>
      <div className="import-kind">
        <Select
          label={t('lineIs', { line: main.line })}
          value={main.as}
          choices={kindsFor(main, guessKinds).map((id) => ({ id, label: t(`kind.${id}`) }))}
          onChange={(as) => setKind(main.line, as)}
        />
        <p className="import-why">{whyWords(t, reason, isDropped)}</p>
      </div>
    </div>
  );
});

function LineContent({ guess }: { guess: Guess }): ReactNode {
  const { t } = useTranslation('import');
  const { pictures, raw, text } = guess;
  if (pictures !== undefined) {
    return (
      <div className="import-line-pictures">
        {pictures.map((sha256, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one picture may stand there twice
          <LinePicture key={at} sha256={sha256} />
        ))}
      </div>
    );
  }
  const words = raw ?? text;
  return <p className="import-text">{words === '' ? t('rule') : words}</p>;
}

function LinePicture({ sha256 }: { sha256: string }): ReactNode {
  const { t } = useTranslation('import');
  const shown = usePicture(sha256);
  if (shown === null || shown.picture.problem !== null) return <p className="import-text">{t('pictureUnread')}</p>;
  const { width, height } = shown.picture;
  return (
    <span className="import-line-picture">
      {shown.address === null ? <span /> : <img src={shown.address} alt="" />}
      <span className="import-also tabular">{t('pictureSize', { width, height })}</span>
    </span>
  );
}

type Translate = ReturnType<typeof useTranslation<'import'>>['t'];

function alsoWords(t: Translate, { as, text }: Guess): string {
  return as === 'credit' || as === 'end-mark' ? t(`also.${as}`, { text }) : text;
}

function whyWords(t: Translate, reason: GuessReason | undefined, isDropped: boolean): string {
  const why = reason === undefined ? '' : t(`guess.${reason}`);
  if (!isDropped) return why;
  return why === '' ? t('dropped') : `${t('dropped')}, ${why}`;
}
