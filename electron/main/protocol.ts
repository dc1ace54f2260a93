import { protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { fileOf, typeOf } from './bundle-file';
import { bundleHost, contentPolicy, evidenceHost, evidencePolicy, scheme } from './policy';

export interface EvidenceFile {
  file: string;
  /** A media type of the few that are accepted as evidence. */
  type: string;
}

interface Sources {
  /** The folder of the built page. */
  bundle: string;
  /** The checked file of a certificate, null if the open library has none with this hash. */
  findEvidence: (sha256: string) => Promise<EvidenceFile | null>;
}

/** Must run before `ready`, so nothing may be awaited before it. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

export function serveScheme(sources: Sources): void {
  protocol.handle(scheme, (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET') return refuse(405);
    if (url.host === bundleHost) return serveBundle(sources.bundle, url);
    if (url.host === evidenceHost) return serveEvidence(sources, url);
    return refuse(404);
  });
}

async function serveBundle(root: string, url: URL): Promise<Response> {
  const file = fileOf(root, url.pathname);
  if (file === null) return refuse(400);
  const type = typeOf(file);
  if (type === null) return refuse(404);
  return serveFile(file, { 'content-type': type, 'content-security-policy': contentPolicy });
}

async function serveEvidence({ findEvidence }: Sources, url: URL): Promise<Response> {
  const [, sha256] = /^\/([0-9a-f]{64})$/.exec(url.pathname) ?? [];
  const found = sha256 === undefined ? null : await findEvidence(sha256);
  if (found === null) return refuse(404);
  return serveFile(found.file, {
    'content-type': found.type,
    'content-disposition': 'inline',
    'content-security-policy': evidencePolicy,
  });
}

async function serveFile(file: string, headers: Record<string, string>): Promise<Response> {
  try {
    const bytes = await readFile(file);
    return new Response(bytes, { headers: { ...headers, 'x-content-type-options': 'nosniff' } });
  } catch {
    return refuse(404);
  }
}

const refuse = (status: number) =>
  new Response(null, { status, headers: { 'content-security-policy': `default-src 'none'` } });
