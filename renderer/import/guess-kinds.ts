import { guessSchema } from '../../shared/contract/desk-imports.ts';

/** What a line can be, in the order of the contract: from the top of an article to what is none of it. */
export const guessKinds = guessSchema.shape.as.options;
