/** As PDF writes an instant, always in as many characters. */
const times = /\/(CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)/g;

/**
 * The same PDF with the day of its contents as the time at which it was made, so that the same contents give
 * the same bytes. Chromium writes nothing else that differs from print to print: no random id, and its
 * objects in the order of the page. The times are replaced in place by others of the same length, since a
 * PDF counts its bytes.
 */
export function withFixedTimes(pdf: Uint8Array, day: string): Uint8Array {
  // One character for each byte, both ways.
  const text = Buffer.from(pdf).toString('latin1');
  const stamp = `(D:${day.replaceAll('-', '')}000000+00'00')`;
  return Buffer.from(text.replace(times, `/$1 ${stamp}`), 'latin1');
}
