import { readdirSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/** From now on everything that this process does, decoding in threads as well, comes after what people do. */
export function giveWay(): void {
  // Who was started with less does not get more.
  const nice = Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL);
  setPriority(nice);
  if (process.platform !== 'linux') return;
  // There a priority is one thread's. Those that are here already decode the pictures, and begin others, which take it over.
  for (const thread of readdirSync('/proc/self/task')) {
    try {
      setPriority(Number(thread), nice);
    } catch {
      // It has ended meanwhile.
    }
  }
}
