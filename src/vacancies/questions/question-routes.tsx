import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { permits } from '../../people/permissions.ts';
import {
  QUESTION,
  QUESTION_KINDS,
  type Question,
  type QuestionKind,
} from '../../regulations/questions/question-schema.ts';
import { valueOf, type FormValues } from '../editing/section-form.ts';
import { findVacancy, recordVacancy } from '../vacancy-queries.ts';
import { formOf, versionOf } from '../vacancy-requests.ts';
import { review } from '../vacancy-routes.tsx';
import type { Vacancy } from '../vacancy.ts';
import { nextCode, questionsOpen, readQuestion, valuesOf, type QuestionProblem } from './question-form.ts';
import { QuestionPage } from './question-form-page.tsx';
import { QuestionsPage } from './question-list-page.tsx';
import { QUESTION_EDITOR_TEXTS } from './question-texts.ts';

type ByCode = { Params: { reference: string; code: string } };
type Request = FastifyRequest<{ Params: { reference: string; code?: string } }>;
type Exchange = { request: Request; reply: FastifyReply; context: Context };

/** The questions of one vacancy to its applicants: written while it is a draft, then as they are for everybody. */
export function questionRoutes(web: FastifyInstance, context: Context): void {
  const address = '/staff/vacancies/:reference/questions';

  web.get<ByCode>(address, requires('vacancies:read'), async (request, reply) => {
    const vacancy = await findVacancy(context.db, request.params.reference);
    return vacancy ? list({ request, reply, context }, vacancy) : reply.callNotFound();
  });

  web.get<ByCode>(`${address}/:code`, requires('vacancies:edit'), async (request, reply) => {
    const found = await findEdited(request, context);
    if (!found) return reply.callNotFound();
    const { vacancy, kind, question } = found;
    const values = question ? valuesOf(question) : {};
    return form({ request, reply, context }, { vacancy, kind, code: question?.code, values });
  });

  web.post<ByCode>(`${address}/:code`, requires('vacancies:edit'), async (request, reply) => {
    const found = await findEdited(request, context);
    if (!found) return reply.callNotFound();
    const { vacancy, kind, question } = found;
    const values = formOf(request.body);
    const read = readQuestion(values, { kind, code: question?.code ?? nextCode(vacancy.questions) });
    const shown = { vacancy, kind, code: question?.code, values };
    if (!read.ok) return form({ request, reply, context }, { ...shown, problems: read.refusal });
    const questions = question
      ? vacancy.questions.map((one) => (one.code === question.code ? read.value : one))
      : [...vacancy.questions, read.value];
    return saved(
      { request, reply, context },
      { vacancy, questions, action: question ? 'change-question' : 'add-question' },
    );
  });

  web.post<ByCode>(`${address}/:code/moves`, requires('vacancies:edit'), (request, reply) =>
    moveQuestion({ request, reply, context }),
  );

  web.post<ByCode>(`${address}/restoration`, requires('vacancies:edit'), async (request, reply) => {
    const vacancy = await findVacancy(context.db, request.params.reference);
    const values = formOf(request.body);
    const question = QUESTION.safeParse(parsed(valueOf(values, 'question')));
    const index = Number(valueOf(values, 'index'));
    if (!vacancy || !question.success || !Number.isInteger(index)) return reply.callNotFound();
    const others = vacancy.questions.filter(({ code }) => code !== question.data.code);
    const questions = others.toSpliced(index, 0, question.data);
    return saved({ request, reply, context }, { vacancy, questions, action: 'add-question' });
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const KIND = z.object({ kind: z.enum(QUESTION_KINDS) });

type Edited = { vacancy: Vacancy; kind: QuestionKind; question: Question | undefined };

/** The question of an address, or the kind of the new one. */
async function findEdited(request: Request, { db }: Context): Promise<Edited | undefined> {
  const { reference, code } = request.params;
  const vacancy = await findVacancy(db, reference);
  const asked = KIND.safeParse(request.query);
  const question = vacancy?.questions.find((one) => one.code === code);
  if (!vacancy) return undefined;
  if (question) return { vacancy, kind: question.kind, question };
  return code === 'new' && asked.success ? { vacancy, kind: asked.data.kind, question: undefined } : undefined;
}

async function moveQuestion(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const vacancy = await findVacancy(context.db, request.params.reference);
  const index = vacancy?.questions.findIndex(({ code }) => code === request.params.code) ?? -1;
  const question = vacancy?.questions[index];
  if (!vacancy || !question) return reply.callNotFound();
  const without = vacancy.questions.toSpliced(index, 1);
  const move = valueOf(formOf(request.body), 'move');
  if (move === 'remove')
    return saved(exchange, { vacancy, questions: without, action: 'remove-question', removed: { question, index } });
  const questions = without.toSpliced(move === 'up' ? index - 1 : index + 1, 0, question);
  return saved(exchange, { vacancy, questions, action: 'move-question' });
}

type Saved = {
  vacancy: Vacancy;
  questions: Question[];
  action: string;
  removed?: { question: Question; index: number };
};

/** Writes the questions with the event, unless the vacancy is no draft or was changed since the page was opened. */
async function saved(exchange: Exchange, { vacancy, questions, action, removed }: Saved): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const { db, clock } = context;
  if (!questionsOpen(vacancy)) return list(exchange, vacancy, { status: 422 });
  if ((versionOf(formOf(request.body)) ?? vacancy.version) !== vacancy.version)
    return review(exchange, vacancy, { kind: 'changed-meanwhile' });
  const at = clock();
  const change = { action, by: doerOf(actorOf(request)), at, details: { questions: questions.length } };
  const recorded = await recordVacancy(db, { ...vacancy, questions, updatedAt: at }, change);
  if (!recorded.ok) return review(exchange, (await findVacancy(db, vacancy.reference)) ?? vacancy, recorded.refusal);
  if (removed) return list(exchange, recorded.value, { removed });
  return reply.redirect(`/${request.language}/staff/vacancies/${vacancy.reference}/questions`, 303);
}

type Shown = { removed?: { question: Question; index: number }; status?: number };

function list(
  { request, reply, context }: Exchange,
  vacancy: Vacancy,
  { removed, status = 200 }: Shown = {},
): FastifyReply {
  const props = {
    page: pageContext(request, context),
    vacancy,
    ofEverybody: context.organisation.questions,
    editable: permits(actorOf(request).roles, 'vacancies:edit'),
    removed,
  };
  return page(reply, <QuestionsPage {...props} />, status);
}

type Form = {
  vacancy: Vacancy;
  kind: QuestionKind;
  code: string | undefined;
  values: FormValues;
  problems?: QuestionProblem[];
};

function form({ request, reply, context }: Exchange, { problems = [], ...shown }: Form): FastifyReply {
  const t = QUESTION_EDITOR_TEXTS[request.language];
  const errors = problems.map(({ field, problem }) => ({ field, message: t.problems[problem] }));
  const props = { page: pageContext(request, context), errors, ...shown };
  return page(reply, <QuestionPage {...props} />, errors.length > 0 ? 422 : 200);
}
