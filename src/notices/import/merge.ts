import { LANGUAGES, type Language, type Localized, type Translated } from '../../platform/language.ts';
import type { AttachmentRequest, FieldPath, Lines, NoticeRecord, ReadNotice } from '../notice.ts';
import { comparable } from './words.ts';
import type { FactName, HalfFacts, HalfReading, HalfTexts, Read } from './reading.ts';
import { compareHalves } from './compare-halves.ts';

/** The places of what was read, filled while the record is put together. */
type Places = Record<FieldPath, Lines>;
type Halves = Partial<Record<Language, HalfReading>>;

/** Puts the two halves, or the one there is, together into the record. */
export function mergeHalves(halves: Halves, lineCount: number): ReadNotice {
  const places: Places = {};
  const facts = mergedFacts(halves, places);
  const record: NoticeRecord = { ...facts, ...mergedTexts(halves, places) };
  for (const language of LANGUAGES)
    for (const [section, lines] of halves[language]?.headings ?? []) places[`sections.${section}.${language}`] = lines;
  const own = LANGUAGES.flatMap((language) => halves[language]?.doubts ?? []);
  const doubts = [...own, ...compareHalves(halves, record, lineCount)];
  return { record, places, doubts: doubts.toSorted((a, b) => a.lines.from - b.lines.from) };
}

type Facts = Pick<NoticeRecord, FactName | 'contract' | 'budgetPending' | 'fastTrack' | 'attachments'>;

/** What the first language that gives a fact says of it. */
function mergedFacts(halves: Halves, places: Places): Facts {
  const notePlaces = (field: FieldPath, linesIn: LinesIn) =>
    Object.assign(places, inEachLanguage(halves, field, linesIn));
  const fact = <Name extends keyof HalfFacts>(name: Name, field: FieldPath = name): Value<Name> | undefined => {
    const found = LANGUAGES.map((language) => halves[language]?.facts[name]).find((read) => read !== undefined);
    if (found) places[field] = found.lines;
    notePlaces(field, (half) => half.facts[name]?.lines);
    return found?.value;
  };
  const mark = (name: 'budgetPending' | 'fastTrack' | 'twinGradeNote', field: FieldPath = name): boolean => {
    const found = LANGUAGES.map((language) => halves[language]?.marks[name]).find((lines) => lines !== undefined);
    if (found) places[field] = found;
    notePlaces(field, (half) => half.marks[name]);
    return found !== undefined;
  };
  const deadline = fact('deadline') ?? null;
  const posts = fact('posts');
  return {
    reference: fact('reference') ?? null,
    location: fact('location') ?? null,
    body: fact('body') ?? null,
    schedule: fact('schedule') ?? null,
    deadline,
    salary: fact('salary') ?? null,
    grades: fact('grades') ?? [],
    ...(posts ? { posts } : {}),
    ...(deadline === null && fact('openEnded') ? { openEnded: true } : {}),
    clearance: fact('clearance') ?? null,
    budgetPending: mark('budgetPending'),
    fastTrack: mark('fastTrack'),
    attachments: mergedAttachments(halves, places),
    languages: fact('languages') ?? null,
    directReports: fact('directReports') ?? { count: null, breakdown: [] },
    indirectReports: fact('indirectReports') ?? { count: null },
    contract: {
      clause: fact('clause', 'contract.clause') ?? null,
      twinGradeNote: mark('twinGradeNote', 'contract.twinGradeNote'),
    },
  };
}

type LinesIn = (half: HalfReading) => Lines | undefined;

function inEachLanguage(halves: Halves, field: FieldPath, linesIn: LinesIn): Places {
  const found: Places = {};
  for (const language of LANGUAGES) {
    const half = halves[language];
    const lines = half && linesIn(half);
    if (lines) found[`${field}.${language}`] = lines;
  }
  return found;
}

type Value<Name extends keyof HalfFacts> = NonNullable<HalfFacts[Name]>['value'];

/** One request of each kind; what one language leaves out, the other may give. */
function mergedAttachments(halves: Halves, places: Places): AttachmentRequest[] {
  const requests = new Map<string, AttachmentRequest>();
  for (const language of LANGUAGES)
    for (const { value, lines } of halves[language]?.marks.attachments ?? []) {
      const known = requests.get(value.kind);
      requests.set(value.kind, known ? completed(known, value) : value);
      places[`attachments[${[...requests.keys()].indexOf(value.kind)}]`] ??= lines;
    }
  return [...requests.values()];
}

const completed = (known: AttachmentRequest, other: AttachmentRequest): AttachmentRequest => ({
  kind: known.kind,
  maxPages: known.maxPages ?? other.maxPages,
  pageSize: known.pageSize ?? other.pageSize,
  formats: [...new Set([...known.formats, ...other.formats])],
});

type Texts = Omit<NoticeRecord, keyof Facts>;

function mergedTexts(halves: Halves, places: Places): Texts {
  const list = <Item>(pick: (texts: HalfTexts) => readonly Read<Item>[], field: FieldPath) =>
    localizedList(halves, places, { pick, field });
  const one = (pick: (texts: HalfTexts) => Read<string> | undefined, field: FieldPath) =>
    translated(halves, places, { pick, field });
  return {
    title: one((texts) => texts.title, 'title'),
    summary: list((texts) => texts.summary, 'summary'),
    challenges: list((texts) => texts.challenges, 'challenges'),
    essential: list((texts) => texts.essential, 'essential'),
    desirable: list((texts) => texts.desirable, 'desirable'),
    accountabilities: list((texts) => texts.accountabilities, 'accountabilities'),
    interrelationships: one((texts) => texts.interrelationships, 'interrelationships'),
    competencies: list((texts) => texts.competencies, 'competencies'),
    provisionalSchedule: mergedStages(halves, places),
    closingDuty: one((texts) => texts.closingDuty, 'closingDuty'),
    introductions: {
      essential: one((texts) => texts.introductions.essential, 'introductions.essential'),
      desirable: one((texts) => texts.introductions.desirable, 'introductions.desirable'),
      competencies: one((texts) => texts.introductions.competencies, 'introductions.competencies'),
    },
    otherText: {
      preamble: list((texts) => texts.preamble, 'otherText.preamble'),
      requirements: list((texts) => texts.requirements, 'otherText.requirements'),
      contract: list((texts) => texts.contract, 'otherText.contract'),
      application: list((texts) => texts.application, 'otherText.application'),
      additional: list((texts) => texts.additional, 'otherText.additional'),
    },
    otherFields: list((texts) => texts.otherFields, 'otherFields'),
    otherSections: list((texts) => texts.otherSections, 'otherSections'),
    links: list((texts) => withoutRepeats(texts.links), 'links'),
  };
}

type Pick1<Of> = { readonly pick: (texts: HalfTexts) => Of; readonly field: FieldPath };

function localizedList<Item>(
  halves: Halves,
  places: Places,
  { pick, field }: Pick1<readonly Read<Item>[]>,
): Localized<Item[]> {
  const [en, fr] = LANGUAGES.map((language) => {
    const half = halves[language];
    const items = half ? pick(half.texts) : [];
    items.forEach(({ lines }, index) => (places[`${field}.${language}[${index}]`] = lines));
    return items.map(({ value }) => value);
  });
  return { en: en ?? [], fr: fr ?? [] };
}

function translated(halves: Halves, places: Places, { pick, field }: Pick1<Read<string> | undefined>): Translated {
  const found: Translated = {};
  for (const language of LANGUAGES) {
    const half = halves[language];
    const read = half && pick(half.texts);
    if (!read) continue;
    found[language] = read.value;
    places[`${field}.${language}`] = read.lines;
  }
  return found;
}

/** The stages of both languages side by side, in their order. */
function mergedStages(halves: Halves, places: Places): Translated[] {
  const count = Math.max(0, ...LANGUAGES.map((language) => halves[language]?.texts.stages.length ?? 0));
  return Array.from({ length: count }, (_, index) =>
    translated(halves, places, { pick: (texts) => texts.stages[index], field: `provisionalSchedule[${index}]` }),
  );
}

function withoutRepeats(links: readonly Read<string>[]): Read<string>[] {
  const seen = new Set<string>();
  return links.filter(({ value }) => !seen.has(comparable(value)) && seen.add(comparable(value)));
}
