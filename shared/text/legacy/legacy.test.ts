import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeTcvn3, encodeVni, encodeWindows1258 } from '../../../tests/support/old-encodings.ts';
import { decodeLegacy } from './decode-legacy.ts';
import { type LegacyEncoding, legacyEncodingOfFont } from './encodings.ts';
import { guessLegacy } from './guess-legacy.ts';
import { isSyllableShape } from './syllables.ts';

const seed = readFileSync(new URL('../../../resources/sample/seed-article.txt', import.meta.url), 'utf8');
const small = 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ';
const letters = [...small, ...small.toUpperCase()];

describe('old encodings', () => {
  it('are told by the name of the font', () => {
    expect(
      ['.VnTime', '".VnArial Narrow"', '.VNTIME', ' .VnTimeH', '.VnArialH Bold', 'VNI-Times', 'Vni-Helve'].map(
        legacyEncodingOfFont,
      ),
    ).toEqual(['tcvn3', 'tcvn3', 'tcvn3', 'tcvn3-caps', 'tcvn3-caps', 'vni', 'vni']);
    expect(['Times New Roman', 'Arial', '.SF NS Text', 'Vivaldi', 'Verdana', ''].map(legacyEncodingOfFont)).toEqual(
      Array(6).fill(null),
    );
  });

  it('give back every letter of Vietnamese', () => {
    expect(letters).toHaveLength(134);
    for (const letter of letters) {
      expect(decodeLegacy(encodeVni(letter), 'vni')).toBe(letter);
      expect(decodeLegacy(encodeWindows1258(letter), 'windows-1258')).toBe(letter);
    }
    for (const letter of small) {
      expect(decodeLegacy(encodeTcvn3(letter), 'tcvn3')).toBe(letter);
      expect(decodeLegacy(encodeTcvn3(letter), 'tcvn3-caps')).toBe(letter.toUpperCase());
    }
    expect(decodeLegacy('¡¢£¤¥¦§', 'tcvn3')).toBe('ĂÂÊÔƠƯĐ');
  });

  it.each([
    ['vni', encodeVni],
    ['windows-1258', encodeWindows1258],
    ['tcvn3', encodeTcvn3],
  ] as const)('give back a whole article in %s, and are guessed', (encoding, encode) => {
    const encoded = encode(seed);
    expect(encoded).not.toBe(seed);
    expect(encoded).not.toMatch(/[\u1ea0-\u1ef9]/u);
    const decoded = decodeLegacy(encoded, encoding);
    // A capital with a tone mark is no letter of TCVN3.
    if (encoding === 'tcvn3') expect(decoded.toLowerCase()).toBe(seed.toLowerCase());
    else expect(decoded).toBe(seed);
    expect(guessLegacy(encoded)?.encoding).toBe(encoding);
  });

  it('keep the letters that the fonts of old made of signs', () => {
    expect(decodeLegacy('M\u00adêng T\u00d6', 'tcvn3')).toBe('Mường Tệ');
    expect(decodeLegacy('Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'tcvn3')).toBe('Cộng hoà xã hội chủ nghĩa Việt Nam');
    expect(decodeLegacy('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'vni')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
    expect(decodeLegacy('töùc, ñöôøng, TÖÙC, Öu, Ñaûng', 'vni')).toBe('tức, đường, TỨC, Ưu, Đảng');
    expect(decodeLegacy('Hµ Néi, 25°C', 'tcvn3')).toBe('Hà Nội, 25°C');
  });

  it('write words in capitals in capitals', () => {
    expect(decodeLegacy('HéI NGHÞ TæNG KÕT, Mü vµ Hµ Néi', 'tcvn3')).toBe('HỘI NGHỊ TỔNG KẾT, Mỹ và Hà Nội');
    expect(decodeLegacy('§¶NG Uû TØNH', 'tcvn3')).toBe('ĐẢNG UỶ TỈNH');
    expect(decodeLegacy('héi nghÞ', 'tcvn3-caps')).toBe('HỘI NGHỊ');
  });

  it.each(['tcvn3', 'vni', 'windows-1258'] as LegacyEncoding[])(
    'leave plain letters and signs alone: %s',
    (encoding) => {
      const text = 'Plain 1234 (a, b) – “c” …\n\t';
      expect(decodeLegacy(text, encoding)).toBe(text);
    },
  );
});

describe('guessing', () => {
  it.each([
    ['Vietnamese as it should be', seed],
    ['Vietnamese taken apart', seed.normalize('NFD')],
    ['one line of it', 'Đồng chí Nguyễn Phú Tiến phát biểu'],
    ['Vietnamese of few marks', 'Hà là cá, và bà ta là bé'],
    ['English', 'The café’s naïve résumé — 25 °C, £5, “façade”, Zoë, coöperate, déjà vu, Ångström © 2026 ® ± ½'],
    [
      'French',
      'À l’été, les élèves français étaient déjà très pressés d’être reçus à l’école où ils avaient été élevés',
    ],
    ['German', 'Über größere Mädchen könnten Jäger möglicherweise schöne Märchen hören, für Väter und Söhne'],
    ['Spanish', 'El niño soñó con un corazón español, según él, así que después volvió al jardín con más ilusión'],
    ['nothing', ''],
  ])('leaves alone: %s', (_, text) => {
    expect(guessLegacy(text)).toBeNull();
  });

  it('knows short texts too', () => {
    expect(guessLegacy('Céng hoµ x· héi chñ nghÜa ViÖt Nam')?.encoding).toBe('tcvn3');
    expect(guessLegacy('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam')?.encoding).toBe('vni');
    expect(guessLegacy('HéI NGHÞ TRùC TUYÕN TOµN TØNH')?.encoding).toBe('tcvn3');
  });
});

describe('the shape of a syllable', () => {
  it('is known with old and new tone marks', () => {
    const unlike = (seed.match(/\p{L}+/gu) ?? []).filter((word) => /[^a-z]/iu.test(word) && !isSyllableShape(word));
    expect([...new Set(unlike)].filter((word) => !/[A-ZĐ]{2}|^[BC]/u.test(word))).toEqual([]);
    for (const word of ['hoà', 'hòa', 'khuỷu', 'nghiêng', 'quý', 'quyết', 'giếng', 'gì', 'Ủy', 'thuở', 'xoong', 'yêu'])
      expect([word, isSyllableShape(word)]).toEqual([word, true]);
    for (const word of ['été', 'déjà', 'naïve', 'các̀', 'àc', 'zà', 'ViÖt', 'Vieät'])
      expect([word, isSyllableShape(word)]).toEqual([word, false]);
  });
});
