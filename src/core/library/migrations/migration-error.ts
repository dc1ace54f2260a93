// Apart from the steps, so that a library that needs none is opened without loading them and zod.

/** Names the step on which a migration broke, for the sentence and the log. */
export class MigrationError extends Error {
  constructor(
    readonly step: string,
    override readonly cause: unknown,
  ) {
    super(`migration ${step}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
