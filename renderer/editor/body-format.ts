/** What the buttons show of the text round the caret. */
import { $isLinkNode } from '@lexical/link';
import { $getSelection, $isRangeSelection } from 'lexical';
import { type FormatName, formatNames, isListKind, type LineKind } from '../../shared/article/flat-text.ts';
import { $galleryDeed } from './gallery-deeds.ts';
import { lexicalFormats } from './line-content.ts';
import { $selectedLines } from './selected-lines.ts';

export type BodyFormat = {
  /** Null where the selection spans lines of several kinds. */
  kind: LineKind | null;
  formats: readonly FormatName[];
  link: string | null;
  /** A caret, and nothing that could carry a link. */
  isCaret: boolean;
  /** Whether the selection is of list items, which have a depth. */
  isList: boolean;
  /** Whether all of it stands in info boxes. */
  isInBox: boolean;
  /** What can be done with the selected photos. */
  gallery: 'gather' | 'part' | null;
};

export function $readFormat(): BodyFormat {
  const lines = $selectedLines();
  const kinds = new Set(lines.map((line) => line.getKind()));
  const selection = $getSelection();
  const range = $isRangeSelection(selection) ? selection : null;
  const node = range?.anchor.getNode() ?? null;
  const link = node === null ? null : [node, ...node.getParents()].find($isLinkNode);
  return {
    kind: kinds.size > 1 ? null : (lines[0]?.getKind() ?? 'paragraph'),
    formats: formatNames.filter((name) => range?.hasFormat(lexicalFormats[name]) === true),
    link: $isLinkNode(link) ? link.getURL() : null,
    isCaret: range?.isCollapsed() === true,
    isList: lines.length > 0 && lines.every((line) => isListKind(line.getKind())),
    isInBox: lines.length > 0 && lines.every((line) => line.getLineStyle().box !== null),
    gallery: $galleryDeed(lines),
  };
}
