/** The control words of RTF that say where text goes, how it looks, or which sign stands there. */
import type { Formats } from './line-text.ts';

/** Where the words of a group go. */
export type Destination =
  | 'text'
  | 'nothing'
  | 'fonts'
  | 'styles'
  | 'lists'
  | 'overrides'
  | 'picture'
  | 'property-name'
  | 'property-value'
  | 'field'
  | 'old-list';

export const destinations: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  listtable: 'lists',
  listoverridetable: 'overrides',
  pict: 'picture',
  sn: 'property-name',
  sv: 'property-value',
  fldinst: 'field',
  pn: 'old-list',
  ...Object.fromEntries(
    (
      'colortbl info header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn ' +
      'pntext listtext nonshppict xe tc tcn rxe bkmkstart bkmkend generator revtbl falt panose fname fontemb objdata objclass'
    )
      .split(' ')
      .map((word) => [word, 'nothing'] as const),
  ),
};
/** Optional destinations (`\*`) that hold text or what stands in it. */
export const entered = new Set(['shppict', 'shpinst', 'shptxt', 'shp', 'picprop', 'shprslt', 'sp', 'do', 'dptxbxtext']);

export const formatWords: Readonly<Record<string, keyof Formats>> = {
  b: 'bold',
  i: 'italic',
  ul: 'underline',
  uld: 'underline',
  uldb: 'underline',
  ulw: 'underline',
  strike: 'strike',
  striked: 'strike',
};

export const signs: Readonly<Record<string, string>> = {
  tab: '\t',
  '~': '\u00a0',
  '-': '\u00ad',
  _: '\u2011',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  nestcell: '\t',
};
