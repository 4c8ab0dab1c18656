import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { formatClock, timeIn } from '../../site/dates.ts';
import { SITE_TEXTS } from '../../site/site-texts.ts';
import { rememberedVacancies } from '../../vacancies/remembered-vacancy-queries.ts';
import { questionsOf, type Application, type Dossier } from '../application.ts';
import { findDossier, lockDossier, recordAnswers } from '../application-queries.ts';
import { findDraft, saveAnswers } from '../deadline-day-queries.ts';
import { documentsOf } from '../documents/document-queries.ts';
import { APPLICATION_TEXTS } from '../application-texts.ts';
import { ANSWER_STEPS, requirementsOf, type Answers, type AnswerStep } from '../answers.ts';
import { placeOfDiscarded } from '../discarding/discard.ts';
import { DISCARD_TEXTS, NOT_SAVED } from '../discarding/discard-texts.ts';
import { fieldsOf, marksText, readMarks, readStep, save, valueOf, type Fields, type SaveRefusal } from './draft.ts';
import { holdTheSame } from './merging.ts';
import { isMissing, nextAddress, StepPage, type StepPageProps } from './step-pages.tsx';
import { askedSteps, gapsOf } from './steps.ts';
import { newEntryId } from '../../people/profile/entry-id.ts';
import { findProfile } from '../../people/profile/profile-queries.ts';
import { changeCareer, type CareerAction } from '../career/career-answers.ts';
import { isCareer, type CareerStep } from '../career/career-gaps.ts';
import { addNew, isCopied, profileOffer } from '../career/profile-copy.ts';
import { addToProfile } from '../career/profile-keeping-queries.ts';
import { PROFILE_DONE } from '../career/profile-offer.tsx';

type OfStep = { Params: { number: string }; Body: unknown; Querystring: { check?: string; done?: string } };
type StepRequest = FastifyRequest<OfStep>;

/** The steps of the form: each shows what is kept, and keeps what is sent, right or wrong. */
export function stepRoutes(web: FastifyInstance, context: Context): void {
  const vacancyOf = rememberedVacancies();
  for (const step of ANSWER_STEPS) {
    web.get<OfStep>(`/my/applications/:number/${step}`, signedIn(), async (request, reply) => {
      const dossier = await findDossier(context.db, ownOf(request), context.organisation);
      if (!dossier) return reply.callNotFound();
      const { number, status } = dossier.application;
      const elsewhere = placeOfDiscarded(dossier.application, request.language);
      if (elsewhere) return reply.redirect(elsewhere, 303);
      if (status !== 'draft') return reply.redirect(`/${request.language}/my/applications/${number}/receipt`, 303);
      const show = request.query.check === undefined ? 'mistakes' : 'everything';
      const offer = isCopied(step)
        ? profileOffer(step, dossier.application.answers, await findProfile(context.db, actorOf(request).accountId))
        : undefined;
      return stepPage({ request, reply, context }, { dossier, step, show, offer });
    });

    web.post<OfStep>(`/my/applications/:number/${step}`, signedIn(), async (request, reply) => {
      const load = () => findDraft(context.db, ownOf(request), { rules: context.organisation, vacancyOf });
      const saved = await saveStep(step, request, { context, load });
      if (!saved) return reply.callNotFound();
      const answer = { request, reply, context };
      return wantsJson(request) ? answerAutosave(step, saved, answer) : answerForm(step, saved, answer);
    });
  }
}

type Place = { request: StepRequest; reply: FastifyReply; context: Context };
type Draft = Omit<Dossier, 'documents'>;
type Saved = {
  dossier: Draft;
  /** What the form brought. */
  typed: Answers;
  refusal?: SaveRefusal;
  /** An entry was added, left out or put back: the same step goes on. */
  goesOn?: boolean;
  /** Something of this step that the form does not show was saved elsewhere. */
  joined?: boolean;
};

const ownOf = (request: StepRequest) => ({
  accountId: actorOf(request).accountId,
  number: request.params.number,
});

type Outside = { context: Context; load: () => Promise<Draft | undefined> };

/** Loads, decides and records; decides anew where another tab saved meanwhile, so that none writes over the other. */
async function saveStep(step: AnswerStep, request: StepRequest, outside: Outside): Promise<Saved | undefined> {
  const { db, clock } = outside.context;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const dossier = await outside.load();
    if (!dossier) return undefined;
    const { changed, ...saved } = decide(step, request, dossier);
    if (!changed) return saved;
    const now = clock();
    if (await saveAnswers(db, changed, now))
      return { ...saved, dossier: { ...dossier, application: { ...changed, updatedAt: now } } };
  }
  throw new Error('A draft was saved elsewhere again and again');
}

/** Whoever saves is in the way of others once: of so many at the same draft in the same moment, each has its turn. */
const ATTEMPTS = 20;

/** What a form makes of a draft, and of what is stored of it. */
function decide(step: AnswerStep, request: StepRequest, dossier: Draft): Saved & { changed?: Application } {
  const fields = fieldsOf(request.body);
  const { application, vacancy } = dossier;
  const asked = step === 'requirements' ? requirementsOf(vacancy.notice) : [];
  const read = readStep(step, fields, { application, asked, questions: questionsOf(dossier) });
  const typed: Answers = { ...application.answers, [step]: read.values };
  const saved = save(application, read, readMarks(fields));
  if (!saved.ok) return { dossier, typed, refusal: saved.refusal };
  const joined = !holdTheSame(read.values, saved.value.answers[step]);
  const action = wantsJson(request) ? undefined : actionIn(fields);
  const kept = withKeeping(saved.value, step, fields);
  const changed = action && isCareer(step) ? withAction(kept, step, action) : kept;
  if (changed === application) return { dossier, typed, joined };
  return { dossier, typed, joined, goesOn: changed !== kept, changed };
}

/** What the form says of the profile: whether this step is to be kept there too. */
function withKeeping(application: Application, step: AnswerStep, fields: Fields): Application {
  const { notKept } = application.answers;
  if (!isCopied(step) || !('keep-asked' in fields)) return application;
  const wanted = valueOf(fields, 'keep') === 'yes';
  if (wanted !== notKept.includes(step)) return application;
  const steps = wanted ? notKept.filter((one) => one !== step) : [...notKept, step];
  return { ...application, answers: { ...application.answers, notKept: steps } };
}

/** Keeps in the profile what this step says and the profile does not, as the form was asked to; else nothing is held. */
async function keepNew(step: AnswerStep, { answers }: Application, { request, context }: Place): Promise<void> {
  const own = ownOf(request);
  const { db, organisation } = context;
  if (!isCopied(step) || !('keep-asked' in fieldsOf(request.body)) || answers.notKept.includes(step)) return;
  if (!addNew(await findProfile(db, own.accountId), step, answers)) return;
  const now = context.clock();
  await db.transaction().execute(async (transaction) => {
    const dossier = await lockDossier(transaction, own, organisation);
    if (dossier?.application.status !== 'draft') return;
    const { application } = dossier;
    const added = await addToProfile(
      transaction,
      { accountId: own.accountId, step, answers: application.answers },
      now,
    );
    if (added !== application.answers) await recordAnswers(transaction, { ...application, answers: added }, now);
  });
}

/** Which button of a step with entries was pressed, beside those that save. */
function actionIn(fields: Fields): CareerAction | undefined {
  if (valueOf(fields, 'go') === 'add') return { kind: 'add', id: newEntryId() };
  if (valueOf(fields, 'remove') !== '') return { kind: 'leave-out', id: valueOf(fields, 'remove') };
  return valueOf(fields, 'restore') === '' ? undefined : { kind: 'put-back', id: valueOf(fields, 'restore') };
}

function withAction(application: Application, step: CareerStep, action: CareerAction): Application {
  const { answers } = application;
  const career = changeCareer(answers[step], action);
  if (career === answers[step]) return application;
  const revisions = { ...answers.revisions, [step]: answers.revisions[step] + 1 };
  return { ...application, answers: { ...answers, [step]: career, revisions } };
}

const wantsJson = (request: FastifyRequest): boolean => request.headers.accept?.includes('application/json') ?? false;

function answerAutosave(
  step: AnswerStep,
  { dossier, typed, refusal, joined }: Saved,
  { request, reply, context }: Place,
): FastifyReply {
  const { language } = request;
  const { number } = dossier.application;
  const t = SITE_TEXTS[language];
  reply.header('cache-control', 'no-store');
  const compare = `/${language}/my/applications/${number}/${step}`;
  if (refusal?.kind === 'no-draft')
    return reply.code(409).send({ kind: refusal.kind, text: APPLICATION_TEXTS[language].noDraftTitle, compare });
  if (refusal?.kind === 'discarded')
    return reply
      .code(409)
      .send({ kind: refusal.kind, text: NOT_SAVED[language].title, compare, link: DISCARD_TEXTS[language].putBack });
  if (refusal) return reply.code(409).send({ kind: refusal.kind, text: t.changedElsewhere, compare });
  const now = context.clock();
  const time = formatClock(timeIn(now, dossier.vacancy.deadlineZone).slice(0, 5), language);
  const text = (joined ? t.joined : t.saved).replace('{time}', time);
  // What the form holds is what its next save starts from, also where something else was saved beside it.
  const base = marksText(typed[step]);
  return reply.send({ savedAt: now.toISOString(), base, text, ...(joined && { compare }) });
}

async function answerForm(step: AnswerStep, saved: Saved, place: Place): Promise<FastifyReply> {
  const { request, reply, context } = place;
  const { typed, refusal, goesOn } = saved;
  const dossier = { ...saved.dossier, documents: await documentsOf(context.db, saved.dossier.application.id) };
  if (refusal?.kind === 'changed-meanwhile') {
    const answers: Answers = { ...typed, [step]: refusal.values };
    return stepPage(place, { dossier, step, typed: answers, show: 'mistakes', outcome: refusal.kind }, 409);
  }
  if (refusal) return stepPage(place, { dossier, step, typed, show: 'mistakes', outcome: refusal.kind }, 409);
  const here = `/${request.language}/my/applications/${dossier.application.number}`;
  if (goesOn) return reply.redirect(`${here}/${step}`, 303);
  await keepNew(step, dossier.application, place);
  const mistakes = gapsOf(dossier).some((gap) => gap.step === step && !isMissing(gap));
  if (mistakes) return stepPage(place, { dossier, step, show: 'mistakes', outcome: 'to-mend' }, 422);
  return reply.redirect(
    valueOf(fieldsOf(request.body), 'go') === 'list' ? here : nextAddress(step, here, askedSteps(dossier.rules)),
    303,
  );
}

/** A page with what is the applicant's alone: no cache keeps it. */
function stepPage(
  { request, reply, context }: Place,
  props: Omit<StepPageProps, 'page' | 'now'>,
  status = 200,
): FastifyReply {
  reply.header('cache-control', 'no-store');
  const now = request.receivedAt;
  const notice = PROFILE_DONE[request.language][request.query.done ?? ''];
  const shown = { ...pageContext(request, context), query: undefined, notice };
  return page(reply, <StepPage {...props} page={shown} now={now} newId={newEntryId()} />, status);
}
