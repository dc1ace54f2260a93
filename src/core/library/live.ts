// Apart from the schema, so that the window's first screen can use it without loading zod.

/** The records of a collection that are not in the trash, in no order. */
export function live<T extends { deletedAt?: string | undefined }>(
  records: Record<string, T>,
): T[] {
  return Object.values(records).filter((record) => record.deletedAt === undefined);
}
