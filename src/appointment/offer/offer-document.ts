import { templateAt, setAsPdf } from '../../selection/decision/setting.ts';
import type { Context } from '../../people/context.ts';
import { LANGUAGES, type Language, type Translated } from '../../platform/language.ts';
import { stretchesOf, timelineOf, WIDTH, type Bar } from '../../regulations/contracts/contract-timeline-geometry.ts';
import { stretchInWords, TIMELINE_TEXTS } from '../../regulations/contracts/contract-timeline-texts.ts';
import { formatSpan } from '../../regulations/contracts/contract-texts.ts';
import { formatDate } from '../../site/dates.ts';
import type { OfferContent } from './offer-content.ts';
import { OFFER_DOCUMENT_TEXTS, salaryInWords } from './offer-document-texts.ts';

type Line = {
  width: number;
  height: number;
  years: { x: number; text: string }[];
  bars: Pick<Bar, 'x' | 'y' | 'width' | 'label'>[];
};
type Section = {
  title: string;
  paragraphs: string[];
  items: string[];
  facts: { label: string; value: string }[];
  line: Line | null;
};
type OfferDocument = {
  title: string;
  author: string;
  lang: Language;
  date: string;
  to: string[];
  sections: Section[];
};

/**
 * Whose copy it is: the person's own, which they accept by its SHA-256; a draft that is not sent; or one for the file of those who
 * may not know which medical conditions are open.
 */
export type Copy = { kind: 'own'; sha256: string } | { kind: 'draft' } | { kind: 'file'; sha256: string };

type Reading = { language: Language; copy: Copy };

const TEMPLATE = templateAt('src/appointment/offer/offer.typ');

/** An offer as PDF/UA-1, A4, in one language, from its content alone. */
export function offerPdf(
  context: Pick<Context, 'typst' | 'clock'>,
  content: OfferContent,
  reading: Reading,
): Promise<Buffer> {
  const document = offerDocument(content, reading);
  const { lacking } = OFFER_DOCUMENT_TEXTS[reading.language];
  const sayingSo = ({ sections, ...shown }: OfferDocument) => ({
    ...shown,
    sections: sections.map((one, at) => (at === 0 ? { ...one, paragraphs: [...one.paragraphs, lacking] } : one)),
  });
  return setAsPdf(context, { template: TEMPLATE, document, inEachText, sayingSo });
}

/** The document in each language of the interface, as the person receives it. */
export async function offerPdfs(
  context: Pick<Context, 'typst' | 'clock'>,
  content: OfferContent,
  sha256: string,
): Promise<Record<Language, Buffer>> {
  const set = LANGUAGES.map(async (language): Promise<[Language, Buffer]> => [
    language,
    await offerPdf(context, content, { language, copy: { kind: 'own', sha256 } }),
  ]);
  return Object.fromEntries(await Promise.all(set)) as Record<Language, Buffer>;
}

const section = (title: string, more: Partial<Section> = {}): Section => ({
  title,
  paragraphs: [],
  items: [],
  facts: [],
  line: null,
  ...more,
});
const inLanguage = (text: Translated, language: Language): string => text[language] ?? Object.values(text)[0] ?? '';

function offerDocument(content: OfferContent, reading: Reading): OfferDocument {
  const { language } = reading;
  const t = OFFER_DOCUMENT_TEXTS[language];
  return {
    title: t.title(inLanguage(content.title, language)),
    author: content.organisation[language],
    lang: language,
    date: formatDate(content.sentOn, language),
    to: [content.name],
    sections: [
      postOf(content, reading),
      payOf(content, language),
      contractOf(content, language),
      conditionsOf(content, reading),
      answerOf(content, reading),
    ],
  };
}

function postOf(
  { application, vacancy, offer, choice, terms, title }: OfferContent,
  { language, copy }: Reading,
): Section {
  const t = OFFER_DOCUMENT_TEXTS[language];
  const [lower, higher] = choice.grades;
  return section(t.post, {
    paragraphs: [...(copy.kind === 'own' ? [] : [t.copies[copy.kind]]), t.intro],
    facts: [
      { label: t.postTitle, value: inLanguage(title, language) },
      { label: t.vacancy, value: vacancy },
      { label: t.application, value: `${application} / ${offer}` },
      { label: t.person, value: t.persons[choice.person] },
      { label: t.firstDay, value: formatDate(choice.startsOn, language) },
      { label: t.grade, value: terms.grade ?? t.noGrade },
      ...(lower !== undefined && higher !== undefined
        ? [
            { label: t.twinGrade, value: `${lower}–${higher}` },
            {
              label: t.advancement,
              value:
                terms.advancementFrom === null
                  ? t.appointedHigher
                  : t.notBefore(formatDate(terms.advancementFrom, language)),
            },
          ]
        : []),
    ],
  });
}

function payOf({ terms: { grade, salary }, step, choice }: OfferContent, language: Language): Section {
  const t = OFFER_DOCUMENT_TEXTS[language];
  const steps = grade === null ? [] : [{ label: t.step, value: String(step.step) }];
  if (salary?.kind !== 'known') return section(t.pay, { paragraphs: [t.payNotKnown], facts: steps });
  const paid = [
    { label: t.salary, value: salaryInWords(salary, language) },
    { label: t.onDay, value: formatDate(choice.startsOn, language) },
  ];
  return section(t.pay, { facts: [...steps, ...paid] });
}

function contractOf({ clause, terms, probation }: OfferContent, language: Language): Section {
  const t = OFFER_DOCUMENT_TEXTS[language];
  const { contract, probationEnds } = terms;
  const words = TIMELINE_TEXTS[language];
  const probationTold =
    probation && probationEnds !== null
      ? [t.probation(formatSpan(probation, language), formatDate(probationEnds, language))]
      : [];
  const paragraphs = [clause.text[language]];
  if (contract.kind === 'ask')
    return section(t.contract(clause.name[language]), {
      paragraphs: [...paragraphs, words.ask(contract.regulations[language], contract.ask[language]), ...probationTold],
    });
  const stretches = stretchesOf(contract);
  const { height, years, bars } = timelineOf(stretches, { label: (stretch) => stretchInWords(stretch, language) });
  const latest = contract.latestEnd === null ? words.noLatest : words.latest(formatDate(contract.latestEnd, language));
  return section(t.contract(clause.name[language]), {
    paragraphs: [...paragraphs, ...probationTold, latest],
    items: stretches.map((stretch) => stretchInWords(stretch, language)),
    line: { width: WIDTH, height, years, bars: bars.map(({ x, y, width, label }) => ({ x, y, width, label })) },
  });
}

function conditionsOf({ conditions }: OfferContent, { language, copy }: Reading): Section {
  const t = OFFER_DOCUMENT_TEXTS[language];
  if (copy.kind !== 'own') return section(t.conditions, { paragraphs: [t.conditionsOfNotice] });
  if (conditions.length === 0) return section(t.conditions, { paragraphs: [t.noConditions] });
  return section(t.conditions, {
    paragraphs: [t.conditionsNote],
    items: conditions.map(({ name }) => name[language]),
  });
}

function answerOf({ answerBy, agreement }: OfferContent, { language, copy }: Reading): Section {
  const t = OFFER_DOCUMENT_TEXTS[language];
  const agreed = agreement ? [t.agreement(agreement.authority, formatDate(agreement.on, language))] : [];
  if (copy.kind === 'draft') return section(t.answer, { paragraphs: [...agreed, t.answerLater] });
  return section(t.answer, {
    paragraphs: [...agreed, t.answerBy(formatDate(answerBy, language)), t.answerHow],
    facts: [{ label: t.fingerprint, value: copy.sha256 }],
  });
}

const inEachText = (document: OfferDocument, shown: (text: string) => string): OfferDocument => ({
  ...document,
  title: shown(document.title),
  to: document.to.map(shown),
  sections: document.sections.map(({ title, paragraphs, items, facts, line }) => ({
    title: shown(title),
    paragraphs: paragraphs.map(shown),
    items: items.map(shown),
    facts: facts.map(({ label, value }) => ({ label, value: shown(value) })),
    line,
  })),
});
