/** A JPEG whose IPTC-IIM is made byte by byte, as old programs left it. */

/** A text of record 2 by its number, such as 120 for the caption. */
export type IimRecord = readonly [dataset: number, bytes: Uint8Array];

/** `marked`: says of itself that it is UTF-8. */
export function jpegWithIim(jpeg: Uint8Array, records: readonly IimRecord[], marked = false): Uint8Array {
  const iim = Buffer.concat([
    ...(marked ? [iimRecord(1, 90, Buffer.from('\u001b%G', 'latin1'))] : []),
    ...records.map(([dataset, bytes]) => iimRecord(2, dataset, bytes)),
  ]);
  const resource = Buffer.concat([
    Buffer.from('8BIM\u0004\u0004\0\0', 'latin1'),
    uint32(iim.length),
    iim,
    Buffer.alloc(iim.length % 2),
  ]);
  // A segment of a JPEG holds 64 KB; a longer resource goes on in the next one.
  const header = Buffer.from('Photoshop 3.0\0', 'latin1');
  const MOST_BYTES = 65_000;
  const segments: Buffer[] = [];
  for (let at = 0; at < resource.length; at += MOST_BYTES) {
    segments.push(jpegSegment(0xed, Buffer.concat([header, resource.subarray(at, at + MOST_BYTES)])));
  }
  return withSegments(jpeg, segments);
}

/** Puts segments behind the start of a JPEG. */
export function withSegments(jpeg: Uint8Array, segments: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

export function jpegSegment(marker: number, bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, bytes]);
}

/** XMP as a segment of a JPEG. */
export function xmpSegment(xmp: string): Buffer {
  return jpegSegment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1'), Buffer.from(xmp)]));
}

function iimRecord(record: number, dataset: number, bytes: Uint8Array): Buffer {
  const head = Buffer.from([0x1c, record, dataset, 0, 0]);
  head.writeUInt16BE(bytes.length, 3);
  return Buffer.concat([head, bytes]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
