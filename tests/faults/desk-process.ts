/**
 * A core in a process of its own, for the faults. Says the article's id, then a line for each thing that was
 * acknowledged.
 *
 *   type FOLDER POINT PASSES          types until it has passed a named point so many times; ends there by SIGKILL
 *   write FOLDER ID PAGES             types on until it is ended, each key in a transaction of its own; SQLite moves the
 *                                     log into the database whenever it has that many pages (0: never)
 *   push FOLDER POINT ENDPOINT CODE   ends before or after it has sent
 *   photo FOLDER                      ends with a picture's file whole and its row not written
 *   takeIn FOLDER TABLE               ends within the transaction of a picture that is taken in, before a row of the table
 *   discard FOLDER TABLE              the same for one that is put away, before a row of the table is taken out
 */
import { writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as Y from 'yjs';
import { Desk } from '../../electron/core/desk/desk.ts';
import { editOf, typed } from '../support/edit.ts';

const [what, folder = '', ...args] = process.argv.slice(2);
const canyon = fileURLToPath(new URL('../../resources/sample/black-canyon.jpg', import.meta.url));

function end(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal comes before anything else is done.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
}

/** Written at once: nothing of it waits in this process when it ends. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

/** Answers how the next key is typed at the end of an article's body; it is saved when that resolves. */
function typewriter(desk: Desk, id: string): (key: number) => Promise<unknown> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, desk.articles.state(id));
  const body = doc.getText('body');
  let saved: Promise<unknown> = Promise.resolve();
  doc.on('update', (update: Uint8Array) => {
    saved = desk.articles.applyLocal(id, new Uint8Array(update));
  });
  return (key) => {
    body.insert(body.length, `${key} `);
    return saved;
  };
}

async function type(point = '', passes = ''): Promise<void> {
  let left = Number(passes);
  let isArmed = false;
  const desk = await Desk.open({
    folder,
    name: 'Lan',
    atPoint: (reached) => {
      if (!isArmed || reached !== point) return;
      left -= 1;
      if (left === 0) end();
    },
  });
  const id = desk.createArticle();
  say(id);
  const press = typewriter(desk, id);
  isArmed = true;
  for (let key = 0; ; key += 1) {
    await press(key);
    say(`${key}`);
    if (point === 'before-projection') desk.articles.settle();
  }
}

async function write(id = '', pages = ''): Promise<void> {
  const desk = await Desk.open({ folder });
  desk.db.pragma(`wal_autocheckpoint = ${pages}`);
  const press = typewriter(desk, id);
  say(id);
  for (let key = 0; ; key += 1) {
    const saved = press(key);
    desk.articles.flush();
    await saved;
    say(`${key}`);
    // The list and the index follow, as they do while somebody types.
    if (key % 40 === 39) desk.articles.settle();
  }
}

async function push(point = '', endpoint = '', code = ''): Promise<void> {
  const desk = await Desk.open({
    folder,
    name: 'Lan',
    fetch: async (input, init) => {
      const isPush = String(input).endsWith('/v1/push');
      if (isPush && point === 'before-send') end();
      const response = await fetch(input, init);
      if (isPush && point === 'after-send') end();
      return response;
    },
  });
  const id = desk.createArticle();
  await desk.articles.applyLocal(id, editOf(desk.articles.state(id), typed('headline', 'Gửi đi')));
  desk.act({ id, action: 'submit' });
  say(id);
  await desk.sync.join(endpoint, code);
  await desk.sync.now();
}

/** Ends where an original is whole and has its name, and the row that makes it one is not written. */
async function endBeforeRow(table: 'photos' | 'files'): Promise<Desk> {
  const desk = await Desk.open({ folder, name: 'Lan' });
  endBefore(desk, 'INSERT', table);
  return desk;
}

function endBefore(desk: Desk, change: 'INSERT' | 'DELETE', table: string): void {
  desk.db.function('end_here', () => end());
  desk.db.exec(`CREATE TEMP TRIGGER end_before_row BEFORE ${change} ON main.${table} BEGIN SELECT end_here(); END`);
}

async function file(): Promise<void> {
  const desk = await endBeforeRow('files');
  await desk.files.add(Buffer.from('%PDF-1.7'), 'a.pdf');
}

async function photo(): Promise<void> {
  const desk = await endBeforeRow('photos');
  await desk.photos.addFile(canyon);
}

async function takeIn(table = ''): Promise<void> {
  const desk = await Desk.open({ folder, name: 'Lan' });
  endBefore(desk, 'INSERT', table);
  await desk.photoIntake.takeInFile(canyon, { batch: 'Thẻ nhớ' });
}

async function discard(table = ''): Promise<void> {
  const desk = await Desk.open({ folder, name: 'Lan' });
  const { sha256 } = await desk.photoIntake.takeInFile(canyon, { batch: 'Thẻ nhớ' });
  endBefore(desk, 'DELETE', table);
  await desk.photoIntake.discard([sha256]);
}

const deeds = { type, write, push, photo, file, takeIn, discard };
await deeds[what as keyof typeof deeds](...args);
