import { describe, expect, it } from 'vitest';
import { applyTextEdits } from '../text-tools/text-edit.ts';
import { type FindQuery, findInTexts } from './find-hits.ts';
import { replaceHits, withCaseOf } from './replacement.ts';

function replaced(text: string, query: Partial<FindQuery>, by: string, keepCase = false): string {
  const whole = { text: '', matchAccents: true, matchCase: false, wholeWord: false, isPattern: false, ...query };
  const [hits = []] = findInTexts(whole, [text]);
  return applyTextEdits(text, replaceHits(text, hits, whole, { text: by, keepCase }));
}

describe('replacing', () => {
  it('puts groups of a pattern in, as the text says them', () => {
    const name = { text: '(\\p{Lu}\\p{L}+) (\\p{Lu}\\p{L}+)', isPattern: true, matchCase: true };
    expect(replaced('ông Phú Tiến', name, '$2 $1 ($&) $$1 $3')).toBe('ông Tiến Phú (Phú Tiến) $1 $3');
    expect(replaced('ab', { text: '(a)(x)?', isPattern: true }, '[$1$2$12]')).toBe('[aa2]b');
  });

  it('writes a dollar as it is where nothing is a pattern', () => {
    expect(replaced('giá 5 đồng', { text: '5 đồng' }, '$1')).toBe('giá $1');
  });

  it('keeps the case where that is asked', () => {
    expect(replaced('Hòa bình, HÒA BÌNH, hòa bình', { text: 'hòa bình' }, 'độc lập', true)).toBe(
      'Độc lập, ĐỘC LẬP, độc lập',
    );
    expect(withCaseOf('123', 'Ba')).toBe('Ba');
  });

  it('writes composed letters, and no edit where nothing would change', () => {
    expect(replaced('hoa', { text: 'hoa' }, 'hòa'.normalize('NFD'))).toBe('hòa');
    const query = { text: 'ba', matchAccents: false, matchCase: false, wholeWord: false, isPattern: false };
    const [hits = []] = findInTexts(query, ['ba Bà']);
    expect(replaceHits('ba Bà', hits, query, { text: 'ba', keepCase: false })).toHaveLength(1);
  });
});
