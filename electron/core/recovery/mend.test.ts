import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyFolder } from '../../../tests/support/copy-folder.ts';
import { seededRandom } from '../../../tests/support/seeded-random.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { atDesk, samplePhoto, textsOf, write, writeArticle } from '../../../tests/support/written-desk.ts';
import { originalIn } from '../backup/originals.ts';
import { OriginalFiles } from '../files/original-files.ts';
import { isSound } from '../store/integrity.ts';
import { DATABASE_FILE } from '../store/open-database.ts';
import { runStoreTask } from '../store/run-store-task.ts';
import { verifyDesk } from '../verify/verify-desk.ts';
import { mendDesk } from './mend.ts';

const clock = (): Date => new Date();
const mend = (deskFolder: string) => mendDesk({ deskFolder, clock });

/** With a backup in the middle of its life; closed, so that everything is in the one file. */
let sound: string;
let texts: Map<string, string>;
let late: string;
let file: string;

beforeAll(async () => {
  sound = join(tempFolder(), 'desk');
  await atDesk(sound, async (desk) => {
    for (let count = 1; count <= 12; count += 1) {
      const id = await writeArticle(desk, `Bài số ${count}`);
      if (count % 3 === 0) desk.act({ id, action: 'submit' });
    }
    await desk.photos.addFile(samplePhoto);
    file = (await desk.files.add(Buffer.from('%PDF-1.7'), 'a.pdf')).sha256;
    await desk.backups.make('manual');
    late = await writeArticle(desk, 'Viết sau bản sao lưu', 20);
    desk.act({ id: late, action: 'submit' });
    for (const id of textsOf(desk).keys()) await write(desk, id, 'body', 'Thêm sau. ');
    texts = textsOf(desk);
  });
});

function broken(breakIt: (file: string) => void): string {
  const folder = copyFolder(sound, join(tempFolder(), 'desk'));
  breakIt(join(folder, DATABASE_FILE));
  return folder;
}

async function examine(folder: string): Promise<boolean> {
  return runStoreTask({ task: 'examine', file: join(folder, DATABASE_FILE) }).then(isSound, () => false);
}

async function readMended(folder: string): Promise<Map<string, string>> {
  return atDesk(folder, async (desk) => {
    expect((await verifyDesk(desk)).problems).toEqual([]);
    return textsOf(desk);
  });
}

describe('a desk whose file', () => {
  it('has lost its beginning is mended whole, what is newer than the backup as well', async () => {
    const folder = broken((file) =>
      flip(
        file,
        Array.from({ length: 100 }, (_, at) => at),
      ),
    );
    const damagedBytes = readFileSync(join(folder, DATABASE_FILE));
    await expect(atDesk(folder, () => {})).rejects.toMatchObject({ code: 'database-corrupt' });
    const report = await mend(folder);
    expect(report).toMatchObject({ backup: { name: expect.any(String) }, lost: [] });
    expect(report.rescued.articles).toBe(1);
    expect(report.rescued.updates).toBeGreaterThan(20);
    expect(await readMended(folder)).toEqual(texts);
    expect(readFileSync(join(report.setAside, DATABASE_FILE)).equals(damagedBytes)).toBe(true);
    expect(existsSync(join(folder, 'mending'))).toBe(false);
  });

  it('has lost its beginning, and no backup, is mended from what it still gives', async () => {
    const folder = broken((file) =>
      flip(
        file,
        Array.from({ length: 100 }, (_, at) => at),
      ),
    );
    for (const name of readdirSync(join(folder, 'backups'))) {
      if (name.endsWith('.json')) writeFileSync(join(folder, 'backups', name), '{}');
    }
    const report = await mend(folder);
    expect(report).toMatchObject({ backup: null, lost: [] });
    expect(await readMended(folder)).toEqual(texts);
  });

  it.each([0.2, 0.5, 0.8, 0.95])(
    'was cut at %d of its length keeps at least the backup, and names what is lost',
    async (part) => {
      const folder = broken((file) => truncateSync(file, Math.floor(statSync(file).size * part)));
      const report = await mend(folder);
      const mended = await readMended(folder);
      expect([...mended.keys()].length).toBeGreaterThanOrEqual(12);
      for (const [id, text] of texts) {
        if (mended.get(id) === text) continue;
        const isNamed = report.lost.some(({ articleId }) => articleId === id || articleId === null);
        expect({ text, isNamed, lost: report.lost }).toMatchObject({ isNamed: true });
      }
    },
  );

  it('is all noise is the backup again', async () => {
    const folder = broken((file) => writeFileSync(file, Buffer.alloc(200_000, 'Không phải cơ sở dữ liệu. ')));
    const report = await mend(folder);
    expect(report.lost).toMatchObject([{ what: 'other', articleId: null }]);
    expect((await readMended(folder)).size).toBe(12);
  });

  it('has lost the bytes of an attached document takes them from the backup, or names the loss', async () => {
    const noise = (name: string): void => writeFileSync(name, Buffer.alloc(50_000, 'x'));
    const folder = broken(noise);
    const own = new OriginalFiles(folder);
    rmSync(own.original(file));
    expect((await mend(folder)).lost.filter(({ what }) => what === 'files')).toEqual([]);
    await atDesk(folder, (desk) => expect(desk.files.info(file).state).toBe('here'));

    const bare = broken(noise);
    for (const path of [new OriginalFiles(bare).original(file), originalIn(join(bare, 'backups'), file)]) rmSync(path);
    expect((await mend(bare)).lost).toContainEqual(
      expect.objectContaining({ what: 'files', count: 1, detail: expect.stringContaining(file) }),
    );
    await atDesk(bare, (desk) => expect(desk.files.info(file).state).toBe('missing'));
    await readMended(bare);
  });

  it('has one update changed names its article by its headline', async () => {
    const folder = broken((file) => {
      const db = new SqliteDatabase(file);
      db.prepare(
        'UPDATE doc_updates SET bytes = zeroblob(length(bytes)) WHERE seq = (SELECT max(seq) FROM doc_updates WHERE article_id = ?)',
      ).run(late);
      db.close();
    });
    expect(await examine(folder)).toBe(false);
    const report = await mend(folder);
    expect(report.lost).toMatchObject([
      { articleId: late, headline: 'Viết sau bản sao lưu', what: 'updates', count: 1 },
    ]);
    const mended = await readMended(folder);
    expect(mended.get(late)).toBe(texts.get(late)!.replace('Thêm sau. ', ''));
  });

  it('lost an update in the middle of an article tells the words that stood on it', async () => {
    const folder = broken((file) => {
      const db = new SqliteDatabase(file);
      const seqs = db
        .prepare('SELECT seq FROM doc_updates WHERE article_id = ? ORDER BY seq')
        .pluck()
        .all(late) as number[];
      db.prepare('UPDATE doc_updates SET bytes = zeroblob(length(bytes)) WHERE seq = ?').run(seqs[10]);
      db.prepare('UPDATE outbox SET sealed = zeroblob(2) WHERE article_id = ? AND sealed IS NOT NULL').run(late);
      db.close();
    });
    const report = await mend(folder);
    expect(report.lost.some(({ articleId, detail }) => articleId === late && detail.includes('câu 19'))).toBe(true);
    await readMended(folder);
  });
});

function flip(file: string, places: readonly number[], bits = 0xff): void {
  const bytes = readFileSync(file);
  for (const at of places) bytes[at]! ^= bits;
  writeFileSync(file, bytes);
}

const SEED = 20_261_126;
const FLIPS = 30;

describe(`flipped bytes (seed ${SEED})`, () => {
  const random = seededRandom(SEED);
  const places = Array.from(
    { length: FLIPS },
    (_, index) => [index + 1, random(), 1 << Math.floor(random() * 8)] as const,
  );

  it.each(places)('%i: are found or harmless, and mending loses nothing unnamed', async (_, where, bits) => {
    let at = 0;
    const folder = broken((file) => {
      at = Math.floor(where * statSync(file).size);
      flip(file, [at], bits);
    });
    const isFound = !(await examine(folder));
    if (!isFound) {
      expect({ at, texts: await atDesk(folder, textsOf) }).toEqual({ at, texts });
      return;
    }
    const report = await mend(folder);
    const mended = await readMended(folder);
    for (const [id, text] of texts) {
      if (mended.get(id) !== text && !report.lost.some(({ articleId }) => articleId === id))
        throw new Error(JSON.stringify({ at, text, m: mended.get(id), l: report.lost, r: report.rescued }));
    }
    expect(await examine(folder)).toBe(true);
  });
});
