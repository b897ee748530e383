/** Who is in a picture, by what its file says: names, and the places of their faces. */
import { MAX_PERSON_NAME, type PhotoArea, type PhotoPerson } from '../shared/photos/photo-details.ts';
import { languageText, lineOf, listOf, type RawStruct, structsOf } from './raw-values.ts';
import { uprightArea } from './upright-area.ts';

const MOST_PEOPLE = 100;
const MAX_TITLE = 500;

/** `size`: of the picture as it is stored, for places that are given in pixels. */
export type StoredPicture = { orientation: number; size: { width: number; height: number } | null };

/** In the order in which the file names them. */
export function embeddedPeople(values: Record<string, unknown>, stored: StoredPicture): PhotoPerson[] {
  const people = new Map<string, PhotoPerson>();
  const add = (found: string, more: Partial<PhotoPerson> = {}): void => {
    const name = found.slice(0, MAX_PERSON_NAME).trim();
    if (name === '' || (people.size >= MOST_PEOPLE && !people.has(name))) return;
    people.set(name, { ...more, ...people.get(name), name });
  };
  for (const name of listOf(values['XMP-iptcExt:PersonInImage'])) add(lineOf(name));
  for (const person of structsOf(values['XMP-iptcExt:PersonInImageWDetails'])) {
    const title = lineOf(languageText(person, 'PersonDescription')).slice(0, MAX_TITLE);
    add(lineOf(languageText(person, 'PersonName')), title === '' ? {} : { title });
  }
  for (const { name, area } of [...iptcRegions(values, stored), ...mwgRegions(values)]) {
    const upright = area === null ? null : uprightArea(area, stored.orientation);
    add(name, upright === null ? {} : { area: upright });
  }
  return [...people.values()];
}

type Region = { name: string; area: PhotoArea | null };

function iptcRegions(values: Record<string, unknown>, { size }: StoredPicture): Region[] {
  return structsOf(values['XMP-iptcExt:ImageRegion']).flatMap((region): Region[] => {
    const named = listOf(region.PersonInImage).map(lineOf);
    const kinds = structsOf(region.RCtype).flatMap((kind) => listOf(kind.Identifier));
    const isPerson = kinds.some((kind) => /\/imageregiontype\/(?:human|face)\b/iu.test(kind));
    const names = named.length > 0 ? named : isPerson ? [lineOf(languageText(region, 'Name'))] : [];
    const [boundary] = structsOf(region.RegionBoundary);
    // One place for several people is nobody's.
    const area = boundary === undefined || names.length > 1 ? null : boundaryArea(boundary, size);
    return names.map((name) => ({ name, area }));
  });
}

/** The rectangle around a rectangle, circle or polygon. */
function boundaryArea(boundary: RawStruct, size: StoredPicture['size']): PhotoArea | null {
  const isPixels = String(boundary.RbUnit).toLowerCase() === 'pixel';
  if (isPixels && size === null) return null;
  const [acrossUnit, downUnit] = isPixels && size !== null ? [size.width, size.height] : [1, 1];
  const across = (value: unknown): number => Number(value) / acrossUnit;
  const down = (value: unknown): number => Number(value) / downUnit;
  const [x, y] = [across(boundary.RbX), down(boundary.RbY)];
  switch (String(boundary.RbShape).toLowerCase()) {
    case 'rectangle':
      return areaOf(x, y, x + across(boundary.RbW), y + down(boundary.RbH));
    case 'circle': {
      const radius = across(boundary.RbRx);
      const ratio = size === null ? 1 : size.width / size.height;
      return areaOf(x - radius, y - radius * ratio, x + radius, y + radius * ratio);
    }
    case 'polygon': {
      const points = structsOf(boundary.RbVertices).slice(0, 1_000);
      const [xs, ys] = [points.map((point) => across(point.RbX)), points.map((point) => down(point.RbY))];
      return areaOf(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
    }
    default:
      return null;
  }
}

/** Faces as the Metadata Working Group writes them: by their middle. */
function mwgRegions(values: Record<string, unknown>): Region[] {
  const [info] = structsOf(values['XMP-mwg-rs:RegionInfo']);
  return structsOf(info?.RegionList).flatMap((region): Region[] => {
    const [place] = structsOf(region.Area);
    if (place === undefined || String(region.Type).toLowerCase() !== 'face') return [];
    if (String(place.Unit ?? 'normalized').toLowerCase() !== 'normalized') return [];
    const [x, y] = [Number(place.X), Number(place.Y)];
    const [width, height] = [Number(place.W ?? place.D), Number(place.H ?? place.D)];
    const area = areaOf(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    return [{ name: lineOf(String(region.Name ?? '')), area }];
  });
}

/** As much of it as lies in the picture; null where that is nothing. */
function areaOf(left: number, top: number, right: number, bottom: number): PhotoArea | null {
  const within = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e6) / 1e6;
  const [x, y] = [within(left), within(top)];
  const [width, height] = [within(right) - x, within(bottom) - y].map((value) => Math.round(value * 1e6) / 1e6) as [
    number,
    number,
  ];
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}
