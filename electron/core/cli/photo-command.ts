import { placePhoto } from '../articles/place-photo.ts';
import { type Command, positive } from './command.ts';
import { words } from './words.ts';

/** Puts a picture into place N of the article; without --place into the first that has none, or a new one at the end. */
export const photoAddCommand: Command = {
  usage: 'photo add ID FILE [--place N] [--caption TEXT] [--credit TEXT] [--alt TEXT]',
  least: 2,
  most: 2,
  takes: ['place', 'caption', 'credit', 'alt'],
  /** `{id, place, photo: {sha256, bytes, width, height, format, caption, credit, alt}}`; the words are the article's. */
  async run({ openDesk, rest: [id = '', file = ''], options, language }) {
    const wanted = options.place === undefined ? undefined : positive('place', options.place);
    const desk = await openDesk();
    // An article or a place that is not there is refused before the picture is kept.
    const state = desk.articles.state(id);
    const info = await desk.photos.addFile(file);
    const { caption, credit, alt } = options;
    const { update, place } = placePhoto(state, info, { caption, credit, alt }, wanted);
    await desk.articles.applyLocal(id, update);
    const placed = desk.articles.document(id).photos[place - 1];
    const spoken = placed === undefined ? {} : { caption: placed.caption, credit: placed.credit, alt: placed.alt };
    return { json: { id, place, photo: { ...info, ...spoken } }, text: words[language].photoAdded(place) };
  },
};
