import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { noMetadata } from '../../shared/photos/embedded.ts';
import { cropOf, pointFromFrame } from '../../shared/photos/geometry.ts';
import type { PhotoEdits } from '../../shared/photos/photo-details.ts';
import { readPhotoRecord, readPixelated } from '../../shared/photos/read-record.ts';
import { changeRecord, newRecordUpdate, type RecordChange } from '../../shared/photos/write-record.ts';
import { isPlainLook, lookOf } from './look-filter.tsx';
import { turnedEdits, withoutEdits } from './turn-edits.ts';

const size = { width: 3_000, height: 2_000 };
const area = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };

function edited(...changes: ((edits: PhotoEdits) => RecordChange)[]): PhotoEdits {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, newRecordUpdate({ sha256: 'a'.repeat(64), metadata: noMetadata, batch: '' }));
  for (const change of changes) changeRecord(doc, change(readPhotoRecord(doc, '').edits), null);
  return readPhotoRecord(doc, '').edits;
}

describe('a picture that is turned', () => {
  const left = (edits: PhotoEdits): RecordChange => turnedEdits(edits, 'left');
  const right = (edits: PhotoEdits): RecordChange => turnedEdits(edits, 'right');

  it('is upright again after four quarters either way, and after one there and back', () => {
    expect(edited(right).turn).toBe(90);
    expect(edited(left).turn).toBe(270);
    expect(edited(right, right, right, right)).toEqual({});
    expect(edited(left, left, right, right)).toEqual({});
  });

  it('keeps what its free and square crops show, and forgets those that would stand', () => {
    const before: PhotoEdits = { crops: { free: area, '16:9': area } };
    const after = edited(() => ({ crops: before.crops! }), right);
    expect(Object.keys(after.crops ?? {})).toEqual(['free']);
    const corner = (edits: PhotoEdits, right: number, down: number) => {
      const crop = cropOf(edits, 'free', size);
      return pointFromFrame({ x: crop.x + crop.width * right, y: crop.y + crop.height * down }, size, edits);
    };
    // What was the left upper corner is the right upper one now.
    const [was, is] = [corner(before, 0, 0), corner(after, 1, 0)];
    expect(is.x).toBeCloseTo(was.x, 4);
    expect(is.y).toBeCloseTo(was.y, 4);
  });

  it('as the camera took it has no edits but that it is held back', () => {
    const doc = new Y.Doc();
    const pixelated = { one: area, two: { ...area, x: 0.6 } };
    changeRecord(doc, { pixelated, withheld: true, turn: 90, straighten: 3, focus: { x: 0, y: 0 } }, null);
    changeRecord(doc, withoutEdits(readPixelated(doc)), null);
    expect(readPhotoRecord(doc, '').edits).toEqual({ withheld: true });
  });
});

describe('a look', () => {
  it('shows the levels that were chosen as black and white', () => {
    const { slope, intercept } = lookOf({ brightness: 0, black: 51, white: 204 });
    expect((51 / 255) * slope + intercept).toBeCloseTo(0);
    expect((204 / 255) * slope + intercept).toBeCloseTo(1);
    expect(lookOf({ brightness: 100, black: 0, white: 255 })).toEqual({ slope: 2, intercept: -0 });
  });

  it('is plain where nothing was chosen', () => {
    expect(isPlainLook({ brightness: 0, black: 0, white: 255 })).toBe(true);
    expect(isPlainLook({ brightness: 1, black: 0, white: 255 })).toBe(false);
  });
});
