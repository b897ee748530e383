import { safeLink } from '../../shared/article/safe-link.ts';

/** Why an address cannot be a link: `scheme` is one that pages may not carry, `host` names no computer. */
export type LinkProblem = 'empty' | 'space' | 'scheme' | 'host' | 'mail';

const MAIL = /^[^\s@:/?#]+@[^\s@:/?#]+\.[^\s@:/?#.]+$/u;
const SCHEME = /^([a-z][a-z\d+.-]*):/iu;
/** `localhost:3000`, `may-chu.vn:8080/tin`: what stands before the colon is no scheme. */
const HOST_WITH_PORT = /^[\p{L}\p{N}.-]+:\d{1,5}(?:[/?#]|$)/u;

/**
 * What was typed, as the address of a link: `tinhuy.gov.vn/tin` gets its https://, `a@b.vn` its mailto:. Or why it is none.
 */
export function readLinkAddress(typed: string): { url: string } | { problem: LinkProblem } {
  const text = typed.trim();
  if (text === '' || /^https?:\/\/$/iu.test(text)) return { problem: 'empty' };
  if (/[\s\p{Cc}]/u.test(text)) return { problem: 'space' };
  if (MAIL.test(text)) return { url: `mailto:${text}` };
  if (/^mailto:/iu.test(text)) {
    const [addresses = ''] = text.slice('mailto:'.length).split('?');
    return addresses.split(',').every((address) => MAIL.test(address)) ? { url: text } : { problem: 'mail' };
  }
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https' && !HOST_WITH_PORT.test(text)) {
    return { problem: 'scheme' };
  }
  const hasScheme = /^https?:/iu.test(text) && !HOST_WITH_PORT.test(text);
  const url = hasScheme ? text : `https://${text.replace(/^\/\//u, '')}`;
  return safeLink(url) !== null && hasHost(url) ? { url } : { problem: 'host' };
}

/** A name with a dot in it whose parts are all there, a number of four parts, or this computer. */
function hasHost(url: string): boolean {
  if (!URL.canParse(url)) return false;
  // As it was typed: what is parsed fills up numbers.
  const host = /^https?:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^/?#:]*)/iu.exec(url)?.[1] ?? '';
  if (host === 'localhost' || /^\[[\da-f:.]+\]$/iu.test(host)) return true;
  const parts = host.replace(/\.$/u, '').split('.');
  if (parts.length < 2 || parts.includes('')) return false;
  const isNumber = parts.every((part) => /^\d+$/u.test(part));
  return isNumber ? parts.length === 4 : !/^\d+$/u.test(parts.at(-1)!);
}
