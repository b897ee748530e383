import { useEffect, useState } from 'react';
import { type ArticleDocument, referencesOf } from '../../shared/article/document.ts';
import type { Lost } from '../../shared/contract/desk-references.ts';
import { nothingLost } from '../../shared/workflow/missing.ts';
import { useDesk, useDeskEvent } from '../app/desk-context.tsx';
import type { Desk } from '../app/desk-link.ts';
import { AtPause } from '../app/typing-pause.ts';

/** Of what an article names, what cannot be had or shown now. */
export async function findLost(desk: Desk, document: ArticleDocument): Promise<Lost> {
  const named = referencesOf(document);
  const isNone = Object.values(named).every((names) => names.length === 0);
  return isNone ? nothingLost : desk.references.lost(named);
}

/** The same; asked for anew whenever it names something else, something arrives, or `occasion` is another; nothing until it is known. */
export function useLost(document: ArticleDocument, occasion: unknown): Lost {
  const desk = useDesk();
  const [lost, setLost] = useState(nothingLost);
  const [asked, setAsked] = useState(0);
  const named = JSON.stringify(referencesOf(document));
  useDeskEvent('article', () => setAsked((times) => times + 1));
  // A card of pictures that comes in says so again and again; whoever types is not to feel it.
  const [atPause] = useState(() => new AtPause(() => setAsked((times) => times + 1)));
  useEffect(() => () => atPause.cancel(), [atPause]);
  useDeskEvent('photos', () => atPause.soon());
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
