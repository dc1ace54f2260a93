type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** What a change says, without the fields that it leaves as they are. */
export function defined<T extends object>(changes: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
