import { useEffect, useState, useSyncExternalStore } from 'react';
import type { PhotoFilter, PhotoSort } from '../../shared/contract/desk-photos.ts';
import { useDesk, useWhenOpen } from '../app/desk-context.tsx';
import { toAppError } from '../app/desk-link.ts';
import { PhotoPages, type SheetRows } from './photo-pages.ts';
import { sheetKey } from './photo-place.ts';
import { usePhotosChange } from './use-photos-change.ts';

/** `firstRow`: where a list begins, by its key. */
export function usePhotoRows(
  filter: PhotoFilter,
  sort: PhotoSort,
  firstRow: (key: string) => number,
): { pages: PhotoPages; rows: SheetRows } {
  const desk = useDesk();
  const [pages] = useState(
    () =>
      new PhotoPages(
        (query, offset, limit) => desk.photoLibrary.list({ ...query.filter, sort: query.sort, offset, limit }),
        toAppError,
      ),
  );
  const rows = useSyncExternalStore(pages.subscribe, pages.rows);
  const key = sheetKey(filter, sort);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that is in filter and order
  useEffect(() => pages.show({ filter, sort, key }, firstRow(key)), [pages, key]);
  usePhotosChange(() => pages.refresh());
  useWhenOpen(() => pages.refresh());
  return { pages, rows };
}
