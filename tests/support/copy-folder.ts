import { cpSync } from 'node:fs';

/** A copy of a folder with everything in it; answers where it is. */
export function copyFolder(from: string, to: string): string {
  cpSync(from, to, { recursive: true });
  return to;
}
