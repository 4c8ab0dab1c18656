import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { titleIn } from '../../applications/application.ts';
import { newsMail } from '../../applications/stages/news-mail.ts';
import { networkOf } from '../../people/attempt-limits.ts';
import { countAttempt } from '../../people/attempt-queries.ts';
import type { Context } from '../../people/context.ts';
import { UNLOGGED } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { fieldsOf, typed } from '../../people/typed.ts';
import { queueMail } from '../../platform/mail.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { Db } from '../../schema.ts';
import { peopleOf } from '../invitations/invitation-queries.ts';
import { itemsOf } from '../plan/notice-items.ts';
import { RefereePage, ThanksPage, VoidReferencePage } from './referee-pages.tsx';
import { findLink, recordAnswered, recordDraft, type Answered, type OpenedLink } from './reference-queries.ts';
import { explainGiving, REFERENCE_TEXTS } from './reference-texts.ts';
import { give, MAX_TEXT, readAnswers, type Answers, type Asked } from './reference.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };
type WithToken = { Params: { token: string } };
type Opened = Exchange & { token: string; link: OpenedLink; asked: Asked[] };

/** A referee’s page: behind a link of a mail, without an account, and nothing else is behind it. */
export function refereeRoutes(web: FastifyInstance, context: Context): void {
  web.get('/references/thanks', async (request, reply) =>
    page(unseen(reply), <ThanksPage page={visitorPage({ request, reply, context }, '/references/thanks')} />),
  );
  const opened =
    (then: (exchange: Opened) => Promise<unknown>) =>
    async (request: FastifyRequest<WithToken>, reply: FastifyReply) => {
      const { token } = request.params;
      const link = await findLink(context.db, token);
      const exchange = { request, reply: unseen(reply), context };
      if (!link) return voidLink(exchange);
      const asked = itemsOf({ essential: NO_ITEMS, desirable: NO_ITEMS, competencies: link.notice.competencies });
      return then({ ...exchange, token, link, asked });
    };
  web.get<WithToken>(
    '/references/:token',
    UNLOGGED,
    opened((exchange) => form(exchange)),
  );
  web.post<WithToken>('/references/:token', UNLOGGED, opened(saveOrSend));
  web.post<WithToken>('/references/:token/refusal', UNLOGGED, opened(decline));
}

const NO_ITEMS = { en: [], fr: [] };

/**
 * Kept nowhere, listed nowhere. Where somebody goes from here, the address does not go along: the origin alone does, which
 * our own forms are told apart by (`platform/web.ts`).
 */
const unseen = (reply: FastifyReply): FastifyReply =>
  reply.headers({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'strict-origin',
  });

/** The page as for a visitor: whoever is signed in in this browser has no part in it. */
const visitorPage = ({ request, context }: Exchange, path: string) => ({
  ...pageContext(request, context),
  actor: undefined,
  path,
  query: undefined,
});

/** Wrong, used, taken back or too late: one answer, and a limit on how often it is asked for. */
async function voidLink(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const attempt = { kind: 'reference-link-by-network', subject: networkOf(request.ip) } as const;
  const counted = await countAttempt(context, [attempt], context.clock());
  const t = REFERENCE_TEXTS[request.language];
  const shown = visitorPage(exchange, '/references/thanks');
  if (counted.ok) return page(reply, <VoidReferencePage page={shown} text={t.voidText} />, 410);
  reply.header('retry-after', counted.refusal.seconds);
  return page(reply, <VoidReferencePage page={shown} text={t.tryLater} />, 429);
}

const pathOf = ({ token }: Opened) => `/references/${token}`;
const candidateOf = ({ link: { candidate } }: Opened) => `${candidate.givenNames} ${candidate.familyName}`;

type Shown = { answers?: Answers; errors?: FieldError[]; version?: number; saved?: boolean };

function form(exchange: Opened, { answers, errors = [], version, saved = false }: Shown = {}) {
  const { request, reply, link, asked } = exchange;
  const t = REFERENCE_TEXTS[request.language];
  const shown = {
    page: { ...visitorPage(exchange, pathOf(exchange)), ...(saved && { notice: t.saved }) },
    candidate: candidateOf(exchange),
    post: titleIn(link.notice.title, request.language),
    asked,
    answers: answers ?? link.draft,
    base: `${version ?? link.referee.version}`,
    errors,
  };
  return Promise.resolve(page(reply, <RefereePage {...shown} />, errors.length > 0 ? 422 : 200));
}

/** Keeps what is typed, by itself or at a press, or sends the whole once. */
async function saveOrSend(exchange: Opened) {
  const { request, asked } = exchange;
  const fields = z.record(z.string(), typed).parse(fieldsOf(request.body));
  const answers = readAnswers(fields, asked);
  if (request.headers.accept?.includes('application/json')) return autosave(exchange, answers, fields['base']);
  return fields['do'] === 'send' ? send(exchange, answers) : save(exchange, answers);
}

async function autosave({ request, reply, context, link }: Opened, answers: Answers, base: string | undefined) {
  const version = /^\d{1,9}$/.test(base ?? '') ? Number(base) : 0;
  if (await recordDraft(context.db, { id: link.referee.id, version }, answers))
    return reply.send({ base: `${version + 1}` });
  return reply.code(409).send({ text: REFERENCE_TEXTS[request.language].changedElsewhere });
}

/** At a press the whole form is there: it stands, whatever was saved in between. */
async function save(exchange: Opened, answers: Answers) {
  const { context, link } = exchange;
  const saved = await recordDraft(context.db, link.referee, answers);
  return form(exchange, { answers, version: link.referee.version + (saved ? 1 : 0), saved });
}

async function send(exchange: Opened, answers: Answers) {
  const { request, asked, link, context } = exchange;
  const given = give(answers, asked);
  if (!given.ok) {
    const saved = await recordDraft(context.db, link.referee, answers);
    const errors = given.refusal.map((one) => ({ field: one.field, message: explainGiving(one)[request.language] }));
    return form(exchange, { answers, errors, version: link.referee.version + (saved ? 1 : 0) });
  }
  return finish(exchange, { given: given.value });
}

const decline = (exchange: Opened) => {
  const { word } = z.object({ word: typed }).parse(fieldsOf(exchange.request.body));
  return finish(exchange, { declineWord: word.trim().slice(0, MAX_TEXT) });
};

/** What ends the link: the answer is written once, and a candidate whose referee declined is told that there is news. */
async function finish(exchange: Opened, answered: Answered) {
  const { request, reply, context, link } = exchange;
  const at = context.clock();
  const done = await context.db.transaction().execute(async (db) => {
    const written = { ...answered, at, number: link.number, stage: link.stage };
    if (!(await recordAnswered(db, link.referee, written))) return false;
    if ('declineWord' in answered) await tellCandidate(db, exchange, at);
    return true;
  });
  return done ? reply.redirect(`/${request.language}/references/thanks`, 303) : voidLink(exchange);
}

async function tellCandidate(db: Db, { context, link }: Opened, at: Date): Promise<void> {
  const to = (await peopleOf(db, [link.applicationId])).get(link.applicationId);
  if (to) await queueMail(db, newsMail({ ...to, email: to.address }, 'step', context.config.PUBLIC_URL), at);
}
