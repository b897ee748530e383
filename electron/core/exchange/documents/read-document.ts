/** Documents, each by its own reader; and why one cannot be read, in a form that crosses to another thread. */
import type { ImportFormat } from '../../../../shared/contract/desk-imports.ts';
import type { ReadDocument } from '../source-line.ts';
import { DamagedFile, LockedFile, OversizedFile, WordlessFile } from './reading-faults.ts';
import { withoutFonts } from './without-fonts.ts';

export type DocumentFormat = Exclude<ImportFormat, 'txt' | 'html'>;
export type ReadingFault = 'damaged' | 'locked' | 'oversized' | 'wordless';
export type DocumentAnswer = { read: ReadDocument } | { fault: ReadingFault; detail: string };

/** Each reader is loaded only when there is something for it: they bring large packages. */
const readers: Record<DocumentFormat, () => Promise<(bytes: Uint8Array) => ReadDocument | Promise<ReadDocument>>> = {
  docx: async () => (await import('./docx.ts')).readDocx,
  doc: async () => (await import('./doc.ts')).readDoc,
  odt: async () => (await import('./odt.ts')).readOdt,
  rtf: async () => (await import('./rtf.ts')).readRtf,
  pdf: async () => (await import('./pdf.ts')).readPdf,
};

/** Never throws for what the file holds: what nobody foresaw in it is damage, too. */
export async function readDocument(bytes: Uint8Array, format: DocumentFormat): Promise<DocumentAnswer> {
  const read = await readers[format]();
  try {
    return { read: withoutFonts(await read(bytes)) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { fault: faultOf(error), detail };
  }
}

function faultOf(error: unknown): ReadingFault {
  if (error instanceof LockedFile) return 'locked';
  if (error instanceof OversizedFile) return 'oversized';
  if (error instanceof WordlessFile) return 'wordless';
  if (error instanceof DamagedFile) return 'damaged';
  // A reader of another make met what it did not expect.
  return 'damaged';
}
