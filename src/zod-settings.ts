import { config } from 'zod/v4/core';

// zod would compile its parsers with `Function`, which the content policy forbids. It decides when a schema
// is made, not when it is used, so this module is imported before any other. (The setting alone is small;
// zod itself comes with the screens that use it.)
config({ jitless: true });
