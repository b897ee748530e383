/** What an article of ours wrote as an embed when it was copied (renderer/editor/html-out.ts). */
import { cleanLine } from '../clean-text.ts';
import { asEmbed, asId, type Embed } from '../flat-text.ts';
import { FILE_ATTRIBUTE, PHOTO_ATTRIBUTE, RELATED_ATTRIBUTE } from './elements.ts';
import { type HtmlTree, textBelow } from './html-tree.ts';
import type { ImportedPicture } from './imported-html.ts';

const SHA256 = /^[0-9a-f]{64}$/u;
const MAX_NAME_LENGTH = 2_000;

export type OwnEmbed = { photo: string; picture: ImportedPicture | null } | { embed: Embed };

/** Null for any other element. A photo's `picture` is null where only its place is named. */
export function readOwnEmbed<Node>(tree: HtmlTree<Node>, node: Node): OwnEmbed | null {
  const read = (name: string): string | null => tree.attribute(node, name);
  const photo = asId(read(PHOTO_ATTRIBUTE));
  if (photo !== null) {
    const words = (name: string): string => cleanLine(read(`data-${name}`) ?? '');
    const sha256 = read('data-sha256') ?? '';
    const picture: ImportedPicture = {
      photo,
      src: '',
      caption: words('caption'),
      credit: words('credit'),
      alt: words('alt'),
      ...(SHA256.test(sha256) ? { sha256 } : {}),
    };
    const isDescribed = picture.sha256 !== undefined || picture.caption !== '';
    return { photo, picture: isDescribed ? picture : null };
  }
  const [related, file] = [read(RELATED_ATTRIBUTE), read(FILE_ATTRIBUTE)];
  if (related === null && file === null) return null;
  const said = textBelow(tree, node, MAX_NAME_LENGTH).trim();
  const embed =
    related !== null
      ? asEmbed({ type: 'related', article: related, headline: said })
      : asEmbed({ type: 'file', sha256: file, name: said, bytes: Number(read('data-bytes')) });
  return embed.type === 'unknown' ? null : { embed };
}
