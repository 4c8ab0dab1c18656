import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../people/context.ts';
import { page, pageContext } from '../../people/page.ts';
import { fieldsOf, typed } from '../../people/typed.ts';
import type { Language } from '../../platform/language.ts';
import { countryName, isCountryCode } from '../../regulations/organisation/countries.ts';
import type { FieldError } from '../../site/forms.tsx';
import { joinList } from '../../site/numbers.ts';
import { forEntrance } from '../../vacancies/internal-dates/internal-dates.ts';
import { isStaff } from '../../vacancies/publication/audience.ts';
import { excerptOf } from '../../vacancies/search/excerpt.ts';
import { listed, type Listed } from '../../vacancies/search/listed-queries.ts';
import { answerSearch, type SearchAnswer } from '../../vacancies/search/search-answer-queries.ts';
import { askedOf, queryOf, readAsked, type SearchAsked } from '../../vacancies/search/search-asked.ts';
import { nextOwnChange } from '../own-change-queries.ts';
import type { Shown } from '../public-page-routes.ts';
import { standsUntil } from '../stands-until.ts';
import { cityName } from '../vacancy-view.ts';
import { NATIONALITY_COOKIE, nationalityCookie } from '../../people/said-nationality.ts';
import { nationalityOf, seekerFor, type KnownNationality } from './seeker-queries.ts';
import { SearchPage, type MineShown } from './search-page.tsx';
import { SEARCH_TEXTS } from './search-texts.ts';
import { searchFor } from './search-of.ts';
import { facetGroups, type SearchBook } from './search-view.ts';
import type { ListedVacancy } from './vacancy-item.tsx';

const NATIONALITY = z.object({ nationality: typed, forget: typed, back: typed });

/** Where a reader says their nationality, so that it never stands in an address. */
export function searchRoutes(web: FastifyInstance, context: Context): void {
  web.post('/vacancies/nationality', async (request, reply) => {
    const { nationality, forget, back } = NATIONALITY.parse(fieldsOf(request.body));
    const asked = askedOf(back);
    if (forget !== '') {
      reply.clearCookie(NATIONALITY_COOKIE, { path: '/' });
      return backToList(reply, request.language, { ...asked, mine: false });
    }
    // The list is the same page for all visitors: who has said it before, in whatever way, need not choose it again.
    const known = nationality === '' ? (await nationalityOf(request, context)).countries : [];
    if (known.length > 0) return backToList(reply, request.language, asked);
    if (!isCountryCode(nationality)) {
      const errors = [{ field: 'nationality', message: SEARCH_TEXTS[request.language].chooseNationality }];
      const { content } = await searchPage(request, context, { asked, errors, now: context.clock() });
      return page(reply, content, 422);
    }
    reply.setCookie(...nationalityCookie([nationality], context.config));
    return backToList(reply, request.language, asked);
  });
}

const backToList = (reply: FastifyReply, language: Language, asked: SearchAsked) =>
  reply.redirect(`/${language}/vacancies${queryOf(asked)}`, 303);

/** What an address asks of the list. */
export const askedBy = (request: FastifyRequest): SearchAsked => readAsked(request.query as Record<string, unknown>);

/**
 * The list of vacancies. What visitors are shown depends on the address alone, unless it asks for what is open to them:
 * only then is their cookie looked at.
 */
export async function searchPage(
  request: FastifyRequest,
  context: Context,
  { asked, errors = [], now }: { asked: SearchAsked; errors?: FieldError[]; now: Date },
): Promise<Shown> {
  const { db, organisation } = context;
  const { language } = request;
  const isPersonal = asked.mine || request.actor !== undefined || errors.length > 0;
  const known = isPersonal ? await nationalityOf(request, context) : { countries: [], from: undefined };
  const seeker = seekerFor(isStaff(request.actor), known.countries, organisation);
  const search = searchFor(asked, { book: context, seeker, now, language });
  const answer = await answerSearch(db, search);
  const entrance = seeker.internal ? 'internal' : 'public';
  const rows = (await listed(db, answer.references, asked.text !== '')).map((row) => forEntrance(row, entrance));
  const { figures, corrections } = answer;
  const content = (
    <SearchPage
      page={{ ...pageContext(request, context), path: '/vacancies', query: queryOf(asked) }}
      vacancies={rows.map((row) => shown(row, { answer, book: context, language, asked }))}
      total={figures.total}
      pages={{ current: answer.page, total: answer.pages }}
      groups={facetGroups(context, { asked, figures, language })}
      mine={mineShown(known, { figures, language, context })}
      {...{ asked, corrections, errors, now }}
    />
  );
  return { content, until: standsUntil(now, rows, await nextOwnChange(db, now)) };
}

type Showing = { answer: SearchAnswer; book: SearchBook; language: Language; asked: SearchAsked };

function shown({ location, notice, ...row }: Listed, { answer, book, language, asked }: Showing): ListedVacancy {
  return {
    ...row,
    place: location ? cityName(location.city, book.vocabulary) : undefined,
    excerpt: notice ? excerptOf(notice, answer, language) : undefined,
    unknownClearance: asked.mine && row.fastTrack,
  };
}

function mineShown(
  { countries, from }: KnownNationality,
  { figures, language, context }: { figures: SearchAnswer['figures']; language: Language; context: Context },
): MineShown {
  const { source } = context.organisation.memberNations;
  const names = countries.map((code) => countryName(code, language));
  return {
    countries: countries.length === 0 ? undefined : joinList(names, language, 'disjunction'),
    count: countries.length === 0 ? undefined : figures.mine,
    first: countries[0],
    rule: source[language],
    from,
  };
}
