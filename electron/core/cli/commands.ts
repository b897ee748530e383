/** Every command of the command line by name. */
import { listCommand, searchCommand, showCommand } from './article-commands.ts';
import { backupCommand, backupsCommand } from './backup-commands.ts';
import type { Command } from './command.ts';
import { exportCommand } from './export-command.ts';
import { fileAddCommand } from './file-command.ts';
import { importCommand } from './import-command.ts';
import { joinCommand, syncCommand } from './office-commands.ts';
import { photoAddCommand } from './photo-add-command.ts';
import { photoExportCommand, photoListCommand, photoSetCommand, photoShowCommand } from './photo-command.ts';
import { mendCommand, restoreCommand } from './recovery-commands.ts';
import { stepCommands } from './step-commands.ts';
import { verifyCommand } from './verify-command.ts';

export const commands = {
  import: importCommand,
  list: listCommand,
  show: showCommand,
  search: searchCommand,
  export: exportCommand,
  'photo add': photoAddCommand,
  'photo list': photoListCommand,
  'photo show': photoShowCommand,
  'photo set': photoSetCommand,
  'photo export': photoExportCommand,
  'file add': fileAddCommand,
  ...stepCommands,
  join: joinCommand,
  sync: syncCommand,
  verify: verifyCommand,
  backup: backupCommand,
  backups: backupsCommand,
  restore: restoreCommand,
  mend: mendCommand,
} satisfies Record<string, Command>;
export type CommandName = keyof typeof commands;

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
