import { type LibraryView, libraryViews } from '../../shared/contract/desk.ts';

/** Who does not review has nothing waiting for their review. */
export function viewsFor(role: string | undefined): readonly LibraryView[] {
  return role === 'writer' ? libraryViews.filter((view) => view !== 'waiting') : libraryViews;
}
