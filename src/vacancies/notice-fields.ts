import type { FieldPath, NoticeRecord } from '../notices/notice.ts';
import { SECTIONS } from '../notices/vocabulary-schema.ts';
import type { Language, Localized, Translated } from '../platform/language.ts';

/** The parts a notice is reviewed in: its header, its eight sections, and what stands in none of them. */
export const PARTS = ['header', ...SECTIONS, 'other'] as const;
export type Part = (typeof PARTS)[number];
export const isPart = (text: string): text is Part => (PARTS as readonly string[]).includes(text);

/** One paragraph, or one entry of a list; `heading` is empty where the field has none. */
export type Item = { readonly heading: string; readonly text: string };

/**
 * A field that stands in each language. As typed text, a `text` is one paragraph, a `list` one item a line, `blocks`
 * are a heading line with its text below and an empty line between, `pairs` one “name: indicator” a line.
 */
export type BilingualField = {
  readonly path: FieldPath;
  readonly shape: 'text' | 'list' | 'blocks' | 'pairs';
  readonly read: (notice: NoticeRecord, language: Language) => readonly Item[];
  readonly write: (notice: NoticeRecord, language: Language, items: readonly Item[]) => NoticeRecord;
};

type Texts = Localized<readonly string[]>;
const plain = (text: string): Item => ({ heading: '', text });
const textsOf = (items: readonly Item[]): string[] => items.map(({ text }) => text);

/** The text with a language put in place, or taken out where nothing is left of it. */
function withText(before: Translated, language: Language, [item]: readonly Item[]): Translated {
  const { [language]: _, ...others } = before;
  return item && item.text !== '' ? { ...others, [language]: item.text } : others;
}

const text = (
  path: FieldPath,
  get: (notice: NoticeRecord) => Translated,
  set: (notice: NoticeRecord, value: Translated) => NoticeRecord,
): BilingualField => ({
  path,
  shape: 'text',
  read: (notice, language) => [get(notice)[language]].flatMap((one) => (one ? [plain(one)] : [])),
  write: (notice, language, items) => set(notice, withText(get(notice), language, items)),
});

const list = (
  path: FieldPath,
  get: (notice: NoticeRecord) => Texts,
  set: (notice: NoticeRecord, value: Texts) => NoticeRecord,
): BilingualField => ({
  path,
  shape: 'list',
  read: (notice, language) => get(notice)[language].map(plain),
  write: (notice, language, items) => set(notice, { ...get(notice), [language]: textsOf(items) }),
});

const introduction = (key: keyof NoticeRecord['introductions']) =>
  text(
    `introductions.${key}`,
    (notice) => notice.introductions[key],
    (notice, value) => ({ ...notice, introductions: { ...notice.introductions, [key]: value } }),
  );

const otherText = (key: keyof NoticeRecord['otherText']) =>
  list(
    `otherText.${key}`,
    (notice) => notice.otherText[key],
    (notice, value) => ({ ...notice, otherText: { ...notice.otherText, [key]: value } }),
  );

const ownText = (key: 'title' | 'closingDuty' | 'interrelationships') =>
  text(
    key,
    (notice) => notice[key],
    (notice, value) => ({ ...notice, [key]: value }),
  );

const ownList = (key: 'summary' | 'challenges' | 'essential' | 'desirable' | 'links') =>
  list(
    key,
    (notice) => notice[key],
    (notice, value) => ({ ...notice, [key]: value }),
  );

const accountabilities: BilingualField = {
  path: 'accountabilities',
  shape: 'blocks',
  read: ({ accountabilities: both }, language) => both[language],
  write: (notice, language, items) => {
    const own = items.map((item) => ({ heading: item.heading, text: item.text.replaceAll('\n', ' ') }));
    return { ...notice, accountabilities: { ...notice.accountabilities, [language]: own } };
  },
};

const competencies: BilingualField = {
  path: 'competencies',
  shape: 'pairs',
  read: (notice, language) =>
    notice.competencies[language].map(({ name, indicator }) => ({ heading: name, text: indicator })),
  write: (notice, language, items) => ({
    ...notice,
    competencies: {
      ...notice.competencies,
      [language]: items.map((item) => ({ name: item.heading, indicator: item.text })),
    },
  }),
};

const otherFields: BilingualField = {
  path: 'otherFields',
  shape: 'pairs',
  read: (notice, language) => notice.otherFields[language].map(({ label, value }) => ({ heading: label, text: value })),
  write: (notice, language, items) => ({
    ...notice,
    otherFields: {
      ...notice.otherFields,
      [language]: items.map((item) => ({ label: item.heading, value: item.text })),
    },
  }),
};

const otherSections: BilingualField = {
  path: 'otherSections',
  shape: 'blocks',
  read: (notice, language) =>
    notice.otherSections[language].map(({ heading, paragraphs }) => ({ heading, text: paragraphs.join('\n') })),
  write: (notice, language, items) => ({
    ...notice,
    otherSections: {
      ...notice.otherSections,
      [language]: items.map((item) => ({
        heading: item.heading,
        paragraphs: item.text === '' ? [] : item.text.split('\n'),
      })),
    },
  }),
};

const provisionalSchedule: BilingualField = {
  path: 'provisionalSchedule',
  shape: 'list',
  read: (notice, language) => notice.provisionalSchedule.map((stage) => plain(stage[language] ?? '')),
  write: (notice, language, items) => {
    const length = Math.max(notice.provisionalSchedule.length, items.length);
    const stages = Array.from({ length }, (_, index) =>
      withText(notice.provisionalSchedule[index] ?? {}, language, items.slice(index, index + 1)),
    );
    return { ...notice, provisionalSchedule: stages.filter((stage) => Object.keys(stage).length > 0) };
  },
};

/** The texts of each part, in the order they are read. */
export const FIELDS: Record<Part, readonly BilingualField[]> = {
  header: [ownText('title'), otherFields],
  summary: [otherText('preamble'), ownList('summary'), ownList('challenges')],
  qualifications: [
    introduction('essential'),
    ownList('essential'),
    introduction('desirable'),
    ownList('desirable'),
    otherText('requirements'),
  ],
  accountabilities: [accountabilities, ownText('closingDuty')],
  interrelationships: [ownText('interrelationships')],
  competencies: [introduction('competencies'), competencies],
  contract: [otherText('contract')],
  application: [otherText('application'), provisionalSchedule],
  additional: [otherText('additional')],
  other: [otherSections, ownList('links')],
};

/** Facts that are the same in every language. */
export const FACTS = {
  header: [
    'body',
    'grades',
    'posts',
    'location',
    'schedule',
    'deadline',
    'salary',
    'clearance',
    'budgetPending',
    'fastTrack',
    'attachments',
  ],
  summary: [],
  qualifications: ['languages'],
  accountabilities: [],
  interrelationships: ['directReports', 'indirectReports'],
  competencies: [],
  contract: ['contract.clause', 'contract.twinGradeNote'],
  application: [],
  additional: [],
  other: [],
} as const satisfies Record<Part, readonly FieldPath[]>;
export type Fact = (typeof FACTS)[Part][number];

/** The value of a fact, whatever its shape; for comparing and for telling whether it is there. */
export function factOf(notice: NoticeRecord, fact: Fact): unknown {
  if (fact === 'contract.clause') return notice.contract.clause;
  if (fact === 'contract.twinGradeNote') return notice.contract.twinGradeNote;
  if (fact === 'deadline' && notice.openEnded) return 'open-ended';
  return notice[fact];
}

export const ALL_FIELDS = PARTS.flatMap((part) => FIELDS[part]);
export const ALL_FACTS: readonly Fact[] = PARTS.flatMap((part): readonly Fact[] => FACTS[part]);

/** The part a field path belongs to; what belongs to none is about the notice as a whole and stands at its head. */
export function partOf(path: FieldPath): Part {
  const within = (root: string) => path === root || path.startsWith(`${root}.`) || path.startsWith(`${root}[`);
  const own = PARTS.find(
    (part) => FIELDS[part].some((field) => within(field.path)) || FACTS[part].some((fact) => within(fact)),
  );
  if (own) return own;
  return (
    PARTS.find((part) => path === part || path.startsWith(`${part}.`)) ??
    (path.startsWith('contract') ? 'contract' : 'header')
  );
}

export const fieldAt = (path: FieldPath): BilingualField | undefined => ALL_FIELDS.find((field) => field.path === path);
export const isFact = (path: FieldPath): path is Fact => (ALL_FACTS as readonly string[]).includes(path);
