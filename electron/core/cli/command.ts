/** What a command of the command line is, and what it answers. */
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { Language } from '../../../shared/errors/codes.ts';
import type { Desk } from '../desk/desk.ts';

export type CommandOption =
  | 'format'
  | 'view'
  | 'limit'
  | 'reason'
  | 'revision'
  | 'place'
  | 'caption'
  | 'credit'
  | 'alt'
  | 'to'
  | 'from'
  | 'encoding'
  | 'batch'
  | 'size'
  | 'query'
  | 'headline'
  | 'source'
  | 'creator'
  | 'job-title'
  | 'copyright'
  | 'extended-description'
  | 'instructions'
  | 'usage-terms'
  | 'location'
  | 'city'
  | 'province'
  | 'country'
  | 'date'
  | 'digital-source'
  | 'keywords'
  | 'people'
  | 'decorative'
  | 'expires'
  | 'rating'
  | 'label';

/** Options with a value, and those that are either there or not. */
export type CommandOptions = Partial<Record<CommandOption, string>> & {
  again?: boolean;
  trail?: boolean;
  uncaptioned?: boolean;
};

/** Exit code of what a person stopped by Ctrl-C: 128 and the number of SIGINT. */
export const STOPPED_EXIT = 130;

/**
 * `json`: the one document of --json. `text`: what people read. `failures`: what went wrong beside it, exit code 1;
 * `exit`: where it is another one.
 */
export type Outcome = { json: object; text: string; failures?: readonly AppError[]; exit?: number };

export type CommandCall = {
  /** Opens the desk of the data folder; `own`: that of the person even where the sample office is open. */
  openDesk: (which?: 'active' | 'own') => Promise<Desk>;
  /** Has this folder a desk already? */
  hasDesk: boolean;
  dataFolder: string;
  rest: readonly string[];
  options: CommandOptions;
  language: Language;
  /** The application's version. */
  version: string;
};

export type Command = {
  /** As it is typed, without `--data` and `--json`. */
  usage: string;
  /** Fewest and most words after the command. */
  least: number;
  most: number;
  takes: readonly (keyof CommandOptions)[];
  needs?: readonly CommandOption[];
  /** Throws AppError when nothing was done; `UsageError` for a value that the command does not know. */
  run(call: CommandCall): Promise<Outcome> | Outcome;
};

/** A value that no command takes: exit code 2, as for any wrong usage. */
export class UsageError extends Error {}

/** An option's value, one of a list. Throws UsageError. */
export function oneOf<const T extends string>(name: CommandOption, value: string, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`--${name} is one of ${known.join(', ')}`);
  return found;
}

/** An option's value as a whole number from 1. Throws UsageError. */
export function positive(name: CommandOption, value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError(`--${name} is a whole number from 1`);
  return Number(value);
}
