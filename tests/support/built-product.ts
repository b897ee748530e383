/** Before the tests that drive the product: out/ is built from the sources as they are now. */
import { build } from '../../scripts/set-up.mjs';

export async function setup(): Promise<void> {
  await build(process.execPath);
}
