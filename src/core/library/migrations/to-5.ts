import { withFields } from './with-fields';

type Json = Record<string, unknown>;

/**
 * 4 -> 5: exams, bodies of the user's own, preparations for a code-set date, and what was granted or confirmed of
 * a date come in. A date of the user's own can repeat; none of the older ones does. A credential can have a name of the user's own. Reminders come as they did.
 */
export function toVersion5(library: Json): Json {
  return {
    ...library,
    settings: {
      ...(library['settings'] as Json),
      reminders: { leads: {}, at: '09:00', quiet: null },
    },
    holdings: withFields(library['holdings'], { name: '' }),
    deadlines: withFields(library['deadlines'], { repeat: null }),
    bodies: {},
    adjustments: {},
    exams: {},
    preparations: {},
  };
}
