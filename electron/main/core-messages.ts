/** What the shell and the core's process say to each other, besides the pages' own ports. */
import type { ErrorRecord } from '../../shared/errors/app-error.ts';
import type { StoredAddress, StoredAnswer } from '../core/page/stored-path.ts';

/** The one argument of the core's process, as JSON. */
export type CoreArguments = {
  dataDir: string;
  resources: string;
  /** The endpoint's main module, for the sample office. */
  endpoint: string;
  version: string;
  systemLanguage: 'vi' | 'en';
};

export type ToCore =
  /** Carries one port, for one page. */
  { type: 'page' } | { type: 'file'; id: number; address: StoredAddress } | { type: 'stop' };

export type FromCore =
  | { type: 'ready' }
  /** It cannot open the data at all, and ends. */
  | { type: 'failed'; error: ErrorRecord }
  | { type: 'file'; id: number; file: StoredAnswer | null };
