import { describe, expect, it } from 'vitest';
import { defaultDataFolder } from './data-folder.ts';

describe('the folder of a person without a wish', () => {
  it.each([
    ['linux', {}, '/home/an/.local/share/toasoan'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/toasoan'],
    ['darwin', {}, '/home/an/Library/Application Support/ToaSoan'],
    ['linux', { TOASOAN_DATA: '/srv/desk', XDG_DATA_HOME: '/data' }, '/srv/desk'],
  ] as const)('lies on %s with %j at %s', (platform, env, folder) => {
    expect(defaultDataFolder(env, platform, '/home/an')).toBe(folder);
  });
});
