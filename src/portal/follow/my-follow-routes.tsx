import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { fieldsOf, typed } from '../../people/typed.ts';
import { forEntrance } from '../../vacancies/internal-dates/internal-dates.ts';
import { isShownTo, isStaff, isThereFor } from '../../vacancies/publication/audience.ts';
import { askedOf } from '../../vacancies/search/search-asked.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { deadlineCalendar, type Dated } from '../deadline-calendar.ts';
import { addBookmark, bookmarksOf, removeBookmark } from './bookmark-queries.ts';
import { FOLLOW_TEXTS } from './follow-texts.ts';
import { FREQUENCIES } from './follower.ts';
import { changeFrequency, followerOfAccount, removeSearch, searchesOf } from './follower-queries.ts';
import { MyBookmarksPage, MySearchesPage } from './my-follow-pages.tsx';
import { searchInWords } from './search-words.ts';

const DONE = z.object({ done: z.enum(['saved', 'removed', 'changed']).optional().catch(undefined) });

type OfVacancy = { Params: { reference: string } };
type OfSearch = { Params: { id: string } };

/** What somebody follows: their bookmarks, their searches, and deadlines for their calendar. */
export function myFollowRoutes(web: FastifyInstance, context: Context): void {
  bookmarkRoutes(web, context);
  calendarRoutes(web, context);
  mySearchRoutes(web, context);
}

function bookmarkRoutes(web: FastifyInstance, context: Context): void {
  const { db, clock } = context;
  web.get('/my/bookmarks', signedIn(), async (request, reply) => {
    const bookmarks = await bookmarksOf(db, actorOf(request));
    return page(reply, <MyBookmarksPage page={withNotice(request, context)} bookmarks={bookmarks} />);
  });

  web.post('/my/bookmarks', signedIn(), async (request, reply) => {
    const { reference } = z.object({ reference: typed }).parse(fieldsOf(request.body));
    const vacancy = await findVacancy(db, reference);
    if (!vacancy || !isThereFor(vacancy, request.actor)) return reply.callNotFound();
    await addBookmark(db, actorOf(request).accountId, { reference, at: clock() });
    return reply.redirect(`/${request.language}/my/bookmarks?done=saved`, 303);
  });

  web.post<OfVacancy>('/my/bookmarks/:reference/removal', signedIn(), async (request, reply) => {
    await removeBookmark(db, actorOf(request).accountId, request.params.reference);
    return reply.redirect(`/${request.language}/my/bookmarks?done=removed`, 303);
  });
}

const withNotice = (request: FastifyRequest, context: Context) => {
  const { done } = DONE.parse(request.query);
  return { ...pageContext(request, context), notice: done && FOLLOW_TEXTS[request.language].done[done] };
};

function calendarRoutes(web: FastifyInstance, context: Context): void {
  const { db } = context;
  web.get('/my/bookmarks.ics', signedIn(), async (request, reply) => {
    const bookmarks = await bookmarksOf(db, actorOf(request));
    return sendCalendar({ request, reply, context }, bookmarks);
  });

  web.get<OfVacancy>('/vacancies/:reference/deadline.ics', async (request, reply) => {
    const vacancy = await findVacancy(db, request.params.reference);
    const own = vacancy && forEntrance(vacancy, isStaff(request.actor) ? 'internal' : 'public');
    // A cancelled one as well: it strikes out the entry that is there.
    if (!own?.deadlineAt || !own.publishedAt || !isShownTo(own, request.actor)) return reply.callNotFound();
    return sendCalendar({ request, reply, context }, [{ ...own, title: own.notice.title }]);
  });
}

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

function sendCalendar({ request, reply, context }: Exchange, vacancies: readonly Dated[]): FastifyReply {
  const { config, organisation } = context;
  const about = { language: request.language, publicUrl: config.PUBLIC_URL, organisation: organisation.name };
  return reply
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', 'attachment; filename="deadline.ics"')
    .send(deadlineCalendar(vacancies, { ...about, reminder: true }));
}

function mySearchRoutes(web: FastifyInstance, context: Context): void {
  const { db } = context;
  web.get('/my/searches', signedIn(), async (request, reply) => {
    const follower = await followerOfAccount(db, actorOf(request).accountId);
    const searches = follower === undefined ? [] : await searchesOf(db, follower);
    const shown = searches.map((search) => ({
      ...search,
      words: searchInWords(askedOf(search.query), context, request.language),
    }));
    return page(reply, <MySearchesPage page={withNotice(request, context)} searches={shown} />);
  });

  web.post<OfSearch>('/my/searches/:id', signedIn(), async (request, reply) => {
    const follower = await ownFollower(request, context);
    const fields = z.record(z.string(), z.unknown()).parse(fieldsOf(request.body));
    const frequency = FREQUENCIES.find((each) => each === fields[`frequency-${request.params.id}`]);
    if (follower === undefined || !frequency) return reply.callNotFound();
    await changeFrequency(db, follower, { id: request.params.id, frequency });
    return reply.redirect(`/${request.language}/my/searches?done=changed`, 303);
  });

  web.post<OfSearch>('/my/searches/:id/removal', signedIn(), async (request, reply) => {
    const follower = await ownFollower(request, context);
    if (follower === undefined) return reply.callNotFound();
    await removeSearch(db, follower, request.params.id);
    return reply.redirect(`/${request.language}/my/searches?done=removed`, 303);
  });
}

/** The follower that the person signed in is, where the address names a search at all. */
async function ownFollower(request: FastifyRequest<OfSearch>, { db }: Context): Promise<string | undefined> {
  if (!z.uuid().safeParse(request.params.id).success) return undefined;
  return followerOfAccount(db, actorOf(request).accountId);
}
