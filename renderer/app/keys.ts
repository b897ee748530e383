/** Keys as commands name them. */
export const isMac = /Mac/.test(globalThis.navigator?.platform ?? '');

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'> &
  Partial<Pick<KeyboardEvent, 'code'>>;

const LETTER_OR_DIGIT = /^(?:Key([A-Z])|Digit(\d))$/;
/** With Shift or AltGr these write something else; what is printed on the key is what was meant. */
const MEANT_BY_CAP = /^[\d=]$/;

/** Whether a key press is `keys`, such as `mod+shift+enter`, `f7` or `mod+/`. */
export function matchesKeys(press: KeyPress, keys: string, mac: boolean = isMac): boolean {
  const parts = keys.toLowerCase().split('+');
  const key = parts.pop() ?? '';
  const mod = parts.includes('mod');
  const ctrl = parts.includes('ctrl') || (mod && !mac);
  if (press.ctrlKey !== ctrl || press.metaKey !== (mod && mac)) return false;
  if (press.altKey !== parts.includes('alt')) return false;
  // A sign such as "?" or "/" may need Shift on some keyboards.
  if (/^[\p{L}\p{N}=]$|^.{2,}$/u.test(key) && press.shiftKey !== parts.includes('shift')) return false;
  if (press.key.toLowerCase() === key || (key === 'space' && press.key === ' ')) return true;
  return ((mac && press.altKey) || MEANT_BY_CAP.test(key)) && keyOnCap(press) === key;
}

/** With Alt a Mac writes other letters (Alt+C is ç); what is printed on the key is what was meant. */
function keyOnCap({ code = '' }: KeyPress): string | null {
  if (code === 'Equal') return '=';
  const cap = LETTER_OR_DIGIT.exec(code);
  return (cap?.[1] ?? cap?.[2] ?? null)?.toLowerCase() ?? null;
}
