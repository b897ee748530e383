import { describe, expect, it } from 'vitest';
import type { CaptionPart } from '../contract/desk-photos.ts';
import { type CaptionRecord, captionLacks } from './completeness.ts';

const nothing: CaptionRecord = {
  ...{ description: '', people: [], sublocation: '', city: '', province: '', dateCreated: null },
  ...{ credit: '', alt: '', decorative: false },
};
const record = (said: Partial<CaptionRecord>): CaptionRecord => ({ ...nothing, ...said });

/** Of a caption alone: which of who, what, where, when it gives. */
function gives(description: string): CaptionPart[] {
  const lacks = captionLacks(record({ description }));
  return (['who', 'what', 'where', 'when'] as const).filter((part) => !lacks.includes(part));
}

describe('what a caption lacks', () => {
  it('is everything where nothing is said', () => {
    expect(captionLacks(nothing)).toEqual(['who', 'what', 'where', 'when', 'credit', 'alt']);
  });

  it.each<[caption: string, given: CaptionPart[]]>([
    ['Quang cảnh Hội nghị.', ['what']],
    ['Đồng chí Mai Xuân Liêm – Phó Chủ tịch UBND tỉnh phát biểu chỉ đạo tại Hội nghị.', ['who', 'what']],
    ['Mai Xuân Liêm.', ['who']],
    ['Từ trái sang: Mai Xuân Liêm, Nguyễn Phú Tiến', ['who']],
    ['Người dân lội nước trên đường Nguyễn Thị Minh Khai, thành phố Vinh, sáng 26/4.', ['what', 'where', 'when']],
    ['Bà Lan bán hoa ở chợ Vườn Hoa ngày 26 tháng 4 năm 2022. Ảnh: Thu Hà', ['who', 'what', 'where', 'when']],
    ['Mr Smith opens the school in Huế on 26 April 2022.', ['who', 'what', 'where', 'when']],
    ['Thanh Hóa, 26/4/2022', ['when']],
    ['Thuyền buồm neo trên sông Nakashima khoảng năm 1865.', ['what', 'where', 'when']],
    ['Nhiệm vụ chuyển đổi số năm 2022', ['what']],
    ['Boats on the river; albumen print, 22.8 × 28.5 cm (9 × 11 1/4 in.)', ['what']],
    ['Quang cảnh lễ hội. Ảnh: Nguyễn Văn Nam', ['what']],
  ])('%s gives %s', (caption, given) => {
    expect(new Set(gives(caption))).toEqual(new Set(given));
  });

  it('is not what its fields say', () => {
    const said = record({
      ...{ description: 'Phát biểu chỉ đạo', dateCreated: '2022-04-26', province: 'Thanh Hóa', credit: 'Thu Hà' },
      ...{ people: [{ id: 'a', name: 'Mai Xuân Liêm' }], decorative: true },
    });
    expect(captionLacks(said)).toEqual([]);
    expect(captionLacks({ ...said, description: 'Mai Xuân Liêm, Thanh Hóa' })).toEqual(['what']);
    expect(captionLacks({ ...said, decorative: false, people: [{ id: 'a', name: ' ' }] })).toEqual(['who', 'alt']);
  });

  it('is what a template left blank, whatever else is said', () => {
    const said = record({
      ...{
        dateCreated: '2022-04-26',
        province: 'Huế',
        credit: 'Hà',
        alt: 'Một người',
        people: [{ id: 'a', name: 'Lan' }],
      },
    });
    expect(captionLacks({ ...said, description: 'Lan {làm gì} tại {Where}, hôm nay trời mưa to' })).toEqual([
      'what',
      'where',
    ]);
    expect(captionLacks({ ...said, description: 'Lan {làm gì}' })).toEqual(['what']);
  });

  it('reads decomposed letters alike', () => {
    expect(gives('Đồng chí Mai Xuân Liêm phát biểu tại xã Hà Trung'.normalize('NFD'))).toEqual([
      'who',
      'what',
      'where',
    ]);
  });
});
