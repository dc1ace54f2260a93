import { extname, resolve, sep } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** The type to serve a file of our build as; a kind we do not build is not served. */
export function typeOf(file: string): string | null {
  return types[extname(file).toLowerCase()] ?? null;
}

/**
 * The file of our build that an address names, or null if it names none inside the folder. The URL
 * parser resolves `..` and `%2e%2e` but leaves `..%2f` as it is, so containment is checked after decoding.
 */
export function fileOf(root: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0')) return null;
  // Without this, a leading slash would make the path absolute and the root be ignored.
  const file = resolve(root, decoded.replace(/^[/\\]+/, ''));
  return file.startsWith(resolve(root) + sep) ? file : null;
}
