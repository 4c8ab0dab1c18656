import type { FastifyInstance } from 'fastify';
import type { Context } from '../people/context.ts';
import { page, pageContext } from '../people/page.ts';
import { isCountryCode } from '../regulations/countries.ts';
import { isPublic } from '../vacancies/vacancy-state.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import { dayIn, notOpen } from './application.ts';
import { EligibilityPage } from './eligibility-pages.tsx';
import { ELIGIBILITY_TEXTS } from './eligibility-texts.ts';
import { fieldsOf, readNationalities } from './draft.ts';
import { eligibilityAt } from './steps.ts';

type OfVacancy = { Params: { reference: string } };

/** Whether I may apply, asked before anything is written. The nationality is in the form, never in an address. */
export function eligibilityRoutes(web: FastifyInstance, context: Context): void {
  const { db, organisation } = context;

  web.get<OfVacancy>('/vacancies/:reference/eligibility', async (request, reply) => {
    const vacancy = await findVacancy(db, request.params.reference);
    if (!vacancy || !isPublic(vacancy.status)) return reply.callNotFound();
    const closed = notOpen(vacancy, request.receivedAt);
    return page(
      reply,
      <EligibilityPage
        page={pageContext(request, context)}
        vacancy={{ reference: vacancy.reference, title: vacancy.notice.title }}
        rules={organisation}
        on={dayIn(request.receivedAt, vacancy.deadlineZone)}
        {...{ nationalities: [], closed }}
      />,
    );
  });

  web.post<OfVacancy>('/vacancies/:reference/eligibility', async (request, reply) => {
    const vacancy = await findVacancy(db, request.params.reference);
    if (!vacancy || !isPublic(vacancy.status)) return reply.callNotFound();
    const at = request.receivedAt;
    const closed = notOpen(vacancy, at);
    const nationalities = readNationalities(fieldsOf(request.body));
    const errors = nationalityErrors(nationalities, ELIGIBILITY_TEXTS[request.language]);
    const answer = eligibilityAt(nationalities, { vacancy, rules: organisation, at });
    return page(
      reply.header('cache-control', 'no-store'),
      <EligibilityPage
        page={pageContext(request, context)}
        vacancy={{ reference: vacancy.reference, title: vacancy.notice.title }}
        rules={organisation}
        on={dayIn(at, vacancy.deadlineZone)}
        answer={errors.length > 0 ? undefined : answer.ok ? answer.value : answer.refusal}
        {...{ nationalities, errors, closed }}
      />,
      errors.length > 0 ? 422 : 200,
    );
  });
}

function nationalityErrors(nationalities: string[], t: { chooseOne: string; unknown: string }) {
  if (nationalities.length === 0) return [{ field: 'nationality-1', message: t.chooseOne }];
  return nationalities.flatMap((code, index) =>
    isCountryCode(code) ? [] : [{ field: `nationality-${index + 1}`, message: t.unknown }],
  );
}
