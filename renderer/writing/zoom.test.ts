import { expect, it } from 'vitest';
import { nextZoom } from './zoom.ts';

it('goes from step to step and stays at the ends', () => {
  expect([nextZoom(100, 1), nextZoom(100, -1), nextZoom(200, 1), nextZoom(80, -1), nextZoom(103, 1)]).toEqual([
    110, 90, 200, 80, 110,
  ]);
});
