/** What a person or a program typed after `toasoan`. */
import { parseArgs } from 'node:util';
import type { Command, CommandOptions } from './command.ts';
import { type CommandName, commands, isCommandName } from './commands.ts';

export type CommandArguments = {
  /** What stands after the command, in order. */
  rest: string[];
  options: CommandOptions;
};

export type Given =
  | { what: 'run'; command: CommandName; data: string; json: boolean; given: CommandArguments }
  | { what: 'help' }
  | { what: 'wrong'; reason: string; json: boolean };

const text = { type: 'string' } as const;

/** Never throws: what cannot be understood is `wrong` with a reason in English. */
export function readArguments(argv: readonly string[]): Given {
  const json = argv.includes('--json');
  const wrong = (reason: string): Given => ({ what: 'wrong', reason, json });
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  const { data, json: _, help, ...options } = parsed.values;
  const [name, ...words] = parsed.positionals;
  if (help === true || name === 'help') return { what: 'help' };
  if (name === undefined) return wrong('no command');
  const twoWords = `${name} ${words[0] ?? ''}`;
  const [command, rest] = isCommandName(twoWords) ? [twoWords, words.slice(1)] : [name, words];
  if (!isCommandName(command)) return wrong(`unknown command: ${command}`);
  const { least, most, takes, needs = [] }: Command = commands[command];
  if (rest.length < least || rest.length > most) return wrong(`${command}: wrong number of arguments`);
  const strange = Object.keys(options).find((option) => !takes.includes(option as keyof CommandOptions));
  if (strange !== undefined) return wrong(`${command} takes no --${strange}`);
  const missing = needs.find((option) => options[option] === undefined);
  if (missing !== undefined) return wrong(`${command} needs --${missing}`);
  if (!data) return wrong('--data DIR is missing');
  return { what: 'run', command, data, json: parsed.values.json === true, given: { rest, options } };
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      data: text,
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      again: { type: 'boolean' },
      trail: { type: 'boolean' },
      format: text,
      view: text,
      limit: text,
      reason: text,
      revision: text,
      place: text,
      caption: text,
      credit: text,
      alt: text,
      to: text,
      from: text,
      encoding: text,
      batch: text,
      size: text,
      query: text,
      uncaptioned: { type: 'boolean' },
      headline: text,
      source: text,
      creator: text,
      'job-title': text,
      copyright: text,
      'extended-description': text,
      instructions: text,
      'usage-terms': text,
      location: text,
      city: text,
      province: text,
      country: text,
      date: text,
      'digital-source': text,
      keywords: text,
      people: text,
      decorative: text,
      expires: text,
      rating: text,
      label: text,
    },
  });
}
