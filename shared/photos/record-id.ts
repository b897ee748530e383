/**
 * What the office knows of a picture is a document of the office's log, like an article, under an id that is made of the
 * picture's SHA-256: a UUID of version 8 (RFC 9562), which no article has (articles are of version 7). Whoever has the picture
 * finds its record, and the record of one picture is one however many desks take it in.
 */
export function photoRecordId(sha256: string): string {
  const [a, b, c, d, e] = [0, 8, 13, 17, 20].map((at, index) => sha256.slice(at, at + [8, 4, 3, 3, 12][index]!));
  return `${a}-${b}-8${c}-b${d}-${e}`;
}

const RECORD_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-b[0-9a-f]{3}-[0-9a-f]{12}$/;

export function isPhotoRecordId(id: string): boolean {
  return RECORD_ID.test(id);
}
