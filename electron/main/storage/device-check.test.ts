import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultDevice } from './device';
import { isAsWritten } from './device-check';
import { Device } from './device-schema';

const full: Device = {
  ...defaultDevice,
  bounds: { x: -5, y: 0, width: 1280, height: 800 },
  calendarView: 'year',
  reading: {
    ...defaultDevice.reading,
    ...{ chapter: 'audits', places: { audits: { section: 'a', part: 0.5 } } },
    ...{ read: { audits: ['a', 'b'] }, paper: 'a4', speed: 1.5, voice: 'Anna' },
  },
  notices: { 'own:1 2026-11-22 0': { attemptedAt: null, shownAt: null, attempts: 1 } },
  toldOfClosing: ['tray'],
};

test('what the program writes needs no schema', () => {
  for (const device of [defaultDevice, full]) {
    expect(isAsWritten(JSON.parse(JSON.stringify(device)) as Device)).toBe(true);
  }
});

/** Every place in a value, as a way to it. */
function placesIn(value: unknown, way: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...way, key]))];
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

function withAt(value: unknown, [key, ...rest]: string[], put: unknown): unknown {
  if (key === undefined) return put;
  if (isList(value)) return value.map((one, i) => (`${i}` === key ? withAt(one, rest, put) : one));
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Record<string, unknown>;
  return { ...record, [key]: withAt(record[key], rest, put) };
}

test('nothing is taken that the schema would refuse or change', () => {
  const odd = fc.oneof(
    fc.constantFrom(null, undefined, '', 'x', 'tray', 0, 1, -1, 0.5, 1e300, NaN, true, [], {}, [
      null,
    ]),
    fc.string({ maxLength: 400 }),
    fc.jsonValue(),
  );
  const places = placesIn(full).flatMap((way) => [way, [...way, 'more'], [...way, '']]);
  let taken = 0;
  fc.assert(
    fc.property(fc.constantFrom(...places), odd, (way, put) => {
      const device = withAt(full, way, put);
      if (typeof device !== 'object' || device === null) return;
      if (!isAsWritten(device as Record<string, unknown>)) return;
      taken += 1;
      expect(Device.parse(device)).toEqual(device);
    }),
    { numRuns: 3000 },
  );
  expect(taken).toBeGreaterThan(0);
});
