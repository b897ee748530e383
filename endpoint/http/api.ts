/** The office contract over HTTP. */
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { implement, ORPCError } from '@orpc/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { officeContract, PROTOCOL_VERSION } from '../../shared/contract/office.ts';
import { AppError, asAppError } from '../../shared/errors/app-error.ts';
import { acceptEntries } from '../office/accept.ts';
import { joinOffice } from '../office/join.ts';
import { listMissingFiles } from '../store/files.ts';
import { listLog } from '../store/log.ts';
import { listPeople } from '../store/people.ts';
import { listMissing } from '../store/photos.ts';
import { getOfficeName, getOfficeRules } from '../store/settings.ts';
import { type OfficeContext, signedIn } from './context.ts';
import { errorBody, hiddenError, statusOf } from './errors.ts';

const MAX_PUSH_BYTES = 32 * 1024 * 1024;
const MAX_PULL_BYTES = 4 * 1024 * 1024;

type Request = { context: OfficeContext; request: FastifyRequest };

function makeRouter() {
  const os = implement(officeContract).$context<Request>();
  return os.router({
    about: os.about.handler(({ context: { context } }) => ({
      product: 'toasoan',
      protocol: PROTOCOL_VERSION,
      office: getOfficeName(context.db),
      rules: getOfficeRules(context.db),
    })),
    join: os.join.handler(({ input, context: { context, request } }) => {
      const now = context.clock();
      context.joinAttempts.check(request.ip, now);
      try {
        return joinOffice(context.db, input, now);
      } catch (error) {
        context.joinAttempts.failed(request.ip, now);
        throw error;
      }
    }),
    people: os.people.handler(({ context: { context, request } }) => {
      signedIn(context, request);
      return listPeople(context.db);
    }),
    push: os.push.handler(({ input, context: { context, request } }) => {
      const answers = acceptEntries(context, signedIn(context, request), input.entries);
      if (answers.some((answer) => answer.result === 'accepted')) {
        context.poke();
        void context.deliverer.run();
      }
      return { answers };
    }),
    pull: os.pull.handler(({ input, context: { context, request } }) => {
      signedIn(context, request);
      const { entries, more } = listLog(context.db, input.after, input.limit, MAX_PULL_BYTES);
      return { entries, cursor: entries.at(-1)?.seq ?? input.after, more };
    }),
    missingPhotos: os.missingPhotos.handler(({ input, context: { context, request } }) => {
      signedIn(context, request);
      return { missing: listMissing(context.db, input.sha256s) };
    }),
    missingFiles: os.missingFiles.handler(({ input, context: { context, request } }) => {
      signedIn(context, request);
      return { missing: listMissingFiles(context.db, input.sha256s) };
    }),
  });
}

/** What was thrown as an AppError; what oRPC itself refuses is input that does not fit the contract. */
function translate(error: unknown): AppError {
  if (!(error instanceof ORPCError)) return asAppError(error);
  if (error.code !== 'BAD_REQUEST') return asAppError(error);
  const issues = (error.data as { issues?: { path?: (string | number)[]; message: string }[] } | undefined)?.issues;
  const [first] = issues ?? [];
  const reason = first === undefined ? error.message : `${first.path?.join('.') ?? ''}: ${first.message}`;
  return new AppError('invalid-request', { reason });
}

/** Mounts the contract's routes. Bodies are parsed by Fastify, with its limits, before they get here. */
export function mountApi(app: FastifyInstance, context: OfficeContext): void {
  const handler = new OpenAPIHandler(makeRouter(), {
    clientInterceptors: [
      async (options) => {
        try {
          return await options.next();
        } catch (thrown) {
          let error = translate(thrown);
          if (error.code === 'internal') {
            options.context.request.log.error(thrown);
            error = hiddenError();
          }
          throw new ORPCError('APP', { status: statusOf(error.code), data: errorBody(error), cause: thrown });
        }
      },
    ],
    customErrorResponseBodyEncoder: (error) => error.data,
  });
  for (const procedure of Object.values(officeContract)) {
    const { method, path } = procedure['~orpc'].route;
    if (method === undefined || path === undefined) throw new TypeError('a route without method or path');
    app.route({
      method,
      url: path,
      bodyLimit: MAX_PUSH_BYTES,
      handler: async (request, reply) => {
        await handler.handle(request, reply, { context: { context, request } });
        return reply;
      },
    });
  }
}
