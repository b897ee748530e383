import type { ImgHTMLAttributes, ReactNode } from 'react';
import { photoUrl } from './use-photo.ts';
import { usePhotoEdits } from './use-photo-edits.ts';

/** A small picture as it is shown with its edits; its place stays empty until they are known. Whoever shows it says what it is. */
export function PhotoThumb({
  sha256,
  ...attributes
}: { sha256: string } & Omit<ImgHTMLAttributes<HTMLImageElement>, 'src' | 'alt'>): ReactNode {
  const edits = usePhotoEdits(sha256);
  return <img {...attributes} alt="" {...(edits === null ? {} : { src: photoUrl(sha256, 'thumb', edits) })} />;
}
