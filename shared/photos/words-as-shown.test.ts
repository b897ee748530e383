import { describe, expect, it } from 'vitest';
import { noMetadata } from './embedded.ts';
import { withoutUnknown } from './made-unknown.ts';
import type { PhotoArea } from './photo-details.ts';
import { wordsAsShown } from './words-as-shown.ts';

const SIZE = { width: 300, height: 200 };
const area = (x: number, y: number, width: number, height: number): PhotoArea => ({ x, y, width, height });
const close = ({ x, y, width, height }: PhotoArea) => ({
  x: expect.closeTo(x, 6),
  y: expect.closeTo(y, 6),
  width: expect.closeTo(width, 6),
  height: expect.closeTo(height, 6),
});

describe('people in a picture as it is shown', () => {
  const words = { ...noMetadata, people: [{ name: 'Lan', area: area(0.1, 0.2, 0.2, 0.2) }, { name: 'Minh' }] };

  it('stand where they stand once it is turned and cropped', () => {
    expect(wordsAsShown(words, {}, 'free', SIZE).people[0]!.area).toEqual(close(area(0.1, 0.2, 0.2, 0.2)));
    expect(wordsAsShown(words, { turn: 180 }, 'free', SIZE).people[0]!.area).toEqual(close(area(0.7, 0.6, 0.2, 0.2)));
    const edits = { crops: { free: area(0, 0, 0.5, 0.5) } };
    expect(wordsAsShown(words, edits, 'free', SIZE).people).toEqual([
      { name: 'Lan', area: close(area(0.2, 0.4, 0.4, 0.4)) },
      { name: 'Minh' },
    ]);
    // Without a shape nothing is cropped.
    expect(wordsAsShown(words, edits, null, SIZE).people[0]!.area).toEqual(close(area(0.1, 0.2, 0.2, 0.2)));
  });

  it('keep their names where the crop leaves them out, and the part of their places that it leaves', () => {
    const people = (free: PhotoArea) => wordsAsShown(words, { crops: { free } }, 'free', SIZE).people[0];
    expect(people(area(0.5, 0, 0.5, 1))).toEqual({ name: 'Lan' });
    expect(people(area(0.2, 0, 0.8, 1))!.area).toEqual(close(area(0, 0.2, 0.125, 0.2)));
  });
});

it('a face that is pixelated has no name', () => {
  const people = [
    { name: 'Cháu A', area: area(0.1, 0.1, 0.2, 0.2) },
    { name: 'Cô Hoa', area: area(0.6, 0.1, 0.2, 0.2) },
    { name: 'Cả lớp' },
  ];
  const named = (...pixelated: PhotoArea[]) => withoutUnknown(people, pixelated).map(({ name }) => name);
  expect(named()).toEqual(['Cháu A', 'Cô Hoa', 'Cả lớp']);
  expect(named(area(0.15, 0.12, 0.1, 0.1))).toEqual(['Cô Hoa', 'Cả lớp']);
  expect(named(area(0, 0, 1, 1))).toEqual(['Cả lớp']);
  // They only touch.
  expect(named(area(0.28, 0.28, 0.3, 0.3))).toEqual(['Cháu A', 'Cô Hoa', 'Cả lớp']);
});
