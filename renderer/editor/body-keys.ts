/** The keys of the body, as `matchesKeys` knows them; the palette and the list of shortcuts show the same. */
import type { FormatName, LineKind } from '../../shared/article/flat-text.ts';

export const kindKeys: Readonly<Partial<Record<LineKind, string>>> = {
  paragraph: 'mod+alt+0',
  heading2: 'mod+alt+1',
  heading3: 'mod+alt+2',
  quote: 'mod+alt+3',
  bullet: 'mod+alt+4',
  number: 'mod+alt+5',
  attribution: 'mod+alt+6',
};

/** Those of bold, italic and underline are Lexical's own. */
export const formatKeys: Readonly<Record<FormatName, string>> = {
  bold: 'mod+b',
  italic: 'mod+i',
  underline: 'mod+u',
  strike: 'mod+shift+x',
  superscript: 'mod+shift+=',
  subscript: 'mod+=',
};

export const bodyKeys = {
  clearFormats: 'ctrl+space',
  noBreakSpace: 'ctrl+shift+space',
  toggleBox: 'mod+alt+7',
  toggleGallery: 'mod+alt+8',
  moveUp: 'alt+shift+arrowup',
  moveDown: 'alt+shift+arrowdown',
  movePhotoBack: 'alt+shift+arrowleft',
  movePhotoForth: 'alt+shift+arrowright',
  indent: 'tab',
  outdent: 'shift+tab',
} as const;
