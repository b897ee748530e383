/** The tree that mammoth reads a .docx to, as far as we use it, and the way to have it without its HTML. */
import mammoth from 'mammoth';
import { DamagedFile, LockedFile, OversizedFile } from './reading-faults.ts';
import type { Zip } from './zip.ts';

export type MammothImage = { type: 'image'; altText?: string | null; readAsArrayBuffer(): Promise<ArrayBuffer> };
export type MammothRun = {
  type: 'run';
  children: MammothNode[];
  styleId: string | null;
  font: string | null;
  isBold: boolean;
  isItalic: boolean;
  isUnderline: boolean;
  isStrikethrough: boolean;
  verticalAlignment: string;
};
export type MammothParagraph = {
  type: 'paragraph';
  children: MammothNode[];
  styleId: string | null;
  styleName: string | null;
  numbering: { level: string; isOrdered: boolean } | null;
};
export type MammothTable = {
  type: 'table';
  children: {
    type: string;
    isHeader: boolean;
    children: { type: string; colSpan: number; rowSpan: number; children: MammothNode[] }[];
  }[];
};
export type MammothNode =
  | MammothImage
  | MammothRun
  | MammothParagraph
  | MammothTable
  | { type: 'text'; value: string }
  | { type: 'tab' }
  | { type: 'break'; breakType: string }
  | { type: 'hyperlink'; children: MammothNode[]; href?: string }
  | { type: 'noteReference'; noteType: string; noteId: string }
  | { type: 'commentReference' | 'bookmarkStart' | 'checkbox' };
export type MammothDocument = {
  children: MammothNode[];
  comments: unknown[];
  notes: { resolve(reference: MammothNode): { body: MammothNode[] } | null };
};

/**
 * mammoth passes over simple fields and what they show, such as the number of a picture; as the tags of old Words they are
 * read. Throws DamagedFile, LockedFile, OversizedFile.
 */
export async function readMammothTree(zip: Zip): Promise<MammothDocument> {
  let tree: MammothDocument | null = null;
  /** What mammoth reads parts from: ours, which unpacks no more than may be. */
  const file = {
    exists: (name: string): boolean => zip.has(name),
    read: async (name: string, encoding?: string): Promise<unknown> => {
      if (encoding === undefined) return zip.read(name);
      const text = zip.text(name);
      if (text.includes('<!DOCTYPE')) throw new DamagedFile('a DTD');
      return text.replace(/(<\/?w:)fldSimple(?=[\s/>])/gu, '$1smartTag').replace(/<w:cr\s*\/>/gu, '<w:br/>');
    },
  };
  try {
    // mammoth's types know no `file`, which it takes in the place of bytes.
    await mammoth.convertToHtml({ file } as unknown as { buffer: Buffer }, {
      externalFileAccess: false,
      transformDocument: (document: MammothDocument) => {
        tree = document;
        return { ...document, children: [], comments: [] };
      },
    });
  } catch (error) {
    if (error instanceof DamagedFile || error instanceof LockedFile || error instanceof OversizedFile) throw error;
    throw new DamagedFile('no document', { cause: error });
  }
  if (tree === null) throw new DamagedFile('no document');
  return tree;
}
