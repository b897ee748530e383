/** What a contact sheet on paper is made of. */
import type { ExportedPhoto } from './export-source.ts';

export type SheetPicture = {
  /** Of its file. */
  name: string;
  description: string;
  credit: string;
  /** 0 (none) to 5; -1 is put aside. */
  rating: number;
  /** Or why there is none: its file is not on this computer, or it may not go out as it is. */
  image: ExportedPhoto | 'elsewhere' | 'held-back';
};

export type ContactSheet = {
  title: string;
  /** Empty where the person works without an office. */
  office: string;
  language: 'vi' | 'en';
  /** When it is made, ISO 8601. */
  at: string;
  pictures: readonly SheetPicture[];
};
