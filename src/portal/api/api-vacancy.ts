import type { z } from 'zod';
import { FORMAT_FILES, RENDER_FORMATS } from '../../notices/render/render-notice.ts';
import type { Context } from '../../people/context.ts';
import { minorDigits } from '../../site/numbers.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { ELIGIBILITY_TEXTS } from '../portal-texts.ts';
import { vacancyView, type VacancyView } from '../vacancy-view.ts';
import { inEachLanguage } from './addresses.ts';
import { NOTICE, type VACANCY, type VACANCY_SUMMARY } from './answer-schemas.ts';

type House = Pick<Context, 'organisation' | 'vocabulary' | 'config'>;
type Summary = z.input<typeof VACANCY_SUMMARY>;

/** The facts of a vacancy as a machine wants them; nothing of one that was never published. */
export function vacancySummary(vacancy: Vacancy, house: House, now: Date): Summary | undefined {
  const view = vacancyView(vacancy, house, now);
  return view && summaryOf(view, vacancy, house);
}

/** The same with what is required and the whole notice. */
export function vacancyForMachines(vacancy: Vacancy, house: House, now: Date): z.input<typeof VACANCY> | undefined {
  const view = vacancyView(vacancy, house, now);
  if (!view) return undefined;
  const { notice, corrections } = view;
  return {
    ...summaryOf(view, vacancy, house),
    nationality: ELIGIBILITY_TEXTS,
    requirements: { essential: lists(notice.essential), desirable: lists(notice.desirable) },
    documents: notice.attachments.map((asked) => ({ ...asked, formats: [...asked.formats] })),
    corrections: corrections.map(({ at, fields, note }) => ({ at, fields: [...fields], note })),
    // A copy in which lists may be changed, as the type of the schema has them.
    notice: NOTICE.parse(notice),
  };
}

const lists = ({ en, fr }: { en: readonly string[]; fr: readonly string[] }) => ({ en: [...en], fr: [...fr] });

function summaryOf(view: VacancyView, { updatedAt }: Vacancy, house: House): Summary {
  const { reference, notice, names, open, audience, deadlineAt, deadlineZone, publishedAt } = view;
  return {
    reference,
    title: notice.title,
    open,
    audience,
    body: notice.body === null ? null : { code: notice.body, name: names.body ?? {} },
    place: notice.location && { ...notice.location, name: names.place ?? {} },
    deadline: deadlineAt && { at: deadlineAt.toISOString(), zone: deadlineZone },
    publishedAt: publishedAt.toISOString(),
    changedAt: updatedAt.toISOString(),
    ...factsOf(view, house),
    links: linksOf(view, house),
  };
}

type Facts = Pick<Summary, 'grades' | 'salary' | 'clearance' | 'languages' | 'contract'>;

function factsOf({ notice, names, officialLanguages }: VacancyView, { organisation }: House): Facts {
  const { salary, clearance, languages, posts } = notice;
  const { clause } = notice.contract;
  return {
    grades: {
      scheme: organisation.grades.scheme,
      codes: [...notice.grades],
      posts: posts ? posts.map(({ count, grades }) => ({ count, grades: [...grades] })) : null,
    },
    salary: salary && { ...salary, minorDigits: minorDigits(salary.currency) },
    clearance:
      clearance === null
        ? null
        : { scheme: organisation.clearances.scheme, code: clearance, name: names.clearance ?? {} },
    languages: languages && {
      scheme: organisation.languages.scheme,
      official: [...officialLanguages],
      ...languages,
    },
    contract:
      clause === null
        ? null
        : { clause, headline: names.contract?.headline ?? {}, source: names.contract?.source ?? null },
  };
}

function linksOf({ reference, open }: VacancyView, { config: { PUBLIC_URL } }: House): Summary['links'] {
  const path = `vacancies/${encodeURIComponent(reference)}`;
  const pages = inEachLanguage((language) => `${PUBLIC_URL}/${language}/${path}`);
  return {
    self: `${PUBLIC_URL}/api/v1/${path}`,
    pages,
    apply: open ? inEachLanguage((language) => `${pages[language]}/eligibility`) : null,
    files: RENDER_FORMATS.map((format) => {
      const { extension, mediaType } = FORMAT_FILES[format];
      return { format: extension, type: mediaType, url: `${pages.en}/notice.${extension}` };
    }),
  };
}
