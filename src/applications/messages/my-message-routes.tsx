import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { announcingZone } from '../../regulations/deadline.ts';
import type { FieldError } from '../../site/forms.tsx';
import { findOwnApplication, lockDossier } from '../application-queries.ts';
import { fieldsOf, valueOf } from '../drafting/draft.ts';
import { MAX_BODY, mayReply, readIn, type Message } from './message.ts';
import { inboxOf, messagesOf, recordReading, recordReply, unreadCount } from './message-queries.ts';
import { explainText, MESSAGE_TEXTS } from './message-texts.ts';
import { InboxPage, MyThreadPage } from './my-message-pages.tsx';

type OfApplication = { Params: { number: string } };
type Exchange = { request: FastifyRequest<OfApplication>; reply: FastifyReply; context: Context };

/** A person's messages: all of them, those about one application, and the answer to them. */
export function myMessageRoutes(web: FastifyInstance, context: Context): void {
  web.get('/my/messages', signedIn(), async (request, reply) => {
    const rows = await inboxOf(context.db, actorOf(request).accountId);
    const zone = announcingZone(context.organisation, request.receivedAt);
    reply.header('cache-control', 'no-store');
    return page(reply, <InboxPage page={pageContext(request, context)} rows={rows} zone={zone} />);
  });
  web.get<OfApplication>('/my/applications/:number/messages', signedIn(), (request, reply) =>
    readThread({ request, reply, context }),
  );
  web.post<OfApplication>('/my/applications/:number/messages', signedIn(), (request, reply) =>
    answer({ request, reply, context }),
  );
}

const ownOf = (request: Exchange['request']) => ({
  accountId: actorOf(request).accountId,
  number: request.params.number,
});

/** Shows the thread as it was, unread marked, and notes that it is read now. */
async function readThread(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const own = ownOf(request);
  const shown = await context.db.transaction().execute(async (transaction) => {
    const application = await findOwnApplication(transaction, own);
    if (!application) return undefined;
    const messages = await messagesOf(transaction, application.id);
    const about = { ...own, applicationId: application.id };
    await recordReading(transaction, about, { from: 'staff', now: context.clock() });
    return { application, messages };
  });
  if (!shown) return reply.callNotFound();
  request.unread = await unreadCount(context.db, own.accountId);
  return threadPage(exchange, {
    messages: shown.messages,
    mayAnswer: mayReply(shown.messages, shown.application.status),
  });
}

type Shown = { messages: Message[]; mayAnswer: boolean; answer?: string; errors?: FieldError[] };

function threadPage({ request, reply, context }: Exchange, shown: Shown) {
  const zone = announcingZone(context.organisation, request.receivedAt);
  const sent = (request.query as { sent?: string }).sent !== undefined;
  const notice = sent ? { notice: MESSAGE_TEXTS[request.language].sent } : {};
  const place = { ...pageContext(request, context), ...notice };
  reply.header('cache-control', 'no-store');
  const thread = <MyThreadPage page={place} number={request.params.number} zone={zone} {...shown} />;
  return page(reply, thread, shown.errors ? 422 : 200);
}

async function answer(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { language } = request;
  const own = ownOf(request);
  const text = valueOf(fieldsOf(request.body), 'answer').trim();
  const done = await context.db.transaction().execute(async (transaction) => {
    const dossier = await lockDossier(transaction, own, context.organisation);
    if (!dossier) return undefined;
    const messages = await messagesOf(transaction, dossier.application.id);
    const mayAnswer = mayReply(messages, dossier.application.status);
    const last = messages.findLast(({ sender }) => sender === 'staff');
    if (!mayAnswer || !last || text === '' || text.length > MAX_BODY) return { messages, mayAnswer };
    const subject = MESSAGE_TEXTS[language].re(last.subject[readIn(last, language)] ?? '');
    const written = { subject: { [language]: subject }, body: { [language]: text }, now: context.clock() };
    await recordReply(transaction, { ...own, applicationId: dossier.application.id }, written);
    return 'sent' as const;
  });
  if (done === undefined) return reply.callNotFound();
  const here = `/${language}/my/applications/${encodeURIComponent(own.number)}/messages`;
  if (done === 'sent') return reply.redirect(`${here}?sent`, 303);
  if (!done.mayAnswer) return reply.redirect(here, 303);
  const problem = text === '' ? ({ kind: 'body-missing' } as const) : ({ kind: 'too-long', max: MAX_BODY } as const);
  const errors = [{ field: 'answer', message: explainText({ field: 'answer', ...problem })[language] }];
  return threadPage(exchange, { ...done, answer: text, errors });
}
