import type { NoticeWords } from './words';

/**
 * The arguments of `org.freedesktop.Notifications.Notify` (Desktop Notifications Specification 1.2), in
 * the text form of GVariant. Without the hint of our desktop entry: GNOME Shell takes the notices of a
 * program that it knows away when that program leaves the bus, and the one who sends this ends at once.
 */
export function notifyArguments(
  { title, body }: Pick<NoticeWords, 'title' | 'body'>,
  { icon, readsMarkup }: { icon: string; readsMarkup: boolean },
): string[] {
  const text = readsMarkup ? withoutMarkup(body) : body;
  return [
    ...[quoted('Coder’s Almanac'), 'uint32 0', quoted(icon), quoted(title), quoted(text)],
    ...['@as []', '@a{sv} {}', 'int32 -1'],
  ];
}

/**
 * The body of a notice that outlives its sender: nobody hears a click on it, since services tell that to the sender
 * alone, so it says what to do instead.
 */
export function withWayToAnswer(body: string): string {
  return [body, 'Open Coder’s Almanac to answer.'].filter((line) => line !== '').join('\n');
}

/** Where a body may hold markup, these three signs must not stand for themselves. */
export function withoutMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A string as GVariant's text form writes it (GLib, “GVariant Text Format”). */
export function quoted(text: string): string {
  const escaped = text
    .replace(/[\\']/g, '\\$&')
    .replaceAll('\n', '\\n')
    // The other control signs; a zero byte could not even be handed to a program.
    // eslint-disable-next-line no-control-regex -- these are the ones meant
    .replace(/[\u0000-\u001f\u007f]/g, (sign) =>
      sign === '\u0000' ? '' : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return `'${escaped}'`;
}
