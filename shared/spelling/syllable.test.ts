import { describe, expect, it } from 'vitest';
import { isSyllable, isToneInPlace, putTone, takeTone } from './syllable.ts';

const words = (text: string): string[] => text.split(' ');

describe('a syllable', () => {
  it.each(
    words('nghiêng nguệch gì gìn giết giêng giữa quốc quyển quý quí khuya thuở yêu yến ươm oẳn kỹ kĩ xoong ghềnh'),
  )('may be %s', (word) => {
    expect(isSyllable(word)).toBe(true);
  });

  it.each(
    words(
      'nghành ngiên kon cêm gê ghà qang bềng thuơng boàn tiengs hoact chìc mặch đươc uyệnh zì tóan đựơc tíêng việtt',
    ),
  )('is not %s', (word) => {
    expect(isSyllable(word)).toBe(false);
  });

  it('takes sắc and nặng only before a stop', () => {
    expect(words('các cạc cach cách cạch').every(isSyllable)).toBe(false);
    for (const wrong of words('càc cảp cãt cach hoăt')) expect(isSyllable(wrong)).toBe(false);
    for (const right of words('các cạp cát cách hoắt')) expect(isSyllable(right)).toBe(true);
  });

  it('carries its tone where the old or the new style puts it', () => {
    for (const right of words('hòa hoà thủy thuỷ khỏe khoẻ hoàn quỳ giá già mía cửa người tuyển')) {
      expect(isToneInPlace(right)).toBe(true);
    }
    for (const wrong of words('tíêng ngừơi qúy gìa cuả đựơc hòan')) expect(isToneInPlace(wrong)).toBe(false);
  });

  it('is put together again in the old style', () => {
    for (const word of words('hòa thủy khỏe hoàn quý già nghiêng nước tiếng cửa thuở khuỷu gì giếng')) {
      const { letters, tone } = takeTone(word);
      expect(putTone(letters, tone)).toBe(word);
    }
  });
});
