import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import type { FieldError } from '../../site/forms.tsx';
import { refusedFields } from '../editing/correction-form.ts';
import { explainCorrection } from '../editing/correction-texts.ts';
import { toSave, withFiles, type ToTell } from '../editing/edit-correction.ts';
import { importableFile, takeVersion, type ReceivedText } from './import-notice.ts';
import { ImportPage, type ImportOutcome } from './import-pages.tsx';
import { findImport, findTakenImport, recordDeclining, recordImport, recordTaking } from './import-queries.ts';
import type { NoticeImport } from './import-queries.ts';
import { differencesOf } from '../notice-differences.ts';
import { readUpload, UPLOAD_OPTIONS, type Upload } from './notice-upload.ts';
import { valueOf } from '../editing/section-form.ts';
import { findVacancy } from '../vacancy-queries.ts';
import { formOf, versionOf } from '../vacancy-requests.ts';
import { mayAmend, statusOf } from '../vacancy-routes.tsx';
import { isFinal } from '../vacancy-state.ts';
import { explain, VACANCY_TEXTS, type VacancyRefusal } from '../vacancy-texts.ts';
import type { Vacancy } from '../vacancy.ts';
import { OriginalPage, VersionPage } from '../versions/version-pages.tsx';

type ByReference = { Params: { reference: string } };
type ByNumber = { Params: { reference: string; number: string } };
type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

export function importRoutes(web: FastifyInstance, context: Context): void {
  const { db } = context;

  web.get('/staff/vacancies/import', requires('vacancies:edit'), async (request, reply) =>
    page(reply, <ImportPage page={pageContext(request, context)} text="" errors={[]} outcomes={[]} />),
  );
  web.post('/staff/vacancies/import', requires('vacancies:edit'), (request, reply) =>
    importAll({ request, reply, context }),
  );

  web.get<ByReference>('/staff/vacancies/:reference/original', requires('vacancies:read'), async (request, reply) => {
    const { reference } = request.params;
    const vacancy = await findVacancy(db, reference);
    if (!vacancy) return reply.callNotFound();
    const source = await findTakenImport(db, reference);
    return page(reply, <OriginalPage page={pageContext(request, context)} reference={reference} source={source} />);
  });

  const version = '/staff/vacancies/:reference/imports/:number';
  web.get<ByNumber>(version, requires('vacancies:read'), async (request, reply) => {
    const found = await versionOffered(request.params, context);
    return found ? versionPage({ request, reply, context }, found) : reply.callNotFound();
  });
  web.post<ByNumber>(`${version}/taking`, requires('vacancies:edit'), async (request, reply) => {
    const found = await versionOffered(request.params, context);
    return found ? take({ request, reply, context }, found) : reply.callNotFound();
  });
  web.post<ByNumber>(`${version}/declining`, requires('vacancies:edit'), async (request, reply) => {
    const found = await versionOffered(request.params, context);
    return found ? decline({ request, reply, context }, found) : reply.callNotFound();
  });
}

async function importAll(exchange: Exchange): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const { language } = request;
  const t = VACANCY_TEXTS[language].import;
  const { text, files, tooMany } = await uploadOf(request);
  const received = [...files, ...(text === '' ? [] : [{ fileName: t.pasted, bytes: Buffer.from(text) }])];
  const errors = tooMany ? [{ field: 'files', message: t.tooMany }] : [];
  if (received.length === 0) return importPage(exchange, { errors: [{ field: 'text', message: t.nothing }] });

  const outcomes: ImportOutcome[] = [];
  for (const one of received) outcomes.push(await importOne(exchange, one));

  const [only] = outcomes;
  if (outcomes.length === 1 && only?.kind === 'imported' && only.decision.kind === 'draft' && !only.hiddenText)
    return reply.redirect(`/${language}/staff/vacancies/${only.reference}`, 303);
  const pasted = text === '' ? undefined : outcomes.at(-1);
  if (pasted?.kind !== 'refused') return importPage(exchange, { outcomes, errors });
  errors.push({ field: 'text', message: pasted.explanation[language] });
  return importPage(exchange, { text, outcomes: outcomes.slice(0, -1), errors });
}

async function uploadOf(request: FastifyRequest): Promise<Upload> {
  if (request.isMultipart()) return readUpload(request.parts(UPLOAD_OPTIONS));
  return { text: valueOf(formOf(request.body), 'text'), files: [], tooMany: false };
}

async function importOne({ request, context }: Exchange, received: ReceivedText): Promise<ImportOutcome> {
  const { db, organisation, vocabulary, clock } = context;
  const { fileName } = received;
  const notice = await importableFile(received, vocabulary);
  if (!notice.ok) return { kind: 'refused', fileName, explanation: explain(notice.refusal) };
  const { reference, hiddenText } = notice.value;
  const by = doerOf(actorOf(request));
  const decision = await recordImport(db, notice.value, { organisation, by, at: clock() });
  return { kind: 'imported', fileName, reference, decision, hiddenText };
}

type Told = { text?: string; outcomes?: ImportOutcome[]; errors?: FieldError[] };

function importPage({ request, reply, context }: Exchange, { text = '', outcomes = [], errors = [] }: Told) {
  const refused = errors.length > 0 || (outcomes.length > 0 && outcomes.every(({ kind }) => kind === 'refused'));
  const props = { page: pageContext(request, context), text, outcomes, errors };
  return page(reply, <ImportPage {...props} />, refused ? 422 : 200);
}

type Offered = { vacancy: Vacancy; offered: NoticeImport; toTell?: ToTell };

async function versionOffered(
  { reference, number }: ByNumber['Params'],
  { db }: Context,
): Promise<Offered | undefined> {
  if (!/^[1-9]\d{0,5}$/.test(number)) return undefined;
  const vacancy = await findVacancy(db, reference);
  const offered = vacancy && (await findImport(db, reference, Number(number)));
  return offered && { vacancy, offered };
}

/** The page of an offered version; with why it was not taken, or what the public is to be told of it first. */
function versionPage(exchange: Exchange, { vacancy, offered, toTell }: Offered, refusal?: VacancyRefusal) {
  const { request, reply, context } = exchange;
  const { language } = request;
  const props = {
    page: pageContext(request, context),
    vacancy,
    offered,
    book: context,
    deciding: mayAmend(request, vacancy),
    problem: refusal && explain(refusal)[language],
    toTell,
    errors: (toTell?.refusal ? refusedFields(toTell.refusal) : []).map((field) => ({
      field,
      message: toTell?.refusal ? explainCorrection(toTell.refusal)[language] : '',
    })),
  };
  return page(reply, <VersionPage {...props} />, refusal ? statusOf(refusal) : toTell ? 422 : 200);
}

async function take(exchange: Exchange, found: Offered) {
  const { request, reply, context } = exchange;
  const { db, organisation, clock } = context;
  const { vacancy, offered } = found;
  if (isFinal(vacancy.status)) return versionPage(exchange, found, { kind: 'final', status: vacancy.status });
  if (!mayAmend(request, vacancy)) return reply.callNotFound();

  const stale = (versionOf(formOf(request.body)) ?? vacancy.version) !== vacancy.version;
  if (stale) return versionPage(exchange, found, { kind: 'changed-meanwhile' });
  if (offered.state !== 'offered') return versionPage(exchange, found, { kind: 'already-decided' });
  const taken = takeVersion(vacancy, offered.read, { organisation, now: clock() });
  if (!taken.ok) return versionPage(exchange, found, taken.refusal);

  const change = { before: vacancy, after: taken.value, changed: differencesOf(vacancy.notice, taken.value.notice) };
  const saved = toSave(change, { values: formOf(request.body), action: 'take-version' }, clock());
  if (!saved.ok) return versionPage(exchange, { ...found, toTell: saved.refusal });

  const by = doerOf(actorOf(request));
  const recorded = await recordTaking(db, await withFiles(saved.value, context), {
    number: offered.number,
    by,
    at: clock(),
  });
  if (!recorded.ok) return versionPage(exchange, found, recorded.refusal);
  return reply.redirect(`/${request.language}/staff/vacancies/${vacancy.reference}`, 303);
}

async function decline(exchange: Exchange, found: Offered) {
  const { request, reply, context } = exchange;
  const { vacancy, offered } = found;
  if (!isFinal(vacancy.status) && !mayAmend(request, vacancy)) return reply.callNotFound();
  const by = doerOf(actorOf(request));
  const decision = { number: offered.number, by, at: context.clock() };
  const declined = await recordDeclining(context.db, vacancy.reference, decision);
  if (!declined.ok) return versionPage(exchange, found, { kind: 'already-decided' });
  return reply.redirect(`/${request.language}/staff/vacancies/${vacancy.reference}`, 303);
}
