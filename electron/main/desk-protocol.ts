/** toasoan://desk/: the page from its folder, and what the core keeps as files. Nothing else is answered. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { protocol } from 'electron';
import { DESK_ORIGIN, DESK_SCHEME } from '../../shared/contract/shell.ts';
import { emptyAnswer, type PageAnswer, readPage } from '../core/page/page-files.ts';
import { parseStoredPath, type StoredAddress, type StoredAnswer, storedHeaders } from '../core/page/stored-path.ts';

export const DESK_PAGE = `${DESK_ORIGIN}/index.html`;

/** Before the application is ready: the scheme gets an origin of its own, like https. */
export function registerDeskScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: DESK_SCHEME, privileges }]);
}

export function serveDeskProtocol(
  page: string,
  storedFile: (address: StoredAddress) => Promise<StoredAnswer | null>,
): void {
  protocol.handle(DESK_SCHEME, async (request) => {
    if (!request.url.startsWith(`${DESK_ORIGIN}/`)) return asResponse(emptyAnswer(404));
    if (request.method !== 'GET' && request.method !== 'HEAD') return asResponse(emptyAnswer(405));
    const [path = '/'] = request.url.slice(DESK_ORIGIN.length).split(/[?#]/, 1);
    const stored = parseStoredPath(path);
    if (stored === null) return asResponse(await readPage(page, path));
    const file = await storedFile(stored);
    return file === null ? asResponse(emptyAnswer(404)) : storedResponse(file);
  });
}

/** Whether an address is the page's own. */
export function isDeskPage(address: string): boolean {
  return address === DESK_PAGE || address.startsWith(`${DESK_PAGE}#`) || address.startsWith(`${DESK_PAGE}?`);
}

function asResponse({ status, headers, body }: PageAnswer): Response {
  return new Response(new Uint8Array(body), { status, headers });
}

async function storedResponse(file: StoredAnswer): Promise<Response> {
  const { size } = await stat(file.path);
  return new Response(Readable.toWeb(createReadStream(file.path)) as unknown as ReadableStream, {
    headers: { ...storedHeaders(file), 'content-length': `${size}` },
  });
}
