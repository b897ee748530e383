import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readPhotoRecord } from '../../shared/photos/read-record.ts';
import { changeRecord, type RecordChange } from '../../shared/photos/write-record.ts';
import { CreditFromCaption } from './use-credit-from-caption.ts';

function watching(caption: string, credit = '') {
  const doc = new Y.Doc();
  const change = (said: RecordChange): void => changeRecord(doc, said, 'test');
  const record = () => readPhotoRecord(doc, 'a'.repeat(64));
  const type = (text: string): void => change({ texts: { description: { how: 'set', text } } });
  if (credit !== '') change({ texts: { credit: { how: 'set', text: credit } } });
  type(caption);
  return { watched: new CreditFromCaption({ doc, record, change }), type, change, credit: () => record().credit };
}

describe('a credit typed into the blank of a caption', () => {
  it('is the credit of the picture once the blank is left, and not while it is typed', () => {
    const { watched, type, credit } = watching('{ai} dự lễ. Ảnh: {nguồn}');
    type('Ông An dự lễ. Ảnh: {nguồn}');
    watched.take();
    type('Ông An dự lễ. Ảnh: T');
    type('Ông An dự lễ. Ảnh: Thu Hà');
    expect(credit()).toBe('');
    watched.take();
    expect(credit()).toBe('Thu Hà');
  });

  it('overwrites no credit that is there', () => {
    const { watched, type, credit } = watching('Lễ hội. Ảnh: {nguồn}', 'TTXVN');
    type('Lễ hội. Ảnh: Thu Hà');
    watched.take();
    expect(credit()).toBe('TTXVN');
  });

  it('is taken once: one that is emptied by hand stays empty', () => {
    const { watched, type, change, credit } = watching('Lễ hội. Ảnh: {nguồn}');
    type('Lễ hội. Ảnh: Thu Hà');
    watched.take();
    change({ texts: { credit: { how: 'set', text: '' } } });
    watched.take();
    expect(credit()).toBe('');
  });
});
