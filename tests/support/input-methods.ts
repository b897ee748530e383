/**
 * Vietnamese input methods as a browser sees them, by way of the DevTools protocol.
 *
 *   hook     UniKey, EVKey, OpenKey, GoTiengViet: each key of Telex takes letters away by synthetic Backspaces and puts
 *            others in as Unicode key packets (VK_PACKET); there is no composition
 *   burst    the same without waiting for the page
 *   compose  the input method of Windows, macOS, ibus, fcitx: a composition that grows and is committed
 *
 * Nothing here is UniKey itself; docs/input-methods.md is the sheet for the real ones.
 */
import type { CDPSession } from '@playwright/test';

/** What a hook tool sends for one key: letters taken away, then others put in. */
export type Burst = { remove: number; insert: string };

const toneKeys: Record<string, string> = { '\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' };
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** What stands in the text after each key of Telex, for one word (NFC): the tone comes last, as most people type it. */
export function telexStates(word: string): string[] {
  const states: string[] = [];
  const bare = word.normalize('NFD').replace(TONES, '').normalize('NFC');
  let shown = '';
  for (const letter of bare) {
    const plain = letter === 'đ' ? 'd' : letter === 'Đ' ? 'D' : [...letter.normalize('NFD')][0]!;
    // `aa` is â: first the plain letter is there, then the one with its mark.
    if (plain !== letter) states.push(shown + plain);
    shown += letter;
    states.push(shown);
  }
  const whole = word.normalize('NFC');
  const tones = word.normalize('NFD').match(TONES) ?? [];
  if (tones.some((tone) => tone in toneKeys)) states.push(whole);
  return states;
}

/** The states as bursts: what is equal at the beginning stays. */
export function telexBursts(word: string): Burst[] {
  let before: string[] = [];
  return telexStates(word).map((state) => {
    const after = [...state];
    let same = 0;
    while (same < before.length && before[same] === after[same]) same += 1;
    const burst = { remove: before.length - same, insert: after.slice(same).join('') };
    before = after;
    return burst;
  });
}

const BACKSPACE = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 };
const VK_PACKET = 231;

function sendBurst(devtools: CDPSession, { remove, insert }: Burst): Promise<unknown>[] {
  const sent: Promise<unknown>[] = [];
  for (let i = 0; i < remove; i += 1) {
    sent.push(devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...BACKSPACE }));
    sent.push(devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...BACKSPACE }));
  }
  for (const letter of insert) {
    const packet = { windowsVirtualKeyCode: VK_PACKET, key: letter };
    sent.push(
      devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...packet, text: letter, unmodifiedText: letter }),
    );
    sent.push(devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...packet }));
  }
  return sent;
}

const wordsAndRest = (text: string): string[] => text.match(/[\p{L}\p{M}]+|[^\p{L}\p{M}]/gu) ?? [];

/** A key that no input method changes: a space, a sign, a digit, Enter. */
function plainKey(devtools: CDPSession, key: string): Promise<unknown>[] {
  const isEnter = key === '\n';
  const event = isEnter
    ? { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
    : { key, windowsVirtualKeyCode: key === ' ' ? 32 : 0 };
  return [
    devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, text: isEnter ? '\r' : key }),
    devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
  ];
}

export async function typeByHook(devtools: CDPSession, text: string): Promise<void> {
  for (const piece of wordsAndRest(text)) {
    const bursts = /\p{L}/u.test(piece) ? telexBursts(piece) : null;
    for (const burst of bursts ?? []) for (const sent of sendBurst(devtools, burst)) await sent;
    if (bursts === null) for (const sent of plainKey(devtools, piece)) await sent;
  }
}

/** As fast as the browser takes it; a few hundred keys at a time are on their way. */
export async function typeByBurst(devtools: CDPSession, text: string): Promise<void> {
  const MOST_ON_THE_WAY = 400;
  let sent: Promise<unknown>[] = [];
  for (const piece of wordsAndRest(text)) {
    if (/\p{L}/u.test(piece)) for (const burst of telexBursts(piece)) sent.push(...sendBurst(devtools, burst));
    else sent.push(...plainKey(devtools, piece));
    if (sent.length < MOST_ON_THE_WAY) continue;
    await Promise.all(sent);
    sent = [];
  }
  await Promise.all(sent);
}

export async function typeByComposing(devtools: CDPSession, text: string): Promise<void> {
  for (const piece of wordsAndRest(text)) {
    if (!/\p{L}/u.test(piece)) {
      for (const sent of plainKey(devtools, piece)) await sent;
      continue;
    }
    for (const state of telexStates(piece)) {
      const at = state.length;
      await devtools.send('Input.imeSetComposition', { text: state, selectionStart: at, selectionEnd: at });
    }
    await devtools.send('Input.insertText', { text: piece.normalize('NFC') });
  }
}

export const inputMethods = { hook: typeByHook, burst: typeByBurst, compose: typeByComposing } as const;
export type InputMethod = keyof typeof inputMethods;
