/** What processes take of the memory. Linux only; NaN elsewhere. */
import { readdirSync, readFileSync } from 'node:fs';

export const MIB = 2 ** 20;

/** Resident bytes of a process: now, or the most that it ever had. */
export function residentBytes(pid: number, most: 'now' | 'peak' = 'now'): number {
  const name = most === 'now' ? 'VmRSS' : 'VmHWM';
  try {
    const [, kilobytes] = new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return Number.NaN;
  }
}

/** The processes that a process has started, whose command lines have these words. */
export function childrenOf(pid: number, words: string): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' '))
      .filter(Boolean)
      .map(Number)
      .filter((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes(words));
  } catch {
    return [];
  }
}
