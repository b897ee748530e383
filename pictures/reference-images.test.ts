/** IPTC's reference images, by what its technical reference says and what somebody else's ExifTool finds in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedMetadata } from '../shared/photos/embedded.ts';
import { IIM_KEYWORD_LIMIT, type IimTextName, iimLimits } from '../shared/photos/iim-limits.ts';
import { exifToolSays } from '../tests/support/independent-exiftool.ts';
import { endMetadata, readMetadata } from './read-metadata.ts';

const folder = join(import.meta.dirname, '../tests/fixtures/photos/iptc');
type Property = { etXMP: string; etIIM?: string; IIMmaxbytes?: number; propoccurrence: string };
const reference: { ipmd_top: Record<string, Property> } = JSON.parse(
  readFileSync(join(folder, 'iptc-pmd-techreference_2025.1.json'), 'utf8'),
);
const property = (name: string): Property => {
  const found = reference.ipmd_top[name];
  if (found === undefined) throw new Error(`the technical reference has no ${name}`);
  return found;
};
const images = ['Std2014_large', 'Std2021.1', 'Std2024.1'].map((name) => [
  name,
  join(folder, `IPTC-PhotometadataRef-${name}.jpg`),
]);
afterAll(endMetadata);

/** A field of the caption screen, and the property of the standard that it is; of a place, and of people, a part of it. */
const texts = [
  ['description', 'description'],
  ['headline', 'headline'],
  ['credit', 'creditLine'],
  ['source', 'source'],
  ['creator', 'creatorNames'],
  ['jobTitle', 'jobtitle'],
  ['copyright', 'copyrightNotice'],
  ['alt', 'altTextAccessibility'],
  ['extendedDescription', 'extDescrAccessibility'],
  ['instructions', 'instructions'],
  ['rightsUsage', 'usageTerms'],
] as const satisfies readonly (readonly [keyof EmbeddedMetadata, string])[];
const parts = [
  ['sublocation', 'Sublocation'],
  ['city', 'City'],
  ['province', 'ProvinceState'],
  ['country', 'CountryName'],
] as const satisfies readonly (readonly [keyof EmbeddedMetadata, string])[];

describe.each(images)('IPTC’s reference image %s', (_, path = '') => {
  let said: Record<string, unknown>;
  let read: EmbeddedMetadata;
  beforeAll(async () => {
    [said, read] = await Promise.all([exifToolSays(path), readMetadata(path)]);
  });

  it.each(texts)('says %s', (field, name) => {
    const value = said[property(name).etXMP];
    const isOld = path.includes('2014') && (field === 'alt' || field === 'extendedDescription');
    expect(value === undefined).toBe(isOld);
    expect(read[field]).toBe([value ?? []].flat().join('; '));
  });

  it.each(parts)('says where: %s', (field, part) => {
    const [place] = said[property('locationCreated').etXMP] as Record<string, string>[];
    expect(place?.[part]).toBeTruthy();
    expect(read[field]).toBe(place?.[part]);
  });

  it('says when', () => {
    const value = String(said[property('dateCreated').etXMP]);
    expect(read.dateCreated).toBe(value.replace(/^(\d+):(\d+):(\d+) /u, '$1-$2-$3T'));
  });

  it('says its keywords and its stars', () => {
    const [keywords, rating] = [property('keywords').etXMP, property('imageRating').etXMP];
    expect(read.keywords).toEqual(said[keywords]);
    expect(read.rating).toBe(said[rating] ?? 0);
  });

  it('says how it was made, by a term that was retired since', () => {
    expect(said[property('digitalSourceType').etXMP]).toMatch(/\/softwareImage$/u);
    expect(read.digitalSource).toBe('digitalCreation');
  });

  it('says who is in it, with their places', () => {
    const [names, details, regions] = ['personInImageNames', 'personsShown', 'imageRegion'].map(
      (name) => property(name).etXMP,
    );
    type Person = { PersonName: string; PersonDescription: string };
    const inRegions = ((said[regions!] ?? []) as { PersonInImage: string[] }[]).flatMap(
      ({ PersonInImage }) => PersonInImage,
    );
    const { people } = read;
    expect(people.map(({ name }) => name)).toEqual([
      ...(said[names!] as string[]),
      ...(said[details!] as Person[]).map(({ PersonName }) => PersonName),
      ...inRegions,
    ]);
    expect(people.filter(({ title }) => title !== undefined)).toEqual(
      (said[details!] as Person[]).map(({ PersonName, PersonDescription }) => ({
        name: PersonName,
        title: PersonDescription,
      })),
    );
    expect(people.filter(({ area }) => area !== undefined).length).toBe(inRegions.length);
    expect(inRegions.length).toBe(path.includes('2014') ? 0 : 3);
  });

  it('says how its IPTC-IIM is to be read', () => {
    const isMarked = said['IPTC:CodedCharacterSet'] !== undefined;
    expect(read.iimCharset).toBe(isMarked ? 'utf-8' : 'unmarked-utf-8');
  });
});

it('finds the rectangle around a rectangle, a circle and a triangle', async () => {
  const { people } = await readMetadata(images[2]?.[1] ?? '');
  const area = (id: string) => people.find(({ name }) => name.includes(id))?.area;
  expect(area('persltr1')).toEqual({ x: 0.31, y: 0.18, width: 0.127, height: 0.385 });
  // The copy of the picture that we have is square.
  expect(area('persltr2')).toEqual({ x: 0.522, y: 0.358, width: 0.136, height: 0.136 });
  expect(area('persspkr1')).toEqual({ x: 0.05, y: 0.041, width: 0.325, height: 0.822 });
});

it.each([
  ['description', 'description'],
  ['headline', 'headline'],
  ['creator', 'creatorNames'],
  ['jobTitle', 'jobtitle'],
  ['credit', 'creditLine'],
  ['source', 'source'],
  ['copyright', 'copyrightNotice'],
  ['instructions', 'instructions'],
  ['sublocation', 'sublocationName'],
  ['city', 'cityName'],
  ['province', 'provinceState'],
  ['country', 'countryName'],
] satisfies [IimTextName, string][])('has the standard’s limit for %s', (field, name) => {
  expect(iimLimits[field]).toBe(property(name).IIMmaxbytes);
  expect(IIM_KEYWORD_LIMIT).toBe(property('keywords').IIMmaxbytes);
});
