import type { Photo } from './document.ts';

/** What stands before a name at the end of a caption, as the caption templates write it: `… tại Đồng Văn. Ảnh: `. */
const opener = /(?:ảnh|photo)\s*:\s*$/iu;
const closing = /[\s.)]+$/u;

/** The credit as it is printed beside a caption: empty where the caption itself ends with it, or the name would stand there twice. */
export function creditApart({ caption, credit }: Pick<Photo, 'caption' | 'credit'>): string {
  const said = caption.replace(closing, '');
  const name = credit.replace(closing, '').trimStart();
  const isSaid = name !== '' && said.endsWith(name) && opener.test(said.slice(0, -name.length));
  return isSaid ? '' : credit;
}
