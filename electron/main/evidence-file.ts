import type { EvidenceFile } from './protocol';
import type { Session } from './session';

const types = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  txt: 'text/plain; charset=utf-8',
} as const;

/** Finds a certificate of the open library by its hash; the file only if its bytes still have that hash. */
export const findEvidence =
  (session: Session) =>
  async (sha256: string): Promise<EvidenceFile | null> => {
    const store = await session.settled();
    const evidence = store?.library.evidence[`evidence:${sha256}`];
    if (store === null || evidence === undefined) return null;
    const path = await store.evidencePath(evidence.id);
    return path.ok ? { file: path.value, type: types[evidence.kind] } : null;
  };
