/** The first steps in Electron itself, wherever its runtime is present. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/set-up.mjs';
import { tempFolder } from '../support/temp-folder.ts';
import { firstSteps } from './first-steps.ts';

/** The runtime's executable: TOASOAN_ELECTRON, or the one that the npm package fetched; null where there is none. */
function findRuntime(): string | null {
  if (process.env.TOASOAN_ELECTRON) return process.env.TOASOAN_ELECTRON;
  const note = join(root, 'node_modules/electron/path.txt');
  if (!existsSync(note)) return null;
  const executable = join(root, 'node_modules/electron/dist', readFileSync(note, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/** Electron needs a screen on Linux; a virtual one will do. */
function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

describe('Electron itself', () => {
  const dataDir = tempFolder();

  it('walks the first steps of the storyline', async (test) => {
    const executablePath = findRuntime();
    if (executablePath === null) {
      return test.skip(
        'the Electron runtime is not here (npx install-electron fetches it, TOASOAN_ELECTRON names one)',
      );
    }
    if (!hasScreen()) return test.skip('Electron needs a screen: set DISPLAY, or run under xvfb-run');
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const application = await _electron.launch({ executablePath, args: [...sandbox, root, '--data', dataDir] });
    try {
      const page = await application.firstWindow();
      expect(page.url()).toBe('toasoan://desk/index.html');
      await firstSteps(page);
    } finally {
      await application.close();
    }
  });
});
