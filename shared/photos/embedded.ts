/** What a picture's file says of itself, before anybody at a desk has said more. */
import type { DigitalSourceType, PhotoPerson, PhotoTextName } from './photo-details.ts';

/** How the bytes of its IPTC-IIM were read, where it has any. The last three are guesses. */
export const iimCharsets = ['utf-8', 'unmarked-utf-8', 'latin-1', 'windows-1258'] as const;
export type IimCharset = (typeof iimCharsets)[number];

export type EmbeddedMetadata = { [name in PhotoTextName]: string } & {
  dateCreated: string | null;
  digitalSource: DigitalSourceType | null;
  keywords: string[];
  people: PhotoPerson[];
  /** 0 to 5; -1 is put aside. */
  rating: number;
  /** Null without IPTC-IIM. */
  iimCharset: IimCharset | null;
};

export const noMetadata: EmbeddedMetadata = {
  description: '',
  headline: '',
  credit: '',
  source: '',
  creator: '',
  jobTitle: '',
  copyright: '',
  alt: '',
  extendedDescription: '',
  instructions: '',
  rightsUsage: '',
  sublocation: '',
  city: '',
  province: '',
  country: '',
  dateCreated: null,
  digitalSource: null,
  keywords: [],
  people: [],
  rating: 0,
  iimCharset: null,
};
