/** What is known of HTML's elements. */
import type { FormatName, LineKind } from '../flat-text.ts';

const named = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Their content is not text of the document. `o:p` is how Word fills an empty paragraph. */
export const skippedElements = named(
  'script style template head title meta link noscript object embed applet svg math iframe frameset audio video canvas select textarea button input datalist map nav dialog rt rp xml o:p w:sdtpr o:smarttagtype',
);

/** A line ends where one of these begins or ends. */
export const blockElements = named(
  'address article aside blockquote caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup legend li main menu ol p pre section summary tbody td tfoot th thead tr ul',
);

export const headingKinds: Readonly<Record<string, LineKind>> = {
  h1: 'heading2',
  h2: 'heading2',
  h3: 'heading3',
  h4: 'heading3',
  h5: 'heading3',
  h6: 'heading3',
};

export const elementFormats: Readonly<Record<string, FormatName>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  dfn: 'italic',
  u: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sup: 'superscript',
  sub: 'subscript',
};

/** Marks of our own in what is copied from an article, so that pasting gives it back. */
export const PHOTO_ATTRIBUTE = 'data-toasoan-photo';
export const RELATED_ATTRIBUTE = 'data-toasoan-related';
export const FILE_ATTRIBUTE = 'data-toasoan-file';
/** A table as it was, whatever it looks like. */
export const TABLE_ATTRIBUTE = 'data-toasoan-table';
export const BOX_ATTRIBUTE = 'data-toasoan-box';
/** How deep a list item is, whatever the lists round it say. */
export const EXACT_INDENT_ATTRIBUTE = 'data-toasoan-indent';
