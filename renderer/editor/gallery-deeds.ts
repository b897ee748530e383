/** Galleries: photos that stand side by side in one line. */

import { $nextLine, $previousLine } from './body-lines.ts';
import { $isEmbedNode, $isPhotoLine, type EmbedNode } from './embed-node.ts';
import { $selectEmbed, $selectedEmbeds } from './embed-selection.ts';
import { $createLineNode, $isLineNode, type LineNode } from './line-node.ts';
import { $lineOf } from './line-rules.ts';
import { $selectedLines } from './selected-lines.ts';

export function $isGallery(line: LineNode | null): line is LineNode {
  return line !== null && line.getKind() === 'gallery' && $isPhotoLine(line);
}

/** The lines of photos in the selection; where that is one alone, all that stand next to it. */
function $photoLines(): LineNode[] {
  const lines = $selectedLines().filter($isPhotoLine);
  const [only] = lines;
  if (only === undefined || lines.length > 1) return lines;
  const { box } = only.getLineStyle();
  const isNeighbour = (line: LineNode | null): line is LineNode =>
    line !== null && $isPhotoLine(line) && line.getLineStyle().box === box;
  for (let line = $previousLine(only); isNeighbour(line); line = $previousLine(line)) lines.unshift(line);
  for (let line = $nextLine(only); isNeighbour(line); line = $nextLine(line)) lines.push(line);
  return lines;
}

/** What `$toggleGallery` would do with these lines; null where there are no photos. */
export function $galleryDeed(lines: readonly LineNode[]): 'gather' | 'part' | null {
  const photos = lines.filter($isPhotoLine);
  if (photos.length === 0) return null;
  return photos.length === 1 && $isGallery(photos[0]!) ? 'part' : 'gather';
}

/** The selected photos become one gallery, or the photos of the selected gallery lines of their own. */
export function $toggleGallery(): void {
  const [selected] = $selectedEmbeds();
  const deed = $galleryDeed($selectedLines());
  if (deed === 'gather') $gather($photoLines());
  else if (deed === 'part') $part($selectedLines().find($isGallery)!);
  if (deed !== null && selected?.isAttached() === true) $selectEmbed(selected);
}

/** Gathers the lines of these photos, as they were put in one after the other. */
export function $gatherPhotos(ids: readonly string[], lines: readonly LineNode[]): void {
  const wanted = new Set(ids);
  $gather(
    lines.filter(
      (line) =>
        $isPhotoLine(line) &&
        line.getChildren().some((node) => {
          const embed = $isEmbedNode(node) ? node.getEmbed() : null;
          return embed?.type === 'photo' && wanted.has(embed.photo);
        }),
    ),
  );
}

function $gather(lines: readonly LineNode[]): void {
  const [first, ...rest] = lines;
  if (first === undefined) return;
  first.setKind('gallery');
  for (const line of rest) {
    first.append(...line.getChildren());
    line.remove();
  }
  const embed = first.getFirstChild();
  if ($isEmbedNode(embed)) $selectEmbed(embed);
}

function $part(gallery: LineNode): void {
  const { box } = gallery.getLineStyle();
  for (const photo of gallery.getChildren().slice(1).reverse()) {
    const line = $createLineNode({ box });
    gallery.insertAfter(line, false);
    line.append(photo);
  }
  gallery.setKind('paragraph');
}

/** The selected photo changes places with the one beside it in its gallery. False if there is none. */
export function $movePhoto(by: -1 | 1): boolean {
  const [photo] = $selectedEmbeds();
  if (photo === undefined || !$isGallery($lineOf(photo))) return false;
  const beside = by === -1 ? photo.getPreviousSibling() : photo.getNextSibling();
  if (beside !== null) $putPhoto(photo, beside as EmbedNode, by === 1);
  return true;
}

/** Puts a photo beside another one in a gallery, wherever it stood; a line left empty goes. */
export function $putPhoto(photo: EmbedNode, beside: EmbedNode, isBehind: boolean): void {
  if (photo.is(beside)) return;
  const line = $lineOf(photo);
  if (isBehind) beside.insertAfter(photo, false);
  else beside.insertBefore(photo, false);
  $leaveLine(line);
  $selectEmbed(photo);
}

/** Puts a photo into a line of its own beside another line. */
export function $putPhotoByLine(photo: EmbedNode, line: LineNode, isBehind: boolean): void {
  const former = $lineOf(photo);
  if (former?.is(line) === true && line.getChildrenSize() === 1) return;
  const own = $createLineNode({ box: line.getLineStyle().box });
  if (isBehind) line.insertAfter(own, false);
  else line.insertBefore(own, false);
  own.append(photo);
  $leaveLine(former);
  $selectEmbed(photo);
}

/** A photo has left this line: an empty one goes, unless it is the only line there is. */
function $leaveLine(line: LineNode | null): void {
  if (line === null || !line.isEmpty()) return;
  if ($previousLine(line) === null && $nextLine(line) === null) line.setKind('paragraph');
  else line.remove();
}

export function $isInGallery(photo: EmbedNode): boolean {
  const line = photo.getParent();
  return $isLineNode(line) && $isGallery(line);
}
