/**
 * A picture that the page sends: `POST /photos?name=…&batch=…&person=…` with its bytes. On the desk's WebSocket the page would have to
 * read and wrap each picture itself, between its keys; a request's body the browser reads from the disk beside the page. Also
 * what is refused is answered with 200, since browsers report other answers as faults of the page.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { PostedPicture, TakenIn } from '../../shared/contract/desk-photos.ts';
import { MAX_PHOTO_BYTES } from '../../shared/contract/office.ts';
import { AppError, asAppError } from '../../shared/errors/app-error.ts';
import { checkSize } from '../core/files/check-size.ts';

const querySchema = z.object({ name: z.string().min(1), batch: z.string().max(200), person: z.string() });

/** `person`: whose page it is. */
export type SentPicture = z.infer<typeof querySchema> & { signal: AbortSignal };

/** Keeps a picture; once the signal says so, nothing is left of it. Throws AppError. */
export type TakePicture = (bytes: AsyncIterable<Uint8Array>, sent: SentPicture) => Promise<TakenIn>;

/** Null where nobody waits for an answer any more. */
export async function answerPicture(
  takePicture: TakePicture,
  query: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<PostedPicture | null> {
  const left = new AbortController();
  response.once('close', () => left.abort());
  try {
    const sent = readQuery(query);
    const bytes = Number(request.headers['content-length'] ?? 0);
    checkSize('photo-too-large', { file: sent.name, bytes, limit: MAX_PHOTO_BYTES });
    // Whoever stops reading would otherwise end the line on which the reason is to be told.
    const body = request.iterator({ destroyOnReturn: false });
    return { taken: await takePicture(body, { ...sent, signal: left.signal }) };
  } catch (thrown) {
    if (left.signal.aborted || request.socket.destroyed) return null;
    const error = asAppError(thrown);
    if (error.code === 'internal') process.stderr.write(`${String((error.cause as Error)?.stack ?? error)}\n`);
    // The rest of a picture is let by, for a browser listens only once it has spoken; of more than that nothing is.
    if (error.code === 'photo-too-large') response.setHeader('connection', 'close');
    else request.resume();
    return { error: error.toRecord() };
  }
}

function readQuery(query: string): z.infer<typeof querySchema> {
  const parsed = querySchema.safeParse(Object.fromEntries(new URLSearchParams(query)));
  if (!parsed.success) throw new AppError('invalid-request', { reason: z.prettifyError(parsed.error) });
  return parsed.data;
}
