import { z } from 'zod';
import { code, distinct, listOrNone, localized, source } from './schema-parts.ts';

/** What a neighbour is told of, by the names of the webhooks. */
export const HAND_OVER_EVENTS = ['appointment.made', 'appointment.ended', 'contract.changed'] as const;
export type HandOverEvent = (typeof HAND_OVER_EVENTS)[number];

/**
 * All that can be handed over of an appointment, in the order of the documented record. Nothing medical is among it and nothing of
 * an accommodation: what has no name here can be mapped by nobody.
 */
export const HAND_OVER_FIELDS = [
  'applicationNumber',
  'vacancyReference',
  'postTitle',
  'grade',
  'higherGrade',
  'advancementFrom',
  'step',
  'salaryMinor',
  'salaryCurrency',
  'salaryPeriod',
  'contractClause',
  'contractClauseName',
  'personKind',
  'secondmentAuthority',
  'secondmentAgreedOn',
  'appointedOn',
  'startsOn',
  'probationEndsOn',
  'contractEndsOn',
  'latestEndOn',
  'endedOn',
  'givenNames',
  'familyName',
  'bornOn',
  'nationalities',
  'email',
  'dutyCountry',
  'dutyCity',
  'clearanceLevel',
  'clearanceValidUntil',
  'offerSha256',
] as const;
export type HandOverField = (typeof HAND_OVER_FIELDS)[number];

/** Under such a name nothing is handed over, whatever stands there: a reader would take it for what it says. */
const OF_HEALTH = /medic|health|sant[eé]|salud|disab|handicap|discapa|accommodation|amenagement|illness|maladie/i;

const name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, 'Expected a letter, then up to 63 letters, digits or _')
  .refine((written) => !OF_HEALTH.test(written), 'Nothing of somebody’s health or accommodation is handed over');

const neighbour = z
  .strictObject({
    code,
    name: localized,
    source,
    events: distinct(z.enum(HAND_OVER_EVENTS)),
    /** What leaves for this neighbour, and under which name it wants it: nothing else does. */
    fields: z.array(z.strictObject({ field: z.enum(HAND_OVER_FIELDS), as: name })).min(1),
  })
  .check(({ value: { fields }, issues }) => {
    for (const key of ['field', 'as'] as const)
      fields.forEach((one, index) => {
        if (fields.findIndex((other) => other[key] === one[key]) < index)
          issues.push({
            code: 'custom',
            input: one[key],
            path: ['fields', index, key],
            message: `“${one[key]}” stands here twice`,
          });
      });
  });

/** Who is told of an appointment, and of which parts of it; where to, and signed with what, an administrator sets in Concours. */
export const HAND_OVER_FILE = z.strictObject({
  source,
  /** For how many days what was delivered can still be looked at; null where the organisation has not decided. */
  keptDays: z.int('Expected a whole number of days, one or more').positive().max(365).nullable(),
  neighbours: listOrNone(neighbour),
});

export type Neighbour = z.output<typeof neighbour>;
