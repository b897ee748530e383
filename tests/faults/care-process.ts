/**
 * A core that ends itself by SIGKILL while it cares for a desk: `backup FOLDER POINT`, `restore FOLDER POINT NAME`,
 * `mend FOLDER POINT`, `migrate FOLDER POINT RESOURCES`, `compact FOLDER POINT` (as two days later). `open FOLDER`, as somebody who is not the superuser, prints how
 * opening a workstation ends.
 */
import { Desk } from '../../electron/core/desk/desk.ts';
import { Workstation } from '../../electron/core/desk/workstation.ts';
import { mendDesk } from '../../electron/core/recovery/mend.ts';
import { restoreBackup } from '../../electron/core/recovery/restore.ts';
import type { AppError } from '../../shared/errors/app-error.ts';

const [what, folder = '', point = '', more = ''] = process.argv.slice(2);
const NOBODY = 65_534;
const TWO_DAYS_MS = 2 * 24 * 60 * 60_000;
const never = new Promise<never>(() => {});
const clock = (): Date => new Date();

function atPoint(reached: string): void {
  if (reached !== point) return;
  process.kill(process.pid, 'SIGKILL');
  // The signal comes before anything else is done.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
}

const work = {
  backup: async () => (await Desk.open({ folder, atPoint })).backups.make('manual'),
  restore: () => restoreBackup({ deskFolder: folder, name: more, appVersion: '1', clock, atPoint }),
  mend: () => mendDesk({ deskFolder: folder, clock, atPoint }),
  open: async () => {
    // The superuser may write everywhere.
    if (process.getuid?.() === 0) process.setuid?.(NOBODY);
    const options = {
      folder,
      host: 'browser',
      version: '1',
      systemLanguage: 'vi',
      launchEndpoint: () => never,
    } as const;
    const opened = await Workstation.open(options).catch((error: AppError) => error);
    console.log(opened instanceof Workstation ? 'opened' : opened.code);
    process.exit();
  },
  compact: async () => {
    const desk = await Desk.open({ folder, clock: () => new Date(Date.now() + TWO_DAYS_MS), atPoint });
    while (desk.compaction.slice());
    await desk.close();
  },
  migrate: () => Desk.open({ folder, resources: more, atPoint }),
};
await work[what as keyof typeof work]();
