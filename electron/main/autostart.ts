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
  const value = (key: string) => new RegExp(`^${key}\\s*=\\s*(\\S+)`, 'm').exec(entry)?.[1];
  return (
    value('Exec') !== undefined &&
    value('Hidden') !== 'true' &&
    value('X-GNOME-Autostart-enabled') !== 'false'
  );
}

/** The quoting of the Desktop Entry Specification: twice escaped, and a percent sign doubled. */
function quote(argument: string): string {
  const escaped = argument
    .replace(/[\\"`$]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%');
  return `"${escaped}"`;
}
