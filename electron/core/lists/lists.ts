/** The lists of words and abbreviations at this desk: the person's own among the settings, the office's in its document. */
import * as Y from 'yjs';
import { type DeskLists, type ListChange, type WordList, wordListSchema } from '../../../shared/contract/desk-lists.ts';
import { OFFICE_LISTS_ID } from '../../../shared/contract/log-documents.ts';
import type { WritableDb } from '../store/database.ts';
import { findSetting, saveSetting } from '../store/settings.ts';
import { translateStorageError } from '../store/storage-error.ts';
import { inOrder, officeListsUpdate, readOfficeLists } from './office-lists.ts';

/** What the lists need of the article service, in whose log the office's document is. */
export type ListsArticles = {
  side(id: string): Y.Doc;
  changeSide(id: string, update: Uint8Array): Promise<unknown>;
};

export class Lists {
  readonly #db: WritableDb;
  readonly #articles: ListsArticles;
  readonly #folder: string;
  readonly #changed: () => void;

  /** `changed`: told when the person's own lists have changed; the office's tell it by the article service. */
  constructor(options: { db: WritableDb; articles: ListsArticles; folder: string; changed: () => void }) {
    this.#db = options.db;
    this.#articles = options.articles;
    this.#folder = options.folder;
    this.#changed = options.changed;
  }

  get(): DeskLists {
    return { own: this.#own(), office: readOfficeLists(this.#articles.side(OFFICE_LISTS_ID)) };
  }

  /** Answers after the commit. Throws AppError where the disk does not take it; nothing is changed then. */
  async change(change: ListChange): Promise<DeskLists> {
    if (change.list === 'own') this.#changeOwn(change);
    else {
      const update = officeListsUpdate(Y.encodeStateAsUpdate(this.#articles.side(OFFICE_LISTS_ID)), change);
      if (update !== null) await this.#articles.changeSide(OFFICE_LISTS_ID, update);
    }
    return this.get();
  }

  #own(): WordList {
    const json = findSetting(this.#db, 'ownLists');
    const read = wordListSchema.safeParse(json === undefined ? undefined : parseJson(json));
    return read.success ? read.data : { words: [], abbreviations: [] };
  }

  #changeOwn({ add, remove }: ListChange): void {
    const write = this.#db.transaction(() => {
      const own = this.#own();
      const words = new Set(own.words);
      const longs = new Map(own.abbreviations.map(({ short, long }) => [short, long]));
      for (const word of remove.words) words.delete(word);
      for (const short of remove.abbreviations) longs.delete(short);
      for (const word of add.words) words.add(word);
      for (const { short, long } of add.abbreviations) longs.set(short, long);
      const abbreviations = [...longs].map(([short, long]) => ({ short, long }));
      saveSetting(this.#db, 'ownLists', JSON.stringify(inOrder({ words: [...words], abbreviations })));
    });
    try {
      write.immediate();
    } catch (error) {
      throw translateStorageError(error, this.#folder);
    }
    this.#changed();
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
