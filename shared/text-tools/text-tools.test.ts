import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyTextEdits, NO_CHARACTER } from './text-edit.ts';
import { type ToolName, type ToolOptions, toolEdits, toolNames } from './text-tools.ts';

const seed = readFileSync(new URL('../../resources/sample/seed-article.txt', import.meta.url), 'utf8').split('\n');

const usual: ToolOptions = {
  toneStyle: 'old',
  punctuation: ['quotes', 'dashes', 'dots', 'spaces'],
  dateForm: 'numbers',
  encoding: null,
  names: [],
};

type Options = Partial<ToolOptions> & { within?: { start: number; end: number }; beside?: string[] };

function madeBy(tool: ToolName, text: string, { within, beside = [], ...options }: Options = {}): string {
  const whole = within ?? (tool === 'upper-case' || tool === 'lower-case' ? { start: 0, end: text.length } : null);
  const texts = [{ characters: text, within: whole }, ...beside.map((characters) => ({ characters, within: null }))];
  return applyTextEdits(text, toolEdits(tool, texts, { ...usual, ...options })[0]!);
}

describe('tone marks', () => {
  it('go from one style to the other and back', () => {
    const old = 'Hòa, khỏe, thủy, Ủy ban, HÓA, quý, quả, già, giá, hoàn, huỳnh, thuở, của, tùy, lóe, Hoà Bình?';
    const fresh = 'Hoà, khoẻ, thuỷ, Uỷ ban, HOÁ, quý, quả, già, giá, hoàn, huỳnh, thuở, của, tuỳ, loé, Hoà Bình?';
    expect(madeBy('tone-marks', old, { toneStyle: 'new' })).toBe(fresh);
    expect(madeBy('tone-marks', fresh)).toBe(old.replace('Hoà B', 'Hòa B'));
  });

  it('stay in words that are no Vietnamese syllables, and are found in letters that came apart', () => {
    expect(madeBy('tone-marks', 'Chloé, Aloès, Zoé')).toBe('Chloé, Aloès, Zoé');
    expect(madeBy('tone-marks', 'hoà'.normalize('NFD'))).toBe('hòa');
    expect(madeBy('tone-marks', 'hòa'.normalize('NFD'))).toBe('hòa'.normalize('NFD'));
  });

  it('change 11 words of the seed article to the new style, and none to the old', () => {
    const texts = seed.map((characters) => ({ characters, within: null }));
    expect(toolEdits('tone-marks', texts, usual).flat()).toEqual([]);
    expect(toolEdits('tone-marks', texts, { ...usual, toneStyle: 'new' }).flat()).toHaveLength(11);
  });
});

describe('quotes and dashes', () => {
  it('pair, nest, and leave inches', () => {
    expect(madeBy('punctuation', '"Họ nói "giám sát" rồi", ông kể')).toBe('“Họ nói ‘giám sát’ rồi”, ông kể');
    expect(madeBy('punctuation', `"'Tốt' là gì?" ("năm 2022")`)).toBe('“‘Tốt’ là gì?” (“năm 2022”)');
    expect(madeBy('punctuation', `màn hình 32" và 55", H'Mông, K'ho`)).toBe('màn hình 32" và 55", H’Mông, K’ho');
    expect(madeBy('punctuation', 'nói " hội nghị " rồi')).toBe('nói “hội nghị” rồi');
    expect(madeBy('punctuation', 'từ “cũ” và "mới"')).toBe('từ “cũ” và “mới”');
    expect(madeBy('punctuation', '"Sông Hương?","Đất nước"')).toBe('“Sông Hương?”, “Đất nước”');
    expect(madeBy('punctuation', '""Tốt" là gì", ông hỏi')).toBe('“‘Tốt’ là gì”, ông hỏi');
  });

  it('take a hyphen between name and title for a dash, and no other', () => {
    expect(madeBy('punctuation', 'Đồng chí Mai Xuân Liêm - Phó Chủ tịch UBND tỉnh')).toBe(
      'Đồng chí Mai Xuân Liêm – Phó Chủ tịch UBND tỉnh',
    );
    expect(madeBy('punctuation', 'Chủ tịch UBND tỉnh - ông Nguyễn Văn An dự họp')).toBe(
      'Chủ tịch UBND tỉnh – ông Nguyễn Văn An dự họp',
    );
    for (const kept of ['kinh tế - xã hội', 'Hà Nội - Hải Phòng', '2020 - 2025', 'Tin tức - 26/4/2022', '- một mục']) {
      expect(madeBy('punctuation', kept)).toBe(kept);
    }
  });

  it('make three dots one sign, and leave rows of dots', () => {
    expect(madeBy('punctuation', 'vân vân... và ...... hết./.')).toBe('vân vân… và ...... hết./.');
  });

  it('space marks as they should be', () => {
    expect(madeBy('punctuation', 'một , hai ; ba ?Bốn ( năm )sáu')).toBe('một, hai; ba? Bốn (năm) sáu');
    expect(madeBy('punctuation', 'hội nghị.Tại đây,đồng chí:Nam; năm 2022.Sau đó 81,3 %')).toBe(
      'hội nghị. Tại đây, đồng chí: Nam; năm 2022. Sau đó 81,3%',
    );
    const kept = 'TP.HCM, PGS.TS, 06-NQ/TU, 1,5 tỷ, 8:30, https://a.vn/x,y?b, info@tinh.gov.vn, VnExpress.Net, v.v.';
    expect(madeBy('punctuation', kept)).toBe(kept);
  });

  it('do only the parts that are asked for', () => {
    expect(madeBy('punctuation', '"a" , b...', { punctuation: ['dots'] })).toBe('"a" , b…');
    expect(madeBy('punctuation', '"a" , b...', { punctuation: [] })).toBe('"a" , b...');
  });

  it('find nothing in the seed article but what is wrong in it', () => {
    expect(seed.map((line) => madeBy('punctuation', line))).toEqual(seed);
  });
});

describe('double spaces', () => {
  it('become one, no-break ones too, and go at the ends of lines', () => {
    expect(madeBy('spaces', '  một  hai \u00a0ba\u00a0\u00a0bốn ')).toBe('một hai ba bốn');
    expect(madeBy('spaces', 'một \u2028 hai\u200b, a\ufeffb')).toBe('một\u2028hai, ab');
    expect(madeBy('spaces', '10\u00a0km')).toBe('10\u00a0km');
    expect(madeBy('spaces', '   ')).toBe('');
  });

  it('are found in the seed article where it has one', () => {
    const changed = seed.flatMap((line, index) => (madeBy('spaces', line) === line ? [] : [index + 1]));
    expect(changed).toEqual([19]);
  });
});

describe('dates', () => {
  it('come in the form of the office', () => {
    expect(madeBy('dates', '26/04/2022, 26-4-2022, 5/2/2026, ngày 6 tháng 04 năm 2022, 26.4.2022')).toBe(
      '26/4/2022, 26/4/2022, 05/02/2026, ngày 06/4/2022, 26/4/2022',
    );
    expect(madeBy('dates', 'sáng 26/04/2022, ngày 05/02/2026', { dateForm: 'words' })).toBe(
      'sáng ngày 26 tháng 4 năm 2022, ngày 05 tháng 02 năm 2026',
    );
    expect(madeBy('dates', 'từ 20/04/2022-26/04/2022, ngày 26/04')).toBe('từ 20/4/2022-26/4/2022, ngày 26/4');
  });

  it('are not what a number of a document, a fraction or no day at all is', () => {
    const kept =
      '104/2016/QH13, 15/QĐ-UBND, 1/2/2016/QH, 10/63, 1/2, 31/02/2022, 26/4-2022, 01/04/2022/NĐ-CP, 12-05-2022-01';
    expect(madeBy('dates', kept)).toBe(kept);
  });

  it('are changed in the seed article once', () => {
    expect(seed.flatMap((line) => (madeBy('dates', line) === line ? [] : [madeBy('dates', line)]))).toEqual([
      'Tin tức - 26/4/2022',
    ]);
  });
});

describe('letters', () => {
  const headline = seed[4]!;

  it('of a headline in capitals become a sentence; names and agencies keep theirs', () => {
    expect(madeBy('sentence-case', headline.toUpperCase(), { beside: seed })).toBe(headline);
    expect(madeBy('sentence-case', 'BỘ THÔNG TIN VÀ TRUYỀN THÔNG LÀM VIỆC VỚI THANH HOÁ VỀ COVID-19')).toBe(
      'Bộ Thông tin và Truyền thông làm việc với Thanh Hoá về COVID-19',
    );
    expect(
      madeBy('sentence-case', 'UBND TỈNH HỌP, ÔNG NGUYỄN PHÚ TIẾN DỰ KỲ HỌP THỨ IV. TUYÊN TRUYỀN TỐT', {
        names: ['Nguyễn Phú Tiến'],
      }),
    ).toBe('UBND tỉnh họp, ông Nguyễn Phú Tiến dự kỳ họp thứ IV. Tuyên truyền tốt');
  });

  it('stay where they are no Vietnamese, and begin what is quoted behind a colon', () => {
    expect(madeBy('sentence-case', 'GIÁ VÀNG SJC TĂNG 2,5 TRIỆU ĐỒNG/LƯỢNG: “TĂNG QUÁ NHANH”')).toBe(
      'Giá vàng SJC tăng 2,5 triệu đồng/lượng: “Tăng quá nhanh”',
    );
    expect(madeBy('sentence-case', 'ĐẢNG BỘ TP.HCM TRIỂN KHAI NGHỊ QUYẾT 57-NQ/TW')).toBe(
      'Đảng bộ TP.HCM triển khai nghị quyết 57-NQ/TW',
    );
  });

  it('learn names from the sentences of the article itself', () => {
    const beside = [
      'Sáng nay, đồng chí Lê Tiến Lam đã đến. Hội thi Rung chuông vàng. Với Rung chuông vàng, hội thi vui.',
    ];
    expect(madeBy('sentence-case', 'ĐỒNG CHÍ LÊ TIẾN LAM DỰ HỘI THI', { beside })).toBe(
      'Đồng chí Lê Tiến Lam dự hội thi',
    );
  });

  it('of ordinary text stay unless it is chosen', () => {
    const text = 'Hội Nghị Trực Tuyến tại Thanh Hóa, iPhone';
    expect(madeBy('sentence-case', text)).toBe(text);
    expect(madeBy('sentence-case', text, { within: { start: 0, end: text.length } })).toBe(
      'Hội nghị trực tuyến tại Thanh Hóa, iPhone',
    );
  });

  it('become capitals or small in what is chosen, to the letter', () => {
    expect(madeBy('upper-case', 'hội nghị đây', { within: { start: 4, end: 10 } })).toBe('hội NGHỊ Đây');
    expect(madeBy('lower-case', 'HỘI NGHỊ')).toBe('hội nghị');
  });
});

describe('Unicode', () => {
  it('composes letters that came apart', () => {
    expect(madeBy('unicode', `${'Tiếng'.normalize('NFD')} Việt`)).toBe('Tiếng Việt');
  });

  it('reads the old encodings, told or guessed, and leaves Vietnamese that is right', () => {
    const tcvn3 = 'Héi nghÞ trùc tuyÕn toµn tØnh h­íng dÉn';
    const beside = ['Hội nghị trực tuyến'];
    expect(madeBy('legacy', tcvn3, { encoding: 'tcvn3', beside })).toBe('Hội nghị trực tuyến toàn tỉnh hướng dẫn');
    expect(madeBy('legacy', tcvn3)).toBe('Hội nghị trực tuyến toàn tỉnh hướng dẫn');
    expect(madeBy('legacy', tcvn3, { beside: seed })).toBe('Hội nghị trực tuyến toàn tỉnh hướng dẫn');
    expect(madeBy('legacy', beside[0]!, { encoding: 'vni' })).toBe(beside[0]);
    expect(madeBy('legacy', 'Vieät Nam thoáng nhaát', { encoding: 'vni' })).toBe('Việt Nam thống nhất');
  });
});

describe('every tool', () => {
  const pieces = fc.constantFrom(
    ...[
      'hoà',
      'Thủy',
      'QUÝ',
      ' ',
      '  ',
      '\u00a0',
      '"',
      "'",
      '“',
      '”',
      ' - ',
      '...',
      ',',
      '.',
      ':',
      '(',
      ')',
      '26/04/2022',
    ],
    ...[
      'ngày 5 tháng 2 năm 2026',
      '104/2016/QH13',
      'Mai Xuân Liêm',
      'Phó Chủ tịch',
      'HỘI NGHỊ',
      NO_CHARACTER,
      '\u2028',
    ],
    ...['e\u0323\u0302', '😀', 'Vieät', 'héi nghÞ', 'a', 'Đ', '3', '%', '-', '/'],
  );
  const texts = fc.array(pieces, { maxLength: 14 }).map((list) => list.join(''));

  it.each(toolNames)('%s is idempotent, orders its edits and touches nothing that is no character', (tool) => {
    const forms = [
      usual,
      { ...usual, toneStyle: 'new' as const, dateForm: 'words' as const, encoding: 'vni' as const },
    ];
    fc.assert(
      fc.property(texts, fc.constantFrom(...forms), fc.boolean(), (text, options, isChosen) => {
        const within = isChosen ? { start: 0, end: text.length } : null;
        const [edits = []] = toolEdits(tool, [{ characters: text, within }], options);
        let at = 0;
        for (const { start, end, replacement } of edits) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(start, end) === replacement || text.slice(start, end).includes(NO_CHARACTER)).toBe(false);
          at = end;
        }
        const once = applyTextEdits(text, edits);
        expect(once.isWellFormed()).toBe(true);
        const again = { characters: once, within: isChosen ? { start: 0, end: once.length } : null };
        expect(applyTextEdits(once, toolEdits(tool, [again], options)[0]!)).toBe(once);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it.each(toolNames)('%s changes nothing outside what is chosen', (tool) => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, from, length) => {
        const start = text.length === 0 ? 0 : from % text.length;
        const within = { start, end: Math.min(text.length, start + (length % 20)) };
        const [edits = []] = toolEdits(tool, [{ characters: text, within }], usual);
        for (const edit of edits) {
          expect(edit.start >= within.start && edit.end <= within.end).toBe(true);
        }
      }),
      { seed: 12, numRuns: 200 },
    );
  });
});
