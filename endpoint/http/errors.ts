/** Every refusal over HTTP: `{error: {code, message, details}}` with the status of its code. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, type ErrorRecord } from '../../shared/errors/app-error.ts';
import { type ErrorCode, errorTexts } from '../../shared/errors/codes.ts';

export function statusOf(code: ErrorCode): number {
  return errorTexts[code].status ?? 500;
}

export function errorBody(error: AppError): { error: ErrorRecord } {
  return { error: error.toRecord() };
}

export function sendError(reply: FastifyReply, error: AppError): FastifyReply {
  return reply
    .code(statusOf(error.code))
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(errorBody(error)));
}

/** What Fastify itself refuses (a body that is no JSON, or too large) in our words; the rest is ours or a bug. */
export function handleError(
  error: FastifyError | AppError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof AppError) return sendError(reply, error);
  const status = error.statusCode ?? 500;
  if (status === 413) return sendError(reply, new AppError('entry-too-large', { size: '', limit: '' }));
  if (status >= 400 && status < 500)
    return sendError(reply, new AppError('invalid-request', { reason: error.message }));
  request.log.error(error);
  return sendError(reply, hiddenError());
}

/** A bug's own message may say more about this machine than a stranger should read. */
export function hiddenError(): AppError {
  return new AppError('internal', { reason: 'see the log of the endpoint' });
}
