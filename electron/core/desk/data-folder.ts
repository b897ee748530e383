/** Where a person's data lies when nobody says otherwise. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** TOASOAN_DATA, else the platform's own place for data of applications. */
export function defaultDataFolder(
  env: Record<string, string | undefined> = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (env.TOASOAN_DATA) return env.TOASOAN_DATA;
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'ToaSoan');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'ToaSoan');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'toasoan');
}
