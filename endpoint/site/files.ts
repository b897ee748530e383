/** Attached documents of the site: their public addresses, and the names under which readers keep them. */
import type { ArticleDocument } from '../../shared/article/document.ts';
import { extensionOf, type FileKind, fileKinds, fileNameOf } from '../../shared/files/file-kinds.ts';
import { slugify } from '../../shared/text/slug.ts';
import { filesPath } from './paths.ts';
import type { SiteFiles } from './types.ts';

/** `slug`: the last part of its address, `bao-cao-quy-iii.pdf`. */
export type SiteFile = { sha256: string; slug: string; name: string; bytes: number; mime: string };

function siteFile(block: { sha256: string; name: string; bytes: number }, kind: FileKind): SiteFile {
  const { sha256, bytes } = block;
  const name = fileNameOf(block.name, kind);
  const extension = extensionOf(name);
  const stem = slugify(name.slice(0, -extension.length - 1)) || 'tai-lieu';
  return { sha256, slug: `${stem}.${extension}`, name, bytes, mime: fileKinds[kind].mime };
}

/** The documents that stand in the body and have arrived, in its order. */
export function siteFilesOf(document: ArticleDocument, { fileKind }: SiteFiles): SiteFile[] {
  return document.blocks.flatMap((block) => {
    const kind = block.kind === 'file' ? fileKind(block.sha256) : null;
    return block.kind === 'file' && kind !== null ? [siteFile(block, kind)] : [];
  });
}

/** `tep/0a1b…/bao-cao-quy-iii.pdf`: the same bytes under the same name always have the same address. */
export function filePath({ sha256, slug }: Pick<SiteFile, 'sha256' | 'slug'>): string {
  return `${filesPath}/${sha256}/${slug}`;
}

/** The path of a document as a block names it; null while it has not arrived. */
export function findFilePath({ fileKind }: SiteFiles, sha256: string, name: string): string | null {
  const kind = fileKind(sha256);
  return kind === null ? null : filePath(siteFile({ sha256, name, bytes: 0 }, kind));
}
