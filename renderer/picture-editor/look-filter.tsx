/** A picture shown lighter or darker than it is: an SVG filter of the page, nothing else. */
import { type ReactNode, useId } from 'react';
import { type PhotoLook, plainLook } from '../../shared/photos/photo-details.ts';

/** A value of the picture, 0 to 1, is shown as `slope * value + intercept`. */
export function lookOf({ brightness, black, white }: PhotoLook): { slope: number; intercept: number } {
  const gain = 2 ** (brightness / 100);
  const range = Math.max(1, white - black);
  return { slope: (gain * 255) / range, intercept: (-gain * black) / range };
}

export function isPlainLook({ brightness, black, white }: PhotoLook): boolean {
  return brightness === plainLook.brightness && black === plainLook.black && white === plainLook.white;
}

/** `filter` for the picture's style, undefined where it is shown as it is; `definition` is to stand somewhere in the page. */
export function useLookFilter(look: PhotoLook): { filter: string | undefined; definition: ReactNode } {
  const id = `look-${useId().replace(/\W/gu, '')}`;
  if (isPlainLook(look)) return { filter: undefined, definition: null };
  const { slope, intercept } = lookOf(look);
  const definition = (
    <svg className="for-readers" aria-hidden="true">
      <filter id={id} colorInterpolationFilters="sRGB">
        <feComponentTransfer>
          <feFuncR type="linear" slope={slope} intercept={intercept} />
          <feFuncG type="linear" slope={slope} intercept={intercept} />
          <feFuncB type="linear" slope={slope} intercept={intercept} />
        </feComponentTransfer>
      </filter>
    </svg>
  );
  return { filter: `url(#${id})`, definition };
}
