import { z } from 'zod';
import { ROLES } from '../people/permissions.ts';
import { AUDIENCES } from './vacancy.ts';

/** Statuses that the demonstration can bring a vacancy to. */
const STATUSES = ['draft', 'in-review', 'published', 'closed', 'cancelled'] as const;
export type DemonstrationStatus = (typeof STATUSES)[number];

const notice = z.strictObject({
  reference: z.string().regex(/^\d{6}$/, 'Expected six figures'),
  status: z.enum(STATUSES),
  deadlineInDays: z.int(),
  /** Of one in review: it is published by itself then. */
  publishInDays: z.int().positive().optional(),
  /** Applications are received until the post is filled, whatever the deadline printed. */
  openEnded: z.literal(true).optional(),
  audience: z.enum(AUDIENCES).optional(),
});

/** What a person says of themselves is for the applications to load; here it only has to be there in order. */
const person = z.strictObject({
  name: z.string().min(1),
  email: z.email(),
  language: z.enum(['en', 'fr']),
  roles: z.array(z.enum(ROLES)),
  nationalities: z.array(z.string().length(2)).optional(),
  languages: z.record(z.string(), z.string()).optional(),
});

export const DEMONSTRATION_FILE = z.strictObject({ notices: z.array(notice), people: z.array(person).min(1) });
export type Demonstration = z.output<typeof DEMONSTRATION_FILE>;
