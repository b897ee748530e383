/** Commands for backups; they run beside an open window. */
import { resolve } from 'node:path';
import { formatInstant } from '../../../shared/text/dates.ts';
import { backupFolder } from '../backup/backup-settings.ts';
import { listManifests, toBackup } from '../backup/manifest.ts';
import { activeFolder } from '../desk/workstation-note.ts';
import type { Command } from './command.ts';
import { words } from './words.ts';

/** `{folder, backup: {name, at, kind, bytes, articles, photos}}`. */
export const backupCommand: Command = {
  usage: 'backup [--to DIR]',
  least: 0,
  most: 0,
  takes: ['to'],
  async run({ openDesk, options, language }) {
    const desk = await openDesk();
    const folder = options.to === undefined ? backupFolder(desk.folder) : resolve(options.to);
    const backup = await desk.backups.make('manual', folder);
    return { json: { folder, backup }, text: words[language].backedUp(backup.name, backup.articles, folder) };
  },
};

/** `{folder, backups: [{name, at, kind, bytes, articles, photos}]}`, newest first; also where the desk cannot be opened. */
export const backupsCommand: Command = {
  usage: 'backups [--from DIR]',
  least: 0,
  most: 0,
  takes: ['from'],
  run({ dataFolder, options, language }) {
    const folder = options.from === undefined ? backupFolder(activeFolder(dataFolder)) : resolve(options.from);
    const backups = listManifests(folder).map(toBackup);
    const say = words[language];
    const lines = backups.map(
      ({ name, at, kind, articles }) =>
        `${name}  ${say.backupKind[kind]}  ${formatInstant(at, language)}  ${say.articles(articles)}`,
    );
    return { json: { folder, backups }, text: [...lines, say.backupsIn(backups.length, folder)].join('\n') };
  },
};
