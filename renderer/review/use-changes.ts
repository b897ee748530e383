import { useEffect, useState } from 'react';
import type { ArticleDocument, Photo } from '../../shared/article/document.ts';
import type { ArticleState } from '../../shared/contract/desk.ts';
import type { Changes } from '../../shared/contract/desk-changes.ts';
import { useDesk } from '../app/desk-context.tsx';
import type { Desk } from '../app/desk-link.ts';
import { toAppError } from '../app/desk-link.ts';
import type { ArticleSession } from '../article/article-session.ts';
import { useNotices } from '../ui/notices.tsx';

export type Compared = {
  changes: Changes;
  language: string;
  /** The photos of both revisions; those of the newer one count. */
  photos: ReadonlyMap<string, Photo>;
  /** SHA-256 of the attached documents that are on this computer. */
  files: ReadonlySet<string>;
};

/** The newest revision against the one before it, read anew whenever there is a newer one; null until it is there. */
export function useChanges(session: ArticleSession, { headRevision, working }: ArticleState): Compared | null {
  const desk = useDesk();
  const { tellError } = useNotices();
  const [compared, setCompared] = useState<Compared | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision or state has other changes
  useEffect(() => {
    let isGone = false;
    readChanges(desk, session).then(
      (read) => {
        if (!isGone) setCompared(read);
      },
      (error) => {
        if (!isGone) tellError(toAppError(error));
      },
    );
    return () => {
      isGone = true;
    };
  }, [session, desk, headRevision, working]);
  return compared;
}

async function readChanges(desk: Desk, session: ArticleSession): Promise<Compared> {
  await session.settle();
  const { id } = session;
  const changes = await desk.articles.changes({ id });
  const [before, after] = await Promise.all([
    changes.from === null ? null : desk.articles.document({ id, revision: changes.from }),
    // A draft is no revision yet: it is the article as it is, with what is known of its pictures.
    desk.articles.document({ id, revision: changes.to }).catch((error: unknown) => {
      if (toAppError(error).code === 'revision-not-found') return desk.articles.document({ id });
      throw error;
    }),
  ]);
  return { changes, language: after.language, photos: photosOf(before, after), files: await filesHere(desk, changes) };
}

async function filesHere(desk: Desk, { blocks }: Changes): Promise<Set<string>> {
  const sha256s = [...new Set(blocks.flatMap(({ file }) => file?.sha256 ?? []))];
  if (sha256s.length === 0) return new Set();
  const { files } = await desk.files.info({ sha256s });
  return new Set(files.flatMap(({ sha256, state }) => (state === 'here' ? [sha256] : [])));
}

function photosOf(...documents: readonly (ArticleDocument | null)[]): Map<string, Photo> {
  return new Map(documents.flatMap((document) => document?.photos ?? []).map((photo) => [photo.id, photo]));
}
