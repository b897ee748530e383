import { useEffect, useState } from 'react';
import type { ArticleDocument } from '../../shared/article/document.ts';
import { makeRevision } from '../../shared/article/revision.ts';
import { useDesk, useDeskEvent } from '../app/desk-context.tsx';
import { AtPause } from '../app/typing-pause.ts';

/**
 * Whether the article, together with what is known of its pictures, says something else by now than the revision that is decided on.
 * The core is asked, since it alone knows both; false until it has answered, and where there is no revision. `document`: the
 * article's own words, each change of which is a reason to ask.
 */
export function useBeyondRevision(id: string, document: ArticleDocument, revision: string | null): boolean {
  const desk = useDesk();
  const [said, setSaid] = useState<{ revision: string; hash: string } | null>(null);
  const [asked, setAsked] = useState(0);
  // A card of pictures that comes in says so again and again; whoever types is not to feel it.
  const [atPause] = useState(() => new AtPause(() => setAsked((times) => times + 1)));
  useEffect(() => () => atPause.cancel(), [atPause]);
  useDeskEvent('photos', () => atPause.soon());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the article and its pictures say is a reason to ask
  useEffect(() => {
    if (revision === null) return;
    let isGone = false;
    desk.articles.document({ id }).then(
      (whole) => {
        if (!isGone) setSaid({ revision, hash: makeRevision(whole).hash });
      },
      // A desk that is gone says nothing; what is decided on is the revision in any case.
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [desk, id, document, revision, asked]);
  return said !== null && said.revision === revision && said.hash !== revision;
}
