import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ArticleDocument } from '../article/document.ts';
import { readArticle } from '../article/read.ts';
import { newArticleUpdate, setFields } from '../article/write.ts';
import { missingThings, submissionBlockers } from '../workflow/missing.ts';
import { articleKinds, findKind } from './article-kinds.ts';
import { beginBody } from './begin-body.ts';
import { measureArticle } from './measure.ts';
import { findPlaceholders } from './placeholders.ts';

function newDoc(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, newArticleUpdate(), 'seed');
  return doc;
}

const codes = (document: ArticleDocument): string[] =>
  submissionBlockers(missingThings(document)).map(({ code }) => code);

describe('the kinds of articles', () => {
  it('are the seven of a press office, each asking only for fields that it shows', () => {
    expect(articleKinds.map(({ name }) => name.vi)).toEqual([
      'Tin',
      'Bài',
      'Thông cáo báo chí',
      'Phát biểu',
      'Phỏng vấn',
      'Phóng sự ảnh',
      'Điểm báo',
    ]);
    for (const { fields, required } of articleKinds) {
      for (const name of required) if (name !== 'lead') expect(fields).toContain(name);
    }
  });

  it('ask for what they must have, thing by thing', () => {
    const doc = newDoc();
    doc.getText('headline').insert(0, 'Tít');
    expect(codes(readArticle(doc))).toEqual([]);
    setFields(doc, { kind: 'press-release' }, 'test');
    expect(missingThings(readArticle(doc))).toEqual([
      { what: 'field', field: 'source' },
      { what: 'field', field: 'contact' },
      { what: 'field', field: 'publishedOn' },
      { what: 'lead' },
    ]);
    expect(codes(readArticle(doc))).toEqual(['fields-missing']);
    setFields(doc, { kind: 'photo-essay', author: 'An' }, 'test');
    doc.getText('lead').insert(0, 'Sapo');
    expect(codes(readArticle(doc))).toEqual(['photos-too-few']);
    setFields(doc, { kind: 'of-a-newer-version' }, 'test');
    expect(codes(readArticle(doc))).toEqual([]);
  });
});

describe('a template', () => {
  it('becomes the body of an article that has none, and its TK marks block submitting', () => {
    const doc = newDoc();
    doc.getText('headline').insert(0, 'Tít');
    expect(beginBody(doc, findKind('interview')!, 'vi', 'test')).toBe(true);
    const { blocks } = readArticle(doc);
    expect(blocks).toHaveLength(4);
    expect(blocks[0]).toEqual({ kind: 'paragraph', runs: [{ text: 'Phóng viên: [TK: câu hỏi]' }] });
    expect(codes(readArticle(doc))).toEqual(['placeholders-left']);
    expect(missingThings(readArticle(doc))).toHaveLength(6);
  });

  it('keeps the kinds of its blocks, the first among them', () => {
    const doc = newDoc();
    beginBody(doc, findKind('press-review')!, 'en', 'test');
    expect(readArticle(doc).blocks.map(({ kind }) => kind)).toEqual(['heading3', 'paragraph', 'heading3', 'paragraph']);
  });

  it('changes nothing where something is written', () => {
    const doc = newDoc();
    doc.getText('body').insert(1, 'Đã viết', {});
    const before = Y.encodeStateAsUpdate(doc);
    for (const kind of articleKinds) expect(beginBody(doc, kind, 'vi', 'test')).toBe(false);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });
});

describe('places to be filled in', () => {
  it.each([
    ['[TK]', ['[TK]']],
    ['Ông [TK: tên, chức danh] nói, [TK số liệu].', ['[TK: tên, chức danh]', '[TK số liệu]']],
    ['Số liệu TK, theo TK.', ['TK', 'TK']],
    ['số TK: 0123, TK 0123 456, TK số 99, ATK, TK-01, 12/TK, tk', []],
    ['[TKX] và [TK:', ['TK']],
    ['Vietcombank TK: 00110022', []],
  ])('%s', (text, found) => {
    expect(findPlaceholders(text).map((place) => place.text)).toEqual(found);
    for (const { start, end, text: own } of findPlaceholders(text)) expect(text.slice(start, end)).toBe(own);
  });
});

describe('lengths', () => {
  it('are counted in tiếng and in letters, and told against the limits of the kind', () => {
    const doc = newDoc();
    const headline = 'Hội nghị trực tuyến toàn tỉnh hướng dẫn, triển khai các nhiệm vụ chuyển đổi số năm 2022';
    doc.getText('headline').insert(0, headline);
    const [free] = measureArticle(readArticle(doc));
    expect(free).toMatchObject({ syllables: 18, characters: 87, isOver: false, limit: {} });
    setFields(doc, { kind: 'news' }, 'test');
    doc.getText('body').insert(1, 'một '.repeat(251), {});
    const [over, lead, body] = measureArticle(readArticle(doc));
    expect(over).toMatchObject({ isOver: true, limit: { syllables: 15, characters: 70 } });
    expect(lead).toMatchObject({ syllables: 0, minutes: 0, isOver: false });
    expect(body).toMatchObject({ syllables: 251, minutes: 2, isOver: false });
  });
});
