import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { endTurn } from '../../platform/overload.ts';
import type { Result } from '../../platform/result.ts';
import { rememberedVacancies } from '../../vacancies/remembered-vacancy-queries.ts';
import type { Dossier } from '../application.ts';
import { findDossier, findReceipt } from '../application-queries.ts';
import { findSubmittable, saveSubmission } from '../deadline-day-queries.ts';
import { fieldsOf, valueOf } from '../drafting/draft.ts';
import { ReceiptPage } from './receipt-pages.tsx';
import { enteringReceipts } from '../receipt-log/receipt-log-tasks.ts';
import { receiptFile } from '../receipt-log/receipt-file.ts';
import { findLogProof } from '../receipt-log/receipt-log-queries.ts';
import { ReviewPage } from './review-pages.tsx';
import { submit, type Submission, type SubmissionRefusal } from './submission.ts';

type OfApplication = { Params: { number: string } };
type ApplicationRequest = FastifyRequest<OfApplication>;

const ownOf = (request: ApplicationRequest) => ({
  accountId: actorOf(request).accountId,
  number: request.params.number,
});

/** From the review page to the receipt. */
export function submissionRoutes(web: FastifyInstance, context: Context): void {
  const { db, organisation } = context;
  const enterReceipts = enteringReceipts(context);
  const vacancyOf = rememberedVacancies();

  web.get<OfApplication>('/my/applications/:number/review', signedIn(), async (request, reply) => {
    const dossier = await findDossier(db, ownOf(request), organisation);
    if (!dossier) return reply.callNotFound();
    if (dossier.application.status !== 'draft') return reply.redirect(receiptAddress(request), 303);
    return reviewPage({ request, reply, context }, dossier);
  });

  web.post<OfApplication>('/my/applications/:number/submission', signedIn(), async (request, reply) => {
    const load = () => findSubmittable(db, ownOf(request), { rules: organisation, vacancyOf });
    const decided = await submitOwn(request, { context, load });
    if (!decided) return reply.callNotFound();
    const { outcome, dossier } = decided;
    // Sent twice, it is the same receipt.
    if (!outcome.ok && outcome.refusal.kind !== 'already-submitted')
      return reviewPage({ request, reply, context }, dossier, outcome.refusal);
    endTurn(request); // its receipt stands; the log is written for all who wait together
    await enterReceipts(request.log);
    return reply.redirect(receiptAddress(request), 303);
  });

  // Where the language is switched on a review page that a submission came back with.
  web.get<OfApplication>('/my/applications/:number/submission', signedIn(), async (request, reply) =>
    reply.redirect(`/${request.language}/my/applications/${encodeURIComponent(request.params.number)}/review`, 303),
  );

  receiptRoutes(web, context);
}

const receiptAddress = (request: ApplicationRequest): string =>
  `/${request.language}/my/applications/${encodeURIComponent(request.params.number)}/receipt`;

type Decided = { dossier: Dossier; outcome: Result<Submission, SubmissionRefusal> };

type Outside = { context: Context; load: () => Promise<Dossier | undefined> };

/** Decides and records, as one statement, the row, its receipt and the event; decides anew what was changed meanwhile. */
async function submitOwn(request: ApplicationRequest, outside: Outside): Promise<Decided | undefined> {
  const { receivedAt, language } = request;
  const { db, clock } = outside.context;
  const reviewed = valueOf(fieldsOf(request.body), 'reviewed');
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const dossier = await outside.load();
    if (!dossier) return undefined;
    const outcome = submit(dossier, { reviewed, language, receivedAt, roles: actorOf(request).roles });
    if (!outcome.ok || (await saveSubmission(db, outcome.value, clock()))) return { dossier, outcome };
  }
  throw new Error('A draft was changed elsewhere again and again');
}

/** A draft that was changed is no longer what was reviewed: the second decision is the last but for a change in between. */
const ATTEMPTS = 5;

type Place = { request: FastifyRequest; reply: FastifyReply; context: Context };

function reviewPage({ request, reply, context }: Place, dossier: Dossier, refusal?: SubmissionRefusal): FastifyReply {
  const shown = { page: pageContext(request, context), dossier, rules: context.organisation, now: request.receivedAt };
  reply.header('cache-control', 'no-store');
  return page(reply, <ReviewPage {...shown} refusal={refusal} />, refusal ? 422 : 200);
}

function receiptRoutes(web: FastifyInstance, { db, ...context }: Context): void {
  web.get<OfApplication>('/my/applications/:number/receipt', signedIn(), async (request, reply) => {
    const receipt = await findReceipt(db, ownOf(request));
    if (!receipt) return reply.callNotFound();
    const proof = await findLogProof(db, receipt.applicationId);
    const shown = { page: pageContext(request, { db, ...context }), receipt, proof, rules: context.organisation };
    return page(reply.header('cache-control', 'no-store'), <ReceiptPage {...shown} />);
  });

  web.get<OfApplication>('/my/applications/:number/receipt.json', signedIn(), async (request, reply) => {
    const receipt = await findReceipt(db, ownOf(request));
    if (!receipt) return reply.callNotFound();
    const file = receiptFile(receipt, await findLogProof(db, receipt.applicationId));
    return sendJson(reply, `${request.params.number}-receipt.json`, file);
  });

  web.get<OfApplication>('/my/applications/:number/content.json', signedIn(), async (request, reply) => {
    const receipt = await findReceipt(db, ownOf(request));
    return receipt ? sendJson(reply, `${request.params.number}.json`, receipt.text) : reply.callNotFound();
  });
}

const sendJson = (reply: FastifyReply, name: string, text: string): FastifyReply =>
  reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${name}"`)
    .type('application/json; charset=utf-8')
    .send(Buffer.from(text, 'utf8'));
