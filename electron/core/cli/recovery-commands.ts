/** Commands that put another database in the desk's place: refused while a window is open. */
import { resolve } from 'node:path';
import type { Loss } from '../../../shared/contract/desk.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { Language } from '../../../shared/errors/codes.ts';
import { formatInstant } from '../../../shared/text/dates.ts';
import { activeFolder } from '../desk/workstation-note.ts';
import { mendIfDamaged } from '../recovery/mend.ts';
import { restoreBackup } from '../recovery/restore.ts';
import { takeLock, WORKSTATION_LOCK } from '../store/folder-lock.ts';
import type { Command } from './command.ts';
import { words } from './words.ts';

const clock = (): Date => new Date();

async function withoutWindow<T>(dataFolder: string, work: (deskFolder: string) => Promise<T>): Promise<T> {
  const lock = await takeLock(dataFolder, WORKSTATION_LOCK, 'alone');
  try {
    return await work(activeFolder(dataFolder));
  } finally {
    lock.release();
  }
}

/** A `RestoreReport` of the desk contract. */
export const restoreCommand: Command = {
  usage: 'restore NAME [--from DIR]',
  least: 1,
  most: 1,
  takes: ['from'],
  async run({ dataFolder, rest: [name = ''], options, language, version }) {
    const from = options.from === undefined ? undefined : resolve(options.from);
    const report = await withoutWindow(dataFolder, (deskFolder) =>
      restoreBackup({ deskFolder, name, from, appVersion: version, clock }),
    );
    const say = words[language];
    const text = [
      say.restored(formatInstant(report.backup.at, language), report.kept.articles),
      ...(report.before === null ? [] : [say.keptBefore(report.before.name)]),
      ...(report.before === null || report.onlyBefore === 0 ? [] : [say.onlyBefore(report.onlyBefore)]),
      ...(report.setAside === null ? [] : [say.setAside(report.setAside)]),
      ...(report.photosMissing.length === 0 ? [] : [say.photosMissing(report.photosMissing.length)]),
      ...(report.filesMissing.length === 0 ? [] : [say.filesMissing(report.filesMissing.length)]),
    ];
    return { json: report, text: text.join('\n') };
  },
};

/** A `MendReport` of the desk contract. */
export const mendCommand: Command = {
  usage: 'mend',
  least: 0,
  most: 0,
  takes: [],
  async run({ dataFolder, hasDesk, language }) {
    if (!hasDesk) throw new AppError('file-not-found', { file: dataFolder });
    const report = await withoutWindow(dataFolder, (deskFolder) => mendIfDamaged({ deskFolder, clock }));
    const say = words[language];
    const { backup, kept, rescued, lost, setAside } = report;
    const text = [
      say.mended(backup === null ? null : formatInstant(backup.at, language), kept),
      say.rescued(rescued),
      ...(lost.length === 0 ? [say.nothingLost] : lost.map((loss) => lossLine(loss, language))),
      say.setAside(setAside),
    ];
    return { json: report, text: text.join('\n') };
  },
};

function lossLine({ articleId, headline, what, count, detail }: Loss, language: Language): string {
  const whose = articleId === null ? '' : `${headline || words[language].untitled} (${articleId}): `;
  return `- ${whose}${count} ${words[language].lost[what]}: ${detail}`;
}
