/**
 * Who a Vietnamese news text names with a word of address, and with which title: `Đồng chí Mai Xuân Liêm – Phó Chủ tịch UBND tỉnh`,
 * `bà Lê Thị Hoa, Giám đốc Sở Nội vụ, cho biết`, `Phó Thủ tướng Trần Hồng Hà`. By signs alone: what is found is offered, never
 * written by itself.
 */
export type NamedPerson = { name: string; title: string };

const SYLLABLE = String.raw`\p{Lu}[\p{Ll}\p{M}’']*`;
const NAME = `${SYLLABLE}(?: ${SYLLABLE}){1,4}`;
const START = String.raw`(?<![\p{L}\p{N}])`;
const CALLED = '(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Bb]ác sĩ|[Nn]hà báo|[Nn]ghệ sĩ)';

/** How a title begins. A word more is harmless: it is only looked for behind a name. */
const TITLE =
  '(?:[Nn]guyên |[Qq]uyền |[Cc]ố )?(?:[Ủủ]y viên|[Pp]hó|[Tt]rưởng|[Cc]hủ (?:tịch|nhiệm)|[Bb]í thư|[Gg]iám đốc|[Tt]ổng|[Tt]hứ trưởng|[Bb]ộ trưởng|[Tt]hủ tướng|[Cc]hánh|[Cc]ục trưởng|[Vv]ụ trưởng|[Vv]iện trưởng|[Hh]iệu trưởng|[Cc]hi cục|[Đđ]ại biểu|[Đđ]ại sứ|[Tt]hường trực|[Tt]hành viên|[Cc]huyên viên|[Tt]hạc sĩ|[Tt]iến sĩ|[Gg]iáo sư|PGS|GS|TS|ThS|(?:[Tt]hiếu|[Tt]rung|[Tt]hượng|[Đđ]ại) (?:tướng|tá|úy)|[Đđ]ội trưởng|[Tt]hư ký|[Đđ]iều phối|[Hh]ội trưởng|[Cc]hỉ huy|[Qq]uản lý|[Nn]gười)';
/** Where a title is over: its person does something, or the next is named. */
const OVER = String.raw`(?:[.;:()\n“”"]|$| [–-] |,? (?:phát biểu|truyền đạt|cho biết|cho rằng|chủ trì|dự|tham dự|đến dự|kết luận|giới thiệu|chỉ đạo|trao|tặng|thăm|kiểm tra|nói|khẳng định|nhấn mạnh|đã|đang|sẽ|và (?:đồng chí|các|ông|bà)|cùng|tại (?:Hội|hội|buổi|lễ|Lễ|kỳ)|làm việc|báo cáo|trình bày|đề nghị|yêu cầu|ghi nhận|đánh giá|thay mặt|chia sẻ|chúc|bày tỏ|lưu ý|cắt băng|động viên|bấm nút|ký|thông tin|điều hành|tiếp|theo|là|trong (?:buổi|lễ|Hội)|ở (?:giữa|bên)|chụp|nhận|có)(?![\p{L}\p{N}])|, (?!${TITLE}|[\p{Lu}])| ${CALLED} ${SYLLABLE})`;

/** `đồng chí Phó Chủ tịch` names nobody; Phó Đức Phương is a name. */
const NO_NAME =
  '(?!Phó (?:Chủ|Bí|Trưởng|Giám|Tổng|Thủ|Cục|Vụ|Viện|Hiệu|Chánh|Đoàn)|Chủ (?:tịch|nhiệm)|Bí thư|Trưởng |Giám đốc|Tổng |Bộ trưởng|Thủ tướng|Thứ trưởng|Chánh )';

const addressed = new RegExp(
  `${START}${CALLED} ${NO_NAME}(?<name>${NAME})(?:(?: [–—-] |, ?| \\()(?<title>${TITLE}(?![\\p{L}\\p{N}]).{0,200}?)(?=${OVER}))?`,
  'gu',
);

const MOST_TITLE = 200;

/** In the order of the text; somebody who is named twice is there twice. */
export function namedPeople(text: string): NamedPerson[] {
  return [...text.normalize('NFC').matchAll(addressed)].map(({ groups }) => ({
    name: groups?.name ?? '',
    title: tidyTitle(groups?.title ?? ''),
  }));
}

const tidyTitle = (title: string): string =>
  title
    .replace(/\s+/gu, ' ')
    .replace(/[\s,–-]+$/u, '')
    .slice(0, MOST_TITLE);
