/** The fields that a certificate can say about an activity. */
export type CertificateField = 'title' | 'sponsor' | 'completedOn' | 'units' | 'indexNumber';
/** Labels of what stands on certificates besides: their values are none of ours. */
export type LabelKind = CertificateField | 'other';

const things = ['course', 'program', 'activity', 'session', 'event', 'webinar', 'presentation'];
const each = (...forms: string[]) =>
  forms.flatMap((form) => things.map((thing) => form.replace('*', thing)));

/** In the words of certificates; “number” also stands for “no.” and “#”, and each may be in the plural. */
const words: Record<LabelKind, readonly string[]> = {
  title: [
    ...each('* title', 'title of *', 'title of the *', '* name', 'name of *', '*'),
    ...['title', 'educational activity', 'topic', 'subject', 'training'],
  ],
  sponsor: [
    ...['sponsor', 'sponsor name', 'sponsored by', 'sponsoring organization', 'provider'],
    ...['provider name', 'education provider', 'approved provider', 'provided by', 'vendor'],
    ...['presented by', 'offered by', 'hosted by', 'host', 'organization', 'organisation'],
    ...['conducted by', 'organizer', 'organized by', 'institution'],
  ],
  completedOn: [
    ...each('* date', 'date of *', 'date of the *'),
    ...['date', 'completion date', 'date of completion', 'date completed', 'completed on'],
    ...['date of attendance', 'attendance date', 'date attended', 'attended on', 'date earned'],
    ...['date taken', 'date viewed', 'training date', 'date of training', 'completed'],
  ],
  units: [
    ...['ceu', 'number of ceus', 'ceus awarded', 'ceus earned', 'total ceus', 'ceu credit'],
    ...['ceu value', 'ceu hour', 'continuing education unit', 'continuing education hour'],
    ...['continuing education credit', 'ce credit', 'ce hour', 'ce unit', 'ce', 'credit'],
    ...['credits awarded', 'credits earned', 'number of credits', 'total credits', 'credit hour'],
    ...[
      'contact hour',
      'clock hour',
      'hour',
      'total hours',
      'hours awarded',
      'unit',
      'units awarded',
    ],
  ],
  indexNumber: [
    ...['index number', 'index', 'ceu index number', 'approval number', 'approval code'],
    ...['ceu approval number', 'program approval number', 'ceu number', 'accreditation number'],
    ...each('* number', '* id', '* code'),
  ],
  other: [
    ...['certificate number', 'certificate id', 'date issued', 'issue date', 'date of issue'],
    ...['issued on', 'issued', 'expiration date', 'expires', 'expires on', 'valid until'],
    ...['date printed', 'printed on', 'registration date', 'start time', 'end time', 'time'],
    ...[
      'participant',
      'participant name',
      'name',
      'attendee',
      'attendee name',
      'learner',
      'member',
    ],
    ...['awarded to', 'presented to', 'member id', 'member number', 'id number', 'instructor'],
    ...[
      'speaker',
      'presenter',
      'faculty',
      'signature',
      'signed',
      'signed by',
      'authorized signature',
    ],
    ...['director', 'format', 'delivery', 'location', 'place', 'type', 'domain', 'category'],
    ...['address', 'phone', 'email', 'website', 'score', 'grade', 'status', 'date of birth'],
    ...['license number', 'credential', 'page', 'provider number', 'sponsor number'],
  ],
};

interface Label {
  kind: LabelKind;
  words: string;
  pattern: RegExp;
}

const labels: readonly Label[] = Object.entries(words)
  .flatMap(([kind, list]) =>
    list.map((label) => ({ kind: kind as LabelKind, words: label, pattern: patternOf(label) })),
  )
  .sort((one, other) => other.words.length - one.words.length);

function patternOf(label: string): RegExp {
  const spaced = label
    .replace(/ number$/, ' ?(?:number|num\\.?|no\\.?|№|#)')
    .replaceAll(' ', '\\s+')
    .replace('\\s+?', '\\s*');
  return new RegExp(
    `^${spaced}(?:e?s|\\(s\\))?(?:\\s*\\([^)]{1,40}\\))?(?:\\s*[:=]|\\s+[-–—]|\\s|$)`,
    'i',
  );
}

/** A label at the beginning of a text. */
export interface FoundLabel {
  kind: LabelKind;
  words: string;
  /** Whether a colon or dash parts it from what follows. */
  isMarked: boolean;
  /** What stands after it; empty where it stands alone. */
  rest: string;
}

/** The longest label that a text begins with, or null. */
export function labelOf(text: string): FoundLabel | null {
  // The abbreviation of the body that the number or the units are for may stand before it.
  return longestLabel(text) ?? longestLabel(text.replace(/^[A-Z]{2,8}\s+/, ''));
}

function longestLabel(text: string): FoundLabel | null {
  for (const { kind, words: label, pattern } of labels) {
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    const rest = text.slice(found.length).trim();
    return { kind, words: label, isMarked: /[:=–—-]$/.test(found), rest };
  }
  return null;
}
