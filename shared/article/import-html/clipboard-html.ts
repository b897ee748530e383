/** What was copied, without what the clipboard puts round it: Word and browsers mark it by comments. */
export function copiedHtml(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  if (start === -1 || end < start) return html;
  const fragment = html.slice(start + '<!--StartFragment-->'.length, end);
  // Excel marks the rows within the table.
  return /^\s*<(?:col|colgroup|thead|tbody|tr|td|th)[\s>]/iu.test(fragment) ? `<table>${fragment}</table>` : fragment;
}
