import { describe, expect, it } from 'vitest';
import {
  blanksOf,
  creditTypedOver,
  fillTemplate,
  fromLeft,
  slotNames,
  type TemplateRecord,
  withNames,
} from './caption-template.ts';

const record: TemplateRecord = {
  ...{ sublocation: '', city: 'phường Hạc Thành', province: 'tỉnh Thanh Hóa', country: 'Việt Nam' },
  ...{ dateCreated: '2022-04-26T08:30:00+07:00', credit: 'Thu Hà', creator: 'Lê Thu Hà', source: '', headline: '' },
  people: [
    { id: 'a', name: 'Mai Xuân Liêm', title: 'Phó Chủ tịch UBND tỉnh' },
    { id: 'b', name: 'Nguyễn Phú Tiến' },
  ],
};
const TEMPLATE = '{ai} {làm gì} tại {ở đâu}, {khi nào}. Ảnh: {nguồn}';

describe('a caption template', () => {
  it('is filled with what the record knows, in Vietnamese dates; the rest stays blank', () => {
    expect(fillTemplate(TEMPLATE, record)).toBe(
      'Phó Chủ tịch UBND tỉnh Mai Xuân Liêm và Nguyễn Phú Tiến {làm gì} tại phường Hạc Thành, tỉnh Thanh Hóa, ngày 26/4/2022. Ảnh: Thu Hà',
    );
    expect(fillTemplate('{where}, {when}: {who}', record)).toBe(
      'Phường Hạc Thành, tỉnh Thanh Hóa, 26 April 2022: Mai Xuân Liêm, Phó Chủ tịch UBND tỉnh and Nguyễn Phú Tiến',
    );
  });

  it('leaves what it does not know, and what is empty, to be typed over', () => {
    const bare = { ...record, people: [], dateCreated: null, credit: '' };
    const caption = fillTemplate('{Ai} {gặp ai} {khi nào} {nguồn}', bare);
    expect(caption).toBe('{Ai} {gặp ai} {khi nào} {nguồn}');
    expect(blanksOf(caption).map(({ name, start, end }) => [name, caption.slice(start, end)])).toEqual([
      ['Ai', '{Ai}'],
      ['gặp ai', '{gặp ai}'],
      ['khi nào', '{khi nào}'],
      ['nguồn', '{nguồn}'],
    ]);
  });

  it('knows the time of day where the camera did', () => {
    expect(fillTemplate('{buổi}', record)).toBe('Sáng 26/4/2022');
    expect(fillTemplate('Hội nghị {buổi}', { ...record, dateCreated: '2022-04-26' })).toBe('Hội nghị {buổi}');
  });

  it('does not take what a record says for a slot of its own', () => {
    const odd = { ...record, credit: '{ai} $& $1' };
    expect(fillTemplate('Ảnh: {nguồn}', odd)).toBe('Ảnh: {ai} $& $1');
  });

  it('tells what was typed over the blank of its credit, as long as the words around it stand', () => {
    const former = '{ai} dự lễ. Ảnh: {nguồn}';
    expect(creditTypedOver(former, '{ai} dự lễ. Ảnh: Thu Hà/TTXVN')).toBe('Thu Hà/TTXVN');
    expect(creditTypedOver(former, '{ai} dự lễ. Ảnh: Thu Hà. ')).toBe('Thu Hà');
    expect(creditTypedOver(former, '{ai} dự lễ. Ảnh: TTXVN.')).toBe('TTXVN.');
    expect(creditTypedOver('(Photo: {credit}) {what}', '(Photo: An) {what}')).toBe('An');
    for (const other of [former, '{ai} dự lễ. Ảnh: ', '{ai} dự lễ. Ảnh: {nguồn', 'Ông An dự lễ. Ảnh: Hà', '']) {
      expect(creditTypedOver(former, other)).toBeNull();
    }
    expect(creditTypedOver('Ảnh: {người chụp}', 'Ảnh: Thu Hà')).toBeNull();
  });

  it('names people from left to right', () => {
    expect(fromLeft(record, 'vi')).toBe('Từ trái sang: Mai Xuân Liêm, Phó Chủ tịch UBND tỉnh; Nguyễn Phú Tiến');
    const untitled = { people: ['An', 'Bình', ' ', 'Chi'].map((name) => ({ name })) };
    expect(fromLeft(untitled, 'vi')).toBe('Từ trái sang: An, Bình và Chi');
    expect(fromLeft({ people: [] }, 'vi')).toBe('');
  });

  it('puts the names where they are wanted, and again where they stood', () => {
    const two = [{ name: 'An' }, { name: 'Bình' }];
    expect(withNames('{ai} dự lễ. Ảnh: Hà', two, 'vi')).toBe('Từ trái sang: An và Bình dự lễ. Ảnh: Hà');
    const once = withNames('Các đại biểu dự lễ', two, 'vi');
    expect(once).toBe('Các đại biểu dự lễ. Từ trái sang: An và Bình.');
    expect(withNames(`${once} Ảnh: Hà`, [...two, { name: 'Chi' }], 'vi')).toBe(
      'Các đại biểu dự lễ. Từ trái sang: An, Bình và Chi. Ảnh: Hà',
    );
    expect(withNames('Từ trái sang: PGS.TS. An, TP. Vinh và Bình. Ảnh: Hà', two, 'vi')).toBe(
      'Từ trái sang: An và Bình. Ảnh: Hà',
    );
    expect(withNames('', two, 'vi')).toBe('Từ trái sang: An và Bình.');
    expect(withNames('Trời mưa.', [], 'vi')).toBe('Trời mưa.');
  });

  it('offers its slots in both languages', () => {
    expect(slotNames('vi')).toContain('làm gì');
    expect(slotNames('en')).toHaveLength(slotNames('vi').length);
  });
});
