/** The pictures of a preview as the page shows them: small ones, asked of the core once each, and let go with the dialog. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { ImportPicture, ImportPreview } from '../../shared/contract/desk-imports.ts';
import { useDesk } from '../app/desk-context.tsx';

type Shown = { picture: ImportPicture; address: string | null };

const Pictures = createContext<(sha256: string) => Shown | null>(() => null);

/** Null for a picture that the preview does not know. */
export function usePicture(sha256: string | undefined): Shown | null {
  const find = useContext(Pictures);
  return sha256 === undefined ? null : find(sha256);
}

export function PicturesProvider({ preview, children }: { preview: ImportPreview; children: ReactNode }): ReactNode {
  const desk = useDesk();
  const { draft, pictures } = preview;
  const [addresses, setAddresses] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (draft === null) return;
    let isGone = false;
    const made: string[] = [];
    const load = async (): Promise<void> => {
      for (const { sha256, problem } of pictures) {
        if (problem !== null || isGone) continue;
        const { jpeg } = await desk.imports.picture({ draft, sha256 });
        if (isGone) return;
        const address = URL.createObjectURL(new Blob([jpeg as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }));
        made.push(address);
        setAddresses((before) => new Map(before).set(sha256, address));
      }
    };
    // A picture that cannot be shown is still taken over: it is the text that matters here.
    load().catch(() => {});
    return () => {
      isGone = true;
      for (const address of made) URL.revokeObjectURL(address);
    };
    // The preview changes with each key; its pictures do not.
  }, [desk, draft, pictures]);
  const find = useMemo(() => {
    const known = new Map(pictures.map((picture) => [picture.sha256, picture]));
    return (sha256: string): Shown | null => {
      const picture = known.get(sha256);
      return picture === undefined ? null : { picture, address: addresses.get(sha256) ?? null };
    };
  }, [pictures, addresses]);
  return <Pictures value={find}>{children}</Pictures>;
}
