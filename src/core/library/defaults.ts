import type { Id, Instant } from './fields';
import type { Library } from './schema';

/** A library nobody has entered anything into. Written only into a folder that never held one. */
export function emptyLibrary(id: Id, now: Instant, isSample = false): Library {
  return {
    id,
    createdAt: now,
    isSample,
    settings: {
      theme: 'system',
      isWelcomed: false,
      isToldWhenClosed: null,
      usesCpt: false,
      sponsorAnswers: {},
      unitRounding: {},
      reminders: { leads: {}, at: '09:00', quiet: null },
    },
    bodies: {},
    holdings: {},
    cycles: {},
    overrides: {},
    activities: {},
    claims: {},
    evidence: {},
    deadlines: {},
    occurrences: {},
    adjustments: {},
    exams: {},
    preparations: {},
    programs: {},
    facts: {},
    highlights: {},
    bookmarks: {},
    cards: {},
    documents: {},
    importMappings: {},
    tombstones: {},
  };
}
