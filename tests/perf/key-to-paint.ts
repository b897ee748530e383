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
    const begin = (): void => {
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
    };
    for (const type of ['keydown', 'compositionupdate']) window.addEventListener(type, begin, { capture: true });
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

type Keyed = { keyProbe: Probe };

/** Does one thing after the other, each after the paint of the one before, and adds to `samples`. */
async function timed(
  page: Page,
  session: CDPSession,
  deeds: readonly (() => Promise<unknown>)[],
  samples: KeySamples,
): Promise<void> {
  const before = await mainThreadSeconds(session);
  for (const deed of deeds) {
    await page.evaluate(() => (window as unknown as Keyed).keyProbe.arm());
    await deed();
    samples.paintMs.push(await page.evaluate(() => (window as unknown as Keyed).keyProbe.painted()));
  }
  const after = await mainThreadSeconds(session);
  samples.taskMsPerKey.push(((after.task - before.task) * 1000) / deeds.length);
  samples.scriptMsPerKey.push(((after.script - before.script) * 1000) / deeds.length);
}

/** Types `text` one key at a time. */
export async function typeBlock(page: Page, session: CDPSession, text: string, samples: KeySamples): Promise<void> {
  const deeds = [...text].map((char) => async () => {
    const key = {
      key: char,
      text: char,
      unmodifiedText: char,
      windowsVirtualKeyCode: char.toUpperCase().charCodeAt(0),
    };
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  });
  await timed(page, session, deeds, samples);
}

/** Composes the words, a step a key, and commits each; only the steps are timed. */
export async function composeBlock(
  page: Page,
  session: CDPSession,
  words: readonly (readonly string[])[],
  samples: KeySamples,
): Promise<void> {
  for (const states of words) {
    const deeds = states.map((state) => () => {
      const at = state.length;
      return session.send('Input.imeSetComposition', { text: state, selectionStart: at, selectionEnd: at });
    });
    await timed(page, session, deeds, samples);
    await session.send('Input.insertText', { text: `${states.at(-1)} ` });
  }
}

export function emptySamples(): KeySamples {
  return { paintMs: [], taskMsPerKey: [], scriptMsPerKey: [] };
}
