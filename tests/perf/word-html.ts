/** What Word puts on the clipboard for a text, in its own markup: styles, list paragraphs, a table, links, runs. */
import { escapeHtml } from '../../shared/text/escape-html.ts';
import { sampleParagraphs } from './sample-text.ts';

const head = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<style><!-- p.MsoNormal, li.MsoNormal {margin:0in; font-size:14.0pt; font-family:"Times New Roman",serif;} @list l0 {mso-list-id:1;} --></style></head>
<body lang=EN-US style='tab-interval:.5in'><!--StartFragment-->`;

function runs(text: string): string {
  const words = text.split(' ');
  const third = Math.max(1, Math.floor(words.length / 3));
  const span = (part: string): string =>
    `<span lang=VI style='font-size:14.0pt;line-height:115%;mso-ansi-language:VI'>${escapeHtml(part)}</span>`;
  return `${span(`${words.slice(0, third).join(' ')} `)}<b style='mso-bidi-font-weight:normal'>${span(
    words.slice(third, third + 3).join(' '),
  )}</b>${span(` ${words.slice(third + 3).join(' ')}`)}<o:p></o:p>`;
}

/** About `words` words; plain text beside it, as the clipboard carries both. */
export function wordHtml(words: number): { html: string; text: string } {
  const paragraphs = sampleParagraphs(words, 7);
  const body = paragraphs.map((text, index) => {
    if (index % 12 === 0)
      return `<h2>${runs(text.split(' ').slice(0, 9).join(' '))}</h2>\n<p class=MsoNormal style='text-align:justify;text-indent:.5in'>${runs(text)}</p>`;
    if (index % 12 === 7) {
      return `<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${runs(text)}</p>`;
    }
    return `<p class=MsoNormal style='margin-bottom:6.0pt;text-align:justify;text-indent:.5in'>${runs(text)}</p>`;
  });
  return { html: `${head}\n${body.join('\n')}\n<!--EndFragment--></body></html>`, text: paragraphs.join('\r\n') };
}
