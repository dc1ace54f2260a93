/** Who serves the window's own files, and who serves the user's certificates. */
export const scheme = 'app';
export const bundleHost = 'bundle';
export const evidenceHost = 'att';
export const bundleOrigin = `${scheme}://${bundleHost}`;

/**
 * What the page may load and run: only our own files, no inline script or style, and markup only
 * through the three named Trusted Types policies. `almanac-worker` belongs to src/state/workers.ts.
 */
export const contentPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `worker-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data: blob: ${scheme}://${evidenceHost}`,
  `frame-src ${scheme}://${evidenceHost}`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `object-src 'none'`,
  `require-trusted-types-for 'script'`,
  `trusted-types svelte-trusted-html dompurify almanac-worker`,
].join('; ');

/** A certificate may be looked at and nothing else, whatever is in it. */
export const evidencePolicy = [
  `sandbox`,
  `default-src 'none'`,
  `img-src 'self'`,
  `style-src 'unsafe-inline'`,
  `frame-ancestors ${bundleOrigin}`,
].join('; ');

/**
 * Whether a page at this address is our own. Compared part by part, since `startsWith` would accept
 * `app://bundle.example.com`. `origin` is the origin of our page; it differs only under the dev server.
 */
export function isOwnPage(address: string, origin: string): boolean {
  try {
    const url = new URL(address);
    const own = new URL(origin);
    return (
      url.protocol === own.protocol &&
      url.host === own.host &&
      url.username === '' &&
      url.password === ''
    );
  } catch {
    return false;
  }
}
