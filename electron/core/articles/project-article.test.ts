import { describe, expect, it } from 'vitest';
import type { ArticleDocument } from '../../../shared/article/document.ts';
import { emptyWorkflow } from '../../../shared/workflow/machine.ts';
import { authorFacets } from '../search/facets.ts';
import { projectArticle, searchableText } from './project-article.ts';

const document: ArticleDocument = {
  version: 1,
  language: 'vi',
  headline: 'Tít',
  lead: '',
  blocks: [],
  photos: [],
  fields: {
    author: 'Lê Thu Hà',
    penName: 'Sông Mã',
    speaker: 'Nguyễn Đức Thành',
    contact: 'phòng báo chí, 0237 3852 100',
  },
};
const moment = '2026-09-12T03:00:00.000Z';

describe('what the search knows of an article', () => {
  it('is also by which pen name it is, who speaks in it and whom to ask', () => {
    const times = { createdAt: moment, updatedAt: moment };
    const article = projectArticle({ id: 'a', document, workflow: emptyWorkflow, times, nameOf: () => undefined });
    const { indexed } = searchableText(document, article);
    expect(indexed.author).toContain('le thu ha');
    expect(indexed.author).toContain('song ma');
    expect(indexed.labels).toContain('nguyen duc thanh');
    expect(indexed.labels).toContain('phong bao chi');
    expect(indexed.facets).toContain(authorFacets('Sông Mã').join(' '));
    expect(indexed.facets).toContain(authorFacets('Lê Thu Hà').join(' '));
  });
});
