import type { FastifyInstance } from 'fastify';
import { requiresIn } from '../../competition/competition-guard.ts';
import { membersOf } from '../../competition/member-queries.ts';
import type { Context } from '../../people/context.ts';
import { page, pageContext } from '../../people/page.ts';
import { plural } from '../../site/numbers.ts';
import { doneIn, withVacancy, type Place } from '../screening-place-routes.ts';
import { dueShown } from '../due/due-routes.tsx';
import { findScreening } from '../screening-queries.ts';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import { waitingPages } from '../transcribing/transcription-queries.ts';
import { readScreeningFilters } from './screening-filters.ts';
import { ScreeningListPage } from './screening-list-pages.tsx';
import { neighboursOf, screeningList, workloads } from './screening-list-queries.ts';

/** The applications of a screening, for those who screen and those who arrange it. */
export function screeningListRoutes(web: FastifyInstance, context: Context): void {
  const guard = requiresIn(context, 'screening:read');
  web.get('/staff/vacancies/:reference/screening', guard, withVacancy(context, showList));
}

async function showList(place: Place) {
  const { request, reply, context, actor, vacancy, may, blind } = place;
  const { db, organisation } = context;
  const { reference } = vacancy;
  const screening = await findScreening(db, reference);
  const filters = readScreeningFilters(request.query);
  const arranges = may('competition:arrange');
  const viewer = { accountId: actor.accountId, everything: arranges };
  const list = screening && (await screeningList(db, { reference, screeners: screening.screeners, viewer, filters }));
  const all = await workloads(db, reference);
  const members = await membersOf(db, reference);
  const own = screening && (await neighboursOf(db, { reference, accountId: actor.accountId, number: '' }));
  const props = {
    page: { ...pageContext(request, context), notice: noticeOf({ request }) },
    vacancy,
    organisation,
    screening,
    list,
    filters,
    screeners: new Map(
      members.filter(({ role }) => role === 'screener').map(({ accountId, name }) => [accountId, name]),
    ),
    workloads: arranges ? all : all.filter(({ accountId }) => accountId === actor.accountId),
    ownNext: own?.open,
    ownLeft: own ? own.assigned - own.done : 0,
    anonymous: blind,
    due: await dueShown(place),
    waiting: arranges && !blind ? (await waitingPages(db, reference, actor.accountId)).length : 0,
    may: {
      screen: may('screening:screen'),
      arrange: arranges,
      settle: may('screening:settle'),
      duplicates: arranges && !blind,
    },
  };
  return page(reply, <ScreeningListPage {...props} />);
}

function noticeOf({ request }: Pick<Place, 'request'>): string | undefined {
  const { done, count } = doneIn({ request });
  const { language } = request;
  const t = SCREENING_TEXTS[language];
  if (done === 'saved') return t.saved;
  if (done === 'signed') return t.savedSigned;
  return done === 'settled' ? plural(count, t.settledNow, language) : undefined;
}
