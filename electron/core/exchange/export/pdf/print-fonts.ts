/** The fonts of a printed page, as files in the application's resources, and what each of them can show. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourcesFolder } from '../../../resources.ts';
import { SANS, SERIF } from './print-style.ts';
import { readCoverage } from './read-coverage.ts';

export type FontFiles = { normal: string; bold: string; italics: string; bolditalics: string };
export type PrintFonts = {
  files: Record<string, FontFiles>;
  /** By family. */
  coverage: Record<string, ReadonlySet<number>>;
};

const stems = {
  [SERIF]: { stem: 'literata', bold: 700 },
  [SANS]: { stem: 'be-vietnam-pro', bold: 600 },
};

const known = new Map<string, PrintFonts>();

/** Every style of a family has the same characters. */
export function printFonts(resources?: string): PrintFonts {
  const folder = join(resourcesFolder(resources), 'fonts');
  let fonts = known.get(folder);
  if (fonts === undefined) {
    fonts = { files: {}, coverage: {} };
    for (const [family, { stem, bold }] of Object.entries(stems)) {
      const file = (weight: number, slope = ''): string => join(folder, `${stem}-${weight}${slope}.ttf`);
      fonts.files[family] = {
        normal: file(400),
        bold: file(bold),
        italics: file(400, '-italic'),
        bolditalics: file(bold, '-italic'),
      };
      fonts.coverage[family] = readCoverage(readFileSync(file(400)));
    }
    known.set(folder, fonts);
  }
  return fonts;
}
