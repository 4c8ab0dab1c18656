import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { permits } from '../../people/permissions.ts';
import { queueMails } from '../../platform/mail.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { FieldError } from '../../site/forms.tsx';
import { plural } from '../../site/numbers.ts';
import type { Db } from '../../schema.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { fieldsOf, valueOf } from '../drafting/draft.ts';
import { newsMail } from './news-mail.ts';
import { levelField, readPosition, readTypedStep, stepOf, type TypedStep } from './stage-form.ts';
import {
  candidatesAt,
  countsByPosition,
  lockCandidates,
  previewMark,
  recordSteps,
  type FromLevels,
  type Candidate,
  type Chosen,
  type Taken,
} from './stage-queries.ts';
import {
  actionsFrom,
  findsSuitable,
  PERMISSION_FOR,
  takeStep,
  type StageRefusal,
  type StageStep,
} from './stage-state.ts';
import { explainStage, STAGE_TEXTS } from './stage-texts.ts';
import { SelectionPage } from './selection-pages.tsx';
import { StepPreviewPage } from './step-preview-pages.tsx';

type Exchange = {
  request: FastifyRequest;
  reply: FastifyReply;
  context: Context;
  vacancy: Vacancy;
  levels: FromLevels;
};

/** The steps of a selection: for one application or for several at once, never without a look at whom they are for. */
export function staffStageRoutes(web: FastifyInstance, context: Context, levels: FromLevels): void {
  const guard = requires('selection:advance');
  const address = '/staff/vacancies/:reference/selection';
  const withVacancy =
    (then: (exchange: Exchange) => Promise<unknown>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const vacancy = await findVacancy(context.db, (request.params as { reference: string }).reference);
      return vacancy ? then({ request, reply, context, vacancy, levels }) : reply.callNotFound();
    };
  web.get(address, guard, withVacancy(show));
  web.post(address, guard, withVacancy(goOn));
}

async function show(exchange: Exchange) {
  const { position = '', number, done = '' } = exchange.request.query as Record<string, string>;
  const typed = readTypedStep({ position: readPosition(position), numbers: number === undefined ? [] : [number] });
  return selectionPage(exchange, { typed, done: Number(done) });
}

type Shown = { typed: TypedStep; errors?: FieldError[]; problem?: string; done?: number };

async function selectionPage({ request, reply, context, vacancy, levels }: Exchange, { done = 0, ...shown }: Shown) {
  const { db, organisation } = context;
  const actor = actorOf(request);
  const { position, numbers } = shown.typed;
  const { reference, deadlineZone: zone } = vacancy;
  const candidates = await candidatesAt(db, actor, { reference, position, numbers: 'all' });
  if (!candidates) return reply.callNotFound();
  const counts = await countsByPosition(db, reference);
  const actions = actionsFrom(position).filter((action) => permits(actor.roles, PERMISSION_FOR[action]));
  const { language } = request;
  const notice = done > 0 ? { notice: plural(done, STAGE_TEXTS[language].done, language) } : {};
  const place = { ...pageContext(request, context), ...notice };
  const below = actions.some(findsSuitable) ? await levels.below(db, vacancy) : new Set<string>();
  // One application, as its own page links here, stands first.
  const ordered = candidates.toSorted(
    (a, b) => Number(numbers.includes(b.number)) - Number(numbers.includes(a.number)),
  );
  const props = { page: place, reference, zone, organisation, counts, candidates: ordered, actions, below, ...shown };
  return page(reply, <SelectionPage {...props} />, shown.errors || shown.problem ? 422 : 200);
}

async function goOn(exchange: Exchange) {
  const { request, reply, context, vacancy } = exchange;
  const t = STAGE_TEXTS[request.language];
  const fields = fieldsOf(request.body);
  const typed = readTypedStep(fields);
  const doing = valueOf(fields, 'do');
  if (doing === 'change') return selectionPage(exchange, { typed });
  const step = stepOf(typed);
  if (typed.action === '')
    return selectionPage(exchange, { typed, errors: [{ field: 'action', message: t.noAction }] });
  if (!step) return selectionPage(exchange, { typed, errors: [{ field: 'due', message: t.dateWrong }] });
  const actor = actorOf(request);
  if (!permits(actor.roles, PERMISSION_FOR[step.action])) return reply.callNotFound();
  if (doing === 'confirm') return confirm(exchange, { typed, step, mark: valueOf(fields, 'mark') });

  const candidates = await candidatesAt(context.db, actor, chosenOf(typed, vacancy));
  if (!candidates) return reply.callNotFound();
  const taken = await takeAll(context.db, candidates, { ...exchange, step, typed });
  if (!taken.ok) return selectionPage(exchange, { typed, errors: errorsFor(taken.refusal, exchange) });
  const mark = previewMark(candidates, [step, typed.levels]);
  const shown = { page: pageContext(request, context), reference: vacancy.reference, typed, taken: taken.value, mark };
  return page(reply, <StepPreviewPage {...shown} organisation={context.organisation} />);
}

const chosenOf = ({ position, whom, numbers }: TypedStep, { reference }: Vacancy): Chosen => ({
  reference,
  position,
  numbers: whom === 'all' ? 'all' : numbers,
});

/** The step taken for each of them; for all, or for nobody. */
async function takeAll(
  db: Db,
  candidates: readonly Candidate[],
  { request, context, vacancy, levels, step, typed }: Exchange & { step: StageStep; typed: TypedStep },
): Promise<Result<Taken[], StageRefusal | { kind: 'nobody' }>> {
  if (candidates.length === 0) return refuse({ kind: 'nobody' });
  const { selection } = context.organisation;
  const deciding = { vacancy, selection, by: actorOf(request).accountId, at: context.clock() };
  const below = findsSuitable(step.action) ? await levels.below(db, vacancy) : new Set<string>();
  const taken: Taken[] = [];
  const mute: string[] = [];
  for (const candidate of candidates) {
    const { id, number } = candidate;
    const own = below.has(id) ? { belowLevel: typed.levels[number] ?? '' } : {};
    const entry = takeStep(candidate, step, { ...deciding, ...own });
    if (!entry.ok && entry.refusal.kind !== 'level-reason-missing') return entry;
    if (!entry.ok) mute.push(number);
    else taken.push({ candidate, action: step.action, entry: entry.value });
  }
  const ids = candidates.map(({ id }) => id);
  if (mute.length > 0) return refuse({ kind: 'level-reason-missing', numbers: mute });
  const numbers = await levels.missing(db, { vacancy, action: step.action, ids });
  return numbers.length > 0 ? refuse({ kind: 'levels-missing', numbers }) : ok(taken);
}

const FIELDS: Partial<Record<StageRefusal['kind'], string>> = {
  'stage-missing': 'stage',
  'stage-past': 'stage',
  'reason-missing': 'reason',
};

function errorsFor(refusal: StageRefusal | { kind: 'nobody' }, { request, vacancy }: Exchange): FieldError[] {
  const { language } = request;
  const t = STAGE_TEXTS[language];
  if (refusal.kind === 'nobody') return [{ field: 'numbers', message: t.nobodyChosen }];
  if (refusal.kind === 'level-reason-missing')
    return refusal.numbers.map((number) => ({ field: levelField(number), message: t.levelReasonMissing(number) }));
  return [{ field: FIELDS[refusal.kind] ?? 'action', message: explainStage(refusal, vacancy.deadlineZone)[language] }];
}

type Confirmed = { typed: TypedStep; step: StageStep; mark: string };

/** Decides again on what is there now, held: rows, events and mails of all, or of nobody. */
async function confirm(exchange: Exchange, { typed, step, mark }: Confirmed) {
  const { request, reply, context, vacancy } = exchange;
  const actor = actorOf(request);
  const taken = await context.db.transaction().execute(async (transaction) => {
    const candidates = await lockCandidates(transaction, actor, chosenOf(typed, vacancy));
    if (!candidates || previewMark(candidates, [step, typed.levels]) !== mark) return undefined;
    const all = await takeAll(transaction, candidates, { ...exchange, step, typed });
    if (!all.ok) return all;
    await recordSteps(transaction, actor, all.value);
    const mails = candidates.map((person) => newsMail(person, 'step', context.config.PUBLIC_URL));
    await queueMails(transaction, mails, context.clock());
    return all;
  });
  if (!taken) return selectionPage(exchange, { typed, problem: STAGE_TEXTS[request.language].changed });
  if (!taken.ok) return selectionPage(exchange, { typed, errors: errorsFor(taken.refusal, exchange) });
  const here = `/${request.language}/staff/vacancies/${encodeURIComponent(vacancy.reference)}/selection`;
  const position = taken.value[0]?.entry.position ?? typed.position;
  return reply.redirect(`${here}?position=${position}&done=${taken.value.length}`, 303);
}
