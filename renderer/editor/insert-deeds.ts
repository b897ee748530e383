/** Photos, rules and other things that stand in lines of their own. */
import { $getNearestNodeFromDOMNode, $getNodeByKey, $getRoot, type LexicalEditor } from 'lexical';
import { type Embed, PLAIN_STYLE } from '../../shared/article/flat-text.ts';
import { $bodyLines, $nextLine } from './body-lines.ts';
import { $createEmbedNode, $isEmbedNode, type EmbedNode } from './embed-node.ts';
import { $selectEmbed, $selectedEmbeds } from './embed-selection.ts';
import { $isInGallery } from './gallery-deeds.ts';
import { $writeParts, type TextLine } from './line-content.ts';
import { $createLineNode, $isLineNode, type LineNode } from './line-node.ts';
import { $lineOf } from './line-rules.ts';
import { $selectedLines } from './selected-lines.ts';

type Place = { x: number; y: number };

/** A rule, a related article, an attached document: in a line of its own behind the caret's line. */
export function $insertEmbed(embed: Embed, key: string | null = null): void {
  $insertLines([{ ...PLAIN_STYLE, parts: [{ embed }] }], key);
}

export function $insertRule(): void {
  $insertEmbed({ type: 'rule' });
}

/**
 * Photos in lines of their own: before the line at `key`, else behind the caret's line, else at the end. While a photo of
 * a gallery is selected, or where one is named, they go behind it into the gallery.
 */
export function $insertPhotos(ids: readonly string[], key: string | null, beside?: string): void {
  const embeds = ids.map((photo): Embed => ({ type: 'photo', photo }));
  const known = beside === undefined ? undefined : $findPhoto(beside);
  const selected = known ?? (key === null ? $selectedEmbeds().at(-1) : undefined);
  if (selected !== undefined && $isInGallery(selected)) $insertIntoGallery(selected, embeds);
  else
    $insertLines(
      embeds.map((embed) => ({ ...PLAIN_STYLE, parts: [{ embed }] })),
      key,
    );
}

function $findPhoto(id: string): EmbedNode | undefined {
  for (const line of $bodyLines()) {
    for (const node of line.getChildren()) {
      const embed = $isEmbedNode(node) ? node.getEmbed() : null;
      if (embed?.type === 'photo' && embed.photo === id) return node as EmbedNode;
    }
  }
  return undefined;
}

function $insertIntoGallery(behind: EmbedNode, embeds: readonly Embed[]): void {
  let last = behind;
  for (const embed of embeds) {
    const node = $createEmbedNode(embed);
    last.insertAfter(node, false);
    last = node;
  }
  $selectEmbed(last);
}

/** The line at a point of the screen, for what is dropped there: what comes goes before it. */
export function lineKeyAt(editor: LexicalEditor, { x, y }: Place): string | null {
  const root = editor.getRootElement();
  if (root === null) return null;
  return editor.read(() => {
    for (const line of $bodyLines()) {
      const box = editor.getElementByKey(line.getKey())?.getBoundingClientRect();
      if (box !== undefined && y < box.top + box.height / 2) return line.getKey();
    }
    const element = root.ownerDocument.elementFromPoint(x, y);
    const node = element === null ? null : $getNearestNodeFromDOMNode(element);
    const line = node === null ? null : $lineOf(node);
    return (line === null ? null : $nextLine(line)?.getKey()) ?? null;
  });
}

function $insertLines(lines: readonly TextLine[], key: string | null): void {
  const before = key === null ? null : $getNodeByKey(key);
  const selected = $selectedLines().at(-1) ?? null;
  const { box } = ($isLineNode(before) ? before : selected)?.getLineStyle() ?? PLAIN_STYLE;
  let last: LineNode | null = null;
  for (const line of lines) {
    const node = $createLineNode({ ...line, box });
    if (last !== null) last.insertAfter(node, false);
    else if ($isLineNode(before)) before.insertBefore(node, false);
    else if (selected?.isEmpty() === true) selected.replace(node);
    else if (selected !== null) selected.insertAfter(node, false);
    else $getRoot().append(node);
    $writeParts(node, line.parts);
    last = node;
  }
  if (last === null) return;
  // There is always a line behind to go on in.
  const next = $nextLine(last);
  if (next === null) {
    const line = $createLineNode();
    last.insertAfter(line, false);
    line.select();
  } else next.selectStart();
}
