import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { lockProfile, recordProfileParts } from '../../people/profile/profile-queries.ts';
import { lockDossier, findOwnApplication, recordAnswers } from '../application-queries.ts';
import { requirementsOf } from '../answers.ts';
import { fieldsOf, valueOf } from '../drafting/draft.ts';
import { beginFromEarlier } from '../drafting/earlier-application.ts';
import { COPIED_PARTS, copyFrom, keepIn, type CopiedStep } from './profile-copy.ts';

type OfApplication = { Params: { number: string } };

/** Between a draft and what its author has elsewhere: the profile, either way, and earlier applications. */
export function profileOfferRoutes(web: FastifyInstance, context: Context): void {
  for (const step of Object.keys(COPIED_PARTS) as CopiedStep[]) {
    web.post<OfApplication>(`/my/applications/:number/${step}/profile`, signedIn(), async (request, reply) => {
      const keep = valueOf(fieldsOf(request.body), 'do') === 'keep';
      const done = await (keep ? keepStep : takeStep)(request, context, step);
      if (!done) return reply.callNotFound();
      const here = `/${request.language}/my/applications/${request.params.number}/${step}`;
      return reply.redirect(`${here}?done=${keep ? 'kept' : 'taken'}`, 303);
    });
  }

  web.post<OfApplication>('/my/applications/:number/copy', signedIn(), async (request, reply) => {
    const done = await copyEarlier(request, context);
    const here = `/${request.language}/my/applications/${request.params.number}`;
    return done ? reply.redirect(`${here}?done=copied`, 303) : reply.callNotFound();
  });
}

type OwnRequest = FastifyRequest<OfApplication>;
const ownOf = (request: OwnRequest) => ({ accountId: actorOf(request).accountId, number: request.params.number });

/** Copies what a step says into the profile. */
async function keepStep(request: OwnRequest, context: Context, step: CopiedStep): Promise<boolean> {
  const own = ownOf(request);
  const now = context.clock();
  return context.db.transaction().execute(async (transaction) => {
    const application = await findOwnApplication(transaction, own);
    if (!application) return false;
    const kept = await lockProfile(transaction, own.accountId, now);
    const filled = keepIn(kept, step, application.answers);
    if (filled !== kept) await recordProfileParts(transaction, { accountId: own.accountId, kept: filled }, now);
    return true;
  });
}

/** Copies what the profile says now into a step of a draft. */
async function takeStep(request: OwnRequest, context: Context, step: CopiedStep): Promise<boolean> {
  const own = ownOf(request);
  const now = context.clock();
  return context.db.transaction().execute(async (transaction) => {
    const dossier = await lockDossier(transaction, own, context.organisation);
    if (dossier?.application.status !== 'draft') return false;
    const { application } = dossier;
    const { profile } = await lockProfile(transaction, own.accountId, now);
    const copied = copyFrom(profile, step, application.answers);
    const revisions = { ...copied.revisions, [step]: copied.revisions[step] + 1 };
    await recordAnswers(transaction, { ...application, answers: { ...copied, revisions } }, now);
    return true;
  });
}

/** Fills the steps of a draft that nobody has touched from another application of the same person. */
async function copyEarlier(request: OwnRequest, context: Context): Promise<boolean> {
  const own = ownOf(request);
  const from = valueOf(fieldsOf(request.body), 'from');
  return context.db.transaction().execute(async (transaction) => {
    const dossier = await lockDossier(transaction, own, context.organisation);
    const earlier = await findOwnApplication(transaction, { accountId: own.accountId, number: from });
    if (dossier?.application.status !== 'draft' || !earlier || earlier.status === 'discarded') return false;
    const { application, vacancy } = dossier;
    const answers = beginFromEarlier(application.answers, earlier.answers, requirementsOf(vacancy.notice));
    await recordAnswers(transaction, { ...application, answers }, context.clock());
    return true;
  });
}
