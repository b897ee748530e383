/** The backups of one open desk: made by themselves while it is in use, and asked for by the person. */
import type { Backup, BackupKind, BackupOverview, BackupSettings } from '../../../shared/contract/desk.ts';
import { asAppError, type ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { ReadableDb } from '../store/database.ts';
import { contentMark } from '../store/desk-counts.ts';
import { backupFolder, checkBackupFolder, readBackupSettings, saveBackupSettings } from './backup-settings.ts';
import { makeBackup } from './make-backup.ts';
import { listManifests, toBackup } from './manifest.ts';
import { automaticKind, isBackupDue } from './retention.ts';

/** The first look waits until the desk has started; whether one is due is asked again at this pace. */
const LOOK_EVERY_MS = 60_000;
/** A disk that was full or gone is not tried at every look. */
const RETRY_AFTER_MS = 600_000;

export type DeskBackupsOptions = {
  db: ReadableDb;
  folder: string;
  appVersion: string;
  clock: () => Date;
  /** Told when `problem()` answers otherwise. */
  changed?: () => void;
  atPoint?: (point: 'in-backup') => void;
};

/** Also of a desk that cannot be opened. */
export function backupOverview(deskFolder: string, lastProblem: ErrorRecord | null = null): BackupOverview {
  const folder = backupFolder(deskFolder);
  return {
    folder,
    settings: readBackupSettings(deskFolder),
    backups: listManifests(folder).map(toBackup),
    lastProblem,
  };
}

export class DeskBackups {
  readonly #options: DeskBackupsOptions;
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #making: Promise<unknown> = Promise.resolve();
  #lastProblem: ErrorRecord | null = null;
  #failedAt = Number.NEGATIVE_INFINITY;

  constructor(options: DeskBackupsOptions) {
    this.#options = options;
  }

  /** From now on they are made by themselves. */
  start(): void {
    this.#timer ??= setInterval(() => void this.#look(), LOOK_EVERY_MS).unref();
  }

  /** Ends what is under way; nothing half stays. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#stopping.abort(new Error('the desk is closed'));
    await this.#making.catch(() => {});
  }

  overview(): BackupOverview {
    return backupOverview(this.#options.folder, this.#lastProblem);
  }

  /** Why the last one could not be made, until one is. */
  problem(): ErrorRecord | null {
    return this.#lastProblem;
  }

  /**
   * Backups that were made elsewhere stay there. Throws AppError, with nothing changed: backup-folder-refused for a new
   * folder that cannot take any, disk-full, folder-read-only, disk-failing.
   */
  configure(settings: BackupSettings): BackupOverview {
    const { folder } = settings;
    // A disk that was taken out is no reason to refuse another setting.
    if (folder !== null && folder !== readBackupSettings(this.#options.folder).folder) checkBackupFolder(folder);
    saveBackupSettings(this.#options.folder, settings);
    this.#note(null);
    this.#failedAt = Number.NEGATIVE_INFINITY;
    return this.overview();
  }

  /** One after another. `to`: into another folder than its own. Throws AppError as `makeBackup` does. */
  make(kind: BackupKind, to?: string): Promise<Backup> {
    const { folder, appVersion, clock, atPoint } = this.#options;
    const made = this.#making
      .catch(() => {})
      .then(async () => {
        const options = { deskFolder: folder, folder: to ?? backupFolder(folder), kind, appVersion, clock, atPoint };
        try {
          const backup = await makeBackup({ ...options, signal: this.#stopping.signal });
          this.#note(null);
          return backup;
        } catch (error) {
          this.#note(asAppError(error).toRecord());
          this.#failedAt = performance.now();
          throw error;
        }
      });
    this.#making = made;
    return made;
  }

  /** For the timer: a failure is told in the overview, and tried again later. */
  async #look(): Promise<void> {
    if (performance.now() - this.#failedAt < RETRY_AFTER_MS) return;
    try {
      await this.makeIfDue();
    } catch (error) {
      this.#note(asAppError(error).toRecord());
    }
  }

  #note(problem: ErrorRecord | null): void {
    // A desk that closes in the middle of one has no problem.
    if (this.#stopping.signal.aborted) return;
    this.#lastProblem = problem;
    this.#options.changed?.();
  }

  /** The backup, or null where none is due or nothing was written since the last one. Throws as `make` does. */
  async makeIfDue(): Promise<Backup | null> {
    const { db, folder, clock } = this.#options;
    const now = clock().toISOString();
    const settings = readBackupSettings(folder);
    const known = listManifests(backupFolder(folder));
    if (!isBackupDue(known, settings, now) || known[0]?.mark === contentMark(db)) return null;
    return this.make(automaticKind(known, settings, now));
  }
}
