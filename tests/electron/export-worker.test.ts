/** The thread that makes files, as it is built: it has to lie beside the core and run without the sources. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { builtExport } from '../support/built-export.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

it.each([
  ['pdf', '%PDF'],
  ['docx', 'PK'],
] as const)('the built thread makes a file of %s', async (format, start) => {
  expect((await builtExport(root, format)).toString('latin1', 0, start.length)).toBe(start);
});
