import type { Language } from '../../platform/language.ts';
import type { Doubt, DoubtKind, FieldPath, Lines, NoticeRecord } from '../notice.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Section } from '../vocabulary-schema.ts';
import type { Block, Layout } from './paragraphs.ts';

/** Something read, and where it stood. */
export type Read<Value> = { readonly value: Value; readonly lines: Lines };

/** What one half says in words. */
export type HalfTexts = {
  title?: Read<string>;
  summary: Read<string>[];
  challenges: Read<string>[];
  essential: Read<string>[];
  desirable: Read<string>[];
  accountabilities: Read<{ heading: string; text: string }>[];
  interrelationships?: Read<string>;
  competencies: Read<{ name: string; indicator: string }>[];
  stages: Read<string>[];
  closingDuty?: Read<string>;
  introductions: Partial<Record<'essential' | 'desirable' | 'competencies', Read<string>>>;
  preamble: Read<string>[];
  requirements: Read<string>[];
  contract: Read<string>[];
  application: Read<string>[];
  additional: Read<string>[];
  otherFields: Read<{ label: string; value: string }>[];
  otherSections: Read<{ heading: string; paragraphs: string[] }>[];
  links: Read<string>[];
};

/** The facts of a notice, as one half gives them: both halves should agree. */
export type HalfFacts = {
  [Fact in FactName]?: Read<NonNullable<NoticeRecord[Fact]>>;
} & { clause?: Read<NonNullable<NoticeRecord['contract']['clause']>> };

export type FactName =
  | 'reference'
  | 'location'
  | 'body'
  | 'schedule'
  | 'deadline'
  | 'salary'
  | 'grades'
  | 'posts'
  | 'openEnded'
  | 'clearance'
  | 'languages'
  | 'directReports'
  | 'indirectReports';

/** Paragraphs that say yes by being there. */
export type HalfMarks = {
  budgetPending?: Lines;
  fastTrack?: Lines;
  twinGradeNote?: Lines;
  attachments: Read<NoticeRecord['attachments'][number]>[];
};

/** One half as it is being read: each section adds what it finds. */
export type HalfReading = {
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  readonly layout: Layout;
  readonly texts: HalfTexts;
  readonly facts: HalfFacts;
  readonly marks: HalfMarks;
  readonly doubts: Doubt[];
  /** Sections that hold a pointer to the other language in place of text. */
  readonly placeholders: Set<string>;
  /** Where the heading of each section stands. */
  readonly headings: Map<Section, Lines>;
};

export const emptyReading = (language: Language, vocabulary: Vocabulary, layout: Layout): HalfReading => ({
  language,
  vocabulary,
  layout,
  texts: {
    summary: [],
    challenges: [],
    essential: [],
    desirable: [],
    accountabilities: [],
    competencies: [],
    stages: [],
    preamble: [],
    requirements: [],
    contract: [],
    application: [],
    additional: [],
    otherFields: [],
    otherSections: [],
    links: [],
    introductions: {},
  },
  facts: {},
  marks: { attachments: [] },
  doubts: [],
  placeholders: new Set(),
  headings: new Map(),
});

export const asRead = ({ text, lines }: Block): Read<string> => ({ value: text, lines });

type DoubtDetails = { readonly lines: Lines; readonly values?: readonly string[] };

/** Notes a doubt of this half. */
export function doubt(reading: HalfReading, kind: DoubtKind, details: DoubtDetails & { field: FieldPath }): void {
  const { field, lines, values = [] } = details;
  reading.doubts.push({ kind, field, language: reading.language, lines, values });
}
