/** What is known of a picture is part of what was submitted; whoever decides is told when it was changed since. */
import { join } from 'node:path';
import { type Browser, expect as see } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openHostPage } from '../support/page.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { closeSeat, openSeat, type Seat } from './office.ts';
import { makePhotoDesk, withOwnDesk } from './photo-desk.ts';

let browser: Browser;
let seat: Seat;
let sha256: string;
beforeAll(async () => {
  const dataDir = join(tempFolder(), 'seat');
  [sha256 = ''] = await makePhotoDesk(dataDir, 1);
  await withOwnDesk(dataDir, async (desk) => {
    await desk.photoRecords.change([{ sha256, change: { texts: { creator: { how: 'set', text: 'Thu Hà' } } } }]);
    const id = desk.createArticle({
      document: {
        ...{ version: 1, language: 'vi', headline: 'Quang cảnh hội nghị', lead: '', fields: {} },
        photos: [{ id: 'p', sha256, caption: 'Hội trường.', credit: 'Hà', alt: 'Hội trường đông người' }],
        blocks: [{ kind: 'photo', photo: 'p' }],
      },
    });
    desk.act({ id, action: 'submit' });
  });
  browser = await launchBrowser();
  seat = await openSeat(browser, dataDir);
});
afterAll(async () => {
  await closeSeat(seat);
  await browser.close();
});

it('says nothing until the picture is changed, and then says so', async () => {
  const { page, context, host } = seat;
  await page.getByRole('option', { name: /Quang cảnh hội nghị/ }).click();
  const banner = page.locator('.state-banner');
  await see(banner).toBeVisible();
  // Once the core has answered what the article says now.
  await page.waitForLoadState('networkidle');
  const beyond = page.locator('.banner-beyond');
  const [cookie] = await context.cookies();
  const other = await openHostPage(host, `${cookie!.name}=${cookie!.value}`);
  await other.desk.photoLibrary.record({ sha256 });
  await see(beyond).toHaveCount(0);
  await other.desk.photoLibrary.change({ deeds: [{ sha256, change: { dateCreated: '2026-11-26' } }] });
  await see(beyond).toContainText('ảnh của bài');
  await other.desk.photoLibrary.change({ deeds: [{ sha256, change: { dateCreated: null } }] });
  await see(beyond).toHaveCount(0);
  other.close();
  expect(seat.problems).toEqual([]);
});
