import { textEncodings } from '../../../shared/contract/desk-imports.ts';
import { findImportFiles } from '../exchange/find-import-files.ts';
import { importArchive } from '../exchange/import-archive.ts';
import { type Command, oneOf, STOPPED_EXIT } from './command.ts';
import { ImportProgress } from './import-progress.ts';
import { importJson, importText } from './import-report.ts';
import { words } from './words.ts';

/** Files and whole folders, of any format that is read; what was imported before is skipped, so the same command goes on after any interruption. */
export const importCommand: Command = {
  usage: 'import FILE|DIR... [--again] [--encoding ENCODING]',
  least: 1,
  most: Number.POSITIVE_INFINITY,
  takes: ['again', 'encoding'],
  async run({ openDesk, rest, options, language, dataFolder }) {
    const encoding = options.encoding === undefined ? undefined : oneOf('encoding', options.encoding, textEncodings);
    const desk = await openDesk();
    let isStopped = false;
    const stop = (): void => {
      isStopped = true;
    };
    // Once: whoever presses Ctrl-C again wants the end now, which harms nothing either.
    process.once('SIGINT', stop);
    const found = await findImportFiles(rest, dataFolder);
    const progress = new ImportProgress(process.stderr, words[language].importing);
    const report = await importArchive(desk, found.files, {
      again: options.again === true,
      encoding,
      isStopped: () => isStopped,
      onProgress: (now) => progress.show({ ...now, total: found.files.length }),
    });
    progress.end();
    process.off('SIGINT', stop);
    const failed = [...found.failed, ...report.failed];
    const failures = [...failed.map(({ error }) => error), ...(report.ended === null ? [] : [report.ended])];
    const ended = { ...report, failed, unread: found.unread, isStopped };
    const named = new Set(found.files.filter((file) => file.isNamed).map(({ shown }) => shown));
    return {
      json: importJson(ended),
      text: importText(ended, named, language),
      failures,
      exit: isStopped ? STOPPED_EXIT : undefined,
    };
  },
};
