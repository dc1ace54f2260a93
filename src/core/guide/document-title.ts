/** Only the beginning is looked at, in characters: a title stands at the top. */
const looksAt = 64 * 1024;
const longest = 300;
/** No heading is longer; a pattern that meets a line of blanks would be slow on one that is. */
const longestLine = 1000;

const fence = /^ {0,3}(`{3,}|~{3,})/;
const hashes = /^ {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;

/**
 * What a text of the user's own is called: its first heading, found in the first 64 KB, else the name of its
 * file without the ending. Line by line rather than by a Markdown reader, which a hostile text can keep busy.
 */
export function documentTitle(text: string, file: string): string {
  return headingOf(text.slice(0, looksAt)) ?? (shorten(file.replace(/\.[^.]+$/, '')) || file);
}

function headingOf(text: string): string | null {
  let open: string | null = null;
  let above = '';
  for (const whole of bodyOf(text.split(/\r\n|[\n\r]/))) {
    const line = whole.slice(0, longestLine);
    const mark = fence.exec(line)?.[1] ?? null;
    if (open !== null) {
      if (mark?.startsWith(open)) open = null;
      continue;
    }
    open = mark;
    const title = plain(hashes.exec(line)?.[1] ?? (underline.test(line) ? above : ''));
    if (title !== '') return title;
    above = mark === null && /^ {0,3}[^\s>]/.test(line) ? line : '';
  }
  return null;
}

/** What follows the front matter, whose comments look like headings. */
function bodyOf(lines: string[]): string[] {
  if (lines[0]?.trimEnd() !== '---') return lines;
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line));
  return end < 0 ? lines : lines.slice(end + 1);
}

/** Without the marks of emphasis, code and links: a title is read in lists, as plain text. */
function plain(heading: string): string {
  const words = heading
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[*`]|\p{Cc}|\p{Cf}|\p{Cs}/gu, '');
  return shorten(words.replace(/^_+|_+$/g, ''));
}

function shorten(text: string): string {
  return text.trim().slice(0, longest).trim();
}
