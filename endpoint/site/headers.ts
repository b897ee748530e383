/** What the site's pages are served with: no script, nothing from elsewhere, no frame. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
} as const;

export const feedHeaders = {
  'content-type': 'application/rss+xml; charset=utf-8',
  'x-content-type-options': 'nosniff',
} as const;

/** The folder to serve under `assetsPath`: the stylesheet and its fonts. */
export const assetsFolder = new URL('./assets/', import.meta.url);
