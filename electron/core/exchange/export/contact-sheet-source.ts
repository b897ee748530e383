/** What a contact sheet on paper is made of. */
import type { ExportedPhoto } from './export-source.ts';

export type SheetPicture = {
  /** Of its file. */
  name: string;
  description: string;
  credit: string;
  /** 0 (none) to 5; -1 is put aside. */
  rating: number;
  /** Null where its file is not on this computer. */
  image: ExportedPhoto | null;
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
