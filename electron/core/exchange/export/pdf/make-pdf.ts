import type { TCreatedPdf } from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { PrintFonts } from './print-fonts.ts';

/** A page that reads the files of its fonts and nothing else, and fetches nothing. */
export async function makePdf(definition: TDocumentDefinitions, fonts: PrintFonts): Promise<TCreatedPdf> {
  const { default: pdfmake } = await import('pdfmake');
  const files = Object.values(fonts.files).flatMap((styles) => Object.values(styles));
  pdfmake.setFonts(fonts.files);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => files.includes(path));
  return pdfmake.createPdf(definition);
}
