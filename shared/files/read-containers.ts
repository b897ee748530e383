/**
 * The names in the two containers that office documents are: ZIP archives and the older compound files of Microsoft
 * (MS-CFB). Nothing is unpacked; null stands for a container that is not whole.
 */

const MAX_ENTRIES = 65_534;
const ZIP_END = 0x06054b50;
const ZIP_END_BYTES = 22;
const ZIP_LOCAL_BYTES = 30;
const ZIP_ENTRY = 0x02014b50;
const ZIP_ENTRY_BYTES = 46;
const MAX_ZIP_COMMENT = 0xffff;
const ENCRYPTED = 1;

export type ZipEntry = { name: string; isEncrypted: boolean };

/** The entries of a ZIP archive as its directory, which stands at its end, lists them. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findZipEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES) return null;
  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + ZIP_ENTRY_BYTES > end || view.getUint32(at, true) !== ZIP_ENTRY) return null;
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const nameAt = at + ZIP_ENTRY_BYTES;
    entries.push({
      name: decoder.decode(bytes.subarray(nameAt, nameAt + nameBytes!)),
      isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
    });
    at = nameAt + nameBytes! + extraBytes! + commentBytes!;
  }
  return entries;
}

function findZipEnd(view: DataView): number | null {
  const last = view.byteLength - ZIP_END_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_ZIP_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === ZIP_END) return at;
  }
  return null;
}

/** What OpenDocument and EPUB files say of themselves: their first entry, which is not compressed (ODF 1.3 part 2, 3.3). */
export function zipMimetype(bytes: Uint8Array): string | null {
  const [name, end] = [ZIP_LOCAL_BYTES, 200];
  const head = new TextDecoder('latin1').decode(bytes.subarray(name, end));
  return /^mimetype(application\/[\w.+-]+?)(?:PK|$)/.exec(head)?.[1] ?? null;
}

const END_OF_CHAIN = 0xffff_fffa;
const FAT_IN_HEADER = 109;
const DIRECTORY_ENTRY_BYTES = 128;
const MAX_DIRECTORY_SECTORS = 4_096;

/** The names of the streams and storages of a compound file. */
export function compoundNames(bytes: Uint8Array): string[] | null {
  try {
    return readCompoundNames(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    // A place beyond the end: it was cut off, or is no such file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readCompoundNames(view: DataView): string[] | null {
  const sectorBytes = 2 ** view.getUint16(30, true);
  if (sectorBytes !== 512 && sectorBytes !== 4_096) return null;
  const placeOf = (sector: number): number => (sector + 1) * sectorBytes;
  const perSector = sectorBytes / 4;

  /** The sector that holds the `index`th part of the allocation table. */
  const fatSector = (index: number): number => {
    if (index < FAT_IN_HEADER) return view.getUint32(76 + 4 * index, true);
    let left = index - FAT_IN_HEADER;
    let sector = view.getUint32(68, true);
    while (left >= perSector - 1) {
      sector = view.getUint32(placeOf(sector) + sectorBytes - 4, true);
      left -= perSector - 1;
    }
    return view.getUint32(placeOf(sector) + 4 * left, true);
  };
  const nextSector = (sector: number): number =>
    view.getUint32(placeOf(fatSector(Math.floor(sector / perSector))) + 4 * (sector % perSector), true);

  const names: string[] = [];
  let sector = view.getUint32(48, true);
  for (let read = 0; sector < END_OF_CHAIN; read += 1) {
    if (read > MAX_DIRECTORY_SECTORS) return null;
    for (let at = placeOf(sector); at < placeOf(sector) + sectorBytes; at += DIRECTORY_ENTRY_BYTES) {
      const nameBytes = view.getUint16(at + 64, true);
      const units = Array.from({ length: Math.max(0, Math.min(nameBytes, 64) / 2 - 1) }, (_, unit) =>
        view.getUint16(at + 2 * unit, true),
      );
      if (units.length > 0) names.push(String.fromCharCode(...units));
    }
    sector = nextSector(sector);
  }
  return names;
}
