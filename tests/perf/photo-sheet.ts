/** The contact sheet of 5,000 photos scrolled from one end to the other, beside an empty page that is as high. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { Desk } from '../../electron/core/desk/desk.ts';
import { ownFolder, readNote, writeNote } from '../../electron/core/desk/workstation-note.ts';
import { beginRecord } from '../../electron/core/store/begin-record.ts';
import { insertPhoto } from '../../electron/core/store/photos.ts';
import { noMetadata } from '../../shared/photos/embedded.ts';
import { launchBrowser } from '../support/browser.ts';
import { startHost } from '../support/processes.ts';
import { percentile, printFigure } from './figure.ts';

const PHOTOS = 5_000;
const ROUNDS = 4;
const SCROLL_MS = 4_000;
/** A fast turn of the wheel: several rows of pictures a second. */
const PIXELS_PER_SECOND = 3_000;
const SETTLED_MS = 1_500;

export async function benchSheet(card: readonly string[], dataDir: string): Promise<void> {
  await fillLibrary(card.slice(0, 20), dataDir);
  const host = await startHost({ dataDir });
  const browser = await launchBrowser();
  try {
    const viewport = { width: 1366, height: 768 };
    const page = await browser.newPage({ viewport });
    await page.goto(host.url);
    await page.locator('.title-button').first().waitFor();
    await page.keyboard.press('Alt+a');
    await page.locator('.photo-cell img').first().waitFor();
    const height = await page.locator('.photo-grid').evaluate((grid) => grid.scrollHeight);
    const bare = await browser.newPage({ viewport });
    await bare.setContent(
      `<div class="list" style="height:100vh;overflow:auto"><div style="height:${height}px"></div></div>`,
    );
    const [ours, empty]: [number[], number[]] = [[], []];
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const [target, selector, rates] of [
        [page, '.photo-grid', ours],
        [bare, '.list', empty],
      ] as const) {
        await target.bringToFront();
        await target.waitForTimeout(SETTLED_MS);
        const rate = await framesPerSecond(target, selector, Math.max(0, round));
        if (round >= 0) rates.push(rate);
      }
    }
    printFigure('photos', `sheet-of-${PHOTOS}-frames`, '1/s', percentile(ours, 0.5), percentile(empty, 0.5));
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** Each round goes through a part of its own, whose pictures have not been shown before. */
function framesPerSecond(page: Page, selector: string, round: number): Promise<number> {
  return page.evaluate(
    ({ selector, from, pixelsPerSecond, scrollMs }) =>
      new Promise<number>((resolve) => {
        const scroller = document.querySelector(selector)!;
        let frames = 0;
        let begun: number | null = null;
        const step = (now: number): void => {
          begun ??= now;
          scroller.scrollTop = from + ((now - begun) * pixelsPerSecond) / 1_000;
          if (now - begun >= scrollMs) resolve((frames * 1_000) / (now - begun));
          else requestAnimationFrame(step);
          frames += 1;
        };
        requestAnimationFrame(step);
      }),
    {
      selector,
      from: (round * PIXELS_PER_SECOND * SCROLL_MS) / 1_000,
      pixelsPerSecond: PIXELS_PER_SECOND,
      scrollMs: SCROLL_MS,
    },
  );
}

/** 5,000 photos as taking them in leaves them, of twenty looks. */
async function fillLibrary(card: readonly string[], dataDir: string): Promise<void> {
  const folder = ownFolder(dataDir);
  mkdirSync(folder, { recursive: true });
  const desk = await Desk.open({ folder, name: 'Lan' });
  writeNote(dataDir, { ...readNote(dataDir), profile: 'own', language: 'vi' });
  const looks: string[] = [];
  for (const path of card) looks.push((await desk.photoIntake.takeInFile(path, { batch: 'Hội nghị' })).sha256);
  const { files } = desk.photos;
  desk.db
    .transaction(() => {
      for (let index = 0; index < PHOTOS - looks.length; index += 1) {
        const look = looks[index % looks.length]!;
        const sha256 = index.toString(16).padStart(6, '0') + look.slice(6);
        const name = `DSC_${String(index).padStart(4, '0')}.JPG`;
        const at = new Date(Date.UTC(2026, 10, 1) + index * 60_000).toISOString();
        const metadata = {
          ...noMetadata,
          description: `Đại biểu dự hội nghị, ảnh số ${index}.`,
          credit: 'Báo Nghệ An',
        };
        insertPhoto(desk.db, { ...desk.photos.info(look), sha256, name, addedAt: at, uploaded: false, metadata });
        beginRecord(desk.db, { sha256, metadata, batch: 'Hội nghị', name }, { own: true, at });
        mkdirSync(dirname(files.original(sha256)), { recursive: true });
        // The sheet shows the small ones alone.
        const thumb = files.rendition(look, 'thumb');
        for (const path of [files.original(sha256), files.rendition(sha256, 'thumb')]) copyFileSync(thumb, path);
      }
    })
    .immediate();
  while (desk.articles.settle() > 0) await new Promise((resolve) => setImmediate(resolve));
  await desk.close();
}
