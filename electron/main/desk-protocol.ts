/** toasoan://desk/: the page from its folder, and the photos from the core. Nothing else is answered. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { protocol } from 'electron';
import { DESK_ORIGIN, DESK_SCHEME } from '../../shared/contract/shell.ts';
import { emptyAnswer, type PageAnswer, readPage } from '../core/page/page-files.ts';
import { securityHeaders } from '../core/page/page-security.ts';
import { PHOTO_CACHE, type PhotoAddress, parsePhotoPath } from '../core/page/photo-path.ts';
import type { PhotoFile } from '../core/photos/photos.ts';

export const DESK_PAGE = `${DESK_ORIGIN}/index.html`;

/** Before the application is ready: the scheme gets an origin of its own, like https. */
export function registerDeskScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: DESK_SCHEME, privileges }]);
}

export function serveDeskProtocol(page: string, photoFile: (address: PhotoAddress) => Promise<PhotoFile | null>): void {
  protocol.handle(DESK_SCHEME, async (request) => {
    if (!request.url.startsWith(`${DESK_ORIGIN}/`)) return asResponse(emptyAnswer(404));
    if (request.method !== 'GET' && request.method !== 'HEAD') return asResponse(emptyAnswer(405));
    const [path = '/'] = request.url.slice(DESK_ORIGIN.length).split(/[?#]/, 1);
    const photo = parsePhotoPath(path);
    if (photo === null) return asResponse(await readPage(page, path));
    const file = await photoFile(photo);
    return file === null ? asResponse(emptyAnswer(404)) : photoResponse(file);
  });
}

/** Whether an address is the page's own. */
export function isDeskPage(address: string): boolean {
  return address === DESK_PAGE || address.startsWith(`${DESK_PAGE}#`) || address.startsWith(`${DESK_PAGE}?`);
}

function asResponse({ status, headers, body }: PageAnswer): Response {
  return new Response(new Uint8Array(body), { status, headers });
}

async function photoResponse({ path, mime }: PhotoFile): Promise<Response> {
  const { size } = await stat(path);
  return new Response(Readable.toWeb(createReadStream(path)) as unknown as ReadableStream, {
    headers: {
      ...securityHeaders,
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': mime,
      'content-length': `${size}`,
      'cache-control': PHOTO_CACHE,
    },
  });
}
