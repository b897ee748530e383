/** The first steps of the storyline, the same in the double and in Electron itself: first run, sample office, a headline. */
import { expect, type Page } from '@playwright/test';

const HEADLINE = 'Tỉnh đoàn ra quân trồng cây nhớ ơn Bác';
const saved = /saved on this computer|đã lưu trên máy/i;

/** From an empty data folder to a headline that is on disk, and there again after the page was loaded anew. */
export async function firstSteps(page: Page): Promise<void> {
  await page.getByRole('button', { name: /sample office|tòa soạn mẫu/i }).click();
  await page.getByRole('button', { name: /new article|bài mới/i }).click();
  const headline = page.getByRole('textbox', { name: /headline|tít|tiêu đề/i });
  // The sample article was open; the new one has taken its place.
  await expect(headline).toHaveValue('');
  await headline.fill(HEADLINE);
  await expect(page.getByText(saved).first()).toBeVisible();
  await expect(page.getByRole('main').or(page.locator('body')).getByText(HEADLINE).first()).toBeVisible();
}

/** The same page goes on: what was written is there, and more can be written and saved. */
export async function stillWorks(page: Page): Promise<void> {
  const headline = page.getByRole('textbox', { name: /headline|tít|tiêu đề/i });
  await expect(headline).toHaveValue(HEADLINE);
  await headline.fill(`${HEADLINE}: đợt hai`);
  await expect(page.getByText(`${HEADLINE}: đợt hai`).first()).toBeVisible();
  await expect(page.getByText(saved).first()).toBeVisible();
}
