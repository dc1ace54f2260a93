/** The entry that makes a Linux desktop start the program at login, without its window. */
export function autostartEntry(name: string, command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${[...command.map(quote), '--hidden'].join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Desktops turn an entry off by a line of their own instead of removing it. */
export function isAutostartOn(entry: string): boolean {
  // Further groups are actions of the entry, which have lines of the same names.
  const [group = ''] = /^\[Desktop Entry\][^]*?(?=^\[|$(?![^]))/m.exec(entry) ?? [];
  const value = (key: string) => new RegExp(`^${key}\\s*=\\s*(\\S+)`, 'm').exec(group)?.[1];
  return (
    value('Exec') !== undefined &&
    value('Hidden') !== 'true' &&
    value('X-GNOME-Autostart-enabled') !== 'false'
  );
}

/** The program that an entry starts, null if that cannot be told: then nothing is started. */
export function programOfEntry(entry: string): string | null {
  const line = /^Exec\s*=\s*(.*)$/m.exec(entry)?.[1]?.replace(/\\(.)/g, '$1');
  const word = /^"((?:[^"\\]|\\.)*)"|^(\S+)/.exec(line ?? '');
  const program = word?.[1]?.replace(/\\(.)/g, '$1') ?? word?.[2];
  return program?.replaceAll('%%', '%') ?? null;
}

/** The quoting of the Desktop Entry Specification: twice escaped, and a percent sign doubled. */
function quote(argument: string): string {
  const escaped = argument
    .replace(/[\\"`$]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%');
  return `"${escaped}"`;
}
