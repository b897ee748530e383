import { afterAll, beforeAll, expect, it } from 'vitest';
import { officeContract } from '../../shared/contract/office.ts';
import { type Office, openOffice } from '../testing/office-for-test.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

type Document = {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, { operationId?: string; responses?: Record<string, unknown> }>>;
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> };
};

async function document(): Promise<Document> {
  return (await (await fetch(`${office.url}/docs/json`)).json()) as Document;
}

it('describes every route of the contract, the photos, the attached documents and the pokes', async () => {
  const { openapi, info, paths } = await document();
  expect(openapi).toMatch(/^3\.1\./);
  expect(info.title).toContain('Cổng thử nghiệm');
  for (const {
    '~orpc': { route },
  } of Object.values(officeContract)) {
    expect(paths[route.path ?? '']?.[route.method?.toLowerCase() ?? '']).toMatchObject({ summary: route.summary });
  }
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/v1/photos/{sha256}', '/v1/files/{sha256}', '/v1/pokes', '/v1/published/{articleId}']),
  );
});

it('has a unique operationId and answers for each operation, and no reference that leads nowhere', async () => {
  const whole = await document();
  const operations = Object.values(whole.paths).flatMap((path) =>
    Object.entries(path).filter(([method]) => ['get', 'put', 'post', 'delete', 'patch'].includes(method)),
  );
  const ids = operations.map(([, operation]) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).not.toContain(undefined);
  for (const [, { responses }] of operations) expect(Object.keys(responses ?? {}).length).toBeGreaterThan(0);
  for (const [, pointer] of JSON.stringify(whole).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = pointer?.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], whole);
    expect(target, pointer).toBeDefined();
  }
});

it('shows the documentation from this host alone', async () => {
  const page = await fetch(`${office.url}/docs/`);
  expect(page.headers.get('content-security-policy')).not.toMatch(/https?:\/\/|\.io|upgrade-insecure/);
  const html = await page.text();
  expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
  for (const [, path] of html.matchAll(/(?:src|href)="\.?\/?(static\/[^"]+)"/g)) {
    expect((await fetch(`${office.url}/docs/${path}`)).status, path).toBe(200);
  }
});
