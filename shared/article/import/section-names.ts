/** Sections that Vietnamese portals and papers commonly have; a lone line with such a name is no headline. Folded. */
import { foldText } from '../../text/fold.ts';

const known = new Set([
  'tin tuc',
  'tin tuc - su kien',
  'tin tuc su kien',
  'thoi su',
  'chinh tri',
  'kinh te',
  'van hoa',
  'xa hoi',
  'van hoa - xa hoi',
  'giao duc',
  'y te',
  'the thao',
  'du lich',
  'phap luat',
  'quoc phong - an ninh',
  'chuyen doi so',
  'cai cach hanh chinh',
  'tin noi bat',
  'tin trong tinh',
  'tin hoat dong',
  'tin dia phuong',
  'hoat dong cua lanh dao',
  'hoat dong lanh dao',
  'chi dao dieu hanh',
  'thong tin chi dao dieu hanh',
  'thong bao',
  'thong cao bao chi',
  'su kien',
  'doi song',
  'nong thon moi',
  'xay dung dang',
]);

export function isSectionName(text: string): boolean {
  return known.has(foldText(text).replaceAll('–', '-').trim());
}
