/**
 * The workstation: a data folder with the desks in it, one of which is open. `desk/` is the person's own, alone or in an
 * office; `sample/` holds the sample office, an endpoint on this computer with a writer's and a reviewer's desk.
 */
import { join } from 'node:path';
import type { BackupOverview, MendReport, RestoreReport, WorkstationState } from '../../../shared/contract/desk.ts';
import type { Person } from '../../../shared/contract/office.ts';
import { AppError, asAppError } from '../../../shared/errors/app-error.ts';
import type { Language } from '../../../shared/errors/codes.ts';
import { backupFolder } from '../backup/backup-settings.ts';
import { backupOverview } from '../backup/desk-backups.ts';
import { listManifests } from '../backup/manifest.ts';
import { previewImport } from '../exchange/import-file.ts';
import { readImportFile } from '../exchange/read-import-file.ts';
import type { StoredAddress, StoredAnswer } from '../page/stored-path.ts';
import { mendDesk } from '../recovery/mend.ts';
import { restoreBackup } from '../recovery/restore.ts';
import { resourcesFolder } from '../resources.ts';
import { type FolderLock, takeLock, WORKSTATION_LOCK } from '../store/folder-lock.ts';
import { findSetting, saveSetting } from '../store/settings.ts';
import { findOfficeLink, moveEndpoint } from '../store/sync-state.ts';
import { Desk, type DeskNotice } from './desk.ts';
import type { LaunchEndpoint, RunningEndpoint } from './launch-endpoint.ts';
import { asStartError } from './start-error.ts';
import {
  activeFolder,
  ownFolder,
  readNote,
  type SampleSeat,
  sampleFolder,
  sampleSeats,
  type WorkstationNote,
  writeNote,
} from './workstation-note.ts';

const samplePeople: Record<SampleSeat, Pick<Person, 'name' | 'role'>> = {
  writer: { name: 'Lê Thu Hà', role: 'writer' },
  reviewer: { name: 'Trần Văn Minh', role: 'reviewer' },
};
const SAMPLE_OFFICE = 'Cổng thông tin điện tử tỉnh (mẫu)';
const SAMPLE_ARTICLE = 'seed-article.txt';

export type WorkstationOptions = {
  /** The data folder. */
  folder: string;
  host: WorkstationState['host'];
  version: string;
  systemLanguage: Language;
  resources?: string;
  launchEndpoint: LaunchEndpoint;
};

export class Workstation {
  readonly #options: WorkstationOptions;
  readonly #listeners = new Set<(notice: DeskNotice) => void>();
  #note: WorkstationNote;
  #desk: Desk | null = null;
  #stopListening: () => void = () => {};
  #endpoint: Promise<RunningEndpoint> | null = null;
  readonly #lock: FolderLock;
  /** The desk that should be open and cannot be, and why. */
  #damaged: { folder: string; error: AppError } | null = null;
  /** One change of desks at a time. */
  #changing: Promise<unknown> = Promise.resolve();

  /**
   * Opens the desk that was open last; one whose database is damaged is told in the state instead, to be mended. Throws
   * AppError already-open where another workstation has the folder, disk-full-at-start, disk-failing-at-start, and else as
   * `Desk.open` does.
   */
  static async open(options: WorkstationOptions): Promise<Workstation> {
    const lock = await takeLock(options.folder, WORKSTATION_LOCK, 'alone').catch((error: unknown) => {
      throw asStartError(error, options.folder);
    });
    try {
      const workstation = new Workstation(options, lock);
      await workstation.#reopen();
      return workstation;
    } catch (error) {
      lock.release();
      throw asStartError(error, options.folder);
    }
  }

  private constructor(options: WorkstationOptions, lock: FolderLock) {
    this.#lock = lock;
    this.#options = options;
    this.#note = readNote(options.folder);
  }

  /** Throws AppError no-desk while none was chosen, and database-corrupt for one that has to be mended first. */
  desk(): Desk {
    if (this.#desk === null) throw this.#damaged?.error ?? new AppError('no-desk');
    return this.#desk;
  }

  /** The desk of a person. Throws as `desk`, and desk-unreachable after another person took the seat. */
  deskOf(personId: string): Desk {
    const desk = this.desk();
    if (desk.identity.person().id !== personId) throw new AppError('desk-unreachable');
    return desk;
  }

  findDesk(): Desk | null {
    return this.#desk;
  }

  state(): WorkstationState {
    const { host, version, systemLanguage } = this.#options;
    const desk = this.#desk;
    const link = desk === null ? null : findOfficeLink(desk.db);
    const isSample = desk !== null && this.#note.profile === 'sample';
    return {
      language: this.#note.language,
      systemLanguage,
      profile: desk === null ? 'none' : isSample ? 'sample' : link === null ? 'local' : 'office',
      person: desk === null ? null : { ...desk.identity.person(), office: link?.office ?? '' },
      people: isSample && this.#note.sample !== null ? sampleSeats.map((seat) => this.#note.sample!.people[seat]) : [],
      siteUrl: isSample ? (link?.endpoint ?? null) : null,
      host,
      version,
      damaged: this.#damagedState(),
    };
  }

  /** Once no change of desks is under way: meanwhile there is none, as if nobody had ever worked here. */
  async settledState(): Promise<WorkstationState> {
    await this.#changing.catch(() => {});
    return this.state();
  }

  /** Throws AppError disk-full, disk-failing. */
  setLanguage(language: Language): WorkstationState {
    this.#remember({ language });
    return this.state();
  }

  /** Opens the person's own desk without an office. Throws AppError as `Desk.open` does. */
  startLocal(name: string): Promise<WorkstationState> {
    return this.#change(async () => {
      await this.#openOwn(name);
      return this.state();
    });
  }

  /**
   * Joins an office with the person's own desk; what was written there before goes along.
   * Throws AppError as `Sync.join` and `Desk.open` do; the desk that was open stays open then.
   */
  join({ endpoint, code }: { endpoint: string; code: string }): Promise<WorkstationState> {
    return this.#change(async () => {
      const isOwnOpen = this.#desk !== null && this.#note.profile === 'own';
      const desk = isOwnOpen ? this.#desk! : await this.#openDesk(ownFolder(this.#options.folder));
      try {
        await desk.sync.join(endpoint, code);
      } catch (error) {
        if (!isOwnOpen) await desk.close();
        throw error;
      }
      if (!isOwnOpen) await this.#use(desk);
      this.#remember({ profile: 'own' });
      desk.sync.start();
      return this.state();
    });
  }

  /**
   * Opens the sample office at its writer's desk: an endpoint on this computer, two people, and the sample article.
   * Throws AppError endpoint-not-started and as `Desk.open` does; what is half made is completed the next time.
   */
  openSample(): Promise<WorkstationState> {
    return this.#change(async () => {
      const people = this.#note.sample?.people ?? (await this.#makeSample());
      await this.#sit('writer', people);
      return this.state();
    });
  }

  /** Hands over what waits, if the endpoint can be reached. Throws AppError invalid-request outside the sample office. */
  switchPerson(personId: string): Promise<WorkstationState> {
    return this.#change(async () => {
      const { profile, sample } = this.#note;
      const seat = sampleSeats.find((known) => sample?.people[known].id === personId);
      if (profile !== 'sample' || sample === null || seat === undefined) {
        throw new AppError('invalid-request', { reason: 'only the sample office has people to switch between' });
      }
      if (seat !== sample.seat) {
        // Nobody sits at this desk after that: what was done here goes out first, for the other person to find.
        await this.#desk?.sync.now();
        await this.#sit(seat, sample.people);
      }
      return this.state();
    });
  }

  /** The backups of the desk that is open, or of the damaged one. Throws AppError no-desk. */
  backups(): BackupOverview {
    return this.#desk === null && this.#damaged !== null
      ? backupOverview(this.#damaged.folder)
      : this.desk().backups.overview();
  }

  /** Restores a backup of the desk that is open, or of the damaged one, and opens it again. Throws as `restoreBackup` does. */
  restore(name: string): Promise<RestoreReport> {
    return this.#change(() =>
      this.#withoutDesk((deskFolder) => {
        const { version, resources } = this.#options;
        return restoreBackup({ deskFolder, name, appVersion: version, resources, clock: () => new Date() });
      }),
    );
  }

  /** Mends the damaged desk and opens it again. Throws AppError nothing-to-mend, and as `mendDesk` does. */
  mend(): Promise<MendReport> {
    return this.#change(async () => {
      const desk = this.#desk;
      if (desk !== null && desk.watch.damage() === null && (await desk.watch.check()) === null) {
        throw new AppError('nothing-to-mend', { folder: desk.folder });
      }
      return this.#withoutDesk((deskFolder) =>
        mendDesk({ deskFolder, resources: this.#options.resources, clock: () => new Date() }),
      );
    });
  }

  /** What lies behind an address below the page; null where there is nothing. */
  async storedFile(address: StoredAddress): Promise<StoredAnswer | null> {
    if (this.#desk === null) return null;
    const { photos, editedPhotos, files } = this.#desk;
    try {
      if ('photo' in address) {
        const { photo, size, edits } = address;
        return await (size === 'original' ? photos.shownOriginal(photo) : editedPhotos.file(photo, size, edits));
      }
      const { path, mime, name } = files.file(address.file, address.name);
      return { path, mime, attachment: name };
    } catch (error) {
      const { code } = asAppError(error);
      if (code === 'photo-not-found' || code === 'attachment-not-found') return null;
      throw error;
    }
  }

  /** Notices of the desk that is open, whichever it is. Answers a function that stops listening. */
  on(listener: (notice: DeskNotice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Writes what waits and ends everything. Throws AppError when the disk cannot take it. */
  async close(): Promise<void> {
    await this.#changing.catch(() => {});
    this.#listeners.clear();
    try {
      await this.#leave();
    } finally {
      const endpoint = this.#endpoint;
      this.#endpoint = null;
      await endpoint?.then(
        (running) => running.stop(),
        () => {},
      );
      this.#lock.release();
    }
  }

  #change<T>(change: () => Promise<T>): Promise<T> {
    const changed = this.#changing.catch(() => {}).then(change);
    this.#changing = changed;
    return changed;
  }

  #remember(part: Partial<WorkstationNote>): void {
    const note = { ...this.#note, ...part };
    writeNote(this.#options.folder, note);
    this.#note = note;
  }

  #damagedState(): WorkstationState['damaged'] {
    if (this.#damaged === null) return null;
    const { folder, error } = this.#damaged;
    const [newest] = listManifests(backupFolder(folder));
    const newestBackup = newest === undefined ? null : { name: newest.name, at: newest.at };
    return { folder, reason: String(error.details.reason ?? error.message), newestBackup };
  }

  /** Does something to the files of the desk while nobody has it open, and opens it again whatever came of it. */
  async #withoutDesk<T>(work: (deskFolder: string) => Promise<T>): Promise<T> {
    const folder = this.#desk?.folder ?? this.#damaged?.folder;
    if (folder === undefined) throw new AppError('no-desk');
    await this.#leave().catch((error: unknown) => {
      // What a damaged database does not take is no reason not to mend it.
      if (asAppError(error).code !== 'database-corrupt') throw error;
    });
    try {
      return await work(folder);
    } finally {
      await this.#reopen();
    }
  }

  async #reopen(): Promise<void> {
    this.#damaged = null;
    try {
      await this.#openLast();
    } catch (thrown) {
      const error = asAppError(thrown);
      if (error.code !== 'database-corrupt') throw error;
      this.#damaged = { folder: activeFolder(this.#options.folder), error };
    }
  }

  async #openLast(): Promise<void> {
    const { profile, sample } = this.#note;
    if (profile === 'own') await this.#openOwn();
    else if (profile === 'sample' && sample !== null) {
      await this.#use(await this.#openDesk(sampleFolder(this.#options.folder, sample.seat)));
      // The desk is there at once; its office comes up beside it.
      void this.#connectSample(this.desk());
    }
  }

  #openDesk(folder: string, name?: string): Promise<Desk> {
    const { resources, version } = this.#options;
    return Desk.open({ folder, resources, version, name });
  }

  async #openOwn(name?: string): Promise<void> {
    const desk = await this.#openDesk(ownFolder(this.#options.folder), name);
    await this.#use(desk);
    this.#remember({ profile: 'own' });
    if (desk.hasOffice()) desk.sync.start();
  }

  async #use(desk: Desk): Promise<void> {
    await this.#leave();
    this.#desk = desk;
    this.#damaged = null;
    desk.takeCare();
    this.#stopListening = desk.on((notice) => {
      for (const listener of this.#listeners) listener(notice);
    });
  }

  async #leave(): Promise<void> {
    this.#stopListening();
    const desk = this.#desk;
    this.#desk = null;
    await desk?.close();
  }

  /** Both people join with invitations of their own, and the sample article is the writer's draft. */
  async #makeSample(): Promise<Record<SampleSeat, Person>> {
    const { folder, launchEndpoint, resources } = this.#options;
    const running = await launchEndpoint({
      dataDir: sampleFolder(folder, 'endpoint'),
      office: SAMPLE_OFFICE,
      invite: sampleSeats.map((seat) => samplePeople[seat]),
    });
    this.#endpoint = Promise.resolve(running);
    const people = {} as Record<SampleSeat, Person>;
    for (const [index, seat] of sampleSeats.entries()) {
      const desk = await this.#openDesk(sampleFolder(folder, seat), samplePeople[seat].name);
      try {
        if (!desk.hasOffice()) await desk.sync.join(running.url, running.invitations[index]?.code ?? '');
        if (seat === 'writer' && findSetting(desk.db, 'sampleArticle') === undefined) {
          const { bytes, name } = await readImportFile(join(resourcesFolder(resources), 'sample', SAMPLE_ARTICLE));
          saveSetting(desk.db, 'sampleArticle', desk.importArticle(previewImport(bytes, name)));
        }
        people[seat] = desk.identity.person();
      } finally {
        await desk.close();
      }
    }
    return people;
  }

  async #sit(seat: SampleSeat, people: Record<SampleSeat, Person>): Promise<void> {
    const desk = await this.#openDesk(sampleFolder(this.#options.folder, seat), samplePeople[seat].name);
    await this.#use(desk);
    this.#remember({ profile: 'sample', sample: { seat, people } });
    await this.#connectSample(desk);
  }

  /** Without its endpoint the desk works on, offline, and says so. */
  async #connectSample(desk: Desk): Promise<void> {
    const { folder, launchEndpoint } = this.#options;
    this.#endpoint ??= launchEndpoint({ dataDir: sampleFolder(folder, 'endpoint') });
    try {
      const { url } = await this.#endpoint;
      if (this.#desk !== desk) return;
      moveEndpoint(desk.db, url);
    } catch (error) {
      this.#endpoint = null;
      process.stderr.write(`${String(error)}\n`);
      if (this.#desk !== desk) return;
    }
    desk.sync.start();
  }
}
