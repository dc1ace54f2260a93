import type { TableRow } from './table';

const entities: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—' },
  ...{
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    hellip: '…',
    reg: '®',
    trade: '™',
    copy: '©',
  },
};
const mostSpan = 60;

/**
 * The rows of the longest table in a piece of a web page, as it lies on the clipboard. Only text is taken:
 * scripts, styles and what is in tags are left out. One pass, whatever the text is.
 */
export function htmlTableRows(html: string): TableRow[] {
  const tables: string[][][] = [];
  const open: string[][][] = [];
  let cell: string | null = null;
  let span = 1;
  let at = 0;
  const endCell = () => {
    const row = open.at(-1)?.at(-1);
    if (cell !== null && row) {
      row.push(cell.replace(/\s+/g, ' ').trim(), ...Array<string>(span - 1).fill(''));
    }
    cell = null;
  };
  while (at < html.length) {
    const start = html.indexOf('<', at);
    const text = html.slice(at, start < 0 ? undefined : start);
    if (cell !== null) cell += decoded(text);
    if (start < 0) break;
    if (html.startsWith('<!--', start)) {
      at = after(html, '-->', start);
      continue;
    }
    const end = html.indexOf('>', start);
    if (end < 0) break;
    const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(start, start + 24));
    at = end + 1;
    const name = tag?.[2]?.toLowerCase() ?? '';
    const isEnd = tag?.[1] === '/';
    if (!isEnd && (name === 'script' || name === 'style')) {
      at = after(html, `</${name}`, at);
    } else if (name === 'table') {
      endCell();
      if (!isEnd) tables.push(open[open.push([]) - 1] ?? []);
      else open.pop();
    } else if (name === 'tr') {
      endCell();
      if (!isEnd) open.at(-1)?.push([]);
    } else if (name === 'td' || name === 'th') {
      endCell();
      if (!isEnd) {
        cell = '';
        const said = /\bcolspan\s*=\s*["']?(\d{1,3})/i.exec(
          html.slice(start, Math.min(end, start + 500)),
        );
        span = Math.min(mostSpan, Math.max(1, Number(said?.[1] ?? 1)));
      }
    } else if (cell !== null && /^(?:br|p|div|li)$/.test(name)) cell += ' ';
  }
  endCell();
  const [longest = []] = tables.sort((one, other) => other.length - one.length);
  return longest.map((cells, index) => ({ line: index + 1, cells }));
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (all, ...groups) => {
    const [decimal, hex, name] = groups as (string | undefined)[];
    if (name !== undefined) return entities[name.toLowerCase()] ?? all;
    const point = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    return isCharacter ? String.fromCodePoint(point) : '\ufffd';
  });
}
