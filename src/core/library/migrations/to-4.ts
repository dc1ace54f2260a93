import { withFields } from './with-fields';

type Json = Record<string, unknown>;

/**
 * 3 -> 4: cards, documents of the user's own and the remembered columns of imports come in. An activity can
 * have a cost, a credential a last day, an override a reason and the standard figure that was seen; what
 * sponsors count as is asked once, and hours become units as typed unless a rule is chosen. Claims say when they were reported, and cycles when they were closed; of the
 * older ones nobody said.
 */
export function toVersion4(library: Json): Json {
  return {
    ...library,
    settings: { ...(library['settings'] as Json), sponsorAnswers: {}, unitRounding: {} },
    holdings: withFields(library['holdings'], { endedOn: null }),
    cycles: withFields(library['cycles'], { closedOn: null }),
    overrides: withFields(library['overrides'], {
      ...{ applies: null, reason: 'own', standardUnits: null },
    }),
    activities: withFields(library['activities'], { cost: null }),
    claims: withFields(library['claims'], { reportedOn: null }),
    cards: {},
    documents: {},
    importMappings: {},
  };
}
