type Json = Record<string, unknown>;

/**
 * 1 -> 2: a claim becomes a record of its own, so that changing one is one patch and two machines can meet
 * over it; units and hours become whole hundredths, so that sums are exact.
 */
export function toVersion2(library: Json): Json {
  const activities: Json = {};
  const claims: Json = {};
  for (const [id, value] of entries(library['activities'])) {
    const { claims: own = [], hours, ...activity } = value;
    activities[id] = { ...activity, hours: hundredths(hours) };
    for (const claim of own as Json[]) {
      const claimId = `claim:${id}:${String(claim['body'])}`;
      claims[claimId] = {
        ...claim,
        id: claimId,
        activityId: id,
        units: hundredths(claim['units']),
        holdings: [],
        cycleId: null,
        createdAt: activity['createdAt'],
        updatedAt: activity['updatedAt'],
        ...(activity['deletedAt'] ? { deletedAt: activity['deletedAt'] } : {}),
      };
    }
  }
  const cycles = Object.fromEntries(
    entries(library['cycles']).map(([id, cycle]) => [
      id,
      { ...cycle, openingUnits: hundredths(cycle['openingUnits']), openingMarked: {} },
    ]),
  );
  const { theme, isWelcomed } = library['settings'] as Json;
  return {
    ...library,
    settings: { theme, isWelcomed, isToldWhenClosed: null, usesCpt: false },
    activities,
    claims,
    cycles,
    overrides: {},
    occurrences: {},
    tombstones: {},
  };
}

function entries(records: unknown): [string, Json][] {
  return Object.entries((records ?? {}) as Record<string, Json>);
}

function hundredths(units: unknown): number {
  return Math.round(Number(units) * 100);
}
