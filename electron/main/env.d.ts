/** Filled in at build time, so what belongs to the dev server is not even in the built program. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean };
}

/** A text of the program, built in. */
declare module '*.md?raw' {
  const text: string;
  export default text;
}
