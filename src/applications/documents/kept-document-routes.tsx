import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { receivedFile, sendAttachment, type ReceivedFile } from '../../platform/files.ts';
import { scannerOf } from '../../platform/malware/scanner.ts';
import { ok } from '../../platform/result.ts';
import { findDossier, lockDossier } from '../application-queries.ts';
import { checkUpload } from './document-check.ts';
import { noChange, requestedDocuments } from './document.ts';
import { storeDocument } from './document-queries.ts';
import { explainDocument } from './document-refusal-texts.ts';
import { placeOfDiscarded } from '../discarding/discard.ts';
import { fieldsOf, valueOf } from '../drafting/draft.ts';
import { AttachKeptPage, KeptDocumentsPage } from './kept-document-pages.tsx';
import { findKeptContent, keepDocument, keptDocuments, MAX_KEPT, removeKept } from './kept-document-queries.ts';
import { KEPT_DOCUMENT_TEXTS } from './kept-document-texts.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };
type OfDocument = { Params: { id: string } };
type OfApplication = { Params: { number: string } };

/** Documents that a person keeps, and from which a draft gets its own copy. */
export function keptDocumentRoutes(web: FastifyInstance, context: Context): void {
  const kept = '/my/profile/documents';
  web.get(kept, signedIn(), (request, reply) => keptPage({ request, reply, context }));
  web.post(kept, signedIn(), (request, reply) => keep({ request, reply, context }));
  web.get<OfDocument>(`${kept}/:id`, signedIn(), async (request, reply) => {
    const id = z.uuid().safeParse(request.params.id);
    const own = { accountId: actorOf(request).accountId, id: id.data ?? '' };
    const document = id.success ? await findKeptContent(context.db, own) : undefined;
    return document ? sendAttachment(reply, document) : reply.callNotFound();
  });
  web.post<OfDocument>(`${kept}/:id/removal`, signedIn(), async (request, reply) => {
    const id = z.uuid().safeParse(request.params.id);
    if (!id.success) return reply.callNotFound();
    await removeKept(context.db, { accountId: actorOf(request).accountId, id: id.data });
    return reply.redirect(`/${request.language}${kept}?done=removed`, 303);
  });
  web.get<OfApplication>('/my/applications/:number/kept-documents', signedIn(), (request, reply) =>
    attachPage({ request, reply, context }),
  );
  web.post<OfApplication>('/my/applications/:number/kept-documents', signedIn(), (request, reply) =>
    attachKept({ request, reply, context }),
  );
}

async function keptPage({ request, reply, context }: Exchange, message?: string) {
  const t = KEPT_DOCUMENT_TEXTS[request.language];
  const { done } = request.query as { done?: string };
  const notice = done === 'kept' ? t.kept : done === 'removed' ? t.removed : undefined;
  const shown = { ...pageContext(request, context), path: '/my/profile/documents', query: undefined, notice };
  const errors = message === undefined ? [] : [{ field: 'file', message }];
  const kept = await keptDocuments(context.db, actorOf(request).accountId);
  return page(reply, <KeptDocumentsPage page={shown} {...{ kept, errors }} />, message === undefined ? 200 : 422);
}

/** Any PDF may be kept; what a notice asks is asked when it is attached. */
const KEPT_RULE = {
  kind: 'kept',
  name: { en: '', fr: '' },
  description: { en: '', fr: '' },
  maxPages: null,
  pageSize: null,
  wordAllowed: false,
} as const;

export type KeptOrNot = 'kept' | 'not-kept';

/** Keeps a file that its owner sent for something else, by the same rules; one that is no PDF, or finds no room, is not kept. */
export async function keepAlso(
  context: Context,
  { accountId, file }: { accountId: string; file: ReceivedFile },
): Promise<KeptOrNot> {
  if ((await keptDocuments(context.db, accountId)).length >= MAX_KEPT) return 'not-kept';
  const rule = { ...KEPT_RULE, maxBytes: context.organisation.documents.maxBytes };
  const accepted = await checkUpload(ok(file), { rule, owner: accountId, scanner: scannerOf(context.config) });
  if (!accepted.ok) return 'not-kept';
  await keepDocument(context.db, { accountId, file: accepted.value }, context.clock());
  return 'kept';
}

async function keep(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { accountId } = actorOf(request);
  const { language } = request;
  const { maxBytes } = context.organisation.documents;
  const file = await receivedFile(request);
  if (!file.ok) {
    const { kind } = file.refusal;
    return keptPage(exchange, explainDocument(kind === 'too-large' ? { kind, maxBytes } : { kind })[language]);
  }
  if ((await keptDocuments(context.db, accountId)).length >= MAX_KEPT)
    return keptPage(exchange, KEPT_DOCUMENT_TEXTS[language].full);
  const scanner = scannerOf(context.config);
  const accepted = await checkUpload(file, { rule: { ...KEPT_RULE, maxBytes }, owner: accountId, scanner });
  if (!accepted.ok) return keptPage(exchange, explainDocument(accepted.refusal)[language]);
  await keepDocument(context.db, { accountId, file: accepted.value }, context.clock());
  return reply.redirect(`/${language}/my/profile/documents?done=kept`, 303);
}

const ownOf = (request: FastifyRequest) => ({
  accountId: actorOf(request).accountId,
  number: (request.params as OfApplication['Params']).number,
});

async function attachPage(
  { request, reply, context }: Exchange,
  problem?: { message: string; document: string; kind: string },
) {
  const own = ownOf(request);
  const dossier = await findDossier(context.db, own, context.organisation);
  if (!dossier) return reply.callNotFound();
  const elsewhere = placeOfDiscarded(dossier.application, request.language);
  if (elsewhere) return reply.redirect(elsewhere, 303);
  const shown = {
    page: pageContext(request, context),
    number: own.number,
    kept: await keptDocuments(context.db, own.accountId),
    requested: requestedDocuments(dossier.vacancy, context.organisation),
    errors: problem ? [{ field: 'document', message: problem.message }] : [],
    chosen: problem ?? { document: '', kind: '' },
  };
  return page(reply, <AttachKeptPage {...shown} />, problem ? 422 : 200);
}

/** Checks a kept document by what the notice asks for, and gives the draft its own copy. */
async function attachKept(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const own = ownOf(request);
  const { language } = request;
  const fields = fieldsOf(request.body);
  const chosen = { document: valueOf(fields, 'document'), kind: valueOf(fields, 'kind') };
  const dossier = await findDossier(context.db, own, context.organisation);
  if (!dossier) return reply.callNotFound();
  const rule = requestedDocuments(dossier.vacancy, context.organisation).find(({ kind }) => kind === chosen.kind);
  const id = z.uuid().safeParse(chosen.document);
  const document = id.success
    ? await findKeptContent(context.db, { accountId: own.accountId, id: id.data })
    : undefined;
  if (!rule || !document)
    return attachPage(exchange, { ...chosen, message: KEPT_DOCUMENT_TEXTS[language].chooseDocument });
  const { fileName, content } = document;
  const scanner = scannerOf(context.config);
  const accepted = await checkUpload(ok({ fileName, content }), { rule, owner: own.accountId, scanner });
  if (!accepted.ok) return attachPage(exchange, { ...chosen, message: explainDocument(accepted.refusal)[language] });
  const file = accepted.value;
  const stored = await context.db.transaction().execute(async (transaction) => {
    const locked = await lockDossier(transaction, own, context.organisation);
    if (!locked || noChange(locked.application, locked.vacancy, request.receivedAt)) return false;
    await storeDocument(transaction, { application: locked.application, kind: rule.kind, file }, context.clock());
    return true;
  });
  const documents = `/${language}/my/applications/${own.number}/documents`;
  return reply.redirect(stored ? `${documents}?stored=${rule.kind}` : documents, 303);
}
