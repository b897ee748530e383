/**
 * Dashes and dots: ` - ` between a name and a title becomes ` – `, `...` becomes `…`. A hyphen in `kinh tế - xã hội`,
 * between two places or before a number stays, since each may be meant.
 */
import { editMatches, type TextEdit } from './text-edit.ts';

const spacedHyphen = /(?<=\S[ \u00a0])--?(?=[ \u00a0]\S)/gu;
/** Two to six words with a capital: a name. */
const nameBefore = /(?:^|[\s“"(])\p{Lu}[\p{L}\p{M}’']*(?:[ \u00a0]\p{Lu}[\p{L}\p{M}’']*){1,5}[ \u00a0]$/u;
const nameBehind =
  /^[ \u00a0](?:(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí)[ \u00a0])?\p{Lu}[\p{Ll}\p{M}’']*(?:[ \u00a0]\p{Lu}[\p{Ll}\p{M}’']*){1,4}(?![\p{L}\p{M}]|[ \u00a0]\p{Lu})/u;
const titles = [
  'phó,chủ tịch,chủ nhiệm,bí thư,giám đốc,tổng,trưởng,cục trưởng,vụ trưởng,viện trưởng,bộ trưởng,thứ trưởng,hiệu trưởng',
  'chi cục,đội trưởng,đoàn trưởng,tổ trưởng,chánh,ủy viên,uỷ viên,nguyên,quyền,đại biểu,thường trực,thư ký,đại diện',
  'thủ tướng,đại tướng,thượng tướng,trung tướng,thiếu tướng,đại tá,thượng tá,trung tá,thiếu tá,đại úy,thượng úy,trung úy',
  'giáo sư,phó giáo sư,gs,pgs,tiến sĩ,ts,thạc sĩ,ths,bác sĩ,luật sư,kỹ sư,kiến trúc sư,nhà báo,nhà văn,nhạc sĩ,nghệ sĩ',
  'nsnd,nsưt,chuyên gia,nghiên cứu viên,giảng viên,phóng viên,biên tập viên,điều phối viên,cán bộ,chuyên viên,người phát ngôn',
]
  .join(',')
  .split(',')
  .join('|');
const titleBehind = new RegExp(`^[ \\u00a0](?:${titles})(?![\\p{L}\\p{M}])`, 'iu');
/** The last clause before the hyphen begins with a title. */
const titleBefore = new RegExp(`(?:^|[,.;:(“"]\\s*)(?:${titles})(?![\\p{L}\\p{M}])[^,.;:(“"]*$`, 'iu');

/** Names and titles are no longer than that. */
const NEAR = 200;

export function dashEdits(text: string): TextEdit[] {
  return editMatches(text, spacedHyphen, ({ index, 0: found }) => {
    if (found === '--') return '–';
    const before = text.slice(Math.max(0, index - NEAR), index);
    const behind = text.slice(index + 1, index + 1 + NEAR);
    const isNameThenTitle = nameBefore.test(before) && titleBehind.test(behind);
    return isNameThenTitle || (titleBefore.test(before) && nameBehind.test(behind)) ? '–' : null;
  });
}

/** Three dots and no more: longer rows of dots are there to be filled in. */
export function ellipsisEdits(text: string): TextEdit[] {
  return editMatches(text, /(?<![./])\.{3}(?![./])/gu, () => '…');
}
