/** The wire between workstations and endpoints of different ages: it changes with its version, or not at all. */
import type { AnyContractProcedure } from '@orpc/contract';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { articleDocumentSchema } from '../article/document.ts';
import { sha256Hex } from '../article/revision.ts';
import { officeContract, PROTOCOL_VERSION } from './office.ts';

/** Each version with the first letters of the hash of what its messages, and the revisions in them, look like. */
const shapes: Readonly<Record<number, string>> = { 2: 'f1f2153234782485', 3: '083598e36d9b0a7e' };

function shapeOf(procedure: AnyContractProcedure): unknown {
  const { route, inputSchema, outputSchema } = procedure['~orpc'];
  const { method, path } = route;
  const shape = (schema: unknown, io: 'input' | 'output'): unknown =>
    schema === undefined ? null : z.toJSONSchema(schema as z.ZodType, { io, unrepresentable: 'any' });
  return { method, path, input: shape(inputSchema, 'input'), output: shape(outputSchema, 'output') };
}

it('has the messages of its version: whoever changes one gives the protocol a new number and a line of its history', () => {
  const messages = Object.entries(officeContract).map(([name, procedure]) => [name, shapeOf(procedure)]);
  const revision = z.toJSONSchema(articleDocumentSchema, { unrepresentable: 'any' });
  expect(sha256Hex(JSON.stringify({ messages, revision })).slice(0, 16)).toBe(shapes[PROTOCOL_VERSION]);
});
