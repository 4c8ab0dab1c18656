import type { Language } from '../platform/language.ts';
import { plainAmount } from '../site/numbers.ts';
import { addressIn, type PageContext } from '../site/page-context.ts';
import { postsTotal } from '../vacancies/posts.ts';
import { ELIGIBILITY_TEXTS, PORTAL_TEXTS } from './portal-texts.ts';
import { inLanguage, sectionIn, type NoticeNames, type VacancyView } from './vacancy-view.ts';

/** A vacancy as schema.org's JobPosting; https://schema.org/JobPosting says what each property holds. */
export type JobPosting = {
  '@context': 'https://schema.org';
  '@type': 'JobPosting';
  url: string;
  title: string;
  /** HTML, as search engines ask: paragraphs and lists of the notice. */
  description: string;
  identifier: { '@type': 'PropertyValue'; name: string; value: string };
  datePosted: string;
  /** Absent where applications are received until the post is filled. */
  validThrough?: string;
  /** Only where the notice announces several posts. */
  totalJobOpenings?: number;
  employmentType?: 'FULL_TIME' | 'PART_TIME';
  hiringOrganization: { '@type': 'Organization'; name: string; sameAs?: string };
  jobLocation?: {
    '@type': 'Place';
    address: { '@type': 'PostalAddress'; addressLocality: string; addressCountry?: string };
  };
  baseSalary?: {
    '@type': 'MonetaryAmount';
    currency: string;
    value: { '@type': 'QuantitativeValue'; value: number; unitText: SalaryUnit };
  };
  qualifications?: string;
  responsibilities?: string;
  skills?: string;
  securityClearanceRequirement?: string;
  /** Nationality goes here: schema.org says `applicantLocationRequirements` is not for citizenship (facts, 49). */
  eligibilityToWorkRequirement: string;
  directApply: boolean;
};
type SalaryUnit = 'MONTH' | 'YEAR' | 'HOUR';

const UNITS: Record<'monthly' | 'annual' | 'hourly', SalaryUnit> = { monthly: 'MONTH', annual: 'YEAR', hourly: 'HOUR' };
const EMPLOYMENT: Record<string, 'FULL_TIME' | 'PART_TIME'> = { 'full-time': 'FULL_TIME', 'part-time': 'PART_TIME' };

/** What search engines read of a vacancy, in the language of the page. */
export function jobPosting(vacancy: VacancyView, page: PageContext): JobPosting {
  const { language } = page;
  const { notice, names, reference, deadlineAt, publishedAt } = vacancy;
  const organisation = page.organisation.name[language];
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    url: page.publicUrl + addressIn(page, language),
    title: inLanguage(notice.title, language)?.text ?? reference,
    description: description(vacancy, language),
    identifier: { '@type': 'PropertyValue', name: organisation, value: reference },
    datePosted: publishedAt.toISOString(),
    ...(deadlineAt && { validThrough: deadlineAt.toISOString() }),
    ...(postsTotal(notice) > 1 && { totalJobOpenings: postsTotal(notice) }),
    hiringOrganization: { '@type': 'Organization', name: inLanguage(names.body, language)?.text ?? organisation },
    ...employment(notice.schedule),
    ...location(vacancy, language),
    ...salary(vacancy),
    ...requirements(vacancy, language),
    eligibilityToWorkRequirement: ELIGIBILITY_TEXTS[language],
    directApply: true,
  };
}

function employment(schedule: string | null): Pick<JobPosting, 'employmentType'> {
  const employmentType = schedule === null ? undefined : EMPLOYMENT[schedule];
  return employmentType ? { employmentType } : {};
}

function location({ notice, names }: VacancyView, language: Language): Pick<JobPosting, 'jobLocation'> {
  const place = inLanguage(names.place, language)?.text;
  if (!notice.location || !place) return {};
  const { country } = notice.location;
  const address = { '@type': 'PostalAddress' as const, addressLocality: place };
  return {
    jobLocation: { '@type': 'Place', address: country === null ? address : { ...address, addressCountry: country } },
  };
}

function salary({ notice }: VacancyView): Pick<JobPosting, 'baseSalary'> {
  const { amountMinor, currency, period } = notice.salary ?? { amountMinor: null, currency: '', period: null };
  if (amountMinor === null || period === null) return {};
  const value = {
    '@type': 'QuantitativeValue' as const,
    value: Number(plainAmount(amountMinor, currency)),
    unitText: UNITS[period],
  };
  return { baseSalary: { '@type': 'MonetaryAmount', currency, value } };
}

type Requirements = Pick<JobPosting, 'qualifications' | 'responsibilities' | 'skills' | 'securityClearanceRequirement'>;

function requirements({ notice, names }: VacancyView, language: Language): Requirements {
  const texts = {
    qualifications: joined(sectionIn(notice.essential, language), (item) => item),
    responsibilities: joined(
      sectionIn(notice.accountabilities, language),
      ({ heading, text }) => `${heading}: ${text}`,
    ),
    skills: joined(sectionIn(notice.competencies, language), ({ name }) => name),
    securityClearanceRequirement: notice.clearance === null ? '' : clearance(notice.clearance, names, language),
  };
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

const clearance = (code: string, names: NoticeNames, language: Language): string =>
  inLanguage(names.clearance, language)?.text ?? code;

type AnySection<Item> = ReturnType<typeof sectionIn<Item>>;

const joined = <Item>(section: AnySection<Item>, text: (item: Item) => string): string =>
  section.kind === 'nowhere' ? '' : section.items.map(text).join('; ');

/**
 * The whole of what the notice asks and offers, as search engines want it: they read paragraphs and lists, and no headings.
 */
function description({ notice }: VacancyView, language: Language): string {
  const t = PORTAL_TEXTS[language];
  const summary = sectionIn(notice.summary, language);
  const paragraphs = summary.kind === 'nowhere' ? [] : summary.items.map((text) => `<p>${escaped(text)}</p>`);
  return [
    ...paragraphs,
    ...listUnder(t.challenges, sectionIn(notice.challenges, language), (text) => text),
    ...listUnder(t.essential, sectionIn(notice.essential, language), (text) => text),
    ...listUnder(t.desirable, sectionIn(notice.desirable, language), (text) => text),
    ...listUnder(
      t.sections.accountabilities,
      sectionIn(notice.accountabilities, language),
      ({ heading, text }) => `${heading}: ${text}`,
    ),
    ...listUnder(t.sections.competencies, sectionIn(notice.competencies, language), ({ name }) => name),
  ].join('');
}

function listUnder<Item>(title: string, section: AnySection<Item>, text: (item: Item) => string): string[] {
  if (section.kind === 'nowhere' || section.items.length === 0) return [];
  return [
    `<p>${escaped(title)}</p>`,
    `<ul>${section.items.map((item) => `<li>${escaped(text(item))}</li>`).join('')}</ul>`,
  ];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
