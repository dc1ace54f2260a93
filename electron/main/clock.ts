/** The time of day as the program sees it; tests hand in their own. */
export interface Clock {
  /** The present instant in UTC, ISO 8601 with milliseconds. */
  now(): string;
  /** The IANA name of the zone the user lives in. */
  timeZone(): string;
}

/** The machine's clock; with `startAt` it starts at that instant and runs on from there. */
export function systemClock(startAt?: string): Clock {
  const shift = startAt === undefined ? 0 : Date.parse(startAt) - Date.now();
  if (Number.isNaN(shift)) throw new RangeError(`not an instant: ${startAt}`);
  return {
    now: () => new Date(Date.now() + shift).toISOString(),
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/**
 * Takes over the zone in which the machine is now. Electron's main process keeps the one in which it was started
 * (electron/electron#33723) until this variable is written: somebody who flies would be told by the clock at home.
 */
export function heedTimeZone(): void {
  const { TZ } = process.env;
  if (TZ === undefined) delete process.env['TZ'];
  else process.env['TZ'] = TZ;
}
