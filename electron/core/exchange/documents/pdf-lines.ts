/** The printed lines of a PDF's pages, put together from the pieces that it places one by one. */

/** As pdf.js gives them: `transform` holds the size and the place, from the page's lower left corner. */
export type PdfPiece = { str: string; transform: number[]; width: number; height: number };

/** In points. `gap`: how far it stands below the line before it on its page; null for the first one. */
export type PdfLine = {
  text: string;
  page: number;
  left: number;
  right: number;
  bottom: number;
  size: number;
  gap: number | null;
};

/** In sizes of the letters. */
const SAME_LINE = 0.6;
const WORD_GAP = 0.15;
const COLUMN_GAP = 3;

export function linesOfPage(pieces: readonly PdfPiece[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const { str, transform, width, height } of pieces) {
    const [left = 0, bottom = 0] = transform.slice(4);
    const size = height || Math.abs(transform[3] ?? 0);
    if (str === '' || size === 0) continue;
    const line = lines.at(-1);
    const isSame =
      line !== undefined &&
      Math.abs(bottom - line.bottom) < SAME_LINE * Math.max(size, line.size) &&
      left >= line.right - size;
    if (!isSame) {
      if (str.trim() === '') continue;
      const gap = line === undefined ? null : line.bottom - bottom;
      lines.push({ text: str, page, left, right: left + width, bottom, size, gap });
      continue;
    }
    const apart = left - line.right;
    const isSpaced = /\s$/u.test(line.text) || /^\s/u.test(str);
    if (str.trim() === '')
      line.text += width > COLUMN_GAP * size ? '\t' : isSpaced && /\s$/u.test(line.text) ? '' : ' ';
    else line.text += (apart > COLUMN_GAP * size ? '\t' : apart > WORD_GAP * size && !isSpaced ? ' ' : '') + str;
    line.right = Math.max(line.right, left + width);
    line.size = Math.max(line.size, size);
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/ *\t */gu, '\t').trim() }))
    .filter(({ text }) => text !== '');
}

const pageNumber = /^(?:[-–—\s]*(?:trang|page)?\s*\d{1,4}(?:\s*[/|]\s*\d{1,4})?[-–—.\s]*)$/iu;
/** So many lines from the top and from the bottom of a page may be of its frame. */
const FRAME_LINES = 2;

/** Without what each page says again at its top and its bottom, and without page numbers. */
export function withoutFrames(pages: readonly (readonly PdfLine[])[]): PdfLine[] {
  const key = ({ text, bottom }: PdfLine): string => `${Math.round(bottom)} ${text.replace(/\d+/gu, '#')}`;
  const isAtEdge = (index: number, count: number): boolean => index < FRAME_LINES || index >= count - FRAME_LINES;
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const [index, line] of lines.entries()) {
      if (isAtEdge(index, lines.length)) counts.set(key(line), (counts.get(key(line)) ?? 0) + 1);
    }
  }
  const most = Math.max(2, Math.ceil(pages.length / 2));
  return pages.flatMap((lines) =>
    lines.filter((line, index) => {
      if (!isAtEdge(index, lines.length)) return true;
      const isNumber = pageNumber.test(line.text) && (index === 0 || index === lines.length - 1) && pages.length > 1;
      return !isNumber && (counts.get(key(line)) ?? 0) < most;
    }),
  );
}
