/** Measures in a page, the same way in every page: from a key press to the paint that shows it, and the CPU of a key. */
import type { CDPSession, Page } from '@playwright/test';

export type KeySamples = {
  /** Milliseconds from keydown to after the next paint, one a key. */
  paintMs: number[];
  /** Milliseconds of main-thread tasks and of script, mean of a block of keys. */
  taskMsPerKey: number[];
  scriptMsPerKey: number[];
};

type Probe = { arm(): void; painted(): Promise<number> };

/** Puts the probe into the page: once armed, `painted()` answers when the paint after the next key press is done. */
export async function installProbe(page: Page): Promise<CDPSession> {
  await page.evaluate(() => {
    let settle: ((ms: number) => void) | null = null;
    window.addEventListener(
      'keydown',
      () => {
        const pressed = performance.now();
        requestAnimationFrame(() => {
          // The message is handled after the frame that this callback belongs to has been painted.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            settle?.(performance.now() - pressed);
            settle = null;
          };
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
    let paint: Promise<number> = Promise.resolve(0);
    const probe: Probe = {
      arm: () => {
        paint = new Promise((resolve) => {
          settle = resolve;
        });
      },
      painted: () => paint,
    };
    Object.assign(window, { keyProbe: probe });
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

async function mainThreadSeconds(session: CDPSession): Promise<{ task: number; script: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { task: value('TaskDuration'), script: value('ScriptDuration') };
}

/** Types `text` one key at a time, each after the paint of the one before, and adds to `samples`. */
export async function typeBlock(page: Page, session: CDPSession, text: string, samples: KeySamples): Promise<void> {
  const before = await mainThreadSeconds(session);
  for (const char of text) {
    await page.evaluate(() => (window as unknown as { keyProbe: Probe }).keyProbe.arm());
    const key = {
      key: char,
      text: char,
      unmodifiedText: char,
      windowsVirtualKeyCode: char.toUpperCase().charCodeAt(0),
    };
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    samples.paintMs.push(await page.evaluate(() => (window as unknown as { keyProbe: Probe }).keyProbe.painted()));
  }
  const after = await mainThreadSeconds(session);
  samples.taskMsPerKey.push(((after.task - before.task) * 1000) / text.length);
  samples.scriptMsPerKey.push(((after.script - before.script) * 1000) / text.length);
}

export function emptySamples(): KeySamples {
  return { paintMs: [], taskMsPerKey: [], scriptMsPerKey: [] };
}
