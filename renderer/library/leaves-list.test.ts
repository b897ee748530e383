import { describe, expect, it } from 'vitest';
import { leavesList } from './leaves-list.ts';

describe('articles of a list', () => {
  const health = { view: 'all', section: 'Y tế' } as const;

  it('leave it for another section, where it is one section', () => {
    expect(leavesList({ do: 'section', section: 'Nông nghiệp' }, health, false)).toBe(true);
    expect(leavesList({ do: 'section', section: '' }, health, false)).toBe(true);
    expect(leavesList({ do: 'section', section: 'y tế' }, health, false)).toBe(false);
    expect(leavesList({ do: 'section', section: 'Nông nghiệp' }, { view: 'all' }, false)).toBe(false);
  });

  it('leave it without the keyword that it is narrowed to', () => {
    expect(leavesList({ do: 'untag', tag: 'Lũ lụt' }, { view: 'all', tag: 'lũ lụt' }, false)).toBe(true);
    expect(leavesList({ do: 'untag', tag: 'bão' }, { view: 'all', tag: 'lũ lụt' }, false)).toBe(false);
    expect(leavesList({ do: 'tag', tag: 'bão' }, { view: 'all', tag: 'lũ lụt' }, false)).toBe(false);
  });

  it('stay where a search found them', () =>
    expect(leavesList({ do: 'section', section: 'Nông nghiệp' }, health, true)).toBe(false));

  it('leave it for another state', () => expect(leavesList({ do: 'spike' }, { view: 'all' }, false)).toBe(true));
});
