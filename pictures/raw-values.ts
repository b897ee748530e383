/** Values of a file's metadata, whatever a stranger put there. */
import { cleanLine, cleanText } from '../shared/article/clean-text.ts';

export type RawStruct = Record<string, unknown>;

/** Longer than any that a person wrote on purpose. */
const MAX_TEXT = 20_000;
const MAX_LINE = 2_000;
const MOST_ITEMS = 500;

/** A text of several lines, U+2028 between them. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? cleanText(value.slice(0, MAX_TEXT)).trim() : '';
}

export function lineOf(value: unknown): string {
  return typeof value === 'string' ? cleanLine(value.slice(0, MAX_LINE)).trim() : '';
}

/** The strings of a list, or a string alone. */
export function listOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value.slice(0, MOST_ITEMS) : [value];
  return list.filter((item) => typeof item === 'string');
}

/** The structures of a list, or a structure alone. */
export function structsOf(value: unknown): RawStruct[] {
  const list: unknown[] = Array.isArray(value) ? value.slice(0, MOST_ITEMS) : [value];
  return list.filter((item): item is RawStruct => typeof item === 'object' && item !== null && !Array.isArray(item));
}

/** The same value with other texts. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((item) => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapTexts(item, change)]));
}

/** Of a text in several languages: Vietnamese, then the default, then English, then any. */
export function languageText(values: RawStruct, name: string): string {
  const inLanguage = (language: string): unknown =>
    values[`${name}-${language}`] ??
    Object.entries(values).find(([key]) => key.toLowerCase().startsWith(`${name}-${language}-`.toLowerCase()))?.[1];
  const others = Object.entries(values).filter(([key]) => key.startsWith(`${name}-`));
  const found = [inLanguage('vi'), values[name], inLanguage('en'), ...others.map(([, value]) => value)];
  return String(found.find((value) => typeof value === 'string' && value.trim() !== '') ?? '');
}
