/** Each tag once, without the `#` that people type before it; those that differ only in case are one. */
export function tidyTags(tags: readonly string[]): string[] {
  const tidy = tags.map((tag) => tag.replace(/^[#\s]+/, '').trim()).filter((tag) => tag !== '');
  return tidy.filter(
    (tag, at) => tidy.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) === at,
  );
}

/** Tags as one types them into a field: apart by commas, or by `#` where there are no commas. */
export function readTags(text: string): string[] {
  const parts = text.includes(',') ? text.split(',') : text.split(/(?=#)/);
  return tidyTags(parts);
}
