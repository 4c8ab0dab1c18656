import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { servingStaffOnly } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { nationalitiesSaid, nationalityCookie } from '../../people/said-nationality.ts';
import { findProfile } from '../../people/profile/profile-queries.ts';
import { isCountryCode } from '../../regulations/organisation/countries.ts';
import { rulesDay, type Vacancy } from '../../vacancies/vacancy.ts';
import { audienceRefusal, isStaff, isThereFor, type AudienceRefusal } from '../../vacancies/publication/audience.ts';
import { forEntrance } from '../../vacancies/internal-dates/internal-dates.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { assessApplicant, type Stated } from './applicant-assessment.ts';
import { notOpen, type ApplicationRules } from '../application.ts';
import { NotOpenPage } from '../application-pages.tsx';
import { explainClearanceGap } from './clearance-texts.ts';
import { EligibilityPage } from './eligibility-pages.tsx';
import { ELIGIBILITY_TEXTS } from './eligibility-texts.ts';
import { fieldsOf, readClearance, readNationalities, type Fields } from '../drafting/draft.ts';
import { nationalitiesOf } from './nationality-queries.ts';
import { statedClearance } from '../career/profile-copy.ts';
import { asksClearance, clearanceGaps } from './stated-clearance.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { Language } from '../../platform/language.ts';

type OfVacancy = { Params: { reference: string } };

/** Whether I may apply, asked before anything is written. What is stated is in the form, never in an address. */
export function eligibilityRoutes(web: FastifyInstance, context: Context): void {
  eligibilityAt(web, context, { path: '/vacancies/:reference/eligibility', options: {} });
  eligibilityAt(web, context, { path: '/internal/vacancies/:reference/eligibility', options: servingStaffOnly() });
}

type Entrance = { path: string; options: object };

/** The same question at both entrances; the one of serving staff is there for them alone. */
function eligibilityAt(web: FastifyInstance, context: Context, { path, options }: Entrance): void {
  web.get<OfVacancy>(path, options, async (request, reply) => {
    const vacancy = await findVacancy(context.db, request.params.reference);
    if (!vacancy || !isThereFor(vacancy, request.actor)) return reply.callNotFound();
    const notTheirs = audienceRefusal(vacancy, request.actor);
    if (notTheirs) return notTheirsPage({ request, reply, context }, vacancy, notTheirs);
    const stated = await saidBefore({ request, context }, vacancy);
    if (stated.nationalities.length > 0) reply.header('cache-control', 'no-store');
    return eligibilityPage({ request, reply, context }, { vacancy, stated, answered: false });
  });

  web.post<OfVacancy>(path, options, async (request, reply) => {
    const vacancy = await findVacancy(context.db, request.params.reference);
    if (!vacancy || !isThereFor(vacancy, request.actor)) return reply.callNotFound();
    const notTheirs = audienceRefusal(vacancy, request.actor);
    if (notTheirs) return notTheirsPage({ request, reply, context }, vacancy, notTheirs);
    const stated = readStated(fieldsOf(request.body), asksFor(vacancy, context.organisation, request.receivedAt));
    const errors = statedErrors(stated, context.organisation, request.language);
    reply.header('cache-control', 'no-store');
    if (!request.actor && errors.length === 0)
      reply.setCookie(...nationalityCookie(stated.nationalities, context.config));
    return eligibilityPage({ request, reply, context }, { vacancy, stated, errors, answered: errors.length === 0 });
  });
}

/** What a person who is signed in has said with us, else what was said in this browser: filled in, and still to be sent by them. */
async function saidBefore({ request, context }: Omit<Place, 'reply'>, vacancy: Vacancy): Promise<Stated> {
  const inBrowser = nationalitiesSaid(request.cookies);
  if (!request.actor) return { nationalities: inBrowser };
  const { accountId } = request.actor;
  const { parts } = (await findProfile(context.db, accountId)).profile;
  const clearanceAsked = asksFor(vacancy, context.organisation, request.receivedAt);
  return {
    nationalities: (await nationalitiesOf(context.db, accountId))?.countries ?? inBrowser,
    clearance: clearanceAsked ? statedClearance(parts.clearances) : undefined,
  };
}

type Place = { request: FastifyRequest; reply: FastifyReply; context: Context };
/** Why somebody is not of those the vacancy is for, before anything is asked of them. */
export const notTheirsPage = (
  { request, reply, context }: Place,
  { reference }: Pick<Vacancy, 'reference'>,
  refusal: AudienceRefusal,
): FastifyReply => page(reply, <NotOpenPage page={pageContext(request, context)} {...{ reference, refusal }} />, 422);

type Asked = {
  vacancy: Vacancy;
  stated: Stated;
  answered: boolean;
  errors?: FieldError[];
  /** Why they would apply against the rules, as typed. */
  why?: string;
  status?: number;
};

/** What the rules say of what was stated; with errors the form comes back, its values kept. */
export function eligibilityPage(
  { request, reply, context }: Place,
  { vacancy, stated, answered, errors = [], why, status = 200 }: Asked,
): FastifyReply {
  const { organisation: rules } = context;
  const at = request.receivedAt;
  return page(
    reply,
    <EligibilityPage
      page={pageContext(request, context)}
      vacancy={{ reference: vacancy.reference, title: vacancy.notice.title }}
      on={rulesDay(vacancy, at)}
      clearanceAsked={asksFor(vacancy, rules, at)}
      assessment={assessApplicant(stated, { vacancy, rules, at })}
      closed={notOpen(forEntrance(vacancy, entranceOf(request)), at)}
      {...{ rules, stated, answered, errors, why }}
    />,
    errors.length > 0 ? 422 : status,
  );
}

/** Serving staff apply by their own entrance, by which portal they may come (E2). */
const entranceOf = ({ actor }: FastifyRequest) => (isStaff(actor) ? 'internal' : 'public');

/** Whether the vacancy asks everybody for the clearance they hold. */
export const asksFor = (vacancy: Vacancy, rules: ApplicationRules, at: Date): boolean =>
  asksClearance(vacancy.notice, rules, rulesDay(vacancy, at));

/** What a form states: nationalities, and a clearance where one is asked for. */
export const readStated = (fields: Fields, clearanceAsked: boolean): Stated => ({
  nationalities: readNationalities(fields),
  clearance: clearanceAsked ? readClearance(fields) : undefined,
});

function statedErrors({ nationalities, clearance }: Stated, rules: ApplicationRules, language: Language): FieldError[] {
  const t = ELIGIBILITY_TEXTS[language];
  const unknown = nationalities.flatMap((code, index) =>
    isCountryCode(code) ? [] : [{ field: `nationality-${index + 1}`, message: t.unknown }],
  );
  return [
    ...(nationalities.length === 0 ? [{ field: 'nationality-1', message: t.chooseOne }] : unknown),
    ...(clearance ? clearanceGaps(clearance, rules) : []).map((gap) => ({
      field: gap.field,
      message: explainClearanceGap(gap, language),
    })),
  ];
}
