/**
 * What the page may do, said by headers in both shells: run its own scripts, show its own pictures, speak to its own
 * desk, and nothing else. Styles are files of ours, or carry the nonce that each answer of the page draws anew (the
 * component library adds one small style element and reads the nonce from a meta element).
 */
import { randomBytes } from 'node:crypto';

const NONCE_BYTES = 16;

export function makeNonce(): string {
  return randomBytes(NONCE_BYTES).toString('base64');
}

/** `connect`: what the page may speak to besides its own origin, such as `ws://127.0.0.1:4000`. */
export function contentSecurityPolicy({ nonce, connect = '' }: { nonce: string; connect?: string }): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self' ${connect}`.trim(),
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "worker-src 'self'",
  ].join('; ');
}

/** Headers of every answer, whatever it carries. */
export const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), payment=()',
} as const;

/** Tells the page its nonce, where the component library looks for it. */
export function withNonce(html: string, nonce: string): string {
  return html.replace('<head>', `<head><meta name="csp-nonce" nonce="${nonce}">`);
}
