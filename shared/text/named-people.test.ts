import { describe, expect, it } from 'vitest';
import { namedPeople } from './named-people.ts';

const named = (text: string): string[] =>
  namedPeople(text).map(({ name, title }) => (title === '' ? name : `${name} | ${title}`));

describe('who a text names', () => {
  it.each([
    [
      'Đồng chí Nguyễn Phú Tiến – Phó Cục trưởng Cục Tin học hóa, Bộ Thông tin và Truyền thông truyền đạt các nội dung.',
      ['Nguyễn Phú Tiến | Phó Cục trưởng Cục Tin học hóa, Bộ Thông tin và Truyền thông'],
    ],
    [
      'Đồng chí Mai Xuân Liêm – Phó Chủ tịch UBND tỉnh phát biểu chỉ đạo tại Hội nghị.',
      ['Mai Xuân Liêm | Phó Chủ tịch UBND tỉnh'],
    ],
    [
      'đồng chí Mai Xuân Liêm – Ủy viên BTV Tỉnh ủy, Phó Chủ tịch UBND tỉnh; Phó Trưởng Ban Thường trực',
      ['Mai Xuân Liêm | Ủy viên BTV Tỉnh ủy, Phó Chủ tịch UBND tỉnh'],
    ],
    ['Bà Lê Thị Hoa, Giám đốc Sở Nội vụ, cho biết.', ['Lê Thị Hoa | Giám đốc Sở Nội vụ']],
    ['ông Trần Văn Bình (Phó Trưởng phòng)', ['Trần Văn Bình | Phó Trưởng phòng']],
    ['Ông Nguyễn Văn An, 54 tuổi, trú tại xã Quảng Thái.', ['Nguyễn Văn An']],
    ['đồng chí Đặng Tùng Anh và bà Lê Thị Mai', ['Đặng Tùng Anh', 'Lê Thị Mai']],
    ['Đồng chí Phó Chủ tịch UBND tỉnh yêu cầu các sở', []],
    ['nhạc sĩ và ông Phó Đức Phương', ['Phó Đức Phương']],
    ['Quang cảnh Hội nghị tại Thanh Hóa.', []],
    ['Sông Hồng ông ấy', []],
    ['', []],
  ])('%s', (text, people) => {
    expect(named(text)).toEqual(people);
    expect(named(text.normalize('NFD'))).toEqual(people);
  });

  it('is found in a text that is nothing but beginnings', () => {
    expect(namedPeople('Đồng chí '.repeat(50_000))).toEqual([]);
    expect(namedPeople(`${'Ông Mai Xuân Liêm – Phó '.repeat(5_000)}`)).toHaveLength(5_000);
  });
});
