import { z } from 'zod';
import type { FieldName } from './api-texts.ts';
import { EVENT_HEADS, LOG_CONSISTENCY, LOG_HEAD, LOG_HEADS, LOG_KEYS, LOG_REFUSAL } from './log-schemas.ts';

/** A part of an answer with the words that say what it holds: `open-api.ts` puts them in. */
const told = <Schema extends z.ZodType>(field: FieldName, schema: Schema): Schema => schema.meta({ field });

const INSTANT = told('instant', z.iso.datetime());
const TRANSLATED = z.object({ en: z.string().optional(), fr: z.string().optional() });
const LOCALIZED = z.object({ en: z.string(), fr: z.string() });
const byLanguage = <Item extends z.ZodType>(item: Item) => z.object({ en: z.array(item), fr: z.array(item) });
const TEXTS = byLanguage(z.string());
const CODED = z.object({ code: z.string(), name: TRANSLATED });

const NUMBER = z.int().nonnegative();
const POSTS = z.array(z.object({ count: NUMBER, grades: z.array(z.string()) }));
const LEVELS = z.object({ one: z.string(), other: z.string() });
const DOCUMENTS = z.array(
  z.object({
    kind: z.string(),
    maxPages: NUMBER.nullable(),
    pageSize: z.string().nullable(),
    formats: z.array(z.string()),
  }),
);

/** A `NoticeRecord`, as it is: nothing of it is left out. A test holds the two together. */
export const NOTICE = z.object({
  reference: z.string().nullable(),
  title: TRANSLATED,
  location: z.object({ country: z.string().nullable(), city: z.string() }).nullable(),
  body: z.string().nullable(),
  schedule: z.string().nullable(),
  deadline: z.object({ date: z.iso.date(), time: z.string().nullable() }).nullable(),
  salary: z.object({ amountMinor: NUMBER.nullable(), currency: z.string(), period: z.string().nullable() }).nullable(),
  grades: z.array(z.string()),
  posts: POSTS.optional(),
  openEnded: z.literal(true).optional(),
  clearance: z.string().nullable(),
  budgetPending: z.boolean(),
  fastTrack: z.boolean(),
  attachments: DOCUMENTS,
  summary: TEXTS,
  challenges: TEXTS,
  essential: TEXTS,
  desirable: TEXTS,
  languages: LEVELS.nullable(),
  accountabilities: byLanguage(z.object({ heading: z.string(), text: z.string() })),
  interrelationships: TRANSLATED,
  directReports: z.object({
    count: NUMBER.nullable(),
    breakdown: z.array(z.object({ unit: z.string(), count: NUMBER })),
  }),
  indirectReports: z.object({ count: NUMBER.nullable() }),
  competencies: byLanguage(z.object({ name: z.string(), indicator: z.string() })),
  contract: z.object({ clause: z.string().nullable(), twinGradeNote: z.boolean() }),
  provisionalSchedule: z.array(TRANSLATED),
  closingDuty: TRANSLATED,
  introductions: z.object({ essential: TRANSLATED, desirable: TRANSLATED, competencies: TRANSLATED }),
  otherText: z.object({
    preamble: TEXTS,
    requirements: TEXTS,
    contract: TEXTS,
    application: TEXTS,
    additional: TEXTS,
  }),
  otherFields: byLanguage(z.object({ label: z.string(), value: z.string() })),
  otherSections: byLanguage(z.object({ heading: z.string(), paragraphs: z.array(z.string()) })),
  links: TEXTS,
});

const LINKS = z.object({
  self: z.url(),
  pages: LOCALIZED,
  /** Where an application begins; only while it is open. */
  apply: LOCALIZED.nullable(),
  files: z.array(z.object({ format: z.string(), type: z.string(), url: z.url() })),
});

/** A vacancy in the list: the facts. */
export const VACANCY_SUMMARY = z.object({
  reference: told('reference', z.string()),
  title: told('title', TRANSLATED),
  open: told('open', z.boolean()),
  audience: told('audience', z.string()),
  body: CODED.nullable(),
  place: z.object({ city: z.string(), country: z.string().nullable(), name: TRANSLATED }).nullable(),
  deadline: told('deadline', z.object({ at: INSTANT, zone: told('zone', z.string()) }).nullable()),
  publishedAt: INSTANT,
  changedAt: told('changedAt', z.iso.datetime()),
  grades: told(
    'grades',
    z.object({ scheme: told('scheme', z.string()), codes: z.array(z.string()), posts: POSTS.nullable() }),
  ),
  salary: told(
    'salary',
    z
      .object({
        amountMinor: NUMBER.nullable(),
        currency: z.string(),
        minorDigits: NUMBER,
        period: z.string().nullable(),
      })
      .nullable(),
  ),
  clearance: told('clearance', CODED.extend({ scheme: told('scheme', z.string()) }).nullable()),
  languages: told(
    'languages',
    LEVELS.extend({ scheme: told('scheme', z.string()), official: z.array(z.string()) }).nullable(),
  ),
  contract: told(
    'contract',
    z.object({ clause: z.string(), headline: TRANSLATED, source: LOCALIZED.nullable() }).nullable(),
  ),
  links: told('links', LINKS),
});

/** A vacancy by itself: the facts, what is required, and the notice they were read from. */
export const VACANCY = VACANCY_SUMMARY.extend({
  nationality: told('nationality', LOCALIZED),
  requirements: told('requirements', z.object({ essential: TEXTS, desirable: TEXTS })),
  documents: told('documents', DOCUMENTS),
  corrections: told('corrections', z.array(z.object({ at: INSTANT, fields: z.array(z.string()), note: LOCALIZED }))),
  notice: told('notice', NOTICE),
});

const FACET = z.array(z.object({ value: z.string(), name: TRANSLATED, count: NUMBER }));

export const FACETS = z.object({
  body: FACET,
  place: FACET,
  grade: FACET,
  family: FACET,
  clause: FACET,
  level: FACET,
  closing: FACET,
  since: FACET,
});

/** What a program that keeps what it was told has to strike out. */
const GONE = z.object({
  reference: z.string(),
  reason: told('reason', z.enum(['closed', 'cancelled', 'other'])),
  changedAt: z.iso.datetime(),
  self: z.url(),
});

export const VACANCY_LIST = z.object({
  vacancies: z.array(VACANCY_SUMMARY),
  gone: told('gone', z.array(GONE)),
  next: told('next', z.url().nullable()),
  total: told('total', NUMBER.nullable()),
  corrections: told('taken', z.array(z.object({ typed: z.string(), taken: z.string() }))),
  facets: told('facets', FACETS.nullable()),
});

export const REGULATIONS = z.object({
  organisation: LOCALIZED,
  on: z.iso.date(),
  chapters: z.array(
    z.object({
      code: z.string(),
      title: LOCALIZED,
      pages: LOCALIZED,
      entries: z.array(
        z.object({
          rules: told('rules', z.array(z.string())),
          title: LOCALIZED,
          source: LOCALIZED,
          pages: LOCALIZED,
        }),
      ),
    }),
  ),
});

export const INDEX = z.object({
  version: z.string(),
  organisation: LOCALIZED,
  openapi: z.url(),
  documentation: LOCALIZED,
  vacancies: z.url(),
  regulations: z.url(),
});

/** What went wrong, where, and how to mend it (RFC 9457). */
export const PROBLEM = z.object({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ parameter: z.string(), detail: z.string() })).optional(),
});

/** Shapes that have a name in the description. */
export const NAMED = {
  Vacancy: VACANCY,
  VacancySummary: VACANCY_SUMMARY,
  VacancyList: VACANCY_LIST,
  Regulations: REGULATIONS,
  Index: INDEX,
  Problem: PROBLEM,
  LogKeys: LOG_KEYS,
  LogHead: LOG_HEAD,
  LogHeads: LOG_HEADS,
  LogConsistency: LOG_CONSISTENCY,
  EventHeads: EVENT_HEADS,
  LogRefusal: LOG_REFUSAL,
} as const;
export type SchemaName = keyof typeof NAMED;
