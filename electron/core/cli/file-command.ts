import { getBody, makeEmbed, makeMark } from '../../../shared/article/flat-text.ts';
import { updateOf } from '../../../shared/article/write.ts';
import type { Command } from './command.ts';
import { words } from './words.ts';

/** Attaches a document: it stands in a line of its own at the end of the article. */
export const fileAddCommand: Command = {
  usage: 'file add ID FILE',
  least: 2,
  most: 2,
  takes: [],
  /** `{id, file: {sha256, name, bytes}}`. */
  async run({ openDesk, rest: [id = '', path = ''], language }) {
    const desk = await openDesk();
    // An article that is not there is refused before the document is kept.
    const state = desk.articles.state(id);
    const file = await desk.files.addFile(path);
    const update = updateOf(state, (doc) => {
      const body = getBody(doc);
      body.applyDelta([
        { retain: body.length },
        { insert: makeMark('paragraph') },
        { insert: makeEmbed({ type: 'file', ...file }) },
      ]);
    });
    await desk.articles.applyLocal(id, update);
    return { json: { id, file }, text: words[language].fileAdded(file.name) };
  },
};
