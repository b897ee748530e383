/**
 * npm run --silent toasoan -- COMMAND --data DIR [--json]
 *
 * The desk of a data folder without a window: that which was open last, or the person's own, which is made if there is
 * none. Prints text for people in the language of the computer or, with --json, one JSON document. Exit code 0; 1 for a
 * refused or failed action, with `{"error": {code, message}}` in the document; 2 for wrong usage, with the same; 130
 * for what was stopped by Ctrl-C.
 *
 * A workstation may have the folder open meanwhile: both are processes of one SQLite file in WAL mode, each write is a
 * transaction under the write lock, and articles are read from the log, where each finds what the other wrote. So
 * nothing has to be refused, and a script does not have to wait for somebody to close a window.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError, asAppError, errorText } from '../../../shared/errors/app-error.ts';
import type { Language } from '../../../shared/errors/codes.ts';
import { Desk } from '../desk/desk.ts';
import { systemLanguage } from '../desk/system-language.ts';
import { activeFolder, ownFolder, readNote, writeNote } from '../desk/workstation-note.ts';
import { resourcesFolder } from '../resources.ts';
import { DATABASE_FILE } from '../store/open-database.ts';
import { translateStorageError } from '../store/storage-error.ts';
import { type Given, readArguments } from './arguments.ts';
import { type Outcome, UsageError } from './command.ts';
import { commands } from './commands.ts';
import { words } from './words.ts';

type Run = Extract<Given, { what: 'run' }>;

async function main(): Promise<void> {
  const language = systemLanguage();
  const given = readArguments(process.argv.slice(2));
  // Whoever reads our output may stop reading: `toasoan list | head`.
  process.stdout.on('error', () => process.exit());
  if (given.what === 'help') print(usage(language));
  else if (given.what === 'wrong') sayWrongUsage(given.reason, given.json, language);
  else await run(given, language);
}

async function run(given: Run, language: Language): Promise<void> {
  try {
    sayOutcome(await runCommand(given, language), given.json, language);
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      sayWrongUsage(thrown.message, given.json, language);
      return;
    }
    const error = asAppError(translateStorageError(thrown, resolve(given.data)));
    if (error.code === 'internal') process.stderr.write(`${String((error.cause as Error)?.stack ?? error)}\n`);
    if (given.json) print(JSON.stringify(errorDocument(error)));
    else sayError(error, language);
    process.exitCode = 1;
  }
}

async function runCommand({ command, data, given }: Run, language: Language): Promise<Outcome> {
  const dataFolder = resolve(data);
  const version = appVersion();
  let opened: Desk | null = null;
  let isOwn = false;
  const openDesk = async (which: 'active' | 'own' = 'active'): Promise<Desk> => {
    const folder = which === 'own' ? ownFolder(dataFolder) : activeFolder(dataFolder);
    opened = await Desk.open({ folder, version });
    isOwn = which === 'own' || readNote(dataFolder).profile === 'none';
    return opened;
  };
  const hasDesk = existsSync(join(activeFolder(dataFolder), DATABASE_FILE));
  try {
    const outcome = await commands[command].run({ openDesk, hasDesk, dataFolder, language, version, ...given });
    // The workstation opens this desk the next time.
    if (isOwn) writeNote(dataFolder, { ...readNote(dataFolder), profile: 'own' });
    return outcome;
  } finally {
    await (opened as Desk | null)?.close();
  }
}

function appVersion(): string {
  const file = join(resourcesFolder(), '..', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function sayOutcome({ json, text, failures = [], exit }: Outcome, asJson: boolean, language: Language): void {
  const [first] = failures;
  if (asJson) print(JSON.stringify(first === undefined ? json : { ...json, ...errorDocument(first) }));
  else {
    if (text !== '') print(text);
    for (const failure of failures) sayError(failure, language);
  }
  process.exitCode = exit ?? (first === undefined ? 0 : 1);
}

function sayWrongUsage(reason: string, asJson: boolean, language: Language): void {
  const error = new AppError('invalid-request', { reason });
  if (asJson) print(JSON.stringify(errorDocument(error)));
  else {
    sayError(error, language);
    process.stderr.write(`\n${usage(language)}\n`);
  }
  process.exitCode = 2;
}

function errorDocument({ code, message }: AppError): { error: { code: string; message: string } } {
  return { error: { code, message } };
}

function sayError({ code, details }: AppError, language: Language): void {
  process.stderr.write(`${errorText(code, language, details)}\n`);
}

function usage(language: Language): string {
  return [words[language].usage, '', ...Object.values(commands).map((command) => `  ${command.usage}`)].join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

await main();
