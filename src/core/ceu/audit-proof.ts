import type { Evidence } from './schema';
import type { AuditClaim, AuditPack } from './audit-pack';

/**
 * What is wrong with a certificate when a pack is made. gone: its file is not there; changed: it is not the file
 * that was attached; locked: it opens with a password only; unreadable: it is no whole PDF or picture.
 */
export type EvidenceFault = 'gone' | 'changed' | 'locked' | 'unreadable';

export const faultWords: Record<EvidenceFault, string> = {
  gone: 'missing from the data folder',
  changed: 'changed since it was attached, not in this pack',
  locked: 'locked with a password',
  unreadable: 'damaged, cannot be opened',
};

/** What stands in for a certificate that cannot be handed in would prove nothing: these are left out. */
export function isInPack({ fault }: { fault?: EvidenceFault | undefined }): boolean {
  return fault !== 'gone' && fault !== 'changed';
}

/** The pack with what was found of its files, by their hashes. */
export function withFaults<P extends Pick<AuditPack, 'claims'>>(
  pack: P,
  faults: ReadonlyMap<Evidence['sha256'], EvidenceFault>,
): P {
  if (faults.size === 0) return pack;
  const claims = pack.claims.map((claim) => ({
    ...claim,
    evidence: claim.evidence.map(({ fault: _, ...file }) => {
      const fault = faults.get(file.sha256);
      return fault ? { ...file, fault } : file;
    }),
  }));
  return { ...pack, claims };
}

export interface FaultyProof {
  claim: AuditClaim;
  file: AuditClaim['evidence'][number];
  fault: EvidenceFault;
}

/** The certificates that prove nothing as they are, in the order of the claims. */
export function faultyProof({ claims }: Pick<AuditPack, 'claims'>): FaultyProof[] {
  return claims.flatMap((claim) =>
    claim.evidence.flatMap((file) => (file.fault ? [{ claim, file, fault: file.fault }] : [])),
  );
}

/** How many claims that count no sound file proves. */
export function unprovedCount({ claims }: Pick<AuditPack, 'claims'>): number {
  return claims.filter((claim) => isOwed(claim) && !claim.evidence.some(isSound)).length;
}

/**
 * Whether a claim is to be proved: what is planned is not done, and what does not count (rejected, answered
 * with no, the same course again, from before certification) is listed and asks for nothing.
 */
export function isOwed({ counts }: Pick<AuditClaim, 'counts'>): boolean {
  return counts === 'yes';
}

function isSound({ fault }: AuditClaim['evidence'][number]): boolean {
  return fault === undefined;
}
