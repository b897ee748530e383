/** Text with its changes in it, as it is formatted. What was taken away and what came in its place are one change. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNames } from '../../shared/article/flat-text.ts';
import type { ChangeRun } from '../../shared/contract/desk-changes.ts';

export type Runs = readonly ChangeRun[];

type Stretch = { at: number; kind: 'same' | 'words' | 'formats'; runs: ChangeRun[] };

const kindOf = ({ op, was }: ChangeRun): Stretch['kind'] =>
  op !== 'same' ? 'words' : was === undefined ? 'same' : 'formats';

/** `isFirst`: nobody has read it before, so nothing of it is a change. */
export function ChangedRuns({ runs, isFirst }: { runs: Runs; isFirst: boolean }): ReactNode {
  const stretches: Stretch[] = [];
  for (const [at, run] of runs.entries()) {
    const kind = kindOf(run);
    const last = stretches.at(-1);
    if (last?.kind === kind && (kind !== 'formats' || isAlike(last.runs.at(-1)!, run))) last.runs.push(run);
    else stretches.push({ at, kind, runs: [run] });
  }
  return stretches.map(({ at, kind, runs: own }) => (
    <span key={at} {...(kind === 'same' || isFirst ? {} : { 'data-change': '' })}>
      {kind === 'formats' && !isFirst ? <NewFormats runs={own} /> : <MarkedRuns runs={own} />}
    </span>
  ));
}

/** All of it new, or all of it gone. */
export function WholeRuns({ op, runs }: { op: 'insert' | 'delete'; runs: Runs }): ReactNode {
  const texts = <FormattedRuns runs={runs} />;
  return op === 'insert' ? <ins>{texts}</ins> : <del>{texts}</del>;
}

/** Neighbours that came, or went, together are one element. */
function MarkedRuns({ runs }: { runs: Runs }): ReactNode {
  const groups: { op: ChangeRun['op']; runs: ChangeRun[] }[] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last?.op === run.op) last.runs.push(run);
    else groups.push({ op: run.op, runs: [run] });
  }
  return groups.map(({ op, runs: own }, index) => {
    const key = `${op} ${index}`;
    return op === 'same' ? <FormattedRuns key={key} runs={own} /> : <WholeRuns key={key} op={op} runs={own} />;
  });
}

function FormattedRuns({ runs }: { runs: Runs }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: stretches of a comparison have no other name and never move
  return runs.map((run, index) => <Formatted key={index} run={run} />);
}

const isAlike = (one: ChangeRun, other: ChangeRun): boolean =>
  JSON.stringify([one.formats, one.was]) === JSON.stringify([other.formats, other.was]);

/** Words that stayed and look otherwise now: marked, with what is new about them said behind. */
function NewFormats({ runs }: { runs: readonly ChangeRun[] }): ReactNode {
  const { t } = useTranslation('review');
  const { formats = {}, was = {} } = runs[0]!;
  const came = formatNames.filter((name) => formats[name] === true && was[name] !== true);
  const gone = formatNames.filter((name) => formats[name] !== true && was[name] === true);
  const words = (names: readonly (typeof formatNames)[number][]): string =>
    names.map((name) => t(`format.${name}`)).join(', ');
  const link =
    formats.link === was.link
      ? null
      : was.link === undefined
        ? 'linkCame'
        : formats.link === undefined
          ? 'linkGone'
          : 'linkOther';
  const said = [
    came.length === 0 ? null : t('format.came', { formats: words(came) }),
    gone.length === 0 ? null : t('format.gone', { formats: words(gone) }),
    link === null ? null : t(`format.${link}`),
  ].filter((part) => part !== null);
  return (
    <>
      <span className="changes-formats">
        <FormattedRuns runs={runs} />
      </span>
      <span className="changes-label changes-format-label">{said.join(', ')}</span>
    </>
  );
}

function Formatted({ run: { text, formats = {} } }: { run: ChangeRun }): ReactNode {
  let shown: ReactNode = text.replaceAll('\u2028', '\n');
  if (formats.superscript) shown = <sup>{shown}</sup>;
  if (formats.subscript) shown = <sub>{shown}</sub>;
  if (formats.strike) shown = <s>{shown}</s>;
  if (formats.underline) shown = <u>{shown}</u>;
  if (formats.italic) shown = <em>{shown}</em>;
  if (formats.bold) shown = <strong>{shown}</strong>;
  if (formats.link === undefined) return shown;
  return (
    <a className="changes-link" href={formats.link} target="_blank" rel="noreferrer" title={formats.link}>
      {shown}
    </a>
  );
}
