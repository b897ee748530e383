/** What changed between two formatted texts: their words, and the formats of the words that stayed. */
import type { ChangeRun } from '../contract/desk-changes.ts';
import { diffWords } from './diff-words.ts';
import type { Run } from './document.ts';
import { equalAttributes } from './flat-text.ts';
import { attributesOfRun } from './runs.ts';

type Formats = NonNullable<ChangeRun['formats']>;

/** Reads a row of runs stretch by stretch. */
class RunReader {
  readonly #runs: readonly Run[];
  #at = 0;
  #read = 0;

  constructor(runs: readonly Run[]) {
    this.#runs = runs;
  }

  /** How much of the run at hand is left, and its formats. */
  get left(): number {
    return (this.#runs[this.#at]?.text.length ?? Number.POSITIVE_INFINITY) - this.#read;
  }

  get formats(): Formats {
    const run = this.#runs[this.#at];
    return run === undefined ? {} : attributesOfRun(run);
  }

  skip(length: number): void {
    this.#read += length;
    if (this.left > 0) return;
    this.#at += 1;
    this.#read = 0;
  }
}

export function diffRuns(before: readonly Run[], after: readonly Run[]): ChangeRun[] {
  const text = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');
  const [old, fresh] = [new RunReader(before), new RunReader(after)];
  const changed: ChangeRun[] = [];
  for (const { op, text: whole } of diffWords(text(before), text(after))) {
    const [isOld, isFresh] = [op !== 'insert', op !== 'delete'];
    for (let at = 0; at < whole.length; ) {
      const length = Math.min(
        whole.length - at,
        isOld ? old.left : Number.POSITIVE_INFINITY,
        isFresh ? fresh.left : Number.POSITIVE_INFINITY,
      );
      const formats = isFresh ? fresh.formats : old.formats;
      const hasOthers = op === 'same' && !equalAttributes(old.formats, formats);
      changed.push({
        op,
        text: whole.slice(at, at + length),
        ...(Object.keys(formats).length === 0 ? {} : { formats }),
        ...(hasOthers ? { was: old.formats } : {}),
      });
      if (isOld) old.skip(length);
      if (isFresh) fresh.skip(length);
      at += length;
    }
  }
  return changed;
}

/** Whether two changed texts differ at all, in words or formats. */
export function isChanged(runs: readonly ChangeRun[]): boolean {
  return runs.some(({ op, was }) => op !== 'same' || was !== undefined);
}
