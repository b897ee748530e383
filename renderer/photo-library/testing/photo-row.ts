import type { PhotoRow } from '../../../shared/contract/desk-photos.ts';

/** A row of the contact sheet, the same for the same number. */
export function photoRow(number: number, says: Partial<PhotoRow> = {}): PhotoRow {
  return {
    sha256: number.toString(16).padStart(64, '0'),
    name: `IMG_${number.toString().padStart(4, '0')}.jpg`,
    width: 6_000,
    height: 4_000,
    bytes: 8_000_000,
    format: 'jpeg',
    description: '',
    headline: '',
    credit: '',
    people: [],
    dateCreated: null,
    addedAt: '2026-11-26T01:00:00.000Z',
    batch: 'Thẻ 1',
    rating: 0,
    label: null,
    lacks: [],
    expires: null,
    shared: false,
    isHere: true,
    isWithheld: false,
    isEdited: false,
    uses: 0,
    alike: 0,
    ...says,
  };
}
