/** A source that is an address as a whole, with the name of its site to show; null for any other words. */
export function linkOf(source: string): { url: string; site: string } | null {
  const text = source.trim();
  if (!/^https:\/\/\S+$/i.test(text) || !URL.canParse(text)) return null;
  return { url: text, site: new URL(text).hostname.replace(/^www\./, '') };
}
