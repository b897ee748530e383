/** Made-up words of the index: what an article is, beside what it says. No word of a text begins with them by chance. */
import { foldText } from '../../../shared/text/fold.ts';
import type { Standing } from '../../../shared/workflow/standing.ts';

export const EVERY_ARTICLE = 'xxall';

const joined = (name: string): string => foldText(name).replace(/[^\p{L}\p{N}]+/gu, '');

export function standingFacet(standing: Standing): string {
  return `xxst${joined(standing)}`;
}

export function sectionFacet(section: string): string {
  return `xxse${joined(section)}`;
}

export function tagFacet(tag: string): string {
  return `xxta${joined(tag)}`;
}
