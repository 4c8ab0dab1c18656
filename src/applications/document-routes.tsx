import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../people/context.ts';
import { actorOf, signedIn } from '../people/guard.ts';
import { page, pageContext } from '../people/page.ts';
import { receivedFile, sendAttachment, type ReceivedFile, type UploadRefusal } from '../platform/files.ts';
import { inspectPdf } from '../platform/pdf/inspect-pdf.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { MAX_FILE_BYTES } from '../platform/web.ts';
import { findDossier, lockDossier } from './application-queries.ts';
import type { Dossier } from './application.ts';
import { DocumentRemovalPage, documentsAddress, DocumentsPage } from './document-pages.tsx';
import { documentsOf, findDocumentContent, removeDocument, storeDocument } from './document-queries.ts';
import { DOCUMENT_TEXTS } from './document-texts.ts';
import {
  acceptDocument,
  noChange,
  requestedDocuments,
  type CheckedFile,
  type DocumentRefusal,
  type RequestedDocument,
} from './document.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };
type Params = { number: string; kind: string };

const DOCUMENTS = '/my/applications/:number/documents';

/** The documents of a person's own application: see, attach, replace, download, remove. */
export function documentRoutes(web: FastifyInstance, context: Context): void {
  web.get(DOCUMENTS, signedIn(), (request, reply) => showDocuments({ request, reply, context }));
  web.post(`${DOCUMENTS}/:kind`, signedIn(), (request, reply) => attach({ request, reply, context }));
  web.get(`${DOCUMENTS}/:kind`, signedIn(), (request, reply) => download({ request, reply, context }));
  web.get(`${DOCUMENTS}/:kind/removal`, signedIn(), (request, reply) => askToRemove({ request, reply, context }));
  web.post(`${DOCUMENTS}/:kind/removal`, signedIn(), (request, reply) => remove({ request, reply, context }));
}

const ownOf = (request: FastifyRequest) => {
  const { number, kind } = request.params as Params;
  return { accountId: actorOf(request).accountId, number, kind };
};

type Place = { dossier: Dossier; requested: RequestedDocument[] };

async function findPlace({ request, context }: Exchange): Promise<Place | undefined> {
  const dossier = await findDossier(context.db, ownOf(request), context.organisation);
  return dossier && { dossier, requested: requestedDocuments(dossier.vacancy.notice, context.organisation) };
}

async function showDocuments(exchange: Exchange) {
  const place = await findPlace(exchange);
  return place ? documentsPage(exchange, place) : exchange.reply.callNotFound();
}

type Refused = { kind: string; refusal: DocumentRefusal };

async function documentsPage(exchange: Exchange, { dossier, requested }: Place, refused?: Refused) {
  const { request, reply, context } = exchange;
  const documents = await documentsOf(context.db, dossier.application.id);
  const closed = noChange(dossier.application, dossier.vacancy, request.receivedAt);
  const told = {
    ...pageContext(request, context),
    path: `/my/applications/${dossier.application.number}/documents`, // a form's address is no page of its own
    query: undefined,
    notice: whatWasDone(request, requested),
  };
  const late = closed !== undefined && request.method === 'POST';
  const status = refused?.refusal.kind === 'too-large' ? 413 : refused || late ? 422 : 200;
  return page(reply, <DocumentsPage page={told} {...{ dossier, requested, documents, closed, refused }} />, status);
}

/** What the request before this one did, from the address it led to. */
function whatWasDone({ query, language }: FastifyRequest, requested: RequestedDocument[]): string | undefined {
  const { stored, removed } = query as Record<string, unknown>;
  const t = DOCUMENT_TEXTS[language];
  const nameOf = (kind: unknown) => requested.find((rule) => rule.kind === kind)?.name[language];
  const [storedName, removedName] = [nameOf(stored), nameOf(removed)];
  return storedName ? t.stored(storedName) : removedName && t.removed(removedName);
}

async function attach(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const own = ownOf(request);
  const place = await findPlace(exchange);
  const rule = place?.requested.find(({ kind }) => kind === own.kind);
  if (!place || !rule) return reply.callNotFound();
  const file = await receivedFile(request); // read to its end in any case: a browser shows no answer before it has sent
  const { application, vacancy } = place.dossier;
  if (noChange(application, vacancy, request.receivedAt)) return documentsPage(exchange, place);

  const checked = await check(file, rule, own.accountId);
  if (!checked.ok) return documentsPage(exchange, place, { kind: rule.kind, refusal: checked.refusal });

  const kept = await inDraft(exchange, (transaction, dossier) =>
    storeDocument(
      transaction,
      { application: dossier.application, kind: rule.kind, file: checked.value },
      context.clock(),
    ),
  );
  if (!kept) return showDocuments(exchange);
  return reply.redirect(`${documentsAddress(request.language, own.number)}?stored=${rule.kind}`, 303);
}

async function check(
  file: Result<ReceivedFile, UploadRefusal>,
  rule: RequestedDocument,
  owner: string,
): Promise<Result<CheckedFile, DocumentRefusal>> {
  const tooLarge = { kind: 'too-large', maxBytes: Math.min(rule.maxBytes, MAX_FILE_BYTES) } as const;
  if (!file.ok) return refuse(file.refusal.kind === 'too-large' ? tooLarge : { kind: file.refusal.kind });
  if (file.value.content.length > rule.maxBytes) return refuse(tooLarge);
  const accepted = acceptDocument(await inspectPdf(file.value.content, { owner }), rule);
  return accepted.ok ? ok({ ...file.value, pages: accepted.value.pages }) : accepted;
}

/** Does something to a draft that nobody can submit meanwhile; false when it is no open draft any more. */
async function inDraft(
  { request, context }: Exchange,
  change: (transaction: Parameters<typeof lockDossier>[0], dossier: Dossier) => Promise<void>,
): Promise<boolean> {
  return context.db.transaction().execute(async (transaction) => {
    const dossier = await lockDossier(transaction, ownOf(request), context.organisation);
    if (!dossier || noChange(dossier.application, dossier.vacancy, request.receivedAt)) return false;
    await change(transaction, dossier);
    return true;
  });
}

async function download(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const own = ownOf(request);
  const dossier = await findDossier(context.db, own, context.organisation);
  const document = dossier && (await findDocumentContent(context.db, dossier.application.id, own.kind));
  return document ? sendAttachment(reply, document) : reply.callNotFound();
}

async function askToRemove(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { number, kind } = ownOf(request);
  const place = await findPlace(exchange);
  const rule = place?.requested.find((other) => other.kind === kind);
  if (!place || !rule) return reply.callNotFound();
  const document = (await documentsOf(context.db, place.dossier.application.id)).find((other) => other.kind === kind);
  const closed = noChange(place.dossier.application, place.dossier.vacancy, request.receivedAt);
  if (!document || closed) return documentsPage(exchange, place);
  return page(reply, <DocumentRemovalPage page={pageContext(request, context)} {...{ number, rule, document }} />);
}

async function remove(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { number, kind } = ownOf(request);
  if (!(await findPlace(exchange))?.requested.some((rule) => rule.kind === kind)) return reply.callNotFound();

  const removed = await inDraft(exchange, (transaction, { application }) =>
    removeDocument(transaction, { application, kind }, context.clock()),
  );
  if (!removed) return showDocuments(exchange);
  return reply.redirect(`${documentsAddress(request.language, number)}?removed=${kind}`, 303);
}
