/** The OpenAPI document, generated from the contract, and a page that shows it without any other host. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance } from 'fastify';
import { officeContract, PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../shared/contract/office.ts';

const hashParameter = {
  name: 'sha256',
  in: 'path',
  required: true,
  description: 'Lower-case hex SHA-256 of the original’s bytes',
  schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
} as const;

const errorAnswer = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/OfficeError' } } },
});
const bytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } as const;
const answersHash = {
  content: {
    'application/json': {
      schema: { type: 'object', properties: { sha256: { type: 'string' } }, required: ['sha256'] },
    },
  },
} as const;

/** What travels beside the contract: bytes and the WebSocket. */
const otherPaths = {
  '/v1/photos/{sha256}': {
    parameters: [hashParameter],
    get: {
      operationId: 'getPhoto',
      summary: 'The original’s bytes',
      responses: { 200: { description: 'The bytes', content: bytes }, 404: errorAnswer('photo-not-found') },
    },
    put: {
      operationId: 'putPhoto',
      summary: 'Upload an original of at most 100 MB; repeating it is harmless',
      requestBody: { required: true, content: bytes },
      responses: {
        200: { description: 'It was known', ...answersHash },
        201: { description: 'It is kept', ...answersHash },
        400: errorAnswer('photo-not-an-image'),
        409: errorAnswer('photo-hash-mismatch'),
        413: errorAnswer('photo-too-large'),
      },
    },
  },
  '/v1/files/{sha256}': {
    parameters: [hashParameter],
    get: {
      operationId: 'getFile',
      summary: 'The bytes of an attached document',
      responses: { 200: { description: 'The bytes', content: bytes }, 404: errorAnswer('attachment-not-found') },
    },
    put: {
      operationId: 'putFile',
      summary: 'Upload an attached document of at most 100 MB; repeating it is harmless',
      requestBody: { required: true, content: bytes },
      responses: {
        200: { description: 'It was known', ...answersHash },
        201: { description: 'It is kept', ...answersHash },
        400: errorAnswer('attachment-refused, attachment-program, attachment-macros, attachment-locked'),
        409: errorAnswer('hash-mismatch'),
        413: errorAnswer('attachment-too-large'),
      },
    },
  },
  '/v1/pokes': {
    get: {
      operationId: 'pokes',
      summary: 'A WebSocket: {"seq": n} whenever the log has grown to n',
      description: 'The token goes in Authorization, or as the subprotocol `toasoan.token.TOKEN` beside `toasoan`.',
      responses: { 101: { description: 'Switching to WebSocket' }, 401: errorAnswer('not-signed-in') },
    },
  },
  '/v1/published/{articleId}': {
    get: {
      operationId: 'getPublished',
      summary: 'The live revision of an article as canonical JSON, byte for byte what was approved',
      security: [],
      parameters: [{ name: 'articleId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
      responses: {
        200: {
          description: 'The ArticleDocument; ETag is its SHA-256',
          content: { 'application/json': { schema: {} } },
        },
        404: errorAnswer('article-not-found'),
      },
    },
  },
};

const officeErrorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'details'],
      properties: { code: { type: 'string' }, message: { type: 'string' }, details: { type: 'object' } },
    },
  },
};

/** An OpenAPI 3.1 document of everything a workstation or another program calls. */
export async function openApiDocument(office: string): Promise<Record<string, unknown>> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(officeContract, {
    info: {
      title: `Tòa Soạn: ${office}`,
      version: String(PROTOCOL_VERSION),
      description: `Every answer carries \`${PROTOCOL_HEADER}: ${PROTOCOL_VERSION}\`; errors are OfficeError.`,
    },
    security: [{ token: [] }],
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  });
  const { paths, components, ...rest } = document;
  for (const open of ['/v1/about', '/v1/join']) {
    for (const operation of Object.values(paths?.[open] ?? {})) (operation as { security?: unknown }).security = [];
  }
  return {
    ...rest,
    paths: { ...paths, ...otherPaths },
    components: { ...components, schemas: { ...components?.schemas, OfficeError: officeErrorSchema } },
  };
}

/** Nothing from elsewhere; the page sets styles from its script. Plain http stays usable within an office's own network. */
const contentPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

export async function mountDocs(app: FastifyInstance, office: string): Promise<void> {
  const document = await openApiDocument(office);
  await app.register(swagger, { mode: 'static', specification: { document: document as never } });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: contentPolicy,
    uiConfig: { docExpansion: 'list', validatorUrl: null } as never,
  });
}
