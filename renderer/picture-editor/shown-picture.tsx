/** A picture as it is shown with edits that nothing has been rendered with yet: drawn by the browser, as it changes. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PictureSize } from '../../shared/photos/geometry.ts';
import { mosaicAreas, mosaicBlocks } from '../../shared/photos/mosaic-areas.ts';
import type { PhotoArea, PhotoEdits } from '../../shared/photos/photo-details.ts';
import { placeOf, uprightPlane, wholeArea } from './upright-plane.ts';

/** Fills its box, which has the crop's proportions. `size`: of the upright original, in pixels. */
export function ShownPicture({
  src,
  size,
  edits,
  crop = wholeArea,
  filter,
  alt = '',
}: {
  src: string;
  size: PictureSize;
  edits: PhotoEdits;
  crop?: PhotoArea;
  filter?: string | undefined;
  alt?: string;
}): ReactNode {
  const image = useRef<HTMLImageElement>(null);
  const [loaded, setLoaded] = useState('');
  const areas = mosaicAreas(edits.pixelated ?? []);
  return (
    <div className="shown-picture" style={filter === undefined ? {} : { filter }}>
      <div style={uprightPlane(size, edits, crop)}>
        <img ref={image} src={src} alt={alt} draggable={false} onLoad={() => setLoaded(src)} />
        {loaded !== src
          ? null
          : areas.map((area) => <Mosaic key={JSON.stringify(area)} image={image.current} size={size} area={area} />)}
      </div>
    </div>
  );
}

function Mosaic({
  image,
  size,
  area,
}: {
  image: HTMLImageElement | null;
  size: PictureSize;
  area: PhotoArea;
}): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { across, down } = mosaicBlocks({ width: area.width * size.width, height: area.height * size.height });
  useEffect(() => {
    const drawing = canvas.current?.getContext('2d');
    if (image === null || drawing == null) return;
    const { naturalWidth, naturalHeight } = image;
    drawing.imageSmoothingQuality = 'high';
    drawing.drawImage(
      image,
      area.x * naturalWidth,
      area.y * naturalHeight,
      area.width * naturalWidth,
      area.height * naturalHeight,
      0,
      0,
      across,
      down,
    );
  }, [image, area, across, down]);
  return <canvas ref={canvas} className="shown-mosaic" width={across} height={down} style={placeOf(area)} />;
}
