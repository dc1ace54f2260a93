/** An instant as a part of a file name that sorts and that every file system takes. */
export function stamp(instant: string): string {
  return instant.replace(/[:.]/g, '-');
}

/** The name under which a damaged file is kept, beside the one that takes its place. */
export function keptAsideName(name: string, now: string): string {
  return `${name}.corrupt-${stamp(now)}`;
}

export function isKeptAside(name: string): boolean {
  return /\.corrupt-\d{4}-/.test(name);
}
