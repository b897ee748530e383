/**
 * The workstation's edge to its endpoint: plain HTTP by the office contract, and every way in which a network can go
 * wrong translated into an AppError of ours. Nothing that comes back is trusted: bodies are capped, parsed, checked.
 */
import type { AnyContractProcedure, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import * as z from 'zod';
import {
  entryAnswerSchema,
  MAX_FILE_BYTES,
  MAX_PHOTO_BYTES,
  officeContract,
  officeErrorSchema,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
} from '../../../shared/contract/office.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { isErrorCode } from '../../../shared/errors/codes.ts';
import type { OriginalTable } from '../store/original-queue.ts';

type Inputs = InferContractRouterInputs<typeof officeContract>;
type Outputs = InferContractRouterOutputs<typeof officeContract>;

/** More than any honest answer holds: pages of the log are cut at a few entries' size. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const ORIGINAL_TIMEOUT_FACTOR = 20;

/** A page of the log whose entries are still to be checked one by one, so that one broken entry does not stop the rest. */
const looseLogSchema = z.object({
  entries: z.array(z.object({ seq: z.number().int(), entry: z.unknown() })),
  cursor: z.number().int().min(0),
  more: z.boolean(),
});
export type LoosePage = z.infer<typeof looseLogSchema>;

export type OfficeClientOptions = {
  endpoint: string;
  token?: string;
  fetch?: typeof fetch;
  timeoutMs?: number;
  /** Ends requests under way. */
  signal?: AbortSignal;
};

export class OfficeClient {
  readonly #endpoint: string;
  readonly #token: string | undefined;
  readonly #fetch: typeof fetch;
  readonly #timeoutMs: number;
  readonly #stopped: AbortSignal[];

  /** `endpoint`: see `normalizeEndpoint`. `timeoutMs`: for one whole answer. */
  constructor(options: OfficeClientOptions) {
    this.#endpoint = options.endpoint;
    this.#token = options.token;
    this.#fetch = options.fetch ?? fetch;
    this.#timeoutMs = options.timeoutMs ?? 20_000;
    this.#stopped = options.signal === undefined ? [] : [options.signal];
  }

  about(): Promise<Outputs['about']> {
    return this.#call(officeContract.about, undefined, officeContract.about['~orpc'].outputSchema!);
  }

  join(input: Inputs['join']): Promise<Outputs['join']> {
    return this.#call(officeContract.join, input, officeContract.join['~orpc'].outputSchema!);
  }

  people(): Promise<Outputs['people']> {
    return this.#call(officeContract.people, undefined, officeContract.people['~orpc'].outputSchema!);
  }

  /** Answers that are not well formed are left out: their entries stay unanswered. */
  async push(input: Inputs['push']): Promise<Outputs['push']> {
    const loose = z.object({ answers: z.array(z.unknown()) });
    const { answers } = await this.#call(officeContract.push, input, loose);
    return {
      answers: answers.flatMap((answer) => {
        const parsed = entryAnswerSchema.safeParse(answer);
        return parsed.success ? [parsed.data] : [];
      }),
    };
  }

  pull(input: { after: number; limit: number }): Promise<LoosePage> {
    return this.#call(officeContract.pull, input, looseLogSchema);
  }

  /** Which of these originals the endpoint does not have. */
  missing(of: OriginalTable, input: Inputs['missingPhotos']): Promise<Outputs['missingPhotos']> {
    const procedure = of === 'photos' ? officeContract.missingPhotos : officeContract.missingFiles;
    return this.#call(procedure, input, procedure['~orpc'].outputSchema!);
  }

  async upload(of: OriginalTable, sha256: string, bytes: Uint8Array): Promise<void> {
    const headers = { 'content-type': 'application/octet-stream' };
    const response = await this.#send(
      `/v1/${of}/${sha256}`,
      { method: 'PUT', headers, body: bytes as RequestInit['body'] },
      this.#timeoutMs * ORIGINAL_TIMEOUT_FACTOR,
    );
    await this.#readJson(response);
  }

  /** The original's bytes, not yet checked against the hash. Throws photo-not-found, attachment-not-found when the endpoint has it not yet. */
  async download(of: OriginalTable, sha256: string): Promise<Uint8Array> {
    const response = await this.#send(
      `/v1/${of}/${sha256}`,
      { method: 'GET' },
      this.#timeoutMs * ORIGINAL_TIMEOUT_FACTOR,
    );
    if (!response.ok) await this.#readJson(response);
    return this.#readBytes(response, of === 'photos' ? MAX_PHOTO_BYTES : MAX_FILE_BYTES);
  }

  async #call<T>(procedure: AnyContractProcedure, input: unknown, output: z.ZodType<T>): Promise<T> {
    const { method, path } = procedure['~orpc'].route;
    const asQuery = method === 'GET' && input !== undefined;
    const query = asQuery
      ? `?${new URLSearchParams(Object.entries(input as object).map(([key, value]): [string, string] => [key, String(value)]))}`
      : '';
    const init: RequestInit =
      method === 'GET'
        ? { method }
        : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) };
    const response = await this.#send(`${path}${query}`, init, this.#timeoutMs);
    const parsed = output.safeParse(await this.#readJson(response));
    if (!parsed.success) throw this.#error('endpoint-not-ours');
    return parsed.data;
  }

  async #send(path: string, init: RequestInit, timeoutMs: number): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set(PROTOCOL_HEADER, String(PROTOCOL_VERSION));
    if (this.#token !== undefined) headers.set('authorization', `Bearer ${this.#token}`);
    let response: Response;
    try {
      // A redirect is never ours: a sign-in page of the network, which would get the token's request.
      response = await this.#fetch(`${this.#endpoint}${path}`, {
        ...init,
        headers,
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...this.#stopped]),
      });
    } catch (error) {
      throw this.#networkError(error);
    }
    const found = response.headers.get(PROTOCOL_HEADER);
    if (found === String(PROTOCOL_VERSION)) return response;
    await response.body?.cancel().catch(() => {});
    if (found === null) throw this.#error('endpoint-not-ours');
    throw new AppError('endpoint-version-unknown', { endpoint: this.#endpoint, found: found.slice(0, 20) });
  }

  async #readJson(response: Response): Promise<unknown> {
    const text = new TextDecoder().decode(await this.#readBytes(response, MAX_ANSWER_BYTES));
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch (error) {
      throw this.#error('endpoint-not-ours', error);
    }
    if (response.ok) return json;
    const parsed = officeErrorSchema.safeParse(json);
    if (!parsed.success) throw this.#error('endpoint-not-ours');
    const { code, message, details } = parsed.data.error;
    if (isErrorCode(code)) throw new AppError(code, { ...details, endpoint: this.#endpoint });
    throw new AppError('internal', { reason: message });
  }

  async #readBytes(response: Response, limit: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    try {
      for await (const chunk of response.body ?? []) {
        size += chunk.length;
        if (size > limit) break;
        chunks.push(chunk);
      }
    } catch (error) {
      throw this.#networkError(error);
    }
    if (size > limit) throw this.#error('endpoint-not-ours');
    return Buffer.concat(chunks);
  }

  #networkError(cause: unknown): AppError {
    const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
    return this.#error(timedOut ? 'endpoint-timeout' : 'endpoint-unreachable', cause);
  }

  #error(code: 'endpoint-timeout' | 'endpoint-unreachable' | 'endpoint-not-ours', cause?: unknown): AppError {
    return new AppError(code, { endpoint: this.#endpoint }, { cause, retryable: true });
  }
}

/** What a person types as the address (`toasoan.example`, `http://10.0.0.5:4000/`) as a base address without a slash at its end. */
export function normalizeEndpoint(typed: string): string {
  const text = typed.trim();
  const local = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[)/.test(text);
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${local ? 'http' : 'https'}://${text}`;
  const url = URL.parse(withScheme);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
    throw new AppError('endpoint-unreachable', { endpoint: text });
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
