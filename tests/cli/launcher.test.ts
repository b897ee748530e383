import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/set-up.mjs';
import { tempFolder } from '../support/temp-folder.ts';

it('npm run toasoan gives what the command gives: its output and its exit code', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts/toasoan.mjs'), ...args], { encoding: 'utf8' });
  const data = tempFolder();
  expect(run('list', '--data', data, '--json')).toMatchObject({
    ...{ status: 0, stdout: '{"total":0,"articles":[]}\n', stderr: '' },
  });
  expect(run('show', 'x', '--data', data, '--json').status).toBe(1);
  expect(run('fly')).toMatchObject({ status: 2, stdout: '' });
});
