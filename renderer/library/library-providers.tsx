/** Everything that the rooms around the library share, each person's own. */
import type { ReactNode } from 'react';
import { ExportManyProvider } from '../exports/export-many.tsx';
import { ReplaceInManyProvider } from '../tools/replace-many.tsx';
import { BulkProvider } from './bulk.tsx';
import { ChosenProvider } from './chosen-articles.tsx';
import { LibraryProvider } from './library-context.tsx';
import { OverviewProvider } from './overview.tsx';
import { SavedSearchesProvider } from './saved-searches.tsx';

export function LibraryProviders({ personId, children }: { personId: string; children: ReactNode }): ReactNode {
  return (
    <LibraryProvider personId={personId}>
      <OverviewProvider>
        <ChosenProvider>
          <BulkProvider>
            <SavedSearchesProvider>
              <ExportManyProvider>
                <ReplaceInManyProvider>{children}</ReplaceInManyProvider>
              </ExportManyProvider>
            </SavedSearchesProvider>
          </BulkProvider>
        </ChosenProvider>
      </OverviewProvider>
    </LibraryProvider>
  );
}
