/** Filled in at build time, so what belongs to the dev server is not even in the built program. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean };
}

/** A text of the program, built in. */
declare module '*.md?raw' {
  const text: string;
  // eslint-disable-next-line house/named-exports -- the build tool gives a file's text this way alone
  export default text;
}
