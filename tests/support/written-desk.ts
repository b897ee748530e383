/** A desk with articles, steps and pictures in it, for tests that break it or bring it back. */
import { fileURLToPath } from 'node:url';
import { Desk, type DeskOptions } from '../../electron/core/desk/desk.ts';
import { editOf, typed } from './edit.ts';

export const samplePhoto = fileURLToPath(new URL('../../resources/sample/black-canyon.jpg', import.meta.url));

/** A new article with this headline, and a body of as many sentences. */
export async function writeArticle(desk: Desk, headline: string, sentences = 3): Promise<string> {
  const id = desk.createArticle();
  await write(desk, id, 'headline', headline);
  for (let count = 1; count <= sentences; count += 1) await write(desk, id, 'body', `${headline}, câu ${count}. `);
  return id;
}

export async function write(desk: Desk, id: string, field: 'headline' | 'lead' | 'body', text: string): Promise<void> {
  const saved = desk.articles.applyLocal(id, editOf(desk.articles.state(id), typed(field, text)));
  desk.articles.flush();
  await saved;
}

/** Opens a desk for one piece of work. */
export async function atDesk<T>(
  folder: string,
  work: (desk: Desk) => Promise<T> | T,
  options: Partial<DeskOptions> = {},
): Promise<T> {
  const desk = await Desk.open({ folder, name: 'Lan', ...options });
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}

/** Headline and body of every article, by id. */
export function textsOf(desk: Desk): Map<string, string> {
  const { rows } = desk.list({ view: 'all', offset: 0, limit: 500 });
  return new Map(
    rows.map(({ id }) => {
      const doc = desk.articles.load(id);
      return [id, `${doc.getText('headline').toString()}\n${doc.getText('body').toString()}`];
    }),
  );
}
