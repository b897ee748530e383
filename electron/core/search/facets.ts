/** Made-up words of the index: what an article is, beside what it says. No word of a text begins with them by chance. */
import { foldText } from '../../../shared/text/fold.ts';
import type { Standing } from '../../../shared/workflow/standing.ts';

export const EVERY_ARTICLE = 'xxall';

const joined = (name: string): string => foldText(name).replace(/[^\p{L}\p{N}]+/gu, '');

/** A word for each word of the name, in their order: a phrase of the index. */
export function authorFacets(author: string): string[] {
  return (foldText(author).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `xxau${word}`);
}

export function standingFacet(standing: Standing): string {
  return `xxst${joined(standing)}`;
}

export function sectionFacet(section: string): string {
  return `xxse${joined(section)}`;
}

export function tagFacet(tag: string): string {
  return `xxta${joined(tag)}`;
}
