import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { LANGUAGES, type Translated } from '../../platform/language.ts';
import { queueMails } from '../../platform/mail.ts';
import { announcingZone } from '../../regulations/deadline.ts';
import type { FieldError } from '../../site/forms.tsx';
import { plural } from '../../site/numbers.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { fieldsOf, valueOf, type Fields } from '../drafting/draft.ts';
import { newsMail } from '../stages/news-mail.ts';
import { candidatesAt, lockCandidates, previewMark, type Chosen } from '../stages/stage-queries.ts';
import { POSITIONS } from '../stages/stage-state.ts';
import { textProblems } from './message.ts';
import { conversationsOf, recordMessages, recordReading, threadForStaff } from './message-queries.ts';
import { explainText, MESSAGE_TEXTS } from './message-texts.ts';
import { ComposePage, type Composed } from './compose-pages.tsx';
import { MessagePreviewPage } from './message-preview-pages.tsx';
import { StaffThreadPage } from './staff-thread-pages.tsx';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context; reference: string };

/** What those who select write to applicants, and read of them. */
export function staffMessageRoutes(web: FastifyInstance, context: Context): void {
  const guard = requires('applications:message');
  const address = '/staff/vacancies/:reference/messages';
  const exchange = (request: FastifyRequest, reply: FastifyReply): Exchange => {
    const { reference } = request.params as { reference: string };
    return { request, reply, context, reference };
  };
  web.get(address, guard, (request, reply) => begin(exchange(request, reply)));
  web.post(address, guard, (request, reply) => goOn(exchange(request, reply)));
  web.get('/staff/applications/:number/messages', guard, (request, reply) =>
    readThread({ request, reply, context, reference: '' }),
  );
}

async function begin(exchange: Exchange) {
  const { number = '', sent = '' } = exchange.request.query as Record<string, string>;
  const composed = { subject: {}, body: {}, replies: true, whom: '', number };
  return composePage(exchange, { composed, sent: Number(sent) });
}

type Shown = { composed: Composed; errors?: FieldError[]; problem?: string; sent?: number };

async function composePage({ request, reply, context, reference }: Exchange, { sent = 0, ...shown }: Shown) {
  const { db, organisation } = context;
  const conversations = await conversationsOf(db, actorOf(request), reference);
  if (!conversations || !(await findVacancy(db, reference))) return reply.callNotFound();
  const { language } = request;
  const notice = sent > 0 ? { notice: plural(sent, MESSAGE_TEXTS[language].done, language) } : {};
  const place = { ...pageContext(request, context), ...notice };
  const composing = <ComposePage page={place} {...{ reference, organisation, conversations }} {...shown} />;
  return page(reply, composing, shown.errors || shown.problem ? 422 : 200);
}

async function goOn(exchange: Exchange) {
  const { request, context, reply, reference } = exchange;
  const fields = fieldsOf(request.body);
  const composed = readComposed(fields, context.organisation.selection.messages.replies);
  const step = valueOf(fields, 'step');
  if (step === 'template') return composePage(exchange, { composed: withTemplate(composed, fields, context) });
  if (step === 'change') return composePage(exchange, { composed });
  const errors = textProblems(composed).map((problem) => ({
    field: problem.field,
    message: explainText(problem)[request.language],
  }));
  if (errors.length > 0) return composePage(exchange, { composed, errors });
  if (step === 'send') return send(exchange, composed, valueOf(fields, 'mark'));
  const candidates = await candidatesAt(context.db, actorOf(request), chosenOf(composed, reference));
  if (!candidates) return reply.callNotFound();
  if (candidates.length === 0) return composePage(exchange, { composed, errors: nobody(request) });
  const mark = previewMark(candidates, textOf(composed));
  const shown = { page: pageContext(request, context), reference, composed, candidates, mark };
  return page(reply, <MessagePreviewPage {...shown} />);
}

const nobody = ({ language }: FastifyRequest): FieldError[] => [
  { field: 'whom', message: MESSAGE_TEXTS[language].nobody },
];

const textOf = ({ subject, body, replies }: Composed) => ({ subject, body, replies });

function chosenOf({ whom, number }: Composed, reference: string): Chosen {
  if (number !== '') return { reference, position: 'any', numbers: [number] };
  return { reference, position: POSITIONS.find((position) => position === whom) ?? 'any', numbers: 'all' };
}

function readComposed(fields: Fields, mayAnswer: boolean): Composed {
  const texts = (part: string): Translated =>
    Object.fromEntries(
      LANGUAGES.flatMap((language) => {
        const text = valueOf(fields, `${part}-${language}`).replaceAll(/\r\n?/g, '\n').trim();
        return text === '' ? [] : [[language, text]];
      }),
    );
  const replies = mayAnswer && valueOf(fields, 'replies') === 'yes';
  const [whom, number] = [valueOf(fields, 'whom'), valueOf(fields, 'number')];
  return { subject: texts('subject'), body: texts('body'), replies, whom, number };
}

/** The organisation's text in place of what is there; the places to fill in stand in brackets. */
function withTemplate(composed: Composed, fields: Fields, { organisation }: Context): Composed {
  const code = valueOf(fields, 'template');
  const template = organisation.selection.messages.templates.find((one) => one.code === code);
  if (!template) return composed;
  const inLanguages = (text: Translated): Translated =>
    Object.fromEntries(LANGUAGES.map((language) => [language, text[language]]));
  return { ...composed, subject: inLanguages(template.subject), body: inLanguages(template.body) };
}

async function send(exchange: Exchange, composed: Composed, mark: string) {
  const { request, reply, context, reference } = exchange;
  const actor = actorOf(request);
  const now = context.clock();
  const count = await context.db.transaction().execute(async (transaction) => {
    const candidates = await lockCandidates(transaction, actor, chosenOf(composed, reference));
    if (!candidates || previewMark(candidates, textOf(composed)) !== mark) return undefined;
    await recordMessages(transaction, { candidates, text: textOf(composed), actor }, now);
    const mails = candidates.map((person) => newsMail(person, 'message', context.config.PUBLIC_URL));
    await queueMails(transaction, mails, now);
    return candidates.length;
  });
  if (count === undefined) return composePage(exchange, { composed, problem: MESSAGE_TEXTS[request.language].changed });
  const here = `/${request.language}/staff/vacancies/${encodeURIComponent(reference)}/messages`;
  return reply.redirect(`${here}?sent=${count}`, 303);
}

async function readThread({ request, reply, context }: Exchange) {
  const { number } = request.params as { number: string };
  const actor = actorOf(request);
  const thread = await context.db.transaction().execute(async (transaction) => {
    const found = await threadForStaff(transaction, actor, number);
    if (!found) return undefined;
    const about = { applicationId: found.applicationId, number, accountId: actor.accountId };
    await recordReading(transaction, about, { from: 'applicant', now: context.clock() });
    return found;
  });
  if (!thread) return reply.callNotFound();
  const zone = announcingZone(context.organisation, request.receivedAt);
  const shown = { page: pageContext(request, context), number, thread, zone };
  return page(reply, <StaffThreadPage {...shown} />);
}
