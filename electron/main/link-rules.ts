/** Windows opens nothing longer. */
const longestLink = 2081;

/**
 * The address to hand to the system, or null if it is refused. The system may run a program for any
 * other scheme, so only https and mailto are opened, and only in the form in which we understood them.
 */
export function checkLink(text: string): string | null {
  if (text.length > longestLink) return null;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  const isWeb = url.protocol === 'https:' && url.username === '' && url.password === '';
  const isMail = url.protocol === 'mailto:' && /^[^\s/\\?#]+@[^\s/\\?#]+$/.test(url.pathname);
  // An attachment named in a mail link would send a file of the user's along.
  if (!isWeb && !(isMail && !/[?&]attach/i.test(url.search))) return null;
  return url.href.length <= longestLink ? url.href : null;
}
