import type { Day, Id, Units } from '../library/fields';
import type { Source } from '../reference/schema';
import { isInPack, isOwed, type EvidenceFault } from './audit-proof';
import type { ClaimState, Evidence, Override } from './schema';

/** All that an audit pack says, as plain data: the page, the table and the list of files are made of it alone. */
export interface AuditPack {
  body: string;
  bodyName: string;
  /** Names of the credentials that the cycle renews. */
  credentials: readonly string[];
  cycle: { start: Day; end: Day };
  /** The cycle's own end, or the one that the user recorded, and that record in a sentence (else empty). */
  endsOn: Day;
  endRecord: string;
  /** The day the pack speaks for: what is still to come on it does not count yet. */
  on: Day;
  summary: {
    required: Units | null;
    counted: Units;
    planned: Units;
    lacking: Units | null;
    state: 'met' | 'not-met' | 'cannot-tell';
    /** The user's own word on the total, beside the standard figure. */
    ownWords: readonly string[];
  };
  /** Credentials added or given up inside the cycle, each in a sentence. */
  changes: readonly string[];
  opening: { units: Units; note: string };
  rules: readonly AuditRule[];
  /** One a claim, as they are to be listed. */
  claims: readonly AuditClaim[];
}

export interface AuditRule {
  title: string;
  state: 'met' | 'not-met' | 'cannot-tell';
  /** Asked for: the user's figure if there is one, else the standard one. */
  required: Units | null;
  standard: Units | null;
  counted: Units;
  note: string;
  /** The user's own word, which never hides the standard: as data, and in sentences. */
  own: Pick<Override, 'units' | 'applies' | 'reason' | 'note'> | null;
  ownWords: readonly string[];
  source: Pick<Source, 'title' | 'url' | 'checkedOn' | 'confidence'> | null;
}

export interface AuditClaim {
  id: Id;
  title: string;
  completedOn: Day;
  sponsor: string;
  indexNumber: string;
  units: Units;
  state: ClaimState;
  /** planned: it will once its day has come, or it is earned. */
  counts: 'yes' | 'planned' | 'no';
  /** Why it counts or not, in words. */
  why: string;
  note: string;
  evidence: readonly AuditFile[];
}

/** A certificate, and what is wrong with it where the pack was made. */
export interface AuditFile extends Pick<Evidence, 'sha256' | 'name' | 'bytes' | 'kind'> {
  fault?: EvidenceFault;
}

/** Claims that count and for which no file is there: what an auditor asks for first. */
export function missingProof({ claims }: Pick<AuditPack, 'claims'>): AuditClaim[] {
  return claims.filter((claim) => claim.evidence.length === 0 && isOwed(claim));
}

export interface PackFile {
  name: string;
  claim: Id;
  sha256: string;
  bytes: number;
}

const extensions: Record<Evidence['kind'], string> = {
  pdf: 'pdf',
  png: 'png',
  jpeg: 'jpg',
  txt: 'txt',
};
export const certificatesFolder = 'certificates';

/**
 * The files of a pack with names that a person can read and any system can hold: `2026-10-01 Sepsis queries -
 * certificate.pdf`. Every name is there once, also where case does not count; the order of the claims decides
 * nothing. A file that proves two claims is there for each of them; one that is gone or was changed is not there.
 */
export function packFiles({ claims }: Pick<AuditPack, 'claims'>): PackFile[] {
  const wanted = claims.flatMap(({ id, title, completedOn, evidence }) =>
    evidence.filter(isInPack).map(({ sha256, bytes, kind }) => ({
      ...{ claim: id, sha256, bytes, end: `.${extensions[kind]}` },
      stem: `${completedOn} ${cleanName(title) || 'activity'} - certificate`,
    })),
  );
  const taken = new Set<string>();
  return wanted
    .sort((one, other) => compare(one.stem, other.stem) || compare(key(one), key(other)))
    .map(({ stem, end, claim, sha256, bytes }) => {
      let name = `${stem}${end}`;
      for (let nth = 2; taken.has(folded(name)); nth += 1) name = `${stem} (${nth})${end}`;
      taken.add(folded(name));
      return { name: `${certificatesFolder}/${name}`, claim, sha256, bytes };
    });
}

const key = ({ sha256, claim }: { sha256: string; claim: Id }) => `${sha256} ${claim}`;
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
const folded = (name: string) => name.normalize('NFKC').toLowerCase();

/** File systems allow 255 bytes of a name; day, ending and number need some, and paths are short on Windows. */
const mostNameBytes = 120;

/**
 * A title as part of a file name: without what no system allows (slashes, `:*?"<>|`, control and direction
 * marks, dots and spaces at the ends), and cut between characters.
 */
export function cleanName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[/\\:*?"<>|]/g, ' ')
    .replace(/\.{2,}/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  let name = '';
  let bytes = 0;
  for (const character of plain) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (bytes > mostNameBytes) break;
    name += character;
  }
  return name.replace(/[. ]+$/, '');
}
