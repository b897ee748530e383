/** The one way tests start a real browser. */
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.mjs';

export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the installed Chromium, Chrome or Edge without a window. Throws if there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) {
    throw new Error('No browser found. Install Chromium, Chrome or Edge, or name one in TOASOAN_BROWSER.');
  }
  return chromium.launch({ executablePath, args: browserArguments });
}
