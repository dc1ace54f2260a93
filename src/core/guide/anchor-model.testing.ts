import type { TextSection } from './anchor';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export type Random = () => number;

export const upTo = (random: Random, count: number) => Math.floor(random() * count);
export const pick = <T>(random: Random, from: readonly T[]): T => from[upTo(random, from.length)]!;

const names = ['AHIMA', 'AAPC', 'ACDIS', 'the body', 'the hospital', 'a school', 'the auditor'];
const credentials = ['CCS', 'CCS-P', 'CPC', 'CIC', 'RHIT', 'RHIA', 'CCA', 'CDIP', 'CCDS'];
const numbers = ['10', '20', '30', '36', '40', '50', '60', '2', '3', '12'];
const months = ['October', 'April', 'January', 'July'];
const subjects = [
  'the principal diagnosis',
  'a secondary diagnosis',
  'the MS-DRG',
  'a procedure code',
];
const verbs = ['is assigned', 'is reviewed', 'is queried', 'is reported', 'is sequenced first'];
const records = ['the discharge summary', 'the operative note', 'the progress notes', 'the record'];
const whens = ['after discharge', 'before the claim is sent', 'at admission', 'within three days'];
const reasons = [
  'because the payer asks for it',
  'since the guideline says so',
  'as the query was answered',
  'if the physician documents it',
  'unless the record says otherwise',
];

/** One sentence. Many differ from others by one word only, as rules in a guide do. */
export function sentence(random: Random): string {
  const of = <T>(from: readonly T[]) => pick(random, from);
  const forms = [
    () => `${of(names)} needs ${of(numbers)} units for ${of(credentials)} in a cycle of two years`,
    () => `${of(credentials)} asks for ${of(numbers)} CEUs every two years`,
    () => `${of(subjects)} ${of(verbs)} ${of(whens)} ${of(reasons)}`,
    () => `The coder reads ${of(records)} and ${of(records)} ${of(whens)}`,
    () =>
      `New codes take effect on ${of(months)} 1, and ${of(subjects)} ${of(verbs)} ${of(reasons)}`,
    () => `An audit of ${of(numbers)} records shows that ${of(subjects)} ${of(verbs)} ${of(whens)}`,
    () => `The exam for ${of(credentials)} has ${of(numbers)} questions and costs $${of(numbers)}9`,
    () => `A query to ${of(names)} names ${of(records)}, ${of(reasons)}`,
  ];
  const text = of(forms)();
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

/** A block of sentences, or a list of lines made alike. */
export function block(random: Random): string {
  if (random() < 0.2) {
    const number = pick(random, numbers);
    const first = upTo(random, credentials.length);
    return Array.from({ length: 2 + upTo(random, 5) }, (_, index) => {
      return `${credentials[(first + index) % credentials.length]!} asks for ${random() < 0.7 ? number : pick(random, numbers)} CEUs every two years.`;
    }).join('\n');
  }
  return Array.from({ length: 1 + upTo(random, 5) }, () => sentence(random)).join(' ');
}

/** A unit of text that knows which one it is, so that the truth can be followed through any edit. */
export interface Unit {
  id: number;
  unit: string;
}

export interface ModelSection {
  id: string;
  units: Unit[];
}

/** A document as units. It knows nothing of anchors. */
export class ModelDocument {
  sections: ModelSection[] = [];
  #next = 1;

  units(text: string): Unit[] {
    return text.split('').map((unit) => ({ id: this.#next++, unit }));
  }

  texts(): TextSection[] {
    return this.sections.map(({ id, units }) => ({
      id,
      text: units.map(({ unit }) => unit).join(''),
    }));
  }

  /** Replaces `drop` units by a text. */
  replace(section: ModelSection, at: number, drop: number, text: string): void {
    section.units.splice(at, drop, ...this.units(text));
  }

  move(from: number, to: number): void {
    const [section] = this.sections.splice(from, 1);
    this.sections.splice(to, 0, section!);
  }

  split(index: number, at: number, id: string): void {
    const section = this.sections[index]!;
    this.sections.splice(index + 1, 0, { id, units: section.units.splice(at) });
  }

  /** The next section becomes the end of this one. */
  merge(index: number): void {
    const [next] = this.sections.splice(index + 1, 1);
    this.sections[index]!.units.push(...this.units('\n'), ...next!.units);
  }

  /** Where units of these ids lie now: per section, their offsets. */
  placesOf(ids: ReadonlySet<number>): { section: string; offsets: number[] }[] {
    return this.sections
      .map(({ id, units }) => ({
        section: id,
        offsets: units.flatMap((unit, offset) => (ids.has(unit.id) ? [offset] : [])),
      }))
      .filter(({ offsets }) => offsets.length > 0);
  }
}

const syllables = 'ba ce di fo gu la me ni po ru sa te vi wo zu stra plen drim cort fesk'.split(
  ' ',
);

/** A block of sentences that have nothing in common but the letters. */
export function plainBlock(random: Random): string {
  const word = () =>
    Array.from({ length: 1 + upTo(random, 3) }, () => pick(random, syllables)).join('');
  return Array.from({ length: 1 + upTo(random, 4) }, () => {
    return `${Array.from({ length: 5 + upTo(random, 10) }, word).join(' ')}.`;
  }).join(' ');
}

/** A document of sections of prose. */
export function someDocument(random: Random, makeBlock = block): ModelDocument {
  const document = new ModelDocument();
  const count = 1 + upTo(random, 5);
  for (let index = 0; index < count; index += 1) {
    const blocks = Array.from({ length: 1 + upTo(random, 6) }, () => makeBlock(random));
    document.sections.push({ id: `s${index}`, units: document.units(blocks.join('\n')) });
  }
  return document;
}
