import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import type { NoticeRecord } from '../../notices/notice.ts';
import { refusedFields } from './correction-form.ts';
import { recordEdit } from './correction-queries.ts';
import { explainCorrection } from './correction-texts.ts';
import { toSave, withFiles, type ToTell } from './edit-correction.ts';
import { CATALOGUE_BUTTON, EditPage } from './edit-pages.tsx';
import { FindingHints } from './item-fields.tsx';
import { reviewSheet } from '../review/review-sheet.ts';
import { lintedNow } from '../vacancy-lint.ts';
import type { Language } from '../../platform/language.ts';
import { edit } from './edit-notice.ts';
import type { EditProps } from './edit-props.ts';
import { typedFacts, withFacts, type FactProblem } from './facts-form.ts';
import { fieldAt, FIELDS, isPart, type Part } from '../notice-fields.ts';
import {
  afterButton,
  asRowRequest,
  isListed,
  itemRows,
  sentRows,
  typedRows,
  withRow,
  withSentRows,
} from './item-form.ts';
import { lockedItems, withoutLocked } from './locked-items.ts';
import { catalogueOf } from './catalogue.ts';
import { typedPart, valueOf, withTypedPart, type FormValues } from './section-form.ts';
import { keepAligned } from '../translation/translation-edit.ts';
import { findVacancy } from '../vacancy-queries.ts';
import { formOf, versionOf } from '../vacancy-requests.ts';
import { mayAmend, statusOf } from '../vacancy-routes.tsx';
import { explain, VACANCY_TEXTS } from '../vacancy-texts.ts';
import type { AmendmentRefusal, Vacancy } from '../vacancy.ts';

type ByPart = { Params: { reference: string; part: string } };
type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };
type Editing = { vacancy: Vacancy; part: Part };

export function editRoutes(web: FastifyInstance, context: Context): void {
  const address = '/staff/vacancies/:reference/edit/:part';

  web.get<ByPart>(address, requires('vacancies:edit'), async (request, reply) => {
    const editing = await editingOf(request, context);
    if (!editing) return reply.callNotFound();
    const values = shownValues(editing, context);
    return form({ request, reply, context }, { ...editing, values });
  });

  web.post<ByPart>(address, requires('vacancies:edit'), async (request, reply) => {
    const editing = await editingOf(request, context);
    return editing ? save({ request, reply, context }, editing) : reply.callNotFound();
  });
}

/** The vacancy and the part of an address, where both exist and the reader may change them. */
async function editingOf(request: FastifyRequest<ByPart>, { db }: Context): Promise<Editing | undefined> {
  const { reference, part } = request.params;
  const vacancy = await findVacancy(db, reference);
  return vacancy && isPart(part) && mayAmend(request, vacancy) ? { vacancy, part } : undefined;
}

async function save(exchange: Exchange, { vacancy, part }: Editing): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const { db, organisation, clock } = context;
  const values = formOf(request.body);
  const here = `/${request.language}/staff/vacancies/${vacancy.reference}`;

  const asked = rowsAsked(part, values, context);
  if (asked) return form(exchange, { vacancy, part, values: asked });
  const texts = withSentRows(part, values, withTypedPart(part, values, vacancy.notice));
  const typed = withFacts(part, values, texts);
  if (!typed.ok) return form(exchange, { vacancy, part, values, problems: typed.refusal });
  if ((versionOf(values) ?? vacancy.version) !== vacancy.version)
    return form(exchange, { vacancy, part, values, conflict: typed.value });
  const by = doerOf(actorOf(request));
  const edited = edit(vacancy, keepAligned(vacancy, typed.value), { organisation, now: clock(), by });
  if (!edited.ok) return form(exchange, { vacancy, part, values, refusal: edited.refusal });
  if (edited.value.changed.length === 0) return reply.redirect(`${here}?done=unchanged#part-${part}`, 303);

  const change = { before: vacancy, after: edited.value.vacancy, changed: edited.value.changed };
  const saved = toSave(change, { values, action: 'edit' }, clock());
  if (!saved.ok) return form(exchange, { vacancy, part, values: saved.refusal.values, toTell: saved.refusal });

  const recorded = await recordEdit(db, await withFiles(saved.value, context), { by, at: clock() });
  if (!recorded.ok) {
    const now = (await findVacancy(db, vacancy.reference)) ?? vacancy;
    return form(exchange, { vacancy: now, part, values, conflict: typed.value });
  }
  return reply.redirect(`${here}?done=saved#part-${part}`, 303);
}

/** The part as its form shows it; lists without what is locked. */
function shownValues({ vacancy, part }: Editing, { organisation }: Context): FormValues {
  const { notice } = vacancy;
  const lists = FIELDS[part].filter(isListed).map((field) => {
    const own = withoutLocked(field, vacancy, organisation);
    return typedRows(field, itemRows(field, own));
  });
  return Object.assign({ ...typedPart(part, notice), ...typedFacts(part, notice) }, ...lists) as FormValues;
}

/** The form again, where a button asked for a row to be moved, taken out or added: nothing is saved by it. */
function rowsAsked(part: Part, values: FormValues, { vocabulary }: Context): FormValues | undefined {
  const pressed = valueOf(values, 'row');
  const chosen = catalogueOf(part, vocabulary.data).find(({ code }) => code === valueOf(values, 'catalogue'));
  const request = asRowRequest(pressed);
  if (request) return afterButton(part, values, request);
  if (pressed !== CATALOGUE_BUTTON) return undefined;
  return chosen ? withRow(part, values, chosen) : values;
}

type FormAgain = Editing & {
  values: FormValues;
  problems?: FactProblem[];
  refusal?: AmendmentRefusal;
  conflict?: NoticeRecord;
  /** What the public is to be told before it is saved. */
  toTell?: ToTell;
};

/** The form with what was typed in it, what was found there, and why it was not saved. */
async function form(
  { request, reply, context }: Exchange,
  { vacancy, part, values, problems = [], refusal, conflict, toTell }: FormAgain,
): Promise<FastifyReply> {
  const { language } = request;
  const untold = toTell?.refusal;
  const errors = [
    ...problems.map(({ field, kind }) => ({
      field: field === 'deadline-day' ? 'deadline' : field,
      message: VACANCY_TEXTS[language].problem[kind],
    })),
    ...(untold ? refusedFields(untold) : []).map((field) => ({
      field,
      message: untold ? explainCorrection(untold)[language] : '',
    })),
  ];
  const props: EditProps = {
    page: pageContext(request, context),
    vacancy,
    part,
    values: inRows(part, values, vacancy.notice),
    book: context,
    findingsOf: await findingsIn(vacancy, context, language),
    catalogue: catalogueOf(part, context.vocabulary.data),
    errors,
    problem: refusal && explain(refusal)[language],
    conflict,
    toTell,
  };
  const status = conflict ? 409 : refusal ? statusOf(refusal) : errors.length > 0 || toTell ? 422 : 200;
  return page(reply, <EditPage {...props} />, status);
}

/** A list that was sent as one text is shown item by item, as it was typed. */
function inRows(part: Part, values: FormValues, notice: NoticeRecord): FormValues {
  const typed = withTypedPart(part, values, notice);
  const missing = FIELDS[part].filter((field) => isListed(field) && !sentRows(field, values));
  return Object.assign(
    { ...values },
    ...missing.map((field) => typedRows(field, itemRows(field, typed))),
  ) as FormValues;
}

/** What is open in an item of a form, counted without what is locked, shown beside it. */
async function findingsIn(vacancy: Vacancy, context: Context, language: Language): Promise<EditProps['findingsOf']> {
  const { organisation, clock } = context;
  const sheet = reviewSheet(vacancy, organisation, await lintedNow(vacancy, context, clock()));
  const rows = sheet.flatMap((part) => part.rows);
  return (path, index) => {
    const field = fieldAt(path);
    const locked = field ? lockedItems(field, vacancy, organisation).first.length : 0;
    const own = rows.find(({ key }) => key === `${path}[${index + locked}]`);
    const open = own?.findings.filter((finding) => finding.open) ?? [];
    return open.length > 0 && <FindingHints findings={open} language={language} />;
  };
}
