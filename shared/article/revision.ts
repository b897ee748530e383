/** Revisions: an ArticleDocument as canonical JSON (RFC 8785), named by the SHA-256 of its UTF-8 bytes. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { ArticleDocument } from './document.ts';

/** Canonical JSON of any JSON value (RFC 8785). Throws TypeError on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** Lower-case hex SHA-256 of a text's UTF-8 bytes. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The revision of a document: its canonical JSON and the hash that names it. */
export function makeRevision(document: ArticleDocument): { hash: string; json: string } {
  const json = canonicalJson(document);
  return { hash: sha256Hex(json), json };
}
