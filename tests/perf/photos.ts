/**
 * A card of 200 photos of 12 megapixels (TOASOAN_BENCH_PHOTOS): taken into the library, beside bare sharp and bare ExifTool over the
 * same files with the same number of processes at the same priority; the delay of keys in an article meanwhile, beside the same
 * keys while nothing comes in; the memory of the core and of its process for pictures; and the contact sheet of 5,000 photos
 * scrolled, beside an empty page as high.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exiftoolPath } from 'exiftool-vendored';
import { Desk } from '../../electron/core/desk/desk.ts';
import { picturesAtOnce } from '../../pictures/picture-pool.ts';
import { cardOfPhotos } from './card-of-photos.ts';
import { percentile, printFigure } from './figure.ts';
import { benchSheet } from './photo-sheet.ts';
import { benchTypingMeanwhile } from './typing-meanwhile.ts';

const COUNT = Number(process.env.TOASOAN_BENCH_PHOTOS ?? 200);
const ROUNDS = 3;

export async function benchPhotos(): Promise<void> {
  const card = await cardOfPhotos(COUNT);
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-bench-'));
  try {
    await benchTakingIn(card, folder);
    await benchTypingMeanwhile(card, mkdtempSync(join(folder, 'desk-')));
    await benchSheet(card, mkdtempSync(join(folder, 'desk-')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchTakingIn(card: readonly string[], folder: string): Promise<void> {
  const [ours, bare]: [number[], number[]] = [[], []];
  // They take turns, so that both see the same machine.
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await timed(() => takeIn(card, mkdtempSync(join(folder, 'ours-')))));
    bare.push(await timed(() => withoutUs(card, mkdtempSync(join(folder, 'bare-')))));
  }
  const ratio = percentile(
    ours.map((seconds, index) => seconds / bare[index]!),
    0.5,
  );
  printFigure('photos', `take-in-${card.length}`, 's', percentile(ours, 0.5), percentile(bare, 0.5), ratio);
}

/** In seconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}

/** As the command line does it: as many at once as the pool is worth, with records, likenesses and everything on the disk. */
async function takeIn(card: readonly string[], folder: string): Promise<void> {
  const desk = await Desk.open({ folder, name: 'Lan' });
  const waiting = [...card];
  const work = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await desk.photoIntake.takeInFile(path, { batch: 'DCIM' });
    }
  };
  await Promise.all(Array.from({ length: picturesAtOnce() + 1 }, work));
  const { total } = desk.photoLibrary.overview();
  if (total !== card.length) throw new Error(`${total} of ${card.length} photos are there`);
  await desk.close();
}

async function withoutUs(card: readonly string[], folder: string): Promise<void> {
  const shares = picturesAtOnce() / 2;
  const exiftool = await exiftoolPath();
  await Promise.all(
    Array.from({ length: shares }, (_, share) => card.filter((_path, index) => index % shares === share)).flatMap(
      (pictures) => [
        run(process.execPath, [fileURLToPath(new URL('./bare-pictures.ts', import.meta.url)), folder, ...pictures]),
        run('nice', ['-n', '10', 'perl', exiftool, '-json', '-struct', '-G1', ...pictures]),
      ],
    ),
  );
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      detached: process.platform === 'linux',
    });
    giveSessionWay(child.pid);
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`))));
  });
}

/** As `giveWay` does, where the system has sessions with priorities. */
function giveSessionWay(pid: number | undefined): void {
  const file = `/proc/${pid}/autogroup`;
  if (existsSync(file)) writeFileSync(file, '10');
}
