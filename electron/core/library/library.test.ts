import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleDocument } from '../../../shared/article/document.ts';
import { editOf, typed } from '../../../tests/support/edit.ts';
import { tempFolder } from '../../../tests/support/temp-folder.ts';
import { Desk } from '../desk/desk.ts';
import { resourcesFolder } from '../resources.ts';
import { savePeople } from '../store/people.ts';

let desk: Desk;
let now: number;

beforeEach(async () => {
  now = Date.parse('2026-11-24T01:00:00Z');
  desk = await Desk.open({
    folder: tempFolder(),
    name: 'Lan',
    clock: () => {
      now += 1_000;
      return new Date(now);
    },
  });
});
afterEach(() => desk.close());

function create(headline: string, category?: string, more: Partial<ArticleDocument> = {}): string {
  const fields = category === undefined ? {} : { category };
  return desk.createArticle({
    document: { version: 1, language: 'vi', headline, lead: '', blocks: [], photos: [], fields, ...more },
  });
}

const headlines = (query: Partial<Parameters<Desk['list']>[0]> = {}): string[] =>
  desk.list({ view: 'all', offset: 0, limit: 100, ...query }).rows.map((row) => row.headline);

describe('the list', () => {
  it('has what was changed last on top, as it is while it is typed', async () => {
    const first = create('Một');
    create('Hai');
    expect(headlines()).toEqual(['Hai', 'Một']);
    void desk.articles.applyLocal(first, editOf(desk.articles.state(first), typed('headline', ' rưỡi')));
    expect(headlines()).toEqual(['Một rưỡi', 'Hai']);
  });

  it('tells of an article what a row shows', async () => {
    const { sha256 } = await desk.photos.addFile(join(resourcesFolder(), 'sample', 'black-canyon.jpg'));
    const id = create('Lễ hội', 'Văn hóa', {
      lead: 'Sáng 24/11, lễ hội – khai mạc.',
      blocks: [
        { kind: 'paragraph', runs: [{ text: 'Hai từ ' }, { text: 'đậm', bold: true }] },
        { kind: 'photo', photo: 'p1' },
        { kind: 'photo', photo: 'p2' },
      ],
      photos: [
        { id: 'p1', sha256: null, caption: 'a', credit: '', alt: '' },
        { id: 'p2', sha256, caption: 'b', credit: '', alt: '' },
      ],
    });
    expect(desk.list({ view: 'all', offset: 0, limit: 1 })).toEqual({
      total: 1,
      rows: [
        {
          ...{ id, headline: 'Lễ hội', section: 'Văn hóa', author: 'Lan', working: 'draft', public: 'none' },
          ...{ returned: false, syllables: 9, photos: 2, thumbnail: sha256, updatedAt: expect.any(String) },
        },
      ],
    });
  });

  it('shows no picture whose file has not come yet', () => {
    create('Ảnh còn ở máy khác', undefined, {
      blocks: [{ kind: 'photo', photo: 'p1' }],
      photos: [{ id: 'p1', sha256: 'a'.repeat(64), caption: '', credit: '', alt: '' }],
    });
    expect(desk.list({ view: 'all', offset: 0, limit: 1 }).rows[0]).toMatchObject({ photos: 1, thumbnail: null });
  });

  it('names the author that the article names', () => {
    create('Bài', undefined, { fields: { author: 'Nhóm phóng viên' } });
    expect(desk.list({ view: 'all', offset: 0, limit: 1 }).rows[0]?.author).toBe('Nhóm phóng viên');
  });

  it('goes page by page', () => {
    for (let n = 1; n <= 5; n += 1) create(`Bài ${n}`);
    expect(desk.list({ view: 'all', offset: 0, limit: 2 }).total).toBe(5);
    expect(headlines({ offset: 2, limit: 2 })).toEqual(['Bài 3', 'Bài 2']);
    expect(headlines({ offset: 4, limit: 2 })).toEqual(['Bài 1']);
    expect(headlines({ offset: 9, limit: 2 })).toEqual([]);
  });
});

describe('views and sections', () => {
  it('follow the steps of an article', () => {
    const id = create('Bài');
    create('Khác');
    const counts = (): Record<string, number> => desk.overview().views;
    expect(counts()).toMatchObject({ all: 2, mine: 2, draft: 2, 'in-review': 0, waiting: 0 });
    desk.act({ id, action: 'submit' });
    // One's own does not wait for oneself.
    expect(counts()).toMatchObject({ draft: 1, 'in-review': 1, waiting: 0 });
    desk.act({ id, action: 'recall' });
    desk.act({ id, action: 'spike' });
    expect(counts()).toMatchObject({ all: 1, mine: 1, spiked: 1 });
    expect(headlines({ view: 'spiked' })).toEqual(['Bài']);
  });

  it('show a reviewer what others sent in, and a writer nothing', () => {
    const id = create('Bài');
    desk.act({ id, action: 'submit' });
    const { id: personId } = desk.identity.person();
    desk.db.prepare("UPDATE articles SET author_id = 'minh'").run();
    savePeople(desk.db, [{ id: 'minh', name: 'Minh', role: 'writer' }]);
    expect(headlines({ view: 'waiting' })).toEqual(['Bài']);
    savePeople(desk.db, [{ id: personId, name: 'Lan', role: 'writer' }]);
    expect(headlines({ view: 'waiting' })).toEqual([]);
  });

  it('take sections as people mean them', () => {
    create('Một', 'Tin tức');
    create('Hai', 'TIN  TUC');
    create('Ba', 'Văn hóa');
    create('Bốn');
    expect(desk.overview().sections).toEqual([
      { name: 'TIN  TUC', count: 2 },
      { name: 'Văn hóa', count: 1 },
    ]);
    expect(headlines({ section: 'tin tức' })).toEqual(['Hai', 'Một']);
  });
});
