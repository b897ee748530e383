/**
 * HTML from a clipboard as lines: paragraphs, headings, quotes, list items, rules, and in them text with the formats that
 * an article has. Everything else gives its text; scripts, styles and hidden things give nothing.
 */
import { SOFT_BREAK } from '../../shared/article/clean-text.ts';
import { type Attributes, asId, type LineKind, type LinePart, pushText } from '../../shared/article/flat-text.ts';
import { safeLink } from '../../shared/article/safe-link.ts';
import { PHOTO_ATTRIBUTE } from './embed-node.ts';

/** A kind of null is that of the line where it is pasted. */
export type PastedLine = { kind: LineKind | null; indent?: number; box?: string | null; parts: LinePart[] };

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'HEAD',
  'TITLE',
  'META',
  'LINK',
  'NOSCRIPT',
  'OBJECT',
  'SVG',
  'IFRAME',
]);
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const headingKinds: Record<string, LineKind> = {
  H1: 'heading2',
  H2: 'heading2',
  H3: 'heading3',
  H4: 'heading3',
  H5: 'heading3',
  H6: 'heading3',
};

type Context = { kind: LineKind; attributes: Attributes; keepsSpace: boolean };

/**
 * HTML without what the page's policy would block, and report, even in a document that nobody sees: styles are read as
 * plain attributes, style and script elements become templates. Only within tags; `<` in text is written otherwise.
 */
function asInertHtml(html: string): string {
  return html.replace(/<\/?[a-z][^<>]*>/giu, (tag) =>
    tag
      .replace(/^(<\/?)(?:style|script)(?=[\s/>])/iu, '$1template')
      .replace(/(\s)(style|on[a-z]+)(\s*=)/giu, '$1data-$2$3'),
  );
}

/** What was copied, without what the clipboard puts round it. */
function fragmentOf(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  return start === -1 || end < start ? html : html.slice(start + '<!--StartFragment-->'.length, end);
}

export function linesOfHtml(html: string): PastedLine[] {
  const lines: PastedLine[] = [];
  let line: PastedLine | null = null;
  let hasBlocks = false;
  const end = (): void => {
    if (line !== null && (!hasBlocks || trimLine(line))) lines.push(line);
    line = null;
  };
  const write = (text: string, { kind, attributes, keepsSpace }: Context): void => {
    const clean = (keepsSpace ? text.replace(/\r\n?|\n/gu, SOFT_BREAK) : text.replace(/[ \t\r\n\f]+/gu, ' ')).normalize(
      'NFC',
    );
    if (line === null && clean.trim() === '' && hasBlocks) return;
    line ??= { kind, parts: [] };
    pushText(line.parts, clean, attributes);
  };
  const walk = (node: Node, context: Context): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      write(node.textContent ?? '', context);
      return;
    }
    if (!(node instanceof HTMLElement) || SKIPPED.has(node.tagName.toUpperCase()) || node.hidden) return;
    const tag = node.tagName;
    if (tag === 'BR') {
      if (line !== null) pushText((line as PastedLine).parts, SOFT_BREAK, context.attributes);
      return;
    }
    if (tag === 'HR') {
      end();
      lines.push({ kind: 'paragraph', parts: [{ embed: { type: 'rule' } }] });
      return;
    }
    const photo = asId(node.getAttribute(PHOTO_ATTRIBUTE));
    if (photo !== null) {
      end();
      lines.push({ kind: 'paragraph', parts: [{ embed: { type: 'photo', photo } }] });
      return;
    }
    const isBlock = BLOCKS.has(tag);
    hasBlocks ||= isBlock && tag !== 'BODY';
    if (isBlock) end();
    const inner = contextOf(node, context);
    for (const child of node.childNodes) walk(child, inner);
    if (isBlock) end();
    else if (tag === 'TD' || tag === 'TH') write(' ', context);
  };
  const { body } = new DOMParser().parseFromString(asInertHtml(fragmentOf(html)), 'text/html');
  walk(body, { kind: 'paragraph', attributes: {}, keepsSpace: false });
  end();
  return lines;
}

/** Plain text: a line each, without those that are empty. */
export function linesOfText(text: string): PastedLine[] {
  return text
    .normalize('NFC')
    .split(/\r\n?|\n|\u2029/u)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: null, parts: [{ text: line, attributes: {} }] }));
}

function contextOf(element: HTMLElement, context: Context): Context {
  const tag = element.tagName;
  const attributes: Attributes = { ...context.attributes };
  const style = element.getAttribute('data-style') ?? '';
  const styled = (property: string): string =>
    new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'iu').exec(style)?.[1]?.trim().toLowerCase() ?? '';
  const fontWeight = styled('font-weight');
  const fontStyle = styled('font-style');
  const underline = styled('text-decoration(?:-line)?');
  if (tag === 'B' || tag === 'STRONG' || Number.parseInt(fontWeight, 10) >= 600 || fontWeight === 'bold')
    attributes.bold = true;
  // Google Docs wraps everything in <b style="font-weight: normal">.
  if (fontWeight === 'normal' || fontWeight === '400') delete attributes.bold;
  if (tag === 'I' || tag === 'EM' || fontStyle === 'italic') attributes.italic = true;
  if (fontStyle === 'normal') delete attributes.italic;
  if ((tag === 'U' || underline.includes('underline')) && element.closest('a') === null) attributes.underline = true;
  const href = tag === 'A' ? safeLink(element.getAttribute('href') ?? '') : null;
  if (href !== null) attributes.link = href;
  let { kind } = context;
  const heading = headingKinds[tag];
  if (heading !== undefined) {
    kind = heading;
    // A heading is bold as it is.
    delete attributes.bold;
  } else if (tag === 'BLOCKQUOTE') kind = 'quote';
  else if (tag === 'LI') kind = element.parentElement?.tagName === 'OL' ? 'number' : 'bullet';
  const keepsSpace = context.keepsSpace || tag === 'PRE' || styled('white-space').startsWith('pre');
  return { kind, attributes, keepsSpace };
}

/** Takes white space off both ends and from around breaks; false if nothing is left. */
function trimLine(line: PastedLine): boolean {
  const parts = line.parts;
  for (let first = parts[0]; first !== undefined && 'text' in first; first = parts[0]) {
    first.text = first.text.replace(/^[ \u2028]+/u, '');
    if (first.text !== '') break;
    parts.shift();
  }
  for (let last = parts.at(-1); last !== undefined && 'text' in last; last = parts.at(-1)) {
    last.text = last.text.replace(/[ \u2028]+$/u, '');
    if (last.text !== '') break;
    parts.pop();
  }
  for (const part of parts) if ('text' in part) part.text = part.text.replace(/ *\u2028 */gu, SOFT_BREAK);
  return parts.length > 0;
}
