/**
 * A core that ends itself by SIGKILL at a named point: `type FOLDER POINT`, `push FOLDER POINT ENDPOINT CODE`,
 * `photo FOLDER POINT`. Prints the article's id, then a line for each thing that was acknowledged before the end.
 */
import { writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Desk } from '../../electron/core/desk/desk.ts';
import { editOf, typed } from '../support/edit.ts';

const [what, folder = '', point = '', endpoint = '', code = ''] = process.argv.slice(2);
/** The point is passed a few times before it is the end. */
const PASSES = 5;

function end(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal comes before anything else is done.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
}

/** Written at once: nothing of it waits in this process when it ends. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

async function type(): Promise<void> {
  let passes = 0;
  let isArmed = false;
  const desk = await Desk.open({
    folder,
    name: 'Lan',
    atPoint: (reached) => {
      if (!isArmed || reached !== point) return;
      passes += 1;
      if (passes === PASSES) end();
    },
  });
  const id = desk.createArticle();
  say(id);
  isArmed = true;
  for (let key = 0; ; key += 1) {
    await desk.articles.applyLocal(id, editOf(desk.articles.state(id), typed('body', `${key} `)));
    say(`${key}`);
    if (point === 'before-projection') desk.articles.settle();
  }
}

async function push(): Promise<void> {
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

async function photo(): Promise<void> {
  const desk = await Desk.open({ folder, name: 'Lan' });
  // The file is whole and has its name; the row that makes it a photo is not written.
  desk.db.function('end_here', () => end());
  desk.db.exec('CREATE TEMP TRIGGER end_before_row BEFORE INSERT ON main.photos BEGIN SELECT end_here(); END');
  await desk.photos.addFile(fileURLToPath(new URL('../../resources/sample/black-canyon.jpg', import.meta.url)));
}

await { type, push, photo }[what as 'type' | 'push' | 'photo']();
