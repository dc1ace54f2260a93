// zod would compile its parsers with `Function`, which the content policy forbids. It decides when a schema
// is made, so this module is imported before any other. The setting is left where zod looks for it when it
// is loaded (what `z.config({ jitless: true })` writes): importing zod for it would load zod before the
// first screen, which needs none. The policy's test fails if zod ever looks elsewhere.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
