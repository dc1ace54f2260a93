/** As PDF writes an instant, always in as many characters. */
const times = /\/(CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)/g;
/** As Chromium names the elements of a tagged PDF: by a count that runs through all pages of a process. */
const nodes = /\(node(\d{8})\)/g;

/**
 * The same PDF with all that differs from print to print made fixed, so that the same contents give the same
 * bytes: the day of its contents stands for the times at which it was made, and its elements are counted
 * from 1 in the order they have. Chromium writes no random id. All is replaced in place by as many
 * characters, since a PDF counts its bytes.
 */
export function withSameBytes(pdf: Uint8Array, day: string): Uint8Array {
  // One character for each byte, both ways.
  const text = Buffer.from(pdf).toString('latin1');
  const stamp = `(D:${day.replaceAll('-', '')}000000+00'00')`;
  const counted = [...new Set([...text.matchAll(nodes)].map(([, node]) => node))].sort();
  const numbers = new Map(counted.map((node, at) => [node, String(at + 1).padStart(8, '0')]));
  const fixed = text
    .replace(times, `/$1 ${stamp}`)
    .replace(nodes, (_, node: string) => `(node${numbers.get(node) ?? node})`);
  return Buffer.from(fixed, 'latin1');
}
