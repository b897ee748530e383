/** What the importer knows of HTML's elements. */

/** Their content is not the article's. */
export const droppedElements = new Set(
  'nav template noscript svg math object select button canvas audio video dialog'.split(' '),
);
/** Those of the page are furniture; an article's own header holds its headline and its date. */
export const pageFurniture = new Set(['header', 'footer', 'aside']);

/** A paragraph ends where one of these begins or ends. */
export const blockElements = new Set(
  'address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

/** By element: what its first paragraph is. */
export const firstParagraphs = {
  h1: 'title',
  h2: 'heading2',
  h3: 'heading3',
  h4: 'heading3',
  h5: 'heading3',
  h6: 'heading3',
  figcaption: 'caption',
} as const;

/** By element: the format of its text. */
export const formatElements = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  u: 'underline',
} as const;
