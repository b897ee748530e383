import { expect, it } from 'vitest';
import { usuallyCopied } from './usually-copied.ts';

const empty = {
  ...{ credit: '', creator: '', jobTitle: '', source: '', copyright: '', sublocation: '', city: '', province: '' },
  ...{ country: '', rightsUsage: '', instructions: '', keywords: [] },
};

it('copies what a picture says of the event, and empties no field of the others', () => {
  const record = { ...empty, credit: 'Báo An Lạc', province: 'Thanh Hóa', keywords: ['chuyển đổi số'] };
  expect([...usuallyCopied(record)]).toEqual(['credit', 'province', 'keywords']);
  expect(usuallyCopied(empty).size).toBe(0);
});
