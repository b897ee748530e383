import { useEffect, useState } from 'react';
import { type ArticleDocument, referencesOf } from '../../shared/article/document.ts';
import type { References } from '../../shared/contract/desk-references.ts';
import { useDesk, useDeskEvent } from '../app/desk-context.tsx';
import type { Desk } from '../app/desk-link.ts';

const NOTHING: References = { files: [], articles: [] };

/** Of what an article names, what cannot be had now. */
export async function findLost(desk: Desk, document: ArticleDocument): Promise<References> {
  const named = referencesOf(document);
  return named.files.length + named.articles.length === 0 ? NOTHING : desk.references.lost(named);
}

/** The same; asked for anew whenever it names something else, something arrives, or `occasion` is another; nothing until it is known. */
export function useLost(document: ArticleDocument, occasion: unknown): References {
  const desk = useDesk();
  const [lost, setLost] = useState(NOTHING);
  const [asked, setAsked] = useState(0);
  const named = JSON.stringify(referencesOf(document));
  useDeskEvent('article', () => setAsked((times) => times + 1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it names says when to ask; `asked` and `occasion` are each time anew
  useEffect(() => {
    let isGone = false;
    findLost(desk, document).then(
      (found) => {
        if (!isGone) setLost(found);
      },
      // The core refuses by the same list when it comes to submitting.
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [desk, named, asked, occasion]);
  return lost;
}
