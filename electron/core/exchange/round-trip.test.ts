/** What the desk passes on, it can take back: an article with every block, as a Word file and as a page. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ArticleDocument, blockText, isTextBlock } from '../../../shared/article/document.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { wholeArticle } from '../../../tests/support/whole-article.ts';
import { Desk } from '../desk/desk.ts';
import { resourcesFolder } from '../resources.ts';

let desk: Desk;
let id: string;
beforeEach(async () => {
  desk = await Desk.open({ folder: tempFolder(), name: 'Lan' });
  const { sha256 } = await desk.photos.addFile(join(resourcesFolder(), 'sample', 'nagasaki-boats.jpg'));
  id = desk.createArticle({
    document: { ...wholeArticle, photos: wholeArticle.photos.map((photo) => ({ ...photo, sha256 })) },
  });
});
afterEach(() => desk.close());

async function takenBack(format: 'docx' | 'html'): Promise<ArticleDocument> {
  const { name, bytes } = await desk.exports.make(id, { format });
  return desk.articles.document(await desk.imports.confirm(await desk.imports.preview(bytes, name)));
}

/** Links to other articles and attached documents are words in other programs, and so they come back. */
const bodyOf = ({ blocks }: ArticleDocument): string[] =>
  blocks.flatMap((block) => {
    if (isTextBlock(block)) return `${block.kind}${block.indent ?? ''}: ${blockText(block).split('\u2028')[0]}`;
    return block.kind === 'table' ? `table: ${blockText(block)}` : [];
  });

it.each(['docx', 'html'] as const)(
  'a .%s comes back with its blocks, their depth, the table and all photos',
  async (format) => {
    const [before, after] = [desk.articles.document(id), await takenBack(format)];
    const { headline, lead } = before;
    expect({ headline: after.headline, lead: after.lead }).toEqual({ headline, lead });
    const back = bodyOf(after);
    // The title of a box is a heading for us and bold words for Word.
    const missing = bodyOf(before).filter(
      (line) => !back.includes(line) && !line.startsWith('heading3: Hộp thông tin'),
    );
    expect(missing).toEqual([]);
    expect(after.blocks.filter(({ box }) => box !== undefined)).toHaveLength(3);
    const photos = after.photos.map(({ caption, credit, alt }) => ({ caption, credit, alt }));
    expect(photos).toEqual(
      expect.arrayContaining(before.photos.map(({ caption, credit, alt }) => ({ caption, credit, alt }))),
    );
    expect(after.photos.every(({ sha256 }) => sha256 !== null)).toBe(true);
    expect(after.fields).toMatchObject({ category: before.fields.category, publishedOn: before.fields.publishedOn });
  },
);
