/**
 * The edits that a picture's look in the desk depends on, as a part of its address: `t90_s-2.5_c0,0.1,1,0.5_p0.1,0.1,0.2,0.2`.
 * Equal letters, equal picture: it may be kept for good, and every edit has an address of its own.
 */
import { boundedAreas } from './mosaic-areas.ts';
import { type PhotoArea, type PhotoEdits, photoEditsSchema } from './photo-details.ts';

const DECIMALS = 5;
const number = (value: number): string => String(Number(value.toFixed(DECIMALS)));
const area = ({ x, y, width, height }: PhotoArea): string => [x, y, width, height].map(number).join(',');

/** Empty where the picture is shown as it is. Crops of other shapes and `withheld` change nothing that the desk shows. */
export function shownEditsText({ turn, straighten, focus, crops, pixelated }: PhotoEdits): string {
  const free = crops?.free;
  const parts = [
    ...(turn === undefined ? [] : [`t${turn}`]),
    ...(straighten === undefined ? [] : [`s${number(straighten)}`]),
    ...(free === undefined ? [] : [`c${area(free)}`]),
    // It moves nothing but a crop.
    ...(free === undefined || focus === undefined ? [] : [`f${number(focus.x)},${number(focus.y)}`]),
    ...boundedAreas(pixelated ?? []).map((one) => `p${area(one)}`),
  ];
  return parts.join('_');
}

/** Null for what `shownEditsText` does not write. */
export function parseShownEdits(text: string): PhotoEdits | null {
  const edits: Record<string, unknown> = {};
  const pixelated: unknown[] = [];
  for (const part of text.split('_')) {
    const [, what = '', written = ''] = /^([tscfp])(-?\d+(?:\.\d+)?(?:,\d+(?:\.\d+)?)*)$/.exec(part) ?? [];
    const numbers = written.split(',').map(Number);
    const [x, y, width, height] = numbers;
    if (what === '' || numbers.length !== { t: 1, s: 1, f: 2, c: 4, p: 4 }[what]) return null;
    if (what === 't') edits.turn = x;
    else if (what === 's') edits.straighten = x;
    else if (what === 'f') edits.focus = { x, y };
    else if (what === 'c') edits.crops = { free: { x, y, width, height } };
    else pixelated.push({ x, y, width, height });
  }
  const read = photoEditsSchema.safeParse(pixelated.length === 0 ? edits : { ...edits, pixelated });
  return read.success ? read.data : null;
}
