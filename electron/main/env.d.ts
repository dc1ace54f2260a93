/** Filled in at build time, so what belongs to the dev server is not even in the built program. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean };
}
