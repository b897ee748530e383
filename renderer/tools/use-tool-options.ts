import { useCallback, useEffect, useMemo, useState } from 'react';
import { readArticle } from '../../shared/article/read.ts';
import { punctuationParts, type ToolOptions } from '../../shared/text-tools/text-tools.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useRemembered } from '../app/remembered.ts';
import type { ArticleSession } from '../article/article-session.ts';

type Kept = Omit<ToolOptions, 'names'>;

const usual: Kept = { toneStyle: 'old', punctuation: punctuationParts, dateForm: 'numbers', encoding: null };

/** How the tools work, as this person last had it, with the names that are known of the article and the office. */
export function useToolOptions({ doc }: ArticleSession): [ToolOptions, (options: Partial<ToolOptions>) => void] {
  const [kept, keep] = useRemembered<Partial<Kept>>('tools.options', {});
  const listed = useListedWords();
  const [own] = useState(() => {
    const { author = '', source = '', place = '' } = readArticle(doc).fields;
    return [author, source, place].flatMap((field) => field.split(/[,;\n]/u)).map((name) => name.trim());
  });
  const options = useMemo(
    (): ToolOptions => ({ ...usual, ...kept, names: [...listed, ...own].filter((name) => name !== '') }),
    [kept, listed, own],
  );
  const change = useCallback(
    ({ names: _, ...changed }: Partial<ToolOptions>): void => keep({ ...kept, ...changed }),
    [keep, kept],
  );
  return [options, change];
}

const none: readonly string[] = [];

/** The words of the person's and the office's lists. */
function useListedWords(): readonly string[] {
  const desk = useDesk();
  const [words, setWords] = useState(none);
  useEffect(() => {
    let isGone = false;
    desk.lists.get().then(
      ({ own, office }) => {
        if (!isGone) setWords([...own.words, ...office.words]);
      },
      // Without them the tools know fewer names.
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [desk]);
  return words;
}
