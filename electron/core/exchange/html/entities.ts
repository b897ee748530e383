/** Character references of HTML: all numeric ones, and the named ones of HTML 4, which are those that pages are written with. */

/** U+00A0 to U+00FF, in order. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );

/** U+0391 to U+03C9 without the two places that have no letter. */
const greek =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega - - - - - - - alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

const named = new Map<string, string>([
  ...latin1.map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ...greek.map((name, index) => [name, String.fromCharCode(0x391 + index)] as const),
  ...Object.entries({
    ...{ amp: '&', AMP: '&', lt: '<', LT: '<', gt: '>', GT: '>', quot: '"', QUOT: '"', apos: "'" },
    ...{ OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š', Yuml: 'Ÿ', fnof: 'ƒ', circ: 'ˆ', tilde: '˜' },
    ...{
      ensp: '\u2002',
      emsp: '\u2003',
      thinsp: '\u2009',
      zwnj: '\u200c',
      zwj: '\u200d',
      lrm: '\u200e',
      rlm: '\u200f',
    },
    ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„' },
    ...{
      dagger: '†',
      Dagger: '‡',
      bull: '•',
      hellip: '…',
      permil: '‰',
      prime: '′',
      Prime: '″',
      lsaquo: '‹',
      rsaquo: '›',
    },
    ...{ oline: '‾', frasl: '⁄', euro: '€', trade: '™', larr: '←', uarr: '↑', rarr: '→', darr: '↓', harr: '↔' },
    ...{ rArr: '⇒', hArr: '⇔', part: '∂', prod: '∏', sum: '∑', minus: '−', radic: '√', infin: '∞', cap: '∩', int: '∫' },
    ...{
      asymp: '≈',
      ne: '≠',
      equiv: '≡',
      le: '≤',
      ge: '≥',
      loz: '◊',
      spades: '♠',
      clubs: '♣',
      hearts: '♥',
      diams: '♦',
    },
    // Letters of Vietnamese that newer editors write by name.
    ...{ abreve: 'ă', Abreve: 'Ă', dstrok: 'đ', Dstrok: 'Đ', itilde: 'ĩ', Itilde: 'Ĩ', utilde: 'ũ', Utilde: 'Ũ' },
  }),
]);
named.delete('-');

/** What browsers read 128 to 159 as: the places of windows-1252. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const reference = /&(?:#[xX]([0-9a-fA-F]{1,8})|#(\d{1,8})|([a-zA-Z][a-zA-Z0-9]{1,15}));?/g;

function fromCode(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return windows1252.charAt(code - 0x80);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

/** A text of a page with its references as the characters they stand for; an unknown name stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return fromCode(Number.parseInt(hex, 16));
    if (decimal !== undefined) return fromCode(Number(decimal));
    return named.get(name ?? '') ?? whole;
  });
}
