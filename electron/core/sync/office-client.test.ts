import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '../../../shared/contract/office.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { normalizeEndpoint, OfficeClient } from './office-client.ts';

let server: Server | undefined;

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}
afterEach(async () => {
  const stopping = server;
  server = undefined;
  stopping?.closeAllConnections();
  await new Promise<void>((resolve) => (stopping === undefined ? resolve() : stopping.close(() => resolve())));
});

const ours = { 'x-toasoan-protocol': String(PROTOCOL_VERSION), 'content-type': 'application/json' };

async function codeOf(endpoint: string, timeoutMs?: number): Promise<string> {
  const client = new OfficeClient({ endpoint, token: 'secret', timeoutMs });
  return client.about().then(
    () => 'no error',
    (error: AppError) => error.code,
  );
}

describe('what a network can do', () => {
  it('an endpoint that is down is unreachable, and the text names its address', async () => {
    const endpoint = await serve(() => {});
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    const error = await new OfficeClient({ endpoint }).about().catch((thrown: AppError) => thrown);
    expect(error).toMatchObject({ code: 'endpoint-unreachable', retryable: true, details: { endpoint } });
  });

  it('one that never answers, or stops in the middle of an answer, is too slow', async () => {
    expect(await codeOf(await serve(() => {}), 50)).toBe('endpoint-timeout');
    const halfway = await serve((_request, response) => {
      response.writeHead(200, ours);
      response.write('{"product":');
    });
    expect(await codeOf(halfway, 200)).toBe('endpoint-timeout');
  });

  it('one that cuts the line in the middle of an answer is unreachable', async () => {
    const endpoint = await serve((_request, response) => {
      response.writeHead(200, { ...ours, 'content-length': '1000' });
      response.write('{"product":', () => response.destroy());
    });
    expect(await codeOf(endpoint)).toBe('endpoint-unreachable');
  });

  it('a page of HTML is not ours, whatever its status', async () => {
    for (const status of [200, 404, 502]) {
      const endpoint = await serve((_request, response) => {
        response.writeHead(status, { 'content-type': 'text/html' });
        response.end('<!doctype html><title>Đăng nhập Wi-Fi</title>');
      });
      expect(await codeOf(endpoint)).toBe('endpoint-not-ours');
      await new Promise((resolve) => server?.close(resolve));
    }
  });

  it('a redirect to a sign-in page is not followed with the token', async () => {
    const asked: string[] = [];
    const endpoint = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(302, { location: '/login' });
      response.end();
    });
    expect(await codeOf(endpoint)).toBe('endpoint-not-ours');
    expect(asked).toEqual(['/v1/about']);
  });

  it('garbage, other JSON, and endless answers with our header are not ours', async () => {
    const answers = ['{"product":', '{"product":"khác"}', 'null', '[]'];
    for (const answer of answers) {
      const endpoint = await serve((_request, response) => {
        response.writeHead(200, ours);
        response.end(answer);
      });
      expect(await codeOf(endpoint)).toBe('endpoint-not-ours');
      await new Promise((resolve) => server?.close(resolve));
    }
    const endless = await serve((_request, response) => {
      response.writeHead(200, ours);
      const chunk = ' '.repeat(1024 * 1024);
      const pour = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pour);
      pour();
    });
    expect(await codeOf(endless)).toBe('endpoint-not-ours');
  });

  it('another version of the protocol is named', async () => {
    const endpoint = await serve((_request, response) => {
      response.writeHead(200, { ...ours, 'x-toasoan-protocol': '7' });
      response.end('{}');
    });
    const error = await new OfficeClient({ endpoint }).about().catch((thrown: AppError) => thrown);
    expect(error).toMatchObject({ code: 'endpoint-version-unknown', details: { endpoint, found: '7' } });
  });

  it('an error of ours comes with its code, and one that is not known still says what it said', async () => {
    const answer = (code: string) => async (): Promise<string> => {
      const endpoint = await serve((_request, response) => {
        response.writeHead(401, ours);
        response.end(JSON.stringify({ error: { code, message: 'Tomorrow’s words', details: {} } }));
      });
      return codeOf(endpoint);
    };
    expect(await answer('not-signed-in')()).toBe('not-signed-in');
    await new Promise((resolve) => server?.close(resolve));
    expect(await answer('of-a-later-version')()).toBe('internal');
  });

  it('answers of a push that are not well formed are left out', async () => {
    const endpoint = await serve((request, response) => {
      request.resume();
      response.writeHead(200, ours);
      const id = '0193a7c2-f1e4-7000-8000-000000000001';
      response.end(
        JSON.stringify({ answers: [{ id, result: 'accepted', seq: 'x' }, 7, { id, result: 'duplicate', seq: 4 }] }),
      );
    });
    const { answers } = await new OfficeClient({ endpoint }).push({ entries: [] });
    expect(answers).toEqual([{ id: '0193a7c2-f1e4-7000-8000-000000000001', result: 'duplicate', seq: 4 }]);
  });
});

it.each([
  ['toasoan.example', 'https://toasoan.example'],
  [' https://toasoan.example/ ', 'https://toasoan.example'],
  ['https://anlac.example/toasoan/?x=1', 'https://anlac.example/toasoan'],
  ['127.0.0.1:4100', 'http://127.0.0.1:4100'],
  ['10.0.0.5:4100', 'http://10.0.0.5:4100'],
  ['localhost:4100', 'http://localhost:4100'],
])('reads the address %s as %s', (typed, address) => {
  expect(normalizeEndpoint(typed)).toBe(address);
});

it.each(['', 'file:///etc/passwd', 'https://'])('refuses %j as an address', (typed) => {
  expect(() => normalizeEndpoint(typed)).toThrow(expect.objectContaining({ code: 'endpoint-unreachable' }));
});
