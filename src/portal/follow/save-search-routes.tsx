import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { networkOf } from '../../people/attempt-limits.ts';
import { countAttempt } from '../../people/attempt-queries.ts';
import type { Context } from '../../people/context.ts';
import { readAddress } from '../../people/email-address.ts';
import { UNLOGGED } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { fieldsOf, typed } from '../../people/typed.ts';
import { queueMail } from '../../platform/mail.ts';
import type { FieldError } from '../../site/forms.tsx';
import { askedOf, queryOf } from '../../vacancies/search/search-asked.ts';
import { askedBy } from '../search/search-routes.tsx';
import { FOLLOW_MAIL_TEXTS, FOLLOW_TEXTS } from './follow-texts.ts';
import { isToken, linkToken, type Frequency, FREQUENCIES } from './follower.ts';
import {
  confirmSearch,
  isVisitor,
  saveSearch,
  searchesOf,
  searchIsThere,
  unsubscribe,
  type Who,
} from './follower-queries.ts';
import { ConfirmSearchPage, SaidPage, SaveSearchPage, UnsubscribePage } from './save-search-pages.tsx';
import { searchInWords } from './search-words.ts';

const FORM = z.object({ query: typed, frequency: typed, email: typed });
type Form = z.infer<typeof FORM>;
type Place = { request: FastifyRequest; reply: FastifyReply; context: Context };
type Link = { Params: { id: string; token: string } };

/** Searches that are saved and tell of what they find: asked for, confirmed, and ended, the last two without a sign-in. */
export function saveSearchRoutes(web: FastifyInstance, context: Context): void {
  web.get('/searches/new', async (request, reply) => {
    const query = queryOf({ ...askedBy(request), page: 1 });
    return formPage({ request, reply, context }, { query, frequency: 'daily', email: '' }, []);
  });
  web.post('/searches/new', (request, reply) => save({ request, reply, context }));

  web.get('/searches/sent', async (request, reply) => said({ request, reply, context }, 'sent'));

  web.get<Link>('/searches/confirmation/:id/:token', UNLOGGED, async (request, reply) => {
    if (!isGood('confirm-search', request.params, context)) return reply.callNotFound();
    if (!(await searchIsThere(context.db, request.params.id))) return reply.callNotFound();
    return page(reply, <ConfirmSearchPage page={pageContext(request, context)} action={request.url} />);
  });
  web.post<Link>('/searches/confirmation/:id/:token', UNLOGGED, async (request, reply) => {
    if (!isGood('confirm-search', request.params, context)) return reply.callNotFound();
    const confirmed = await confirmSearch(context.db, request.params.id, context.clock());
    return confirmed ? said({ request, reply, context }, 'confirmed') : reply.callNotFound();
  });

  web.get<Link>('/searches/unsubscribe/:id/:token', UNLOGGED, async (request, reply) => {
    if (!isGood('unsubscribe', request.params, context)) return reply.callNotFound();
    const { language } = request;
    const searches = (await searchesOf(context.db, request.params.id)).filter(({ frequency }) => frequency !== 'never');
    if (searches.length === 0) return said({ request, reply, context }, 'unsubscribed');
    const words = searches.map(({ query }) => searchInWords(askedOf(query), context, language));
    const shown = { page: pageContext(request, context), action: request.url, searches: words, language };
    const visitor = await isVisitor(context.db, request.params.id);
    return page(reply, <UnsubscribePage {...shown} visitor={visitor} />);
  });
  // Mail programs post here by themselves when the reader presses their own button (RFC 8058).
  web.post<Link>('/searches/unsubscribe/:id/:token', UNLOGGED, async (request, reply) => {
    if (!isGood('unsubscribe', request.params, context)) return reply.callNotFound();
    await unsubscribe(context.db, request.params.id);
    return said({ request, reply, context }, 'unsubscribed');
  });
}

const isGood = (kind: 'confirm-search' | 'unsubscribe', { id, token }: Link['Params'], { secret }: Context): boolean =>
  z.uuid().safeParse(id).success && isToken(token, { kind, id, secret });

function said({ request, reply, context }: Place, what: 'sent' | 'confirmed' | 'unsubscribed'): FastifyReply {
  const t = FOLLOW_TEXTS[request.language];
  reply.header('cache-control', 'no-store');
  return page(
    reply,
    <SaidPage page={pageContext(request, context)} title={t[`${what}Title`]} text={t[`${what}Text`]} />,
  );
}

function formPage({ request, reply, context }: Place, form: Form, errors: FieldError[]): FastifyReply {
  const asked = askedOf(form.query);
  return page(
    reply,
    <SaveSearchPage
      page={{ ...pageContext(request, context), path: '/searches/new', query: form.query }}
      query={form.query}
      words={searchInWords(asked, context, request.language)}
      mineNotKept={asked.mine && !request.actor}
      typed={form}
      errors={errors}
    />,
    errors.length > 0 ? 422 : 200,
  );
}

/** The answer to a visitor is the same whether or not their address is known. */
async function save(place: Place) {
  const { request, reply } = place;
  const t = FOLLOW_TEXTS[request.language];
  const typedForm = FORM.parse(fieldsOf(request.body));
  const form = { ...typedForm, query: queryOf({ ...askedOf(typedForm.query), page: 1, sort: undefined }) };
  const frequency = FREQUENCIES.find((each) => each === form.frequency);
  const email = readAddress(form.email);
  const who = whoIs(request, email);
  if (!who || !frequency) {
    const wrongFrequency = frequency ? [] : [{ field: 'frequency', message: t.frequencyWrong }];
    const wrongEmail = who ? [] : [{ field: 'email', message: t.emailWrong }];
    return formPage(place, form, [...wrongFrequency, ...wrongEmail]);
  }
  if (email !== undefined && 'email' in who && !(await mayAsk(place, email)))
    return formPage(place, form, [{ field: 'email', message: t.tooOften }]);
  const kept = await keep(place, who, { query: form.query, frequency });
  if (!kept.ok) return formPage(place, form, [{ field: 'frequency', message: t.tooMany }]);
  const next = 'email' in who ? 'searches/sent' : 'my/searches?done=saved';
  return reply.redirect(`/${request.language}/${next}`, 303);
}

const whoIs = ({ actor, language }: FastifyRequest, email: string | undefined): Who | undefined => {
  if (actor) return { accountId: actor.accountId };
  return email === undefined ? undefined : { email, language };
};

async function mayAsk({ request, context }: Place, email: string): Promise<boolean> {
  const attempts = [
    { kind: 'subscribe-by-address', subject: email },
    { kind: 'subscribe-by-network', subject: networkOf(request.ip) },
  ] as const;
  return (await countAttempt(context, attempts, context.clock())).ok;
}

/** The search, and to a visitor the mail that asks whether the address is theirs, in one transaction. */
function keep({ request, context }: Place, who: Who, search: { query: string; frequency: Frequency }) {
  const { organisation, config, secret, db, clock } = context;
  const at = clock();
  return db.transaction().execute(async (transaction) => {
    const saved = await saveSearch(transaction, who, { ...search, at });
    if (!saved.ok || !saved.value?.ask || !('email' in who)) return saved;
    const { id } = saved.value;
    const { language } = request;
    const link = `${config.PUBLIC_URL}/${language}/searches/confirmation/${id}/${linkToken('confirm-search', id, secret)}`;
    const words = searchInWords(askedOf(search.query), context, language);
    const mail = FOLLOW_MAIL_TEXTS[language].confirm({
      organisation: organisation.name[language],
      search: words,
      link,
    });
    await queueMail(transaction, { to: { name: '', address: who.email }, ...mail, language }, at);
    return saved;
  });
}
