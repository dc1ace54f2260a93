import { z } from 'zod';

// zod would compile its parsers with `Function`, which the content policy forbids. It decides when a schema
// is made, not when it is used, so this module is imported before any other.
z.config({ jitless: true });
