/** What the harness tries on the product: kinds of faults, each many times, every round from a seed of its own. */

/** One try. `folder` is empty and of this round alone. */
export type Round = { seed: number; random: () => number; folder: string };

/** What a round saw, for its line of JSON. */
export type Facts = Record<string, string | number | boolean>;

export type Fault = {
  /** What `--only` takes. */
  key: string;
  /** The promise that every round holds the product to; a round that finds it broken throws. */
  promise: string;
  /** Rounds in `npm run faults`, and in the tests. */
  rounds: number;
  roundsInTests: number;
  /** It takes the system's own means: signals that stop a process, small file systems, users without rights. */
  needsLinux?: true;
  /** Makes what the rounds share, in a folder that is theirs, and answers what does one round. */
  prepare(folder: string): Promise<(round: Round) => Promise<Facts>>;
};

/** A whole number of `least` to `most`, both included. */
export function between(random: () => number, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

export function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
