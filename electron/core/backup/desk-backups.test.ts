import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { editOf, typed } from '../../../tests/support/edit.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { atDesk, samplePhoto, textsOf, write, writeArticle } from '../../../tests/support/written-desk.ts';
import { PhotoFiles } from '../photos/photo-files.ts';
import { restoreBackup } from '../recovery/restore.ts';
import { DATABASE_FILE } from '../store/open-database.ts';
import { defaultBackupSettings } from './backup-settings.ts';
import { databaseFileOf, getManifest } from './manifest.ts';
import { originalIn } from './originals.ts';

const clock = (): Date => new Date();
const restore = (deskFolder: string, name: string) => restoreBackup({ deskFolder, name, appVersion: '1', clock });

describe('a backup', () => {
  it('is one file that opens by itself, with its photos beside it and a list of what it holds', async () => {
    const folder = tempFolder();
    await atDesk(folder, async (desk) => {
      await writeArticle(desk, 'Bài một');
      const { sha256 } = await desk.photos.addFile(samplePhoto);
      const backup = await desk.backups.make('manual');
      const { folder: backups, backups: listed, lastProblem } = desk.backups.overview();
      expect({ listed, lastProblem }).toEqual({ listed: [backup], lastProblem: null });
      expect(backup).toMatchObject({ kind: 'manual', articles: 1, photos: 1 });
      const own = new PhotoFiles(folder).original(sha256);
      // Another name of the same file: it takes no room.
      expect(statSync(originalIn(backups, sha256)).ino).toBe(statSync(own).ino);
      const copy = new SqliteDatabase(databaseFileOf(backups, backup.name), { readonly: true });
      expect(copy.prepare('SELECT count(*) FROM doc_updates').pluck().get()).toBe(
        getManifest(backups, backup.name).counts.updates,
      );
      copy.close();
      expect(readdirSync(backups).sort()).toEqual([`${backup.name}.db`, `${backup.name}.json`, 'originals']);
      expect(statSync(databaseFileOf(backups, backup.name)).mode & 0o077).toBe(0);
    });
  });

  it('is made by itself when an hour is over and something was written, and not else', async () => {
    let now = Date.parse('2026-11-25T01:00:00.000Z');
    const options = { clock: () => new Date(now) };
    await atDesk(
      tempFolder(),
      async (desk) => {
        const id = await writeArticle(desk, 'Bài một');
        expect(await desk.backups.makeIfDue()).toMatchObject({ kind: 'weekly' });
        await write(desk, id, 'body', 'Thêm. ');
        expect(await desk.backups.makeIfDue()).toBeNull();
        now += 3_600_000;
        expect(await desk.backups.makeIfDue()).toMatchObject({ kind: 'hourly' });
        now += 3_600_000;
        expect(await desk.backups.makeIfDue()).toBeNull();
      },
      options,
    );
  });

  it('goes with its photos once nobody names them, and leaves those that others name', async () => {
    await atDesk(tempFolder(), async (desk) => {
      const { sha256 } = await desk.photos.addFile(samplePhoto);
      const file = await desk.files.add(Buffer.from('%PDF-1.7'), 'a.pdf');
      const first = await desk.backups.make('hourly');
      const { folder } = desk.backups.overview();
      desk.backups.configure({ ...defaultBackupSettings, keepHourly: 1 });
      const second = await desk.backups.make('hourly');
      expect(desk.backups.overview().backups.map(({ name }) => name)).toEqual([second.name]);
      expect(existsSync(databaseFileOf(folder, first.name))).toBe(false);
      expect(existsSync(originalIn(folder, sha256))).toBe(true);
      expect(existsSync(originalIn(folder, file.sha256))).toBe(true);
      desk.db.prepare('DELETE FROM photos').run();
      await desk.backups.make('hourly');
      expect(existsSync(originalIn(folder, sha256))).toBe(false);
      expect(existsSync(originalIn(folder, file.sha256))).toBe(true);
      expect(existsSync(desk.photos.files.original(sha256))).toBe(true);
    });
  });

  it('goes to no folder that is not there, which is told at once', async () => {
    const disk = tempFolder();
    await atDesk(tempFolder(), (desk) => {
      for (const folder of [join(disk, 'none'), 'backups', '']) {
        expect(() => desk.backups.configure({ ...defaultBackupSettings, folder })).toThrowError(
          expect.objectContaining({ code: 'backup-folder-refused', details: { folder } }),
        );
      }
      expect(desk.backups.overview().settings).toEqual(defaultBackupSettings);
      desk.backups.configure({ ...defaultBackupSettings, folder: disk });
      rmSync(disk, { recursive: true });
      const { settings } = desk.backups.configure({ ...defaultBackupSettings, folder: disk, keepDaily: 3 });
      expect(settings).toMatchObject({ folder: disk, keepDaily: 3 });
    });
  });

  it('that cannot be made is told, disturbs nothing and leaves nothing half', async () => {
    const folder = tempFolder();
    const disk = tempFolder();
    await atDesk(folder, async (desk) => {
      const id = await writeArticle(desk, 'Bài một');
      desk.backups.configure({ ...defaultBackupSettings, folder: disk });
      await desk.backups.make('manual');
      rmSync(disk, { recursive: true });
      await expect(desk.backups.make('manual')).rejects.toMatchObject({ code: 'backup-folder-gone' });
      expect(desk.backups.overview().lastProblem).toMatchObject({
        code: 'backup-folder-gone',
        details: { folder: disk },
      });
      // The status bar tells it, and no longer once another folder was chosen.
      expect(desk.status().backupProblem).toMatchObject({ code: 'backup-folder-gone' });
      await write(desk, id, 'body', 'Vẫn viết. ');
      // A damaged page must not become the newest backup.
      desk.backups.configure(defaultBackupSettings);
      expect(desk.status().backupProblem).toBeNull();
      desk.db.prepare('UPDATE doc_updates SET crc32 = crc32 + 1 WHERE seq = 1').run();
      await expect(desk.backups.make('manual')).rejects.toMatchObject({ code: 'backup-failed' });
      expect(readdirSync(join(folder, 'backups'))).toEqual([]);
      desk.db.prepare('UPDATE doc_updates SET crc32 = crc32 - 1 WHERE seq = 1').run();
      await desk.backups.make('manual');
      expect(desk.backups.overview()).toMatchObject({ lastProblem: null, backups: [{ kind: 'manual' }] });
    });
  });
});

// Linux keeps a file system in memory there.
it.skipIf(!existsSync('/dev/shm'))(
  'on another disk has its photos copied, once, and brings them back from there',
  async () => {
    const folder = tempFolder();
    const disk = mkdtempSync('/dev/shm/toasoan-');
    try {
      const { sha256, backup } = await atDesk(folder, async (desk) => {
        const photo = await desk.photos.addFile(samplePhoto);
        desk.backups.configure({ ...defaultBackupSettings, folder: disk });
        const first = await desk.backups.make('manual');
        const copy = originalIn(desk.backups.overview().folder, photo.sha256);
        const { ino } = statSync(copy);
        await desk.backups.make('manual');
        expect(statSync(copy).ino).toBe(ino);
        rmSync(desk.photos.files.original(photo.sha256));
        return { sha256: photo.sha256, backup: first.name };
      });
      expect(await restore(folder, backup)).toMatchObject({ photosBroughtBack: 1, photosMissing: [] });
      await atDesk(folder, async (desk) => expect(await desk.photos.files.hashOf(sha256)).toBe(sha256));
    } finally {
      rmSync(disk, { recursive: true });
    }
  },
);

describe('a restore', () => {
  it('brings back the desk as it was, pictures and attached documents too, and keeps what was there', async () => {
    const folder = tempFolder();
    const { first, sha256, file, texts } = await atDesk(folder, async (desk) => {
      await writeArticle(desk, 'Bài một');
      const photo = await desk.photos.addFile(samplePhoto);
      const { sha256: file } = await desk.files.add(Buffer.from('%PDF-1.7'), 'a.pdf');
      const backup = await desk.backups.make('manual');
      return { first: backup.name, sha256: photo.sha256, file, texts: textsOf(desk) };
    });
    const later = await atDesk(folder, async (desk) => {
      await writeArticle(desk, 'Bài hai');
      rmSync(desk.photos.files.original(sha256));
      rmSync(desk.files.files.original(file));
      return textsOf(desk);
    });
    const report = await restore(folder, first);
    expect(report).toMatchObject({ setAside: null, kept: { articles: 1 }, photosBroughtBack: 1, photosMissing: [] });
    expect(report).toMatchObject({ filesBroughtBack: 1, filesMissing: [] });
    expect(report.onlyBefore).toBeGreaterThan(0);
    await atDesk(folder, async (desk) => {
      expect(textsOf(desk)).toEqual(texts);
      expect(await desk.photos.files.hashOf(sha256)).toBe(sha256);
      expect(desk.files.info(file).state).toBe('here');
    });
    await restore(folder, report.before!.name);
    await atDesk(folder, (desk) => expect(textsOf(desk)).toEqual(later));
  });

  it('tells of words that an entry from before the backup has grown by', async () => {
    const folder = tempFolder();
    const { name, id } = await atDesk(folder, async (desk) => {
      const article = await writeArticle(desk, 'Bài một');
      return { name: (await desk.backups.make('manual')).name, id: article };
    });
    expect((await restore(folder, name)).onlyBefore).toBe(0);
    // The restored entry has another id than the one in the backup.
    const again = await atDesk(folder, async (desk) => {
      const { name: newest } = await desk.backups.make('manual');
      await desk.articles.applyLocal(id, editOf(desk.articles.state(id), typed('body', 'Viết sau. ')));
      return newest;
    });
    expect((await restore(folder, again)).onlyBefore).toBe(1);
  });

  it('of a backup whose bytes have changed is refused, with everything as it was', async () => {
    const folder = tempFolder();
    const { name, texts } = await atDesk(folder, async (desk) => {
      await writeArticle(desk, 'Bài một');
      return { name: (await desk.backups.make('manual')).name, texts: textsOf(desk) };
    });
    const file = databaseFileOf(join(folder, 'backups'), name);
    const bytes = readFileSync(file);
    bytes[bytes.length - 10]! ^= 1;
    writeFileSync(file, bytes);
    await expect(restore(folder, name)).rejects.toMatchObject({ code: 'backup-broken' });
    await expect(restore(folder, '../desk')).rejects.toMatchObject({ code: 'backup-not-found' });
    await atDesk(folder, (desk) => expect(textsOf(desk)).toEqual(texts));
  });

  it('sets a damaged database aside whole', async () => {
    const folder = tempFolder();
    const { name, texts } = await atDesk(folder, async (desk) => {
      await writeArticle(desk, 'Bài một');
      return { name: (await desk.backups.make('manual')).name, texts: textsOf(desk) };
    });
    const bytes = Buffer.alloc(100_000, 'hỏng ');
    writeFileSync(join(folder, DATABASE_FILE), bytes);
    const { before, setAside } = await restore(folder, name);
    expect(before).toBeNull();
    expect(readFileSync(join(setAside!, DATABASE_FILE)).equals(bytes)).toBe(true);
    await atDesk(folder, (desk) => expect(textsOf(desk)).toEqual(texts));
  });

  it('is refused while somebody has the desk open', async () => {
    const folder = tempFolder();
    await atDesk(folder, async (desk) => {
      const { name } = await desk.backups.make('manual');
      await expect(
        restoreBackup({ deskFolder: folder, name, appVersion: '1', clock, patienceMs: 0 }),
      ).rejects.toMatchObject({ code: 'already-open' });
      await writeArticle(desk, 'Vẫn viết');
    });
  });
});
