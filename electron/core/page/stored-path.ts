/**
 * The addresses below the page of what the desk keeps as files: `/photos/{sha256}/{thumb|preview|original}` to show, with
 * its edits behind it (shared/photos/shown-edits.ts), and `/files/{sha256}/{name}` to keep under that name.
 */
import { attachmentHeader } from '../../../shared/files/file-kinds.ts';
import type { PhotoEdits } from '../../../shared/photos/photo-details.ts';
import { parseShownEdits } from '../../../shared/photos/shown-edits.ts';
import { type PhotoSize, photoSizes } from '../photos/photos.ts';
import { securityHeaders } from './page-security.ts';

export type StoredAddress = { photo: string; size: PhotoSize; edits?: PhotoEdits } | { file: string; name: string };

/** `attachment`: the name under which a browser is to keep it. */
export type StoredAnswer = { path: string; mime: string; attachment?: string };

/** Null for anything else. */
export function parseStoredPath(path: string): StoredAddress | null {
  const [, folder, sha256, last, shown] = /^\/(photos|files)\/([0-9a-f]{64})\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
  if (sha256 === undefined || last === undefined) return null;
  if (folder === 'photos') {
    const size = photoSizes.find((known) => known === last);
    if (size === undefined) return null;
    if (shown === undefined) return { photo: sha256, size };
    const edits = size === 'original' ? null : parseShownEdits(shown);
    return edits === null ? null : { photo: sha256, size, edits };
  }
  if (shown !== undefined) return null;
  try {
    return { file: sha256, name: decodeURIComponent(last) };
  } catch {
    return null;
  }
}

/** They are named by their content, so the page may keep them; nothing in them is ever run. */
export function storedHeaders({ mime, attachment }: StoredAnswer): Record<string, string> {
  return {
    ...securityHeaders,
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': mime,
    'cache-control': 'private, max-age=31536000, immutable',
    ...(attachment === undefined ? {} : { 'content-disposition': attachmentHeader(attachment) }),
  };
}
