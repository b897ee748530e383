import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readArticle } from '../../shared/article/read.ts';
import { newArticleUpdate } from '../../shared/article/write.ts';
import type { PhotoRecord } from '../../shared/photos/photo-details.ts';
import { plainLook } from '../../shared/photos/photo-details.ts';
import { batchDeeds, commonKeywords, commonText } from './batch-deeds.ts';
import { giveBackWords, takeWords } from './caption-in-article.ts';
import { sameAs } from './same-as.ts';
import { readTakenAt, writeTakenAt } from './taken-at.ts';

const blank: PhotoRecord = {
  ...{ description: '', headline: '', credit: '', source: '', creator: '', jobTitle: '', copyright: '', alt: '' },
  ...{
    extendedDescription: '',
    instructions: '',
    rightsUsage: '',
    sublocation: '',
    city: '',
    province: '',
    country: '',
  },
  ...{ sha256: 'a'.repeat(64), dateCreated: null, digitalSource: null, keywords: [], people: [], decorative: false },
  ...{ expires: null, rating: 0, label: null, edits: {}, look: plainLook, shared: false, batch: '', name: '' },
};
const record = (said: Partial<PhotoRecord>): PhotoRecord => ({ ...blank, ...said });

describe('when a picture was taken', () => {
  it.each([
    ['26/11/2026', '2026-11-26'],
    ['26/11/2026 08:30', '2026-11-26T08:30'],
    ['8h30, 26/11/2026', '2026-11-26T08:30'],
    ['8:30 26/11', '2026-11-26T08:30'],
    ['31/2/2026', null],
    ['25:00 26/11/2026', null],
    ['hôm qua', null],
  ])('%s is %s', (typed, stored) => {
    expect(readTakenAt(typed, null, new Date(2026, 10, 30))).toBe(stored);
  });

  it('keeps what the camera wrote and nobody changed', () => {
    const former = '2026-11-26T08:30:21+07:00';
    expect(writeTakenAt(former)).toBe('26/11/2026 08:30');
    expect(readTakenAt('26/11/2026 08:30', former, new Date())).toBe(former);
    expect(readTakenAt('26/11/2026 09:00', former, new Date())).toBe('2026-11-26T09:00+07:00');
    expect(readTakenAt('26/11/2026', former, new Date())).toBe('2026-11-26');
  });
});

describe('the same as the former picture', () => {
  it('takes over what it says, and leaves what is the picture’s own', () => {
    const former = record({
      ...{ description: 'Hội nghị', credit: 'Hà', alt: 'Bốn người', keywords: ['số'], dateCreated: '2026-11-25' },
      people: [
        { id: 'x', name: 'An', area: { x: 0, y: 0, width: 0.5, height: 0.5 } },
        { id: 'y', name: ' ' },
      ],
    });
    const change = sameAs(former, record({ city: 'Huế', dateCreated: '2026-11-26' }), () => 'new');
    expect(change).toEqual({
      texts: { description: { how: 'set', text: 'Hội nghị' }, credit: { how: 'set', text: 'Hà' } },
      keywords: { add: ['số'] },
      people: [{ id: 'new', name: 'An' }],
    });
    expect(sameAs(former, record({ people: [{ id: 'z', name: 'Bình' }] }), () => 'new').people).toBeUndefined();
  });
});

describe('many pictures at once', () => {
  const records = [
    record({ description: 'Một.', credit: 'Hà', keywords: ['a', 'b'] }),
    record({ sha256: 'b'.repeat(64), description: '', credit: 'Hà', keywords: ['b', 'c'] }),
  ];
  const nothing = { texts: {}, addKeywords: [], removeKeywords: [], change: {} };

  it('show what all of them say', () => {
    expect([commonText(records, 'credit'), commonText(records, 'description')]).toEqual(['Hà', null]);
    expect(commonKeywords(records)).toEqual(['b']);
  });

  it('take a shared part, and their own behind it', () => {
    const own = { field: 'description' as const, texts: new Map([['b'.repeat(64), ' Bà Lan. ']]) };
    const shared = { ...nothing, texts: { description: { how: 'append' as const, text: 'Sáng 26/11.' } } };
    expect(batchDeeds(records, shared, own)).toEqual([
      { sha256: 'a'.repeat(64), change: { texts: { description: { how: 'append', text: 'Sáng 26/11.' } } } },
      { sha256: 'b'.repeat(64), change: { texts: { description: { how: 'set', text: 'Sáng 26/11. Bà Lan.' } } } },
    ]);
  });

  it('leave alone what nothing is said of', () => {
    const own = { field: 'alt' as const, texts: new Map([['a'.repeat(64), 'Một người']]) };
    expect(batchDeeds(records, nothing, own)).toEqual([
      { sha256: 'a'.repeat(64), change: { texts: { alt: { how: 'set', text: 'Một người' } } } },
    ]);
    expect(batchDeeds(records, { ...nothing, removeKeywords: ['b'], change: { label: null } }, own)[1]).toEqual({
      sha256: 'b'.repeat(64),
      change: { keywords: { add: [], remove: ['b'] }, label: null },
    });
  });
});

describe('a caption taken into an article', () => {
  const sha256 = 'a'.repeat(64);
  const articleOf = (caption: string, credit: string): Y.Doc => {
    const doc = new Y.Doc();
    const photo = { id: 'p', sha256, caption, credit, alt: '' };
    const other = { ...photo, id: 'q', sha256: 'b'.repeat(64) };
    const document = { ...readArticle(doc), photos: [photo, other], headline: 'Tít' };
    Y.applyUpdate(doc, newArticleUpdate({ document }));
    return doc;
  };
  const wordsOf = (doc: Y.Doc) => readArticle(doc).photos.map(({ caption, credit, alt }) => [caption, credit, alt]);

  it('takes the place of the one that stood there, and is taken back as long as nobody has changed it', () => {
    const doc = articleOf('Chú thích cũ', 'Hà');
    const said = record({ description: 'Chú thích\nmới', credit: 'Lan', alt: 'Bốn người' });
    const taken = takeWords(doc, said, 'test');
    expect(wordsOf(doc)).toEqual([
      ['Chú thích mới', 'Hà', 'Bốn người'],
      ['Chú thích cũ', 'Hà', ''],
    ]);
    (doc.getMap('photos').get('p') as Y.Map<Y.Text>).get('alt')!.insert(0, 'Có ');
    giveBackWords(doc, taken, 'test');
    expect(wordsOf(doc)[0]).toEqual(['Chú thích cũ', 'Hà', 'Có Bốn người']);
  });

  it('leaves what the picture says nothing of', () => {
    const doc = articleOf('Chú thích cũ', '');
    expect(takeWords(doc, record({}), 'test')).toEqual([]);
    expect(wordsOf(doc)[0]).toEqual(['Chú thích cũ', '', '']);
  });
});
