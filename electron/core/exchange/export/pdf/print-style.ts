/** Measures and colours of a printed page, in points. Two families: the article's own, and what stands around it. */

export const SERIF = 'Literata';
export const SANS = 'Be Vietnam Pro';

const PAGE = { width: 595.28, height: 841.89 };
/** Left and right leave room for a pen; a line has about 75 letters. */
export const MARGINS = { left: 88, top: 76, right: 88, bottom: 74 };
export const TEXT_WIDTH = PAGE.width - MARGINS.left - MARGINS.right;
export const PAGE_HEIGHT = PAGE.height;

export const color = {
  ink: '#1b1a18',
  soft: '#5f5b55',
  rule: '#b9b4ab',
  hairline: '#d9d5cd',
  paper: '#f5f3ee',
  accent: '#1f3f70',
} as const;

export const size = {
  headline: 24,
  lead: 12.5,
  heading2: 14.5,
  heading3: 11.5,
  body: 10.8,
  note: 9.2,
  table: 9,
  small: 8.2,
  tiny: 7.4,
} as const;

/** Literata's own line is 1.49 of its size, Be Vietnam Pro's 1.27. */
export const leading = { body: 1.06, lead: 1.0, headline: 0.88, heading: 0.95, sans: 1.14 } as const;
