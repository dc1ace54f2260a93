import fc from 'fast-check';
import { z } from 'zod';
import { BodyId, Evidence, Holding } from '../ceu/schema';
import { MappingId, RowId } from '../ceu/import/schema';
import { Command, type CommandType } from './commands';
import { Fact, FactValue } from '../programs/schema';
import { Day, Id, Instant, WallTime } from './fields';
import { collections, type Collection, type Library } from './schema';

const day = fc
  .record({
    year: fc.integer({ min: 2022, max: 2029 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, date }) => {
    const two = (part: number) => String(part).padStart(2, '0');
    return `${year}-${two(month)}-${two(date)}`;
  });
// Few, so that the same file is attached again.
const sha256 = fc.constantFrom(...['a', 'b', 'c'].map((digit) => digit.repeat(64)));
/** Stands for a record that is there when the command is dispatched: see `aimed`. */
const aim = /^aim-(\d+)$/;
const id = fc.oneof(
  { weight: 15, arbitrary: fc.nat({ max: 30 }).map((number) => `aim-${number}`) },
  {
    weight: 1,
    arbitrary: fc
      .string({ minLength: 1, maxLength: 120 })
      .filter((text) => !(text in Object.prototype)),
  },
);

const factValue = fc.oneof(
  fc.nat({ max: 100_000_000 }).map((cents) => ({ kind: 'money', cents })),
  fc.nat({ max: 500 }).map((count) => ({ kind: 'count', count })),
  fc.boolean().map((isSo) => ({ kind: 'yes-no', isSo })),
  day.map((one) => ({ kind: 'day', day: one })),
  fc.constantFrom(
    { kind: 'included' },
    { kind: 'choice', choice: 'online' },
    { kind: 'choice', choice: 'none of these' },
    { kind: 'credentials', credentials: ['ccs', 'cic'] },
    { kind: 'credentials', credentials: ['none'] },
    { kind: 'text', text: 'Five days' },
  ),
);

/** Fields whose form a schema cannot tell, by the schema itself. */
const known = new Map<z.ZodType, fc.Arbitrary<unknown>>([
  [Id, id],
  [Day, day],
  [WallTime, fc.constantFrom('00:00', '07:30', '09:00', '23:59')],
  [Instant, day.map((text) => `${text}T12:00:00.000Z`)],
  [BodyId, fc.constantFrom('ahima', 'aapc', 'acdis', 'my own body')],
  [Holding.shape.credential, fc.constantFrom('ccs', 'rhit', 'rhia', 'cic', 'cpma', 'ccds', 'none')],
  [Evidence.shape.sha256, sha256],
  [
    Fact.shape.fact,
    fc.constantFrom(
      'tuition',
      'books',
      'weeks',
      'teaches-pcs',
      'credential',
      'format',
      'refund',
      'starts',
    ),
  ],
  [FactValue, factValue],
  // Few, so that a row is imported again.
  [
    RowId,
    fc
      .constantFrom('a', 'b', 'c', 'd')
      .map((digit) => `${digit.repeat(8)}-0000-5000-8000-000000000000`),
  ],
  [
    MappingId,
    fc
      .constantFrom('e', 'f')
      .map((digit) => `mapping:${digit.repeat(8)}-0000-5000-8000-000000000000`),
  ],
]);

/** Values that a schema accepts, worked out from the schema, so that a new field or command is tried too. */
export function valuesOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const own = known.get(schema);
  if (own) return own;
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.ZodType>;
    const isRequired = ([, field]: [string, z.ZodType]) => !(field instanceof z.ZodOptional);
    return fc.record(
      Object.fromEntries(Object.entries(shape).map(([key, field]) => [key, valuesOf(field)])),
      {
        requiredKeys: Object.entries(shape)
          .filter(isRequired)
          .map(([key]) => key),
        noNullPrototype: true,
      },
    );
  }
  if (schema instanceof z.ZodOptional) {
    return fc.option(valuesOf(schema.unwrap() as z.ZodType), { nil: undefined });
  }
  if (schema instanceof z.ZodNullable) return fc.option(valuesOf(schema.unwrap() as z.ZodType));
  if (schema instanceof z.ZodArray) {
    return fc.array(valuesOf(schema.element as z.ZodType), { maxLength: 3 });
  }
  if (schema instanceof z.ZodRecord) {
    const key = valuesOf(schema.keyType as z.ZodType) as fc.Arbitrary<string>;
    return fc.dictionary(key, valuesOf(schema.valueType as z.ZodType), {
      maxKeys: 3,
      noNullPrototype: true,
    });
  }
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) {
    return fc.integer({
      min: schema.minValue ?? -1000,
      max: Math.min(schema.maxValue ?? 1000, 20_000),
    });
  }
  if (schema instanceof z.ZodString) {
    const maxLength = Math.min(schema.maxLength ?? 40, 40);
    return fc.string({
      unit: 'grapheme',
      minLength: schema.minLength ?? 0,
      maxLength: Math.ceil(maxLength / 4),
    });
  }
  throw new Error(`no values for ${schema.def.type}`);
}

const options = Command.options as readonly z.ZodObject<{ type: z.ZodLiteral<CommandType> }>[];

/** Commands of every type but those left out. */
export function commands(...leftOut: CommandType[]): fc.Arbitrary<Command> {
  const arbitraries = options
    .filter((option) => !leftOut.includes(option.shape.type.value))
    .map((option) => valuesOf(option) as fc.Arbitrary<Command>);
  // Additions more often, so that there is something to edit and delete.
  const additions = options
    .filter((option) => /add|log|attach|fact\.set|import/.test(option.shape.type.value))
    .map((option) => valuesOf(option) as fc.Arbitrary<Command>);
  return fc.oneof(...arbitraries, ...additions);
}

const collectionOf: Record<string, Collection> = {
  activityId: 'activities',
  programId: 'programs',
  cycleId: 'cycles',
  holdings: 'holdings',
  holding: 'holdings',
  cycle: 'cycles',
  override: 'overrides',
  activity: 'activities',
  claim: 'claims',
  claims: 'claims',
  activities: 'activities',
  evidence: 'evidence',
  deadline: 'deadlines',
  occurrence: 'occurrences',
  program: 'programs',
  fact: 'facts',
  highlight: 'highlights',
  notes: 'highlights',
  bookmark: 'bookmarks',
  card: 'cards',
  document: 'documents',
  importMapping: 'importMappings',
  exam: 'exams',
  preparation: 'preparations',
  body: 'bodies',
};

/** The command with its `aim-7` made the id of a record of the right kind, and its dates in order. */
export function aimed(command: Command, library: Library): Command {
  const own =
    'collection' in command ? command.collection : collectionOf[command.type.split('.')[0] ?? ''];
  const idFor = (text: string, collection: Collection | undefined): string => {
    const at = aim.exec(text)?.[1];
    const isTrashWanted = command.type === 'trash.restore';
    const records = Object.values<{ id: string; deletedAt?: string | undefined }>(
      library[collection ?? collections[0]],
    );
    const wanted = records.filter(({ deletedAt }) => !isTrashWanted || deletedAt !== undefined);
    return at === undefined ? text : (wanted[Number(at) % wanted.length]?.id ?? text);
  };
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string')
      return idFor(value, key === 'id' || key === 'ids' ? own : collectionOf[key]);
    if (Array.isArray(value)) return value.map((item: unknown) => walk(item, key));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.fromEntries(
      Object.entries(value).map(([name, field]) => [name, walk(field, name)]),
    );
    const { start, end } = fields;
    const isBackwards = typeof start === 'string' && typeof end === 'string' && end < start;
    return isBackwards ? { ...fields, start: end, end: start } : fields;
  };
  return walk(command, '') as Command;
}
