/**
 * Reads a command line as systemd.service and systemd.unit say that systemd does: quotes, backslashes, and
 * percent and dollar signs that stand for themselves when doubled. Written for the tests alone.
 */
export function readSystemdLine(line: string): string[] {
  const words: string[] = [];
  let at = 0;
  while (at < line.length) {
    if (line[at] === ' ') at += 1;
    else {
      const end = line[at] === '"' ? '"' : ' ';
      if (end === '"') at += 1;
      let word = '';
      while (at < line.length && line[at] !== end) {
        const [sign, length] = readSign(line.slice(at, at + 2));
        word += sign;
        at += length;
      }
      at += 1;
      words.push(word);
    }
  }
  return words;
}

function readSign(pair: string): [sign: string, length: number] {
  if (pair === '\\n') return ['\n', 2];
  if (pair.startsWith('\\') || pair === '%%' || pair === '$$') return [pair[1] ?? '', 2];
  if (/^[%$]/.test(pair)) throw new Error(`systemd would put something in for “${pair}”`);
  return [pair[0] ?? '', 1];
}

/** The values of a key in a unit file. */
export function valuesOf(unit: string, key: string): string[] {
  return [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value]) => value ?? '');
}
