import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/** Only the administrator may ask the system more often. */
const AGAIN_MS = 150;

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
  if (leadsSession()) giveWayToOtherSessions(nice);
}

/** Linux shares the processor out among sessions first: behind a browser, which has its own, the threads alone would not stand. */
function giveWayToOtherSessions(nice: number): void {
  try {
    writeFileSync('/proc/self/autogroup', `${nice}`);
  } catch (error) {
    // Other errors are those of a system that shares it out otherwise.
    const isTooSoon = (error as NodeJS.ErrnoException).code === 'EAGAIN';
    if (isTooSoon) setTimeout(() => giveWayToOtherSessions(nice), AGAIN_MS).unref();
  }
}

function leadsSession(): boolean {
  // pid (name) state parent group session ...
  const [, , , session] = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)!.split(' ');
  return Number(session) === process.pid;
}
