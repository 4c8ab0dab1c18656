import { COMPETITION_TEXTS } from '../../competition/competition-texts.ts';
import type { CompetitionRole } from '../../competition/member.ts';
import type { Language } from '../../platform/language.ts';
import { dateIn } from '../../site/dates.ts';
import { joinList } from '../../site/numbers.ts';
import { readContent, type Content } from './signed-content.ts';
import {
  figure,
  inLanguage,
  nameOf,
  nameOfStage,
  section,
  type Reading,
  type ReportDocument,
  type Section,
} from './report-section.ts';
import { languagesOf, redoneOf } from './report-sections.ts';
import { SELECTION_TEXTS } from '../selection-texts.ts';
import type { Report } from './report-queries.ts';
import { shownOf, withoutRecused } from './report-recusal.ts';
import { REPORT_TEXTS } from './report-texts.ts';
import type { Outcome, Proposal, Signature } from './report.ts';

/** A signature, with the numbers of those for whom it does not count. */
type Counted = Signature & { uncounted: readonly string[] };

/**
 * The report in one language, from what was signed alone; signatures and the decision stand at its end. For who is recused from
 * a candidate, without what was judged of them: it says so, and its fingerprint stays that of the whole.
 */
export function reportDocument(report: Report, signatures: readonly Counted[], reading: Reading): ReportDocument {
  const { language, organisation } = reading;
  const t = REPORT_TEXTS[language];
  const whole = readContent(report.content ?? '{}');
  const content = withoutRecused(whole, reading.notShown);
  return {
    title: `${t.title(content.reference)} · ${report.number}`,
    author: organisation.name[language],
    lang: language,
    intro: inLanguage(content.title, language),
    sections: [
      factsOf(report, content, reading),
      ...notShownOf(whole, reading),
      ...redoneOf(content, reading),
      panelOf(content, reading),
      ...stagesOf(content, reading),
      orderOf(content, reading),
      ...content.order.map((one) => figuresOf(one, content, reading)),
      ...belowOf(content, reading),
      ...languagesOf(content, reading),
      proposalsOf(content, reading),
      ...textsOf(content, reading),
      signaturesOf(signatures, reading),
      ...decisionOf(report, content, reading),
    ],
  };
}

function factsOf({ status, sha256 }: Report, { posts }: Content, { language }: Reading): Section {
  const t = REPORT_TEXTS[language];
  return section(t.link, {
    facts: [
      { label: t.status, value: t.statuses[status] },
      { label: t.posts, value: String(posts) },
      { label: t.fingerprint, value: sha256 ?? '' },
    ],
  });
}

function notShownOf({ order, belowPassMark, proposals }: Content, { language, notShown }: Reading): Section[] {
  const t = REPORT_TEXTS[language];
  const people = [...proposals, ...order, ...belowPassMark].map(({ candidate }) => candidate);
  const names = new Set(people.filter(({ number }) => notShown.has(number)).map(nameOf));
  if (names.size === 0) return [];
  const told = [...names, t.notShownNote].map((text) => ({ lang: language, text }));
  return [section(t.notShown, { paragraphs: told })];
}

function panelOf({ panel, recusals }: Content, { language, organisation }: Reading): Section {
  const t = COMPETITION_TEXTS[language];
  const kindOf = (kind: string) =>
    organisation.panel.conflicts.find(({ code }) => code === kind)?.name[language] ?? kind;
  return section(t.panel, {
    columns: [t.name, t.role, t.grade, t.unit, t.recused],
    rows: panel.map(({ name, role, grade, unit }) => [
      name,
      t.roles[role as CompetitionRole] ?? role,
      grade ?? t.notAsked,
      unit || t.notAsked,
      recusals
        .filter((one) => one.name === name)
        .map(({ candidate, kind }) => `${candidate}: ${kindOf(kind)}`)
        .join('; ') || t.notAsked,
    ]),
  });
}

function stagesOf({ stages }: Content, reading: Reading): Section[] {
  const { language } = reading;
  const t = SELECTION_TEXTS[language];
  return stages.map(({ stage, weight, passMark, items }) =>
    section(nameOfStage(stage, reading), {
      facts: [
        { label: t.weight, value: String(weight) },
        { label: t.passMark, value: passMark === null ? t.none : t.ofHighest(passMark) },
      ],
      columns: [t.items, t.question, t.itemWeight],
      rows: items.map((item) => [
        inLanguage(item.text, language),
        inLanguage(item.question, language),
        String(item.weight),
      ]),
    }),
  );
}

function orderOf({ order }: Content, { language }: Reading): Section {
  const t = SELECTION_TEXTS[language];
  return section(t.merit, {
    columns: [t.rank, t.candidate, t.total],
    rows: order.map(({ candidate, rank, total }) => [String(rank), nameOf(candidate), figure(total, language)]),
  });
}

function figuresOf({ candidate, rank, stages }: Content['order'][number], content: Content, reading: Reading): Section {
  const { language } = reading;
  const t = SELECTION_TEXTS[language];
  const textOf = (stage: string, key: string) => {
    const item = content.stages.find((one) => one.stage === stage)?.items.find((one) => one.key === key);
    return item ? inLanguage(item.text, language) : key;
  };
  return section(`${rank}. ${nameOf(candidate)}`, {
    columns: [t.stage, t.items, t.points],
    rows: stages.flatMap(({ stage, items }) =>
      items.map(({ key, points, highest, weight }) => [
        nameOfStage(stage, reading),
        textOf(stage, key),
        t.times(points, highest, weight),
      ]),
    ),
  });
}

function belowOf({ belowPassMark }: Content, reading: Reading): Section[] {
  const { language } = reading;
  const t = SELECTION_TEXTS[language];
  if (belowPassMark.length === 0) return [];
  const rows = belowPassMark.map(({ candidate, failed, stages }) => [
    nameOf(candidate),
    nameOfStage(failed, reading),
    figure(stages.at(-1)?.score ?? '', language),
  ]);
  return [section(t.belowPassMark, { columns: [t.candidate, t.stage, t.total], rows })];
}

type Rows = readonly { who: string; outcome: string | null; reason: string; why: string; belowLevel?: string }[];

function outcomesTable(title: string, rows: Rows, { language, organisation }: Reading): Section {
  const t = REPORT_TEXTS[language];
  const reasonOf = (code: string) =>
    organisation.selection.reasons.find((one) => one.code === code)?.name[language] ?? '';
  return section(title, {
    columns: [t.candidate, t.outcome, t.reason],
    rows: rows.map(({ who, outcome, reason, why, belowLevel = '' }) => [
      who,
      outcome === null ? t.notChosen : t.outcomes[outcome as Outcome],
      [reasonOf(reason), why, belowLevel].filter(Boolean).join('. '),
    ]),
  });
}

const proposalsOf = ({ proposals }: Content, reading: Reading): Section =>
  outcomesTable(
    REPORT_TEXTS[reading.language].proposals,
    proposals.map(({ candidate, ...one }) => ({ who: nameOf(candidate), ...one })),
    reading,
  );

function textsOf({ texts }: Content, { language }: Reading): Section[] {
  const t = REPORT_TEXTS[language];
  const each: [string, string][] = [
    ['en', t.textEn],
    ['fr', t.textFr],
  ];
  return each.flatMap(([lang, title]) => {
    const text = texts[lang];
    return text ? [section(title, { paragraphs: text.split(/\n+/).map((one) => ({ lang, text: one })) })] : [];
  });
}

function signaturesOf(signatures: readonly Counted[], { language, zone }: Reading): Section {
  const t = REPORT_TEXTS[language];
  const none = { lang: language, text: t.noSignatures };
  return section(t.signatures, {
    paragraphs: signatures.length === 0 ? [none] : signatures.flatMap((one) => uncountedIn(one, language)),
    columns: [COMPETITION_TEXTS[language].name, t.signedOn, t.shownBy, t.dissents],
    rows: signatures.map(({ name, signedAt, means, dissent }) => [
      name,
      dateIn(signedAt, zone, language),
      t.means[means],
      dissent || '–',
    ]),
  });
}

const uncountedIn = ({ name, uncounted }: Counted, language: Language) =>
  uncounted.length === 0
    ? []
    : [{ lang: language, text: REPORT_TEXTS[language].quorum.inReport(name, joinList([...uncounted], language)) }];

function decisionOf({ decided }: Report, { proposals }: Content, reading: Reading): Section[] {
  if (!decided) return [];
  const { language, zone } = reading;
  const t = REPORT_TEXTS[language];
  const who = ({ number }: Proposal) => {
    const candidate = proposals.find((one) => one.candidate.number === number)?.candidate;
    return candidate ? nameOf(candidate) : number;
  };
  const told = [t.decidedBy(decided.byName, dateIn(decided.at, zone, language)), decided.reason].filter(Boolean);
  const rows = shownOf(decided.decisions ?? [], reading.notShown).map((one) => ({ ...one, who: who(one) }));
  return [{ ...outcomesTable(t.decisions, rows, reading), paragraphs: told.map((text) => ({ lang: language, text })) }];
}

/** The same document with every text as it is shown. */
export function inEachText(document: ReportDocument, shown: (text: string) => string): ReportDocument {
  return {
    ...document,
    title: shown(document.title),
    intro: shown(document.intro),
    sections: document.sections.map(({ title, paragraphs, facts, columns, rows }) => ({
      title: shown(title),
      paragraphs: paragraphs.map(({ lang, text }) => ({ lang, text: shown(text) })),
      facts: facts.map(({ label, value }) => ({ label, value: shown(value) })),
      columns,
      rows: rows.map((row) => row.map(shown)),
    })),
  };
}
