import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cropOf } from '../../shared/photos/geometry.ts';
import type { PhotoEdits, PhotoRecord } from '../../shared/photos/photo-details.ts';
import { findBarriers } from '../../tests/e2e/axe.ts';
import { launchBrowser } from '../../tests/support/browser.ts';
import { type ServedPage, servePage } from '../../tests/support/served-page.ts';
import { tempFolder } from '../../tests/support/temp-folder.ts';
import type { PictureTrial } from './testing/page.tsx';

const SIZE: Parameters<PictureTrial['open']>[0] = { width: 1_500, height: 1_000 };
const picture = fileURLToPath(new URL('../../resources/sample/black-canyon.jpg', import.meta.url));

let browser: Browser;
let served: ServedPage;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  const fileAt = (path: string): string | null => (path.startsWith('/photos/') ? picture : null);
  [browser, served] = await Promise.all([
    launchBrowser(),
    servePage('renderer/picture-editor/testing', tempFolder(), fileAt),
  ]);
  page = await browser.newPage({ viewport: { width: 1_366, height: 768 } });
  page.setDefaultTimeout(5_000);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(served.url);
  await page.locator('body[data-ready]').waitFor();
});
afterAll(async () => {
  await browser.close();
  served.server.close();
  expect(problems).toEqual([]);
});
beforeEach(async () => {
  await page.evaluate((size) => window.pictureTrial.open(size), SIZE);
  await page.locator('.picture-stage img').waitFor();
});

const record = (): Promise<PhotoRecord> => page.evaluate(() => window.pictureTrial.record());
const edits = async (): Promise<PhotoEdits> => (await record()).edits;
const chooseTool = (name: string): Promise<void> => page.locator('.picture-tool', { hasText: name }).click();
const stage = (): Locator => page.locator('.picture-stage');
const box = (name: string): Locator => page.getByRole('application', { name });
const said = (): Promise<string> => page.locator('.picture-room [role="status"]').innerText();

/** From one place of the stage to another, in parts of it, by several moves of the pointer. */
async function drag(from: [number, number], to: [number, number]): Promise<void> {
  const { x, y, width, height } = (await stage().boundingBox())!;
  await page.mouse.move(x + from[0] * width, y + from[1] * height);
  await page.mouse.down();
  for (const part of [0.5, 1]) {
    const place = [0, 1].map((axis) => from[axis]! + (to[axis]! - from[axis]!) * part) as [number, number];
    await page.mouse.move(x + place[0] * width, y + place[1] * height);
  }
  await page.mouse.up();
}

const undo = (): Promise<void> => page.keyboard.press('Control+z');

describe('a crop', () => {
  it('is moved and resized by hand, keeps its shape, and each move is one step of undo', async () => {
    await drag([0.5, 0.5], [0.5, 0.9]);
    const moved = (await edits()).crops?.['16:9'];
    expect(moved?.y).toBeCloseTo(1 - 0.84375, 2);
    // Its left upper corner, inwards.
    await drag([0, moved!.y], [0.5, 0.6]);
    const smaller = (await edits()).crops?.['16:9'];
    expect(smaller?.width).toBeCloseTo(0.5, 1);
    expect((smaller!.width * SIZE.width) / (smaller!.height * SIZE.height)).toBeCloseTo(16 / 9, 2);
    await undo();
    expect((await edits()).crops?.['16:9']).toEqual(moved);
    await undo();
    expect(await edits()).toEqual({});
    await page.keyboard.press('Control+y');
    expect((await edits()).crops?.['16:9']).toEqual(moved);
  });

  it('is moved and resized by keys, in one step as long as the key is held, and its numbers are said', async () => {
    await page.locator('.segmented-choice', { hasText: '1:1' }).click();
    const crop = box('Khung cắt 1:1');
    await crop.focus();
    await page.keyboard.down('ArrowLeft');
    for (let times = 0; times < 4; times += 1) await page.keyboard.down('ArrowLeft');
    expect(await said()).toMatch(/^Trái 12%, trên 0%, rộng 67%, cao 100%$/);
    await page.keyboard.up('ArrowLeft');
    expect((await edits()).crops?.['1:1']?.x).toBeCloseTo(1 / 6 - 0.05, 2);
    await page.keyboard.press('Shift+ArrowUp');
    expect((await edits()).crops?.['1:1']?.width).toBeCloseTo(2 / 3 - 0.01, 2);
    await undo();
    await undo();
    expect(await edits()).toEqual({});
  });

  it('has the focus in it wherever it is pulled to', async () => {
    await chooseTool('Điểm nhấn');
    const { x, y, width, height } = (await stage().boundingBox())!;
    await page.mouse.click(x + width * 0.1, y + height * 0.5);
    await chooseTool('Cắt');
    await page.locator('.segmented-choice', { hasText: '1:1' }).click();
    await drag([0.3, 0.5], [0.95, 0.5]);
    const now = await edits();
    const crop = cropOf(now, '1:1', SIZE);
    expect(crop.x).toBeLessThanOrEqual(now.focus!.x);
    expect(now.crops?.['1:1']?.x).toBeCloseTo(0.1, 1);
  });

  it('is given up by Escape while it is pulled', async () => {
    const { x, y, width, height } = (await stage().boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height * 0.8);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await edits()).toEqual({});
  });
});

describe('the focus', () => {
  it('is set by a press, moved by keys and taken away by Delete', async () => {
    await chooseTool('Điểm nhấn');
    const { x, y, width, height } = (await stage().boundingBox())!;
    await page.mouse.click(x + width * 0.25, y + height * 0.75);
    expect((await edits()).focus?.x).toBeCloseTo(0.25, 2);
    await box('Điểm nhấn').focus();
    await page.keyboard.press('ArrowRight');
    expect((await edits()).focus?.x).toBeCloseTo(0.26, 2);
    await page.keyboard.press('Delete');
    expect(await edits()).toEqual({});
  });

  it('is a place of the picture, however that is turned', async () => {
    await chooseTool('Xoay, chỉnh thẳng');
    await page.getByRole('button', { name: 'Xoay phải' }).click();
    await chooseTool('Điểm nhấn');
    const { x, y, width, height } = (await stage().boundingBox())!;
    expect(width / height).toBeCloseTo(2 / 3, 2);
    await page.mouse.click(x + width * 0.9, y + height * 0.2);
    const { focus } = await edits();
    expect(focus?.x).toBeCloseTo(0.2, 2);
    expect(focus?.y).toBeCloseTo(0.1, 2);
  });
});

describe('turning', () => {
  it('goes by quarters and by tenths of degrees, each one step', async () => {
    await chooseTool('Xoay, chỉnh thẳng');
    await page.getByRole('button', { name: 'Xoay trái' }).click();
    const slider = page.getByRole('slider', { name: 'Chỉnh thẳng' });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await edits()).toEqual({ turn: 270, straighten: 0.2 });
    await undo();
    expect(await edits()).toEqual({ turn: 270, straighten: 0.1 });
    await page.getByRole('button', { name: 'Không xoay, không chỉnh' }).click();
    expect(await edits()).toEqual({});
    await undo();
    expect(await edits()).toEqual({ turn: 270, straighten: 0.1 });
  });
});

describe('hidden faces', () => {
  beforeEach(() => chooseTool('Che mặt'));

  it('are drawn by hand, and shown as blocks at once', async () => {
    await drag([0.2, 0.2], [0.4, 0.5]);
    const { pixelated } = await edits();
    expect(pixelated).toHaveLength(1);
    expect(pixelated![0]!.x).toBeCloseTo(0.2, 2);
    expect(pixelated![0]!.height).toBeCloseTo(0.3, 2);
    await expect.poll(() => page.locator('.picture-stage .shown-mosaic').count()).toBe(1);
    await drag([0.6, 0.6], [0.601, 0.601]);
    expect((await edits()).pixelated).toHaveLength(1);
    await undo();
    expect(await edits()).toEqual({});
  });

  it('are drawn, moved, resized and taken away with no mouse', async () => {
    await page.getByRole('button', { name: 'Thêm chỗ che' }).focus();
    await page.keyboard.press('Enter');
    await page.locator(':focus[aria-label="Chỗ che 1"]').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+ArrowRight');
    const [area] = (await edits()).pixelated!;
    expect(area).toMatchObject({ y: 0.39 });
    expect(area!.width).toBeCloseTo(0.143, 2);
    await page.keyboard.press('Delete');
    expect(await edits()).toEqual({});
  });

  it('are those marked of people, by one press', async () => {
    const area = { x: 0.1, y: 0.1, width: 0.1, height: 0.15 };
    await page.evaluate(
      ([size, face]) => window.pictureTrial.open(size, [{ name: 'An', area: face }, { name: 'Bình' }]),
      [SIZE, area] as const,
    );
    await chooseTool('Che mặt');
    await page.getByRole('button', { name: 'Che 1 khuôn mặt đã đánh dấu' }).click();
    expect((await edits()).pixelated).toEqual([area]);
  });

  it('must be hidden before the picture goes out, if somebody says so', async () => {
    await page.getByRole('checkbox').check();
    expect((await edits()).withheld).toBe(true);
    expect(await page.locator('.picture-warning').innerText()).toContain('bị giữ lại');
    await drag([0.2, 0.2], [0.4, 0.5]);
    expect(await page.locator('.picture-warning').count()).toBe(0);
    await page.getByRole('button', { name: 'Bỏ mọi chỉnh sửa' }).click();
    expect(await edits()).toEqual({ withheld: true });
  });

  it('lie where they were drawn when the picture is turned', async () => {
    await chooseTool('Xoay, chỉnh thẳng');
    await page.getByRole('button', { name: 'Xoay phải' }).click();
    await chooseTool('Che mặt');
    await drag([0.6, 0.1], [0.9, 0.3]);
    const [area] = (await edits()).pixelated!;
    expect(area!.x).toBeCloseTo(0.1, 2);
    expect(area!.y).toBeCloseTo(0.1, 2);
    expect(area!.width).toBeCloseTo(0.2, 2);
    expect(area!.height).toBeCloseTo(0.3, 2);
  });
});

describe('the look', () => {
  it('is written as a look and is no edit', async () => {
    await chooseTool('Xem sáng tối');
    await page.getByRole('slider', { name: 'Độ sáng' }).focus();
    await page.keyboard.press('ArrowRight');
    expect((await record()).look).toEqual({ brightness: 1, black: 0, white: 255 });
    expect(await edits()).toEqual({});
    expect(await page.locator('.picture-stage .shown-picture').evaluate((shown) => shown.style.filter)).toMatch(/url/);
  });
});

it('everything is reached by keys, and is in order for those who do not see it', async () => {
  for (const tool of ['Cắt', 'Điểm nhấn', 'Xoay, chỉnh thẳng', 'Che mặt', 'Xem sáng tối']) {
    await chooseTool(tool);
    expect(await findBarriers(page), tool).toEqual([]);
  }
  await page.locator('.picture-tool', { hasText: 'Xem sáng tối' }).press('ArrowUp');
  await expect.poll(() => page.locator('.picture-tool[data-selected]').innerText()).toBe('Che mặt');
  await page.getByRole('button', { name: 'Xong' }).press('Enter');
  expect(await page.evaluate(() => window.pictureTrial.isClosed())).toBe(true);
});
