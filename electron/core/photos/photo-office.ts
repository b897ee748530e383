/** The office's caption templates and rules for photos, in the document of its lists. */
import * as Y from 'yjs';
import type { PhotoOffice } from '../../../shared/contract/desk-photos.ts';
import { OFFICE_LISTS_ID } from '../../../shared/contract/log-documents.ts';
import type { ListsArticles } from '../lists/lists.ts';
import { type PhotoOfficeChange, photoOfficeUpdate, readPhotoOffice } from './photo-office-document.ts';

export class PhotoOfficeRules {
  readonly #articles: ListsArticles;

  constructor(articles: ListsArticles) {
    this.#articles = articles;
  }

  get(): PhotoOffice {
    return readPhotoOffice(this.#articles.side(OFFICE_LISTS_ID));
  }

  /** Answers after the commit. Throws AppError where the disk does not take it; nothing is changed then. */
  async change(change: PhotoOfficeChange): Promise<PhotoOffice> {
    const update = photoOfficeUpdate(Y.encodeStateAsUpdate(this.#articles.side(OFFICE_LISTS_ID)), change);
    if (update !== null) await this.#articles.changeSide(OFFICE_LISTS_ID, update);
    return this.get();
  }
}
