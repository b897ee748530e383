import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Office, openOffice } from '../../endpoint/testing/office-for-test.ts';
import { launchBrowser } from '../support/browser.ts';

let office: Office;
let browser: Browser;
beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await office.close();
});

it('the documentation opens in a browser and asks no other host for anything', async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${office.url}/docs/`);
  await page.getByText('/v1/push').first().waitFor();
  const foreign = asked.filter((url) => !url.startsWith(office.url) && !url.startsWith('data:'));
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});
