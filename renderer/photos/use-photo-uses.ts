import { useEffect, useState } from 'react';
import type { PhotoUse } from '../../shared/contract/desk-photos.ts';
import { useDesk } from '../app/desk-context.tsx';
import { usePhotosChange } from '../photo-library/use-photos-change.ts';

/** In which other articles each of these pictures stands; those that are not known yet are not among them. */
export function usePhotoUses(sha256s: readonly string[], articleId: string): ReadonlyMap<string, readonly PhotoUse[]> {
  const desk = useDesk();
  const [uses, setUses] = useState<ReadonlyMap<string, readonly PhotoUse[]>>(new Map());
  const [asked, setAsked] = useState(0);
  const wanted = sha256s.join(' ');
  usePhotosChange(() => setAsked((times) => times + 1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is each time anew
  useEffect(() => {
    let isGone = false;
    const hashes = wanted === '' ? [] : wanted.split(' ');
    const ask = async (sha256: string): Promise<[string, readonly PhotoUse[]]> => {
      const facts = await desk.photoLibrary.facts({ sha256 });
      return [sha256, facts.uses.filter(({ article }) => article !== articleId)];
    };
    Promise.allSettled(hashes.map(ask)).then((answers) => {
      // A picture that is on its way has no facts yet.
      const known = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
      if (!isGone) setUses(new Map(known));
    });
    return () => {
      isGone = true;
    };
  }, [desk, wanted, articleId, asked]);
  return uses;
}
