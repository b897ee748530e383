/** Per cent of the usual size. */
export const zooms = [80, 90, 100, 110, 125, 150, 175, 200] as const;
export const USUAL_ZOOM = 100;

/** The next step of the zoom; the last one stays. */
export function nextZoom(zoom: number, by: 1 | -1): number {
  const next = by > 0 ? zooms.find((step) => step > zoom) : zooms.findLast((step) => step < zoom);
  return next ?? zoom;
}
