import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { fieldsOf, typed } from '../../people/typed.ts';
import { formatInstant } from '../../site/dates.ts';
import type { Language } from '../../platform/language.ts';
import { forEntrance } from '../../vacancies/internal-dates/internal-dates.ts';
import { isStaff, isThereFor } from '../../vacancies/publication/audience.ts';
import { askedOf } from '../../vacancies/search/search-asked.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { inLanguage } from '../vacancy-view.ts';
import { addBookmark, bookmarksOf, removeBookmark, type Bookmark } from './bookmark-queries.ts';
import { calendarOf, type CalendarEntry } from './calendar.ts';
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
  const { db, config } = context;
  web.get('/my/bookmarks.ics', signedIn(), async (request, reply) => {
    const bookmarks = await bookmarksOf(db, actorOf(request));
    return sendCalendar(
      reply,
      bookmarks.flatMap((each) => entryOf(each, config.PUBLIC_URL, request.language)),
    );
  });

  web.get<OfVacancy>('/vacancies/:reference/deadline.ics', async (request, reply) => {
    const vacancy = await findVacancy(db, request.params.reference);
    if (!vacancy || !isThereFor(vacancy, request.actor)) return reply.callNotFound();
    const own = forEntrance(vacancy, isStaff(request.actor) ? 'internal' : 'public');
    const { notice, corrections, ...rest } = own;
    const entry = entryOf(
      { ...rest, title: notice.title, corrections: corrections.length },
      config.PUBLIC_URL,
      request.language,
    );
    return entry.length === 0 ? reply.callNotFound() : sendCalendar(reply, entry);
  });
}

const sendCalendar = (reply: FastifyReply, entries: CalendarEntry[]): FastifyReply =>
  reply
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', 'attachment; filename="deadline.ics"')
    .send(calendarOf(entries));

/** The deadline of a vacancy; it counts as changed with each correction, and once more when the vacancy is cancelled. */
function entryOf(
  { reference, title, deadlineAt, deadlineZone, corrections, updatedAt, status }: Bookmark,
  publicUrl: string,
  language: Language,
): CalendarEntry[] {
  if (deadlineAt === null) return [];
  const t = FOLLOW_TEXTS[language];
  const url = `${publicUrl}/${language}/vacancies/${reference}`;
  const name = inLanguage(title, language)?.text ?? reference;
  const cancelled = status === 'cancelled';
  return [
    {
      uid: `deadline-${reference}@${new URL(publicUrl).hostname}`,
      sequence: corrections + (cancelled ? 1 : 0),
      at: deadlineAt,
      changedAt: updatedAt,
      summary: t.deadlineOf.replace('{title}', name).replace('{reference}', reference),
      description: `${t.deadlineNote.replace('{instant}', formatInstant(deadlineAt, deadlineZone, language))}\n${url}`,
      url,
      cancelled,
    },
  ];
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
