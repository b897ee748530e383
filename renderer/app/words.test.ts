import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { guessReasons } from '../../shared/article/import/guess-reasons.ts';
import { libraryViews } from '../../shared/contract/desk.ts';
import { guessSchema } from '../../shared/contract/desk-imports.ts';
import { roles } from '../../shared/workflow/event.ts';

const locales = fileURLToPath(new URL('../../resources/locales/', import.meta.url));
const renderer = fileURLToPath(new URL('../', import.meta.url));
const rooms = readdirSync(join(locales, 'vi')).map((file) => file.replace(/\.json$/, ''));
const DEFAULT_ROOM = 'app';

type Words = ReadonlyMap<string, string>;

function readWords(language: 'vi' | 'en', room: string): Words {
  const words = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') words.set(path, value);
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, path === '' ? key : `${path}.${key}`);
  };
  walk(JSON.parse(readFileSync(join(locales, language, `${room}.json`), 'utf8')), '');
  return words;
}

/** `waiting_one` and `waiting_other` are one key; English has both forms, Vietnamese one. */
const withoutNumber = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, '');
const keysOf = (words: Words): string[] => [...new Set([...words.keys()].map(withoutNumber))].sort();
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '').sort();

const words = {
  vi: new Map(rooms.map((room) => [room, readWords('vi', room)])),
  en: new Map(rooms.map((room) => [room, readWords('en', room)])),
};

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

type Use = { file: string; room: string; key: string };

/** Every key that stands in the source as it is, with the room that `useTranslation` or a `TFunction` names there. */
function usesIn(file: string): Use[] {
  const source = readFileSync(file, 'utf8');
  const named = [...source.matchAll(/(?:useTranslation(?:<[^>]*>)?\(\s*(?:\[\s*)?|TFunction<)'(\w+)'/g)].map(
    ([, room]) => room!,
  );
  const own = new Set(named.length > 0 ? named : [DEFAULT_ROOM]);
  if (/useTranslation\(\)/.test(source)) own.add(DEFAULT_ROOM);
  return [...source.matchAll(/\bt\(\s*'((?:(\w+):)?([\w.-]+))'/g)].flatMap(([, , room, key]) =>
    room === undefined && own.size > 1
      ? [{ file, room: [...own].join('|'), key: key! }]
      : [{ file, room: room ?? [...own][0]!, key: key! }],
  );
}

const isKnown = ({ room, key }: Use): boolean =>
  room.split('|').some((one) => keysOf(words.vi.get(one) ?? new Map()).includes(key));

describe.each(rooms)('the words of %s', (room) => {
  const vi = words.vi.get(room)!;
  const en = words.en.get(room)!;

  it('are the same in both languages', () => {
    expect(keysOf(en)).toEqual(keysOf(vi));
  });

  it('are never empty', () => {
    expect([...vi, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  it('have the same places to fill in', () => {
    const differing = [...vi].filter(([key, text]) => {
      const others = [...en].filter(([other]) => withoutNumber(other) === withoutNumber(key));
      return others.some(([, other]) => String(placeholders(other)) !== String(placeholders(text)));
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('have both English forms where they count', () => {
    const counted = [...en.keys()].filter((key) => /_other$/.test(key));
    expect(counted.filter((key) => !en.has(key.replace(/_other$/, '_one')))).toEqual([]);
    expect([...vi.keys()].filter((key) => /_(?:one|two|few|many)$/.test(key))).toEqual([]);
  });
});

describe('the words that the page asks for', () => {
  const uses = sourceFiles(renderer).flatMap(usesIn);

  it('are found in the source', () => {
    expect(uses.length).toBeGreaterThan(100);
  });

  it('are all there', () => {
    expect(uses.filter((use) => !isKnown(use))).toEqual([]);
  });

  it('name every reason and every kind of a guess, every view and every role', () => {
    const of = (room: string, family: string, names: readonly string[]): string[] =>
      names.filter((name) => !words.vi.get(room)?.has(`${family}.${name}`)).map((name) => `${room}:${family}.${name}`);
    expect([
      ...of('import', 'guess', guessReasons),
      ...of('import', 'kind', guessSchema.shape.as.options),
      ...of('library', 'view', libraryViews),
      ...of('library', 'empty', libraryViews),
      ...of('app', 'role', roles),
    ]).toEqual([]);
  });
});
