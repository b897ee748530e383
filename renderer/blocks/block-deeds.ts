/** What buttons, menus and the palette can do to blocks, each by one name, with its keys. */
import type { BodyHandle } from '../editor/body-handle.ts';
import { bodyKeys } from '../editor/body-keys.ts';
import { NO_BREAK_SPACE } from '../editor/format-deeds.ts';

export const blockDeeds = [
  'photos',
  'photoLibrary',
  'gallery',
  'table',
  'box',
  'rule',
  'related',
  'file',
  'link',
  'noBreakSpace',
  'clearFormats',
  'indent',
  'outdent',
  'moveUp',
  'moveDown',
  'movePhotoBack',
  'movePhotoForth',
  'undo',
  'redo',
  'showMarks',
] as const;
export type BlockDeed = (typeof blockDeeds)[number];

export const blockKeys: Readonly<Partial<Record<BlockDeed, string>>> = {
  photos: 'mod+alt+p',
  photoLibrary: 'mod+alt+l',
  link: 'mod+shift+k',
  undo: 'mod+z',
  redo: 'mod+shift+z',
  showMarks: 'mod+shift+8',
  box: bodyKeys.toggleBox,
  gallery: bodyKeys.toggleGallery,
  noBreakSpace: bodyKeys.noBreakSpace,
  clearFormats: bodyKeys.clearFormats,
  indent: bodyKeys.indent,
  outdent: bodyKeys.outdent,
  moveUp: bodyKeys.moveUp,
  moveDown: bodyKeys.moveDown,
  movePhotoBack: bodyKeys.movePhotoBack,
  movePhotoForth: bodyKeys.movePhotoForth,
};

/** These keys work wherever the focus is; the others are the text's own. */
export const deskDeeds: ReadonlySet<BlockDeed> = new Set(['photos', 'photoLibrary', 'link', 'showMarks']);

/** Does what the body does by itself; false for what asks a question first. */
export function doInBody(body: BodyHandle, deed: BlockDeed): boolean {
  const deeds: Partial<Record<BlockDeed, () => void>> = {
    gallery: () => body.toggleGallery(),
    box: () => body.toggleBox(),
    rule: () => body.insertRule(),
    noBreakSpace: () => body.insertText(NO_BREAK_SPACE),
    clearFormats: () => body.clearFormats(),
    indent: () => body.shiftIndent(1),
    outdent: () => body.shiftIndent(-1),
    moveUp: () => body.moveLine(-1),
    moveDown: () => body.moveLine(1),
    movePhotoBack: () => body.movePhoto(-1),
    movePhotoForth: () => body.movePhoto(1),
  };
  const run = deeds[deed];
  run?.();
  return run !== undefined;
}
