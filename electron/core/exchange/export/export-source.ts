/** What an article's files are made of: the article, and what its office knows of it at the moment. */
import type { ArticleDocument } from '../../../../shared/article/document.ts';
import type { EventType, Role } from '../../../../shared/workflow/event.ts';

/** A picture in a size for reading; `width` and `height` in pixels. */
export type ExportedPhoto = { bytes: Uint8Array; mime: string; width: number; height: number };

/** What may be said of exactly these words: a text that differs from what was approved in one letter is a draft. */
export type ExportMark = 'draft' | 'in-review' | 'approved' | 'live';

export type TrailStep = {
  type: EventType;
  /** ISO 8601. */
  at: string;
  /** Null for the office's endpoint. */
  actor: string | null;
  /** The person's role as the office names it now. */
  role: Role | null;
  reason: string | null;
  revision: string | null;
  standing: 'accepted' | 'waiting' | 'refused';
};

/** Oldest step first. `hash` of the newest event, which every one before it is chained to; null without events. */
export type Trail = { steps: TrailStep[]; hash: string | null };

export type ExportSource = {
  document: ArticleDocument;
  /** Empty where the person works without an office. */
  office: string;
  mark: ExportMark;
  /** The approval has not been answered by the office's endpoint yet. */
  isMarkWaiting: boolean;
  /** SHA-256 of exactly this document. */
  revision: string;
  /** When it is exported, ISO 8601. */
  at: string;
  /** By SHA-256; those that are not on this computer are not among them. */
  photos: ReadonlyMap<string, ExportedPhoto>;
  /** Null where nobody has asked for it. */
  trail: Trail | null;
  /** Where other articles of the office that it links to are public, by their ids. */
  articleUrls: ReadonlyMap<string, string>;
};

/** Bytes of one file; `beside` are pictures that it names, relative to its own folder. */
export type ExportedArticle = {
  name: string;
  mime: string;
  bytes: Uint8Array<ArrayBuffer>;
  beside: readonly { name: string; bytes: Uint8Array }[];
};

export type PdfOptions = {
  /** The application's folder of that name; found by itself where it is not given. */
  resources?: string;
  /** The reader asks at once for a printer. */
  forPrint?: boolean;
};
