import { z } from 'zod';
import { PERSONS } from '../../regulations/organisation/contracts-schema.ts';
import { HAND_OVER_EVENTS, type HandOverField } from '../../regulations/organisation/hand-over-schema.ts';
import { FIELD_TEXTS } from './hand-over-record-texts.ts';

const text = z.string();
const day = z.iso.date();
const country = z.string().regex(/^[A-Z]{2}$/);
/** By language (ISO 639-1), as far as the notice has it. */
const texts = z.strictObject({ en: z.string().optional(), fr: z.string().optional() });

/** What each field of an appointment is; null where it is not known, or there is no such thing. */
const SHAPE = {
  applicationNumber: text,
  vacancyReference: text,
  postTitle: texts,
  grade: text.nullable(),
  higherGrade: text.nullable(),
  advancementFrom: day.nullable(),
  step: z.int().nullable(),
  salaryMinor: z.int().nullable(),
  salaryCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  salaryPeriod: z.enum(['monthly', 'annual', 'hourly']).nullable(),
  contractClause: text.nullable(),
  contractClauseName: texts.nullable(),
  personKind: z.enum(PERSONS).nullable(),
  secondmentAuthority: text.nullable(),
  secondmentAgreedOn: day.nullable(),
  appointedOn: day.nullable(),
  startsOn: day.nullable(),
  probationEndsOn: day.nullable(),
  contractEndsOn: day.nullable(),
  latestEndOn: day.nullable(),
  endedOn: day.nullable(),
  givenNames: text,
  familyName: text,
  bornOn: day.nullable(),
  nationalities: z.array(country),
  email: z.email(),
  dutyCountry: country.nullable(),
  dutyCity: text.nullable(),
  clearanceLevel: text.nullable(),
  clearanceValidUntil: day.nullable(),
  offerSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
} as const satisfies Record<HandOverField, z.ZodType>;

/** An appointment as it can be handed over. */
export const HAND_OVER_RECORD = z.strictObject(SHAPE);
export type HandOverRecord = z.output<typeof HAND_OVER_RECORD>;

/** Fields that say something of a person, and not only of a post. */
const OF_A_PERSON: readonly HandOverField[] = [
  'applicationNumber',
  'personKind',
  'secondmentAuthority',
  'givenNames',
  'familyName',
  'bornOn',
  'nationalities',
  'email',
  'clearanceLevel',
  'clearanceValidUntil',
];

const described = (field: HandOverField) =>
  SHAPE[field].meta({
    title: FIELD_TEXTS[field].name.en,
    description: FIELD_TEXTS[field].meaning.en,
    'x-personal': OF_A_PERSON.includes(field),
  });

/** The address at which the schema is read by programs. */
export const HAND_OVER_SCHEMA_PATH = '/schemas/hand-over-1.json';

/** The JSON Schema of the whole record; a neighbour gets the fields of its mapping alone, under the names that it wants. */
export const handOverJsonSchema = (publicUrl: string) => ({
  $id: `${publicUrl}${HAND_OVER_SCHEMA_PATH}`,
  ...z.toJSONSchema(
    z
      .strictObject(
        Object.fromEntries(
          (Object.keys(SHAPE) as HandOverField[]).map((field) => [field, described(field)]),
        ) as unknown as typeof SHAPE,
      )
      .meta({ title: 'Hand-over of an appointment, version 1' }),
  ),
});

/** What a webhook carries; `data` holds the fields of a mapping. */
export const HAND_OVER_MESSAGE = z.strictObject({
  type: z.enum(HAND_OVER_EVENTS),
  /** When it happened, not when it was sent. */
  timestamp: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
});
