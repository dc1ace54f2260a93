import { longestFileName } from '../../../src/core/guide/document-limits';

/** The text before the last change; what other files of the program's own are called begins with a dot. */
export const previousName = 'previous.md';

const kind = /\.(md|markdown|txt)$/i;
/** What Windows takes for a device, whatever follows the first dot. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** A folder takes names of up to 255 bytes, and a half-written file has a longer one for a moment. */
const mostBytes = 200;

/**
 * The name under which a text is kept: the last part of the name that it came with, without what no system
 * should find in one. Null if it does not end as a text does.
 */
export function documentFileName(name: string): string | null {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // Controls, invisible marks that turn or hide letters, halves of characters, separators of lines.
  const visible = last.normalize('NFC').replace(/\p{Cc}|\p{Cf}|\p{Cs}|[\u2028\u2029]/gu, '');
  const plain = visible.replace(/[<>:"|?*]/g, '-').trim();
  const ending = kind.exec(plain)?.[0];
  if (ending === undefined) return null;
  const stem = plain.slice(0, -ending.length).replace(/^[.\s]+|[.\s]+$/g, '') || 'document';
  const isTaken = device.test(stem) || `${stem}${ending}`.toLowerCase() === previousName;
  const room = longestFileName - ending.length;
  return `${cut(isTaken ? `_${stem}` : stem, room)}${ending}`;
}

/** Whether a name can be one that we gave: a library that was tampered with may name anything. */
export function isDocumentFileName(name: string): boolean {
  return documentFileName(name) === name;
}

/** By which a name is known again: some systems do not tell large letters from small ones. */
export function sameNameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** At a character's end, since half of one is no name. */
function cut(stem: string, mostUnits: number): string {
  let kept = '';
  for (const character of stem) {
    const longer = kept + character;
    if (longer.length > mostUnits || Buffer.byteLength(longer) > mostBytes) break;
    kept = longer;
  }
  return kept.trimEnd();
}
