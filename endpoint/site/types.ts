/**
 * What the public site is made of. Every page is a pure function from these to a text; the caller owns the routes,
 * the database and the photos. Pages hold no script, so they read the same with JavaScript off.
 */
import type { ArticleDocument } from '../../shared/article/document.ts';
import type { FileKind } from '../../shared/files/file-kinds.ts';
import type { PhotoEdits } from '../../shared/photos/photo-details.ts';
import type { Edition } from './editions.ts';

export type SiteLanguage = 'vi' | 'en';

export type Site = {
  /** The office's name as readers know it, such as `Cổng thông tin điện tử tỉnh An Lạc`. */
  name: string;
  /** Absolute address that the site's paths stand below, such as `https://anlac.example/` or `http://127.0.0.1:4100`. */
  baseUrl: string;
  /** Of the furniture (menus, dates); each article's own text carries the language of its document. */
  language: SiteLanguage;
  /** For the foot and the feed; the name alone when absent. */
  description?: string;
};

/**
 * A published article. Times are ISO 8601 in UTC. `document`: as it was approved, but that its photos may have more pixelated, or
 * no picture, where another live article asks for that (editions.ts).
 */
export type SiteArticle = {
  id: string;
  document: ArticleDocument;
  /** SHA-256 of the revision that is public: in a meta element, in the foot, and in JSON-LD as `version`. */
  revision: string;
  /** Below `baseUrl`, without a leading slash; never changes once public. `articlePath` makes it the first time. */
  path: string;
  publishedAt: string;
  /** Of the newest revision that went out; equal to `publishedAt` as long as there was only one. */
  updatedAt: string;
};

/** Widths in pixels that pages ask for; `photoUrl` may answer with less where the original is smaller. */
export const sitePhotoWidths = [480, 960, 1600] as const;
export type SitePhotoWidth = (typeof sitePhotoWidths)[number];

/** A picture as an article shows it. */
export type SitePhoto = { sha256: string; edits?: PhotoEdits | undefined };

export type SitePhotos = {
  /** Address of a rendition (JPEG or WebP), absolute or below the site's root. */
  photoUrl: (sha256: string, width: SitePhotoWidth, edition: Edition) => string;
  /** Size of the upright original in pixels, so that nothing jumps; null while the file has not arrived. */
  photoSize: (sha256: string) => { width: number; height: number } | null;
};

export type SiteFiles = {
  /** What an attached document is; null while its file has not arrived. */
  fileKind: (sha256: string) => FileKind | null;
};

export type SiteLinks = {
  /** The path of an article that is live; null for any other. */
  livePath: (articleId: string) => string | null;
};

/** A section of the site with the number of its live articles. `path` as `sectionPath` makes it. */
export type SiteSection = { name: string; path: string; count: number };

/** What every page needs. `sections` in menu order. */
export type SiteFrame = SitePhotos & SiteFiles & SiteLinks & { site: Site; sections: readonly SiteSection[] };

/** A page of a list: `articles` newest first; `page` counts from 1. */
export type ListPage = { articles: readonly SiteArticle[]; page: number; pages: number };
