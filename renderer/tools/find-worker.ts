/** Looks for a pattern beside the page, so that one that never ends can be stopped. */
import { type FindQuery, findInTexts, type Hit } from '../../shared/find/find-hits.ts';

export type FindTask = { id: number; query: FindQuery; texts: readonly string[] };
export type FindAnswer = { id: number; hits: Hit[][] };

self.onmessage = ({ data }: MessageEvent<FindTask>): void => {
  const answer: FindAnswer = { id: data.id, hits: findInTexts(data.query, data.texts) };
  self.postMessage(answer);
};
