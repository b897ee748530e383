/** What every part of the desk's router is built on: the contract, and errors as records that cross to the page. */
import { implement, ORPCError } from '@orpc/server';
import { deskContract } from '../../../shared/contract/desk.ts';
import { asAppError } from '../../../shared/errors/app-error.ts';
import type { Desk } from './desk.ts';

/** One page's line; `client` is unique. */
export type PageLine = { client: string };

/** The desk that a page works at. Throws AppError. */
export type DeskOf = (line: PageLine) => Desk;

export const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

export const deskOs = implement(deskContract)
  .$context<PageLine>()
  .use(async ({ next, signal }) => {
    try {
      return await next();
    } catch (thrown) {
      if (thrown instanceof ORPCError) throw thrown;
      const error = asAppError(thrown);
      // Nobody waits for what was let go of.
      if (error.code === 'internal' && signal?.aborted !== true)
        process.stderr.write(`${String((error.cause as Error)?.stack ?? error)}\n`);
      throw new ORPCError('APP', { message: error.message, data: error.toRecord(), cause: error });
    }
  });
