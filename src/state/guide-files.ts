const files = import.meta.glob<string>('../../content/guide/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The chapters' files as they are written, by chapter id. */
export const chapterFiles: readonly (readonly [id: string, text: string])[] = Object.entries(
  files,
).map(([path, text]) => [path.replace(/^.*\/|\.md$/g, ''), text]);
